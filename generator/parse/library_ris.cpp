#include "parse/library_ris.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/bib_names.h"
#include "parse/library_entries.h"
#include "parse/tagged_lines.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto kTypes = std::to_array<Pair>({
    {"ABST", "article-journal"},
    {"ADVS", "motion_picture"},
    {"AGGR", "dataset"},
    {"ANCIENT", "classic"},
    {"ART", "graphic"},
    {"BILL", "bill"},
    {"BLOG", "post-weblog"},
    {"BOOK", "book"},
    {"CASE", "legal_case"},
    {"CHAP", "chapter"},
    {"CHART", "figure"},
    {"CLSWK", "classic"},
    {"COMP", "software"},
    {"CONF", "paper-conference"},
    {"CPAPER", "paper-conference"},
    {"CTLG", "book"},
    {"DATA", "dataset"},
    {"DBASE", "dataset"},
    {"DICT", "entry-dictionary"},
    {"EBOOK", "book"},
    {"ECHAP", "chapter"},
    {"EDBOOK", "book"},
    {"EJOUR", "article-journal"},
    {"ELEC", "webpage"},
    {"ENCYC", "entry-encyclopedia"},
    {"EQUA", "figure"},
    {"FIGURE", "figure"},
    {"GEN", "document"},
    {"GOVDOC", "report"},
    {"GRANT", "document"},
    {"HEAR", "hearing"},
    {"ICOMM", "personal_communication"},
    {"INPR", "article-journal"},
    {"INTV", "interview"},
    {"JFULL", "periodical"},
    {"JOUR", "article-journal"},
    {"LEGAL", "legislation"},
    {"MANSCPT", "manuscript"},
    {"MAP", "map"},
    {"MGZN", "article-magazine"},
    {"MPCT", "motion_picture"},
    {"MULTI", "webpage"},
    {"MUSIC", "musical_score"},
    {"NEWS", "article-newspaper"},
    {"PAMP", "pamphlet"},
    {"PAT", "patent"},
    {"PCOMM", "personal_communication"},
    {"PREP", "article"},
    {"RPRT", "report"},
    {"SER", "book"},
    {"SLIDE", "speech"},
    {"SOUND", "song"},
    {"STAND", "standard"},
    {"STAT", "legislation"},
    {"THES", "thesis"},
    {"UNPB", "manuscript"},
    {"UNBILL", "bill"},
    {"VIDEO", "motion_picture"},
});

constexpr auto kFields = std::to_array<Pair>({
    {"T1", "title"},
    {"TI", "title"},
    {"CT", "title"},
    {"BT", "container-title"},
    {"T2", "container-title"},
    {"JF", "container-title"},
    {"JO", "container-title"},
    {"JA", "container-title-short"},
    {"J2", "container-title-short"},
    {"J1", "container-title-short"},
    {"T3", "collection-title"},
    {"VL", "volume"},
    {"VO", "volume"},
    {"IS", "issue"},
    {"CP", "issue"},
    {"PB", "publisher"},
    {"CY", "publisher-place"},
    {"PP", "publisher-place"},
    {"DO", "DOI"},
    {"UR", "URL"},
    {"AB", "abstract"},
    {"N2", "abstract"},
    {"LA", "language"},
    {"ET", "edition"},
    {"N1", "note"},
    {"ST", "title-short"},
    {"DB", "source"},
    {"DP", "source"},
    {"AN", "archive_location"},
    {"CN", "call-number"},
    {"NV", "number-of-volumes"},
    {"SE", "section"},
    {"M3", "genre"},
    {"C2", "PMCID"},
});

std::string_view look_up(const auto& table, std::string_view name) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Pair& row) { return row.first == name; });
  return at == table.end() ? std::string_view() : at->second;
}

/// "Family, Given, Suffix"; without a comma a group's name.
Name read_ris_name(std::string_view text) {
  Name name;
  const std::size_t comma = text.find(',');
  if (comma == text.npos) {
    name.literal = text;
    return name;
  }
  name.family = trimmed(text.substr(0, comma));
  const std::string_view rest = trimmed(text.substr(comma + 1));
  const std::size_t second = rest.find(',');
  name.given = trimmed(rest.substr(0, second));
  if (second != rest.npos) name.suffix = trimmed(rest.substr(second + 1));
  return name;
}

/// "2022/09/22/spring" or "2022"
ReferenceDate read_ris_date(std::string_view text) {
  ReferenceDate date;
  std::array<int, 3> parts{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size() && count < 3; ++count) {
    const std::size_t end = std::min(text.find_first_of("/-", at), text.size());
    std::from_chars(text.data() + at, text.data() + end, parts[count]);
    at = end + 1;
  }
  if (parts[0] == 0 || parts[1] > 12 || parts[2] > 31)
    date.literal = text;
  else
    date.parts.push_back(parts);
  return date;
}

void set(Reference& reference, std::string_view variable, std::string_view value, Span span) {
  if (!value.empty()) reference.fields.try_emplace(std::string(variable), ReferenceField{std::string(value), span});
}

void add_name(Reference& reference, std::string_view variable, Name name, Span span) {
  ReferenceNames& names = reference.names[std::string(variable)];
  names.span = names.names.empty() ? span : join(names.span, span);
  names.names.push_back(std::move(name));
}

/// "miller2022", of letters and digits that a citation key can hold.
std::string make_key(const Reference& reference) {
  std::string key;
  const auto author = reference.names.find("author");
  if (author != reference.names.end() && !author->second.names.empty()) {
    const Name& first = author->second.names.front();
    key = to_lower(first.family.empty() ? first.literal : first.family);
  }
  std::string plain;
  for (const auto [c, offset, size] : code_points(key)) {
    if (is_letter(c) || is_digit(c)) plain += key.substr(offset, size);
  }
  const auto issued = reference.dates.find("issued");
  if (issued != reference.dates.end() && !issued->second.parts.empty())
    plain += std::to_string(issued->second.parts[0][0]);
  return plain.empty() ? "entry" : plain;
}

class RisReader {
 public:
  RisReader(FileId file, LibraryEntries& entries) : file_(file), entries_(entries) {}
  void read(std::string_view text);

 private:
  void take(const TaggedLine&);
  void take_content(const TaggedLine&);
  void finish(Span last);

  FileId file_;
  LibraryEntries& entries_;
  Reference reference_;
  std::string first_page_, last_page_;
  Span page_span_;
  bool is_open_ = false;
};

void RisReader::read(std::string_view text) {
  Span last{file_, 0, 0};
  for (const TaggedLine& line : read_tagged_lines(text, file_)) {
    take(line);
    last = line.span;
  }
  if (!is_open_) return;
  entries_.report(last, reference_.key, {"the entry does not end with `ER  -`", "条目没有以 `ER  -` 结束"},
                  {"It was read as far as it goes.", "已读取现有内容。"});
  finish(last);
}

void RisReader::take(const TaggedLine& line) {
  if (line.tag == "TY") {
    if (is_open_) {
      entries_.report(line.span, reference_.key,
                      {"the entry before does not end with `ER  -`", "前一条目没有以 `ER  -` 结束"},
                      {"A new entry begins here.", "新条目从此处开始。"});
      finish(line.span);
    }
    is_open_ = true;
    reference_.type = look_up(kTypes, line.value);
    if (reference_.type.empty()) reference_.type = "document";
    reference_.span = line.span;
  } else if (line.tag == "ER") {
    if (is_open_) finish(line.span);
  } else if (is_open_) {
    take_content(line);
  }
}

void RisReader::take_content(const TaggedLine& line) {
  const std::string& tag = line.tag;
  if (tag == "AU" || tag == "A1")
    add_name(reference_, "author", read_ris_name(line.value), line.span);
  else if (tag == "ED" || tag == "A2")
    add_name(reference_, "editor", read_ris_name(line.value), line.span);
  else if (tag == "A3")
    add_name(reference_, "collection-editor", read_ris_name(line.value), line.span);
  else if (tag == "A4")
    add_name(reference_, "translator", read_ris_name(line.value), line.span);
  else if (tag == "ID")
    reference_.key = line.value, reference_.key_span = line.span;
  else if (tag == "SP")
    first_page_ = line.value, page_span_ = line.span;
  else if (tag == "EP")
    last_page_ = line.value;
  else if (tag == "SN")
    set(reference_, reference_.type == "book" || reference_.type == "chapter" ? "ISBN" : "ISSN", line.value, line.span);
  else if (tag == "KW") {
    auto& keywords = reference_.fields["keyword"];
    keywords.value += (keywords.value.empty() ? "" : "; ") + line.value;
    keywords.span = line.span;
  } else if (tag == "DA" || tag == "PY" || tag == "Y1" || tag == "Y2") {
    ReferenceDate date = read_ris_date(line.value);
    date.span = line.span;
    const std::string variable = tag == "Y2" ? "accessed" : "issued";
    // DA has the day where PY has only the year.
    if (tag == "DA" && !date.parts.empty())
      reference_.dates[variable] = std::move(date);
    else
      reference_.dates.try_emplace(variable, std::move(date));
  } else if (const auto variable = look_up(kFields, tag); !variable.empty()) {
    set(reference_, variable, line.value, line.span);
  }
}

void RisReader::finish(Span last) {
  if (!first_page_.empty()) {
    const bool is_range = !last_page_.empty() && first_page_.find('-') == first_page_.npos && last_page_ != first_page_;
    set(reference_, "page", is_range ? first_page_ + "-" + last_page_ : first_page_, page_span_);
  }
  reference_.span.end = last.end;
  if (reference_.key.empty()) {
    reference_.key = entries_.free_key(make_key(reference_));
    reference_.key_span = reference_.span;
  }
  entries_.add(std::move(reference_));
  reference_ = {};
  first_page_.clear();
  last_page_.clear();
  is_open_ = false;
}

// NBIB

constexpr auto kNbibFields = std::to_array<Pair>({
    {"TI", "title"},
    {"BTI", "container-title"},
    {"JT", "container-title"},
    {"TA", "container-title-short"},
    {"VI", "volume"},
    {"IP", "issue"},
    {"PG", "page"},
    {"AB", "abstract"},
    {"LA", "language"},
    {"PB", "publisher"},
    {"PL", "publisher-place"},
    {"EN", "edition"},
    {"ISBN", "ISBN"},
    {"PMC", "PMCID"},
    {"CTI", "collection-title"},
});

/// "Miller, Timothy M" (FAU) or "Miller TM" (AU).
Name read_nbib_name(std::string_view text) {
  if (text.find(',') != text.npos) return read_ris_name(text);
  Name name;
  const std::size_t space = text.rfind(' ');
  name.family = text.substr(0, space);
  if (space != text.npos) name.given = text.substr(space + 1);
  return name;
}

/// "2022 Sep 22"
ReferenceDate read_nbib_date(std::string_view text) {
  ReferenceDate date;
  std::array<int, 3> parts{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), parts[0]);
  if (read.ec != std::errc()) {
    date.literal = text;
    return date;
  }
  const std::string_view rest = trimmed(text.substr(static_cast<std::size_t>(read.ptr - text.data())));
  const std::string_view month = rest.substr(0, rest.find_first_of(" -/"));
  int ignored = 0;
  parts[1] = month.empty() ? 0 : read_bib_month(month, ignored);
  if (parts[1] > 0 && rest.size() > month.size()) {
    std::from_chars(rest.data() + month.size() + 1, rest.data() + rest.size(), parts[2]);
  }
  if (parts[2] < 0 || parts[2] > 31) parts[2] = 0;
  date.parts.push_back(parts);
  return date;
}

std::string nbib_type(std::string_view publication_type) {
  const std::string kind = to_lower(publication_type);
  if (kind == "book" || kind == "books and documents") return "book";
  if (kind == "book chapter") return "chapter";
  if (kind == "preprint") return "article";
  if (kind == "dataset") return "dataset";
  return {};
}

class NbibReader {
 public:
  NbibReader(FileId file, LibraryEntries& entries) : file_(file), entries_(entries) {}
  void read(std::string_view text) {
    Span last{file_, 0, 0};
    for (const TaggedLine& line : read_tagged_lines(text, file_)) {
      if (line.tag == "PMID") begin(line);
      if (is_open_) take(line), reference_.span.end = line.span.end;
      last = line.span;
    }
    if (is_open_) finish();
  }

 private:
  void begin(const TaggedLine& line) {
    if (is_open_) finish();
    is_open_ = true;
    reference_.key = "pmid" + line.value;
    reference_.key_span = line.span;
    reference_.span = line.span;
    reference_.type = "article-journal";
    set(reference_, "PMID", line.value, line.span);
  }
  void take(const TaggedLine&);
  void finish();

  FileId file_;
  LibraryEntries& entries_;
  Reference reference_;
  std::vector<std::pair<Name, Span>> short_authors_;  ///< AU, used where FAU is missing
  bool is_open_ = false;
};

void NbibReader::take(const TaggedLine& line) {
  const std::string& tag = line.tag;
  if (tag == "FAU")
    add_name(reference_, "author", read_nbib_name(line.value), line.span);
  else if (tag == "AU")
    short_authors_.emplace_back(read_nbib_name(line.value), line.span);
  else if (tag == "CN") {
    Name group;
    group.literal = line.value;
    add_name(reference_, "author", std::move(group), line.span);
  } else if (tag == "FED")
    add_name(reference_, "editor", read_nbib_name(line.value), line.span);
  else if (tag == "DP") {
    ReferenceDate date = read_nbib_date(line.value);
    date.span = line.span;
    reference_.dates.try_emplace("issued", std::move(date));
  } else if (tag == "LID" || tag == "AID") {
    const std::size_t mark = line.value.find(" [doi]");
    if (mark != line.value.npos) set(reference_, "DOI", std::string_view(line.value).substr(0, mark), line.span);
  } else if (tag == "IS") {
    set(reference_, "ISSN", std::string_view(line.value).substr(0, line.value.find(' ')), line.span);
  } else if (tag == "PT") {
    if (std::string type = nbib_type(line.value); !type.empty()) reference_.type = std::move(type);
  } else if (const auto variable = look_up(kNbibFields, tag); !variable.empty()) {
    std::string_view value = line.value;
    if (tag == "TI" && value.ends_with('.')) value.remove_suffix(1);  // the style ends titles
    set(reference_, variable, value, line.span);
  }
}

void NbibReader::finish() {
  if (!reference_.names.contains("author")) {
    for (auto& [name, span] : short_authors_) add_name(reference_, "author", std::move(name), span);
  }
  short_authors_.clear();
  entries_.add(std::move(reference_));
  reference_ = {};
  is_open_ = false;
}

}  // namespace

void read_library_ris(std::string_view text, FileId file, Library& library, Findings& findings) {
  LibraryEntries entries(library, findings);
  RisReader(file, entries).read(text);
}

void read_library_nbib(std::string_view text, FileId file, Library& library, Findings& findings) {
  LibraryEntries entries(library, findings);
  NbibReader(file, entries).read(text);
}

}  // namespace bifolio::parse
