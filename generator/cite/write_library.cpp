// Cited works for readers to take along: what `parse/` reads, written back.
#include <algorithm>
#include <array>
#include <utility>

#include "base/json_write.h"
#include "base/tree.h"
#include "cite/cite.h"

namespace bifolio::cite {
namespace {

// CSL-JSON

Tree name_tree(const Name& name) {
  Tree tree = Tree::object();
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) tree.set(key, Tree::of(value));
  };
  set("family", name.family);
  set("given", name.given);
  set("dropping-particle", name.dropping_particle);
  set("non-dropping-particle", name.non_dropping_particle);
  set("suffix", name.suffix);
  set("literal", name.literal);
  return tree;
}

Tree date_tree(const ReferenceDate& date) {
  Tree tree = Tree::object();
  if (!date.parts.empty()) {
    Tree& parts = tree.set("date-parts", Tree::array());
    for (const auto& one : date.parts) {
      Tree& part = parts.add(Tree::array());
      for (std::size_t i = 0; i < one.size() && one[i] != 0; ++i) part.add(Tree::of(one[i]));
    }
  }
  if (date.season) tree.set("season", Tree::of(date.season));
  if (date.circa) tree.set("circa", Tree::of(true));
  if (!date.literal.empty()) tree.set("literal", Tree::of(date.literal));
  if (!date.raw.empty()) tree.set("raw", Tree::of(date.raw));
  return tree;
}

Tree reference_tree(const Reference& reference) {
  Tree tree = Tree::object();
  tree.set("id", Tree::of(reference.key));
  tree.set("type", Tree::of(reference.type));
  for (const auto& [name, people] : reference.names) {
    Tree& list = tree.set(name, Tree::array());
    for (const Name& one : people.names) list.add(name_tree(one));
  }
  for (const auto& [name, date] : reference.dates) tree.set(name, date_tree(date));
  for (const auto& [name, field] : reference.fields) tree.set(name, Tree::of(field.value));
  return tree;
}

/// "2022-09-22", or "2020/2021" with another sign between the parts.
std::string written_date(const ReferenceDate& date, char sign, char between) {
  std::string out;
  for (const auto& one : date.parts) {
    if (!out.empty()) out += between;
    for (std::size_t i = 0; i < one.size() && one[i] != 0; ++i) {
      if (i > 0) out += sign;
      if (i > 0 && one[i] < 10) out += '0';
      out += std::to_string(one[i]);
    }
  }
  return out.empty() ? date.literal : out;
}

using Pair = std::pair<std::string_view, std::string_view>;

std::string_view look_up(const auto& table, std::string_view name, std::string_view otherwise) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Pair& row) { return row.first == name; });
  return at == table.end() ? otherwise : at->second;
}

// BibLaTeX

constexpr auto kBibTypes = std::to_array<Pair>({
    {"article-journal", "article"},
    {"article-magazine", "article"},
    {"article-newspaper", "article"},
    {"book", "book"},
    {"chapter", "incollection"},
    {"paper-conference", "inproceedings"},
    {"report", "report"},
    {"thesis", "thesis"},
    {"webpage", "online"},
    {"post", "online"},
    {"post-weblog", "online"},
    {"patent", "patent"},
    {"dataset", "dataset"},
    {"software", "software"},
    {"manuscript", "unpublished"},
    {"standard", "standard"},
    {"legislation", "legislation"},
    {"legal_case", "jurisdiction"},
    {"entry-encyclopedia", "inreference"},
    {"motion_picture", "movie"},
});

constexpr auto kBibFields = std::to_array<Pair>({
    {"title", "title"},
    {"volume", "volume"},
    {"issue", "number"},
    {"number", "number"},
    {"page", "pages"},
    {"DOI", "doi"},
    {"URL", "url"},
    {"ISBN", "isbn"},
    {"ISSN", "issn"},
    {"PMID", "pmid"},
    {"PMCID", "pmcid"},
    {"publisher", "publisher"},
    {"publisher-place", "location"},
    {"edition", "edition"},
    {"language", "langid"},
    {"note", "note"},
    {"genre", "type"},
    {"collection-title", "series"},
    {"title-short", "shorttitle"},
    {"container-title-short", "shortjournal"},
});

/// Markup as LaTeX, and LaTeX's own characters behind a backslash.
std::string latex(std::string_view text) {
  static constexpr auto kTags = std::to_array<Pair>({
      {"<i>", "\\emph{"},
      {"</i>", "}"},
      {"<b>", "\\textbf{"},
      {"</b>", "}"},
      {"<sup>", "\\textsuperscript{"},
      {"</sup>", "}"},
      {"<sub>", "\\textsubscript{"},
      {"</sub>", "}"},
      {"<span class=\"nocase\">", "{"},
      {"</span>", "}"},
  });
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto tag =
        std::find_if(kTags.begin(), kTags.end(), [&](const Pair& t) { return text.substr(at).starts_with(t.first); });
    if (tag != kTags.end()) {
      out += tag->second;
      at += tag->first.size();
      continue;
    }
    const char c = text[at++];
    if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) out += '\\';
    if (c == '\\')
      out += "\\textbackslash{}";
    else
      out += c;
  }
  return out;
}

std::string bib_name(const Name& name) {
  if (!name.literal.empty()) return "{" + latex(name.literal) + "}";
  const std::string& particle =
      name.non_dropping_particle.empty() ? name.dropping_particle : name.non_dropping_particle;
  std::string out = (particle.empty() ? "" : latex(particle) + " ") + latex(name.family);
  if (!name.suffix.empty()) out += ", " + latex(name.suffix);
  return name.given.empty() ? out : out + ", " + latex(name.given);
}

std::string bib_entry(const Reference& reference) {
  const std::string_view type = look_up(kBibTypes, reference.type, "misc");
  std::string out = "@" + std::string(type) + "{" + reference.key;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += ",\n  " + std::string(name) + " = {" + value + "}";
  };
  for (const char* role : {"author", "editor", "translator"}) {
    const auto people = reference.names.find(role);
    std::string names;
    if (people == reference.names.end()) continue;
    for (const Name& one : people->second.names) names += (names.empty() ? "" : " and ") + bib_name(one);
    add(role, names);
  }
  for (const auto& [variable, name] : kBibFields) {
    const std::string_view value = reference.field(variable);
    const bool is_verbatim = name == "url" || name == "doi";
    add(name, is_verbatim ? std::string(value) : latex(value));
  }
  add(type == "article" ? "journaltitle" : "booktitle", latex(reference.field("container-title")));
  const auto date = [&](const char* variable, std::string_view name) {
    const auto at = reference.dates.find(variable);
    if (at != reference.dates.end()) add(name, written_date(at->second, '-', '/'));
  };
  date("issued", "date");
  date("accessed", "urldate");
  return out + "\n}\n\n";
}

// RIS

constexpr auto kRisTypes = std::to_array<Pair>({
    {"article-journal", "JOUR"},
    {"article-magazine", "MGZN"},
    {"article-newspaper", "NEWS"},
    {"article", "PREP"},
    {"book", "BOOK"},
    {"chapter", "CHAP"},
    {"paper-conference", "CPAPER"},
    {"report", "RPRT"},
    {"thesis", "THES"},
    {"webpage", "ELEC"},
    {"post-weblog", "BLOG"},
    {"patent", "PAT"},
    {"dataset", "DATA"},
    {"software", "COMP"},
    {"standard", "STAND"},
    {"legislation", "STAT"},
    {"legal_case", "CASE"},
    {"motion_picture", "VIDEO"},
});

constexpr auto kRisFields = std::to_array<Pair>({
    {"title", "TI"},
    {"container-title", "T2"},
    {"collection-title", "T3"},
    {"container-title-short", "J2"},
    {"volume", "VL"},
    {"issue", "IS"},
    {"publisher", "PB"},
    {"publisher-place", "CY"},
    {"DOI", "DO"},
    {"URL", "UR"},
    {"ISSN", "SN"},
    {"ISBN", "SN"},
    {"edition", "ET"},
    {"language", "LA"},
    {"note", "N1"},
});

/// Values are one line without markup.
std::string ris_value(std::string_view text) {
  std::string out;
  bool in_tag = false;
  for (const char c : text) {
    if (c == '<') in_tag = true;
    if (!in_tag) out += c == '\n' || c == '\r' ? ' ' : c;
    if (c == '>') in_tag = false;
  }
  return out;
}

std::string ris_entry(const Reference& reference) {
  std::string out;
  const auto add = [&](std::string_view tag, std::string_view value) {
    if (!value.empty()) out += std::string(tag) + "  - " + ris_value(value) + "\n";
  };
  out += "TY  - " + std::string(look_up(kRisTypes, reference.type, "GEN")) + "\n";
  add("ID", reference.key);
  for (const auto& [role, tag] : {Pair{"author", "AU"}, Pair{"editor", "ED"}, Pair{"translator", "A4"}}) {
    const auto people = reference.names.find(role);
    if (people == reference.names.end()) continue;
    for (const Name& one : people->second.names) {
      const std::string particle = one.non_dropping_particle.empty() ? "" : one.non_dropping_particle + " ";
      const std::string rest = one.suffix.empty() ? one.given : one.given + ", " + one.suffix;
      add(tag, one.literal.empty() ? particle + one.family + ", " + rest : one.literal);
    }
  }
  for (const auto& [variable, tag] : kRisFields) add(tag, reference.field(variable));
  const std::string_view pages = reference.field("page");
  const std::size_t dash = pages.find('-');
  add("SP", pages.substr(0, dash));
  if (dash != pages.npos) add("EP", pages.substr(dash + 1));
  const auto issued = reference.dates.find("issued");
  if (issued != reference.dates.end()) add("PY", written_date(issued->second, '/', '-'));
  return out + "ER  - \n\n";
}

}  // namespace

std::string write_library(const Library& library, std::span<const std::size_t> references, LibraryFormat format) {
  Tree list = Tree::array();
  std::string out;
  for (const std::size_t index : references) {
    const Reference& reference = library.references[index];
    switch (format) {
      case LibraryFormat::csl_json: list.add(reference_tree(reference)); break;
      case LibraryFormat::bibtex: out += bib_entry(reference); break;
      case LibraryFormat::ris: out += ris_entry(reference); break;
    }
  }
  return format == LibraryFormat::csl_json ? write_json(list) : out;
}

}  // namespace bifolio::cite
