#include <utility>

#include "release/cited.h"
#include "release/exports.h"

namespace bifolio::release {
namespace {

std::string_view record_type(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {{"article-journal", "JOUR"},
                                                                      {"article-magazine", "MGZN"},
                                                                      {"article-newspaper", "NEWS"},
                                                                      {"book", "BOOK"},
                                                                      {"chapter", "CHAP"},
                                                                      {"paper-conference", "CPAPER"},
                                                                      {"report", "RPRT"},
                                                                      {"thesis", "THES"},
                                                                      {"dataset", "DATA"},
                                                                      {"webpage", "ELEC"},
                                                                      {"post-weblog", "BLOG"},
                                                                      {"article", "UNPB"}};
  for (const auto& [csl, ris] : kTypes) {
    if (csl == type) return ris;
  }
  return "GEN";
}

/// Lines end in CR LF, as the format's description asks.
void add_line(std::string& out, std::string_view tag, const std::string& value) {
  if (!value.empty()) out.append(tag).append("  - ").append(value).append("\r\n");
}

std::string person(const Name& name) {
  if (!name.literal.empty()) return one_line(name.literal);
  std::string family =
      name.non_dropping_particle.empty() ? name.family : name.non_dropping_particle + " " + name.family;
  std::string given = name.given;
  if (!name.dropping_particle.empty()) given += (given.empty() ? "" : " ") + name.dropping_particle;
  std::string text = family;
  if (!given.empty()) text += ", " + given;
  if (!name.suffix.empty()) text += ", " + name.suffix;
  return one_line(text);
}

void add_pages(std::string& out, std::string_view pages) {
  const std::size_t dash = pages.find_first_of("-\xE2");  // a hyphen, or the first byte of a dash
  add_line(out, "SP", one_line(pages.substr(0, dash)));
  if (dash == pages.npos) return;
  const std::size_t end = pages.find_first_not_of("-\xE2\x80\x90\x91\x92\x93\x94 ", dash);
  if (end != pages.npos) add_line(out, "EP", one_line(pages.substr(end)));
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// YYYY/MM/DD/, parts that are not known left empty
std::string ris_date(const WorkDate& date) {
  return std::to_string(date.year) + "/" + (date.month ? two_digits(date.month) : "") + "/" +
         (date.day ? two_digits(date.day) : "") + "/";
}

std::string record(const Reference& work) {
  std::string out;
  add_line(out, "TY", std::string(record_type(work.type)));
  add_line(out, "ID", one_line(work.key));
  for (const auto& [role, tag] : {std::pair("author", "AU"), std::pair("editor", "ED")}) {
    const auto at = work.names.find(role);
    if (at == work.names.end()) continue;
    for (const Name& name : at->second.names) add_line(out, tag, person(name));
  }
  for (const auto& [variable, tag] : {std::pair("title", "TI"), std::pair("container-title", "T2"),
                                      std::pair("volume", "VL"), std::pair("issue", "IS")})
    add_line(out, tag, one_line(work.field(variable)));
  add_pages(out, work.field("page"));
  if (const WorkDate issued = date_of(work, "issued"); issued.year) {
    add_line(out, "PY", std::to_string(issued.year));
    add_line(out, "DA", ris_date(issued));
  }
  for (const auto& [variable, tag] :
       {std::pair("publisher", "PB"), std::pair("publisher-place", "CY"), std::pair("DOI", "DO"),
        std::pair("URL", "UR"), std::pair("PMID", "AN"), std::pair("language", "LA"), std::pair("abstract", "AB")})
    add_line(out, tag, one_line(work.field(variable)));
  return out + "ER  - \r\n\r\n";
}

}  // namespace

std::string ris(const Publication& publication) {
  std::string out;
  for (const Reference* work : cited_works(publication)) out += record(*work);
  return out;
}

}  // namespace bifolio::release
