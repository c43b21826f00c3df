#include <utility>

#include "release/cited.h"
#include "release/exports.h"

namespace bifolio::release {
namespace {

/// CSL types that BibTeX has a name for; the rest are @misc.
std::string_view entry_type(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"article-journal", "article"},   {"article-magazine", "article"},
      {"article-newspaper", "article"}, {"book", "book"},
      {"chapter", "incollection"},      {"paper-conference", "inproceedings"},
      {"report", "techreport"},         {"thesis", "phdthesis"},
      {"dataset", "dataset"},           {"webpage", "online"},
      {"post-weblog", "online"},        {"post", "online"}};
  for (const auto& [csl, bibtex] : kTypes) {
    if (csl == type) return bibtex;
  }
  return "misc";
}

constexpr std::pair<std::string_view, std::string_view> kFields[] = {
    {"title", "title"},         {"volume", "volume"},     {"issue", "number"},
    {"publisher", "publisher"}, {"page", "pages"},        {"publisher-place", "address"},
    {"edition", "edition"},     {"DOI", "doi"},           {"ISBN", "isbn"},
    {"ISSN", "issn"},           {"URL", "url"},           {"PMID", "pmid"},
    {"PMCID", "pmcid"},         {"language", "language"}, {"abstract", "abstract"}};

/// What TeX would read as a command is escaped; addresses are left as they are.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (std::string_view("{}%&$#_").find(c) != std::string_view::npos) out += '\\';
    if (c == '\\')
      out += "\\textbackslash{}";
    else if (c == '~')
      out += "\\textasciitilde{}";
    else if (c == '^')
      out += "\\textasciicircum{}";
    else
      out += c;
  }
  return out;
}

bool is_address(std::string_view field) {
  return field == "doi" || field == "url";
}

/// Inside an address only braces would end the field early.
std::string address(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '{' || c == '}' || c == '\\') continue;
    out += c;
  }
  return out;
}

std::string with_particles(const Name& name) {
  std::string family;
  for (const std::string& part : {name.dropping_particle, name.non_dropping_particle, name.family}) {
    if (!part.empty()) family += (family.empty() ? "" : " ") + part;
  }
  return family;
}

std::string people(const std::vector<Name>& names) {
  std::string all;
  for (const Name& name : names) {
    if (!all.empty()) all += " and ";
    if (!name.literal.empty()) {
      all += "{" + escaped(name.literal) + "}";
      continue;
    }
    all += escaped(with_particles(name));
    if (!name.suffix.empty()) all += ", " + escaped(name.suffix);
    if (!name.given.empty()) all += ", " + escaped(name.given);
  }
  return all;
}

/// Keys may hold what BibTeX's grammar takes for its own.
std::string key_of(const Reference& work) {
  std::string key;
  for (const char c : work.key) key += std::string_view(" ,{}\"#%'()=~\\").find(c) == std::string_view::npos ? c : '-';
  return key;
}

std::string_view container_field(std::string_view type) {
  return type == "article"                                   ? "journal"
         : type == "incollection" || type == "inproceedings" ? "booktitle"
                                                             : "howpublished";
}

void add_field(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out.append(",\n  ").append(name).append(" = {").append(value).append("}");
}

std::string entry(const Reference& work) {
  const std::string_view type = entry_type(work.type);
  std::string out = "@" + std::string(type) + "{" + key_of(work);
  for (const char* role : {"author", "editor"}) {
    if (const auto at = work.names.find(role); at != work.names.end()) add_field(out, role, people(at->second.names));
  }
  for (const auto& [csl, field] : kFields)
    add_field(out, field, is_address(field) ? address(work.field(csl)) : escaped(work.field(csl)));
  add_field(out, container_field(type), escaped(work.field("container-title")));
  const WorkDate issued = date_of(work, "issued");
  if (issued.year) add_field(out, "year", std::to_string(issued.year));
  if (issued.month) add_field(out, "month", std::to_string(issued.month));
  return out + "\n}\n";
}

}  // namespace

std::string bibtex(const Publication& publication) {
  std::string out;
  for (const Reference* work : cited_works(publication)) out += (out.empty() ? "" : "\n") + entry(*work);
  return out;
}

}  // namespace bifolio::release
