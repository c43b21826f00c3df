#include "parse/library_bib.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/unicode.h"
#include "parse/bib_names.h"
#include "parse/bib_syntax.h"
#include "parse/latex_text.h"
#include "parse/library_entries.h"
#include "parse/raw_html.h"
#include "parse/rules.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// BibTeX and BibLaTeX entry types → CSL 1.0.2 item types.
constexpr auto kTypes = std::to_array<Pair>({
    {"article", "article-journal"},
    {"suppperiodical", "article-journal"},
    {"review", "review"},
    {"periodical", "periodical"},
    {"book", "book"},
    {"mvbook", "book"},
    {"collection", "book"},
    {"mvcollection", "book"},
    {"reference", "book"},
    {"mvreference", "book"},
    {"proceedings", "book"},
    {"mvproceedings", "book"},
    {"booklet", "pamphlet"},
    {"bookinbook", "chapter"},
    {"inbook", "chapter"},
    {"incollection", "chapter"},
    {"suppbook", "chapter"},
    {"suppcollection", "chapter"},
    {"inreference", "entry-encyclopedia"},
    {"inproceedings", "paper-conference"},
    {"conference", "paper-conference"},
    {"manual", "book"},
    {"report", "report"},
    {"techreport", "report"},
    {"thesis", "thesis"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"www", "webpage"},
    {"unpublished", "manuscript"},
    {"patent", "patent"},
    {"dataset", "dataset"},
    {"software", "software"},
    {"standard", "standard"},
    {"legislation", "legislation"},
    {"jurisdiction", "legal_case"},
    {"letter", "personal_communication"},
    {"artwork", "graphic"},
    {"image", "graphic"},
    {"audio", "song"},
    {"music", "song"},
    {"video", "motion_picture"},
    {"movie", "motion_picture"},
    {"performance", "performance"},
    {"misc", "document"},
});

/// Fields whose meaning does not depend on the entry's type.
constexpr auto kFields = std::to_array<Pair>({
    {"abstract", "abstract"},
    {"annotation", "annote"},
    {"annote", "annote"},
    {"chapter", "chapter-number"},
    {"doi", "DOI"},
    {"edition", "edition"},
    {"eventtitle", "event-title"},
    {"isbn", "ISBN"},
    {"issn", "ISSN"},
    {"keywords", "keyword"},
    {"keyword", "keyword"},
    {"langid", "language"},
    {"language", "language"},
    {"library", "call-number"},
    {"note", "note"},
    {"origlocation", "original-publisher-place"},
    {"origpublisher", "original-publisher"},
    {"origtitle", "original-title"},
    {"pages", "page"},
    {"pagetotal", "number-of-pages"},
    {"part", "part-number"},
    {"pmid", "PMID"},
    {"pmcid", "PMCID"},
    {"publisher", "publisher"},
    {"school", "publisher"},
    {"institution", "publisher"},
    {"organization", "publisher"},
    {"series", "collection-title"},
    {"shortjournal", "container-title-short"},
    {"shorttitle", "title-short"},
    {"status", "status"},
    {"pubstate", "status"},
    {"type", "genre"},
    {"url", "URL"},
    {"venue", "event-place"},
    {"version", "version"},
    {"volume", "volume"},
    {"volumes", "number-of-volumes"},
    {"address", "publisher-place"},
    {"location", "publisher-place"},
});

constexpr auto kNames = std::to_array<Pair>({
    {"author", "author"},
    {"editor", "editor"},
    {"translator", "translator"},
    {"bookauthor", "container-author"},
    {"origauthor", "original-author"},
    {"director", "director"},
    {"holder", "author"},
});

constexpr auto kDates = std::to_array<Pair>({
    {"date", "issued"},
    {"urldate", "accessed"},
    {"origdate", "original-date"},
    {"eventdate", "event-date"},
});

std::string_view look_up(const auto& table, std::string_view name) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Pair& row) { return row.first == name; });
  return at == table.end() ? std::string_view() : at->second;
}

/// Identifiers and addresses are no LaTeX but for escaped marks.
bool is_verbatim(std::string_view variable) {
  return variable == "DOI" || variable == "URL" || variable == "ISBN" || variable == "ISSN" || variable == "PMID" ||
         variable == "PMCID";
}

std::string verbatim(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_escape = value[i] == '\\' && i + 1 < value.size() &&
                           std::string_view("_%&#{}~").find(value[i + 1]) != std::string_view::npos;
    if (!is_escape && value[i] != '{' && value[i] != '}') out += value[i];
    if (is_escape) out += value[++i];
  }
  return std::string(trimmed(out));
}

/// What a child takes from its parent under another name: a book's title is its chapter's book title.
std::string inherited_name(const std::string& name, const std::string& child_type) {
  const bool is_part = child_type.starts_with("in") || child_type.starts_with("supp") || child_type == "conference" ||
                       child_type == "bookinbook";
  if (!is_part) return name;
  if (name == "title" || name == "subtitle" || name == "titleaddon") return "book" + name;
  if (name == "author") return "bookauthor";
  if (name == "shorttitle") return {};
  return name;
}

class BibConverter {
 public:
  BibConverter(std::vector<BibEntry> bibs, LibraryEntries& entries, Findings& findings)
      : bibs_(std::move(bibs)), entries_(entries), findings_(findings) {
    for (std::size_t i = 0; i < bibs_.size(); ++i) by_key_.emplace(fold_case(bibs_[i].key), i);
  }
  void run() {
    for (std::size_t i = 0; i < bibs_.size(); ++i) inherit(i, 0);
    for (const BibEntry& bib : bibs_) {
      if (bib.type != "xdata" && bib.type != "set") entries_.add(convert(bib));
    }
  }

 private:
  void inherit(std::size_t index, int depth);
  void inherit_from(std::size_t index, std::string_view key, Span span, bool renames, int depth);
  Reference convert(const BibEntry&);
  void convert_field(const BibField&, const BibEntry&, Reference&);
  void set(Reference& reference, std::string_view variable, std::string_view value, Span span) {
    if (!value.empty()) reference.fields.try_emplace(std::string(variable), ReferenceField{std::string(value), span});
  }
  void set_titles(const BibEntry&, Reference&);
  void set_title(const BibEntry&, Reference&, std::string_view stem, std::string_view variable);
  void set_number(const BibEntry&, Reference&);
  void set_date(const BibEntry&, Reference&);
  void set_eprint(const BibEntry&, Reference&);
  void set_genre(const BibEntry&, Reference&);
  void set_translation(const BibEntry&, Reference&);

  std::vector<BibEntry> bibs_;
  LibraryEntries& entries_;
  Findings& findings_;
  std::map<std::string, std::size_t> by_key_;
  std::map<std::size_t, bool> has_inherited_;
};

void BibConverter::inherit(std::size_t index, int depth) {
  if (std::exchange(has_inherited_[index], true) || depth > 20) return;
  if (const BibField* xdata = bibs_[index].find("xdata")) {
    const BibField field = *xdata;
    for (std::size_t at = 0; at <= field.value.size();) {
      const std::size_t end = std::min(field.value.find(',', at), field.value.size());
      inherit_from(index, trimmed(std::string_view(field.value).substr(at, end - at)), field.span, false, depth);
      at = end + 1;
    }
  }
  if (const BibField* crossref = bibs_[index].find("crossref")) {
    const BibField field = *crossref;
    inherit_from(index, trimmed(field.value), field.span, true, depth);
  }
}

void BibConverter::inherit_from(std::size_t index, std::string_view key, Span span, bool renames, int depth) {
  if (key.empty()) return;
  const auto at = by_key_.find(fold_case(key));
  if (at == by_key_.end()) {
    Finding finding{&bib_link_missing, span, {{"key", std::string(key)}, {"entry", bibs_[index].key}}};
    finding.subject = bibs_[index].key;
    return findings_.add(std::move(finding));
  }
  if (at->second == index) return;
  inherit(at->second, depth + 1);
  BibEntry& child = bibs_[index];
  for (BibField field : bibs_[at->second].fields) {
    if (renames) field.name = inherited_name(field.name, child.type);
    const bool is_link = field.name == "crossref" || field.name == "xdata" || field.name == "ids";
    if (!field.name.empty() && !is_link && !child.find(field.name)) child.fields.push_back(std::move(field));
  }
}

Reference BibConverter::convert(const BibEntry& bib) {
  Reference reference;
  reference.key = bib.key;
  reference.key_span = bib.key_span;
  reference.span = bib.span;
  reference.type = look_up(kTypes, bib.type);
  if (reference.type.empty()) reference.type = "document";
  const BibField* subtype = bib.find("entrysubtype");
  if (subtype && reference.type == "article-journal" &&
      (subtype->value == "magazine" || subtype->value == "newspaper")) {
    reference.type = "article-" + subtype->value;
  }
  for (const BibField& field : bib.fields) convert_field(field, bib, reference);
  set_titles(bib, reference);
  set_number(bib, reference);
  set_date(bib, reference);
  set_eprint(bib, reference);
  set_genre(bib, reference);
  set_translation(bib, reference);
  if (reference.type == "document" && reference.fields.contains("URL")) reference.type = "webpage";
  return reference;
}

void BibConverter::convert_field(const BibField& field, const BibEntry&, Reference& reference) {
  if (const auto names = look_up(kNames, field.name); !names.empty()) {
    reference.names.try_emplace(std::string(names), ReferenceNames{read_bib_names(field.value), field.span});
  } else if (const auto date = look_up(kDates, field.name); !date.empty()) {
    ReferenceDate value = read_bib_date(field.value);
    value.span = field.span;
    reference.dates.try_emplace(std::string(date), std::move(value));
  } else if (const auto variable = look_up(kFields, field.name); !variable.empty()) {
    std::string value = is_verbatim(variable) ? verbatim(field.value) : latex_to_text(field.value, LatexMarkup::field);
    if (variable == "page" || variable == "volume") {  // a range's dash is the style's affair
      for (std::size_t at = value.find("–"); at != value.npos; at = value.find("–", at)) value.replace(at, 3, "-");
    }
    set(reference, variable, std::move(value), field.span);
  }
}

/// "Title: subtitle. Addition"
void BibConverter::set_title(const BibEntry& bib, Reference& reference, std::string_view stem,
                             std::string_view variable) {
  const BibField* title = bib.find(stem);
  if (!title) return;
  std::string text = latex_to_text(title->value, LatexMarkup::title);
  const std::string sub = std::string(stem.substr(0, stem.size() - std::string_view("title").size())) + "subtitle";
  if (const BibField* subtitle = bib.find(stem == "journaltitle" ? "journalsubtitle" : sub)) {
    const bool has_mark = text.ends_with('?') || text.ends_with('!') || text.ends_with(':');
    text += (has_mark ? " " : ": ") + latex_to_text(subtitle->value, LatexMarkup::title);
  }
  if (const BibField* addition = bib.find(std::string(stem) + "addon")) {
    text += ". " + latex_to_text(addition->value, LatexMarkup::title);
  }
  set(reference, variable, std::move(text), title->span);
}

void BibConverter::set_titles(const BibEntry& bib, Reference& reference) {
  set_title(bib, reference, "title", "title");
  for (const std::string_view stem : {"journaltitle", "journal", "booktitle", "maintitle"}) {
    set_title(bib, reference, stem, "container-title");
  }
}

/// `number` is an issue, a number or a place in a series, as the type has it.
void BibConverter::set_number(const BibEntry& bib, Reference& reference) {
  const std::string& type = reference.type;
  const bool is_article = type.starts_with("article") || type == "periodical" || type == "review";
  const bool is_numbered = type == "report" || type == "patent" || type == "standard" || type == "legislation";
  const std::string_view variable = is_article ? "issue" : is_numbered ? "number" : "collection-number";
  if (const BibField* number = bib.find("number")) {
    set(reference, variable, latex_to_text(number->value, LatexMarkup::field), number->span);
  }
  if (const BibField* issue = bib.find("issue")) {
    set(reference, "issue", latex_to_text(issue->value, LatexMarkup::field), issue->span);
  }
}

/// BibTeX's year, month and day, where there is no `date`.
void BibConverter::set_date(const BibEntry& bib, Reference& reference) {
  const BibField* year = bib.find("year");
  if (!year || reference.dates.contains("issued")) return;
  ReferenceDate date = read_bib_date(year->value);
  date.span = year->span;
  if (date.parts.size() == 1) {
    int day = 0;
    if (const BibField* month = bib.find("month")) date.parts[0][1] = read_bib_month(month->value, day);
    if (const BibField* given = bib.find("day")) day = std::atoi(given->value.c_str());
    if (date.parts[0][1] > 0 && day > 0 && day <= 31) date.parts[0][2] = day;
  }
  reference.dates.emplace("issued", std::move(date));
}

void BibConverter::set_eprint(const BibEntry& bib, Reference& reference) {
  const BibField* eprint = bib.find("eprint");
  if (!eprint) return;
  const BibField* archive = bib.find("eprinttype") ? bib.find("eprinttype") : bib.find("archiveprefix");
  const std::string kind = archive ? to_lower(archive->value) : "";
  const std::string value = verbatim(eprint->value);
  if (kind == "pubmed") return set(reference, "PMID", value, eprint->span);
  if (kind == "pmcid" || kind == "pmc") return set(reference, "PMCID", value, eprint->span);
  if (kind != "arxiv") return;
  set(reference, "number", "arXiv:" + value, eprint->span);
  set(reference, "URL", "https://arxiv.org/abs/" + value, eprint->span);
}

/// One work in two languages: BibLaTeX's `related`.
void BibConverter::set_translation(const BibEntry& bib, Reference& reference) {
  const BibField* related = bib.find("related");
  const BibField* kind = bib.find("relatedtype");
  if (!related || !kind || !kind->value.starts_with("translat")) return;
  set(reference, "translation", trimmed(related->value.substr(0, related->value.find(','))), related->span);
}

void BibConverter::set_genre(const BibEntry& bib, Reference& reference) {
  if (const BibField* how = bib.find("howpublished")) {
    std::string value = latex_to_text(how->value, LatexMarkup::field);
    const bool is_address = value.starts_with("http");
    set(reference, is_address ? "URL" : "medium", std::move(value), how->span);
  }
  const bool is_master = bib.type == "mastersthesis", is_doctor = bib.type == "phdthesis";
  if (is_master) set(reference, "genre", "Master’s thesis", bib.span);
  if (is_doctor) set(reference, "genre", "PhD thesis", bib.span);
  const auto genre = reference.fields.find("genre");
  if (genre == reference.fields.end()) return;
  if (genre->second.value == "phdthesis") genre->second.value = "PhD thesis";
  if (genre->second.value == "mathesis") genre->second.value = "Master’s thesis";
  if (genre->second.value == "techreport") genre->second.value = "Technical report";
}

/// `% bifolio-ignore RULE reason="…"` on a line of its own, for the entry after it.
/// Inside an entry a percent sign is no comment.
void read_directives(std::string_view text, FileId file, const std::vector<BibEntry>& entries, Library& library) {
  constexpr std::string_view kMark = "bifolio-ignore";
  auto next = entries.begin();
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at + 1)) {
    const std::size_t before = text.rfind('\n', at), begin = before == text.npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    while (next != entries.end() && next->span.end <= begin) ++next;
    const bool is_inside = next != entries.end() && next->span.begin < begin;
    auto directive = line.starts_with('%') && !is_inside ? read_directive_words(line.substr(1)) : std::nullopt;
    if (!directive || directive->reach != Directive::Reach::next_block) continue;
    directive->span = {file, static_cast<std::uint32_t>(line.data() - text.data()), static_cast<std::uint32_t>(end)};
    directive->covers = next == entries.end() ? directive->span : next->span;
    library.directives.push_back(*std::move(directive));
  }
}

}  // namespace

void read_library_bib(std::string_view text, FileId file, Library& library, Findings& findings) {
  LibraryEntries entries(library, findings);
  std::vector<BibEntry> bib = read_bib_syntax(text, file, entries);
  read_directives(text, file, bib, library);
  BibConverter(std::move(bib), entries, findings).run();
}

}  // namespace bifolio::parse
