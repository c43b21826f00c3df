#include "parse/library_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "base/tree.h"
#include "base/unicode.h"
#include "parse/rules.h"
#include "parse/words.h"
#include "source/lines.h"
#include "syntax/rules.h"
#include "syntax/syntax.h"

namespace bifolio::parse {
namespace {

constexpr int kMostFaults = 1000;

// CSL 1.0.2, appendix IV: the variables that hold names and dates.
constexpr std::array<std::string_view, 30> kNames = {"author",
                                                     "chair",
                                                     "collection-editor",
                                                     "compiler",
                                                     "composer",
                                                     "container-author",
                                                     "contributor",
                                                     "curator",
                                                     "director",
                                                     "editor",
                                                     "editor-translator",
                                                     "editorial-director",
                                                     "executive-producer",
                                                     "guest",
                                                     "host",
                                                     "illustrator",
                                                     "interviewer",
                                                     "narrator",
                                                     "organizer",
                                                     "original-author",
                                                     "performer",
                                                     "producer",
                                                     "recipient",
                                                     "reviewed-author",
                                                     "script-writer",
                                                     "series-creator",
                                                     "translator",
                                                     "editortranslator",
                                                     "reviewed-editor",
                                                     "inventor"};
constexpr std::array<std::string_view, 6> kDates = {"accessed", "available-date", "event-date",
                                                    "issued",   "original-date",  "submitted"};
/// What an entry's first key cannot be: that of a name or a date inside an entry.
constexpr std::array<std::string_view, 12> kInnerKeys = {"family",
                                                         "given",
                                                         "literal",
                                                         "suffix",
                                                         "dropping-particle",
                                                         "non-dropping-particle",
                                                         "comma-suffix",
                                                         "static-ordering",
                                                         "parse-names",
                                                         "date-parts",
                                                         "season",
                                                         "circa"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Reason {
  std::string en, zh_hans;
};

class LibraryReader {
 public:
  LibraryReader(std::string_view text, FileId file, Library& library, Findings& findings)
      : text_(text), file_(file), lines_(text), library_(library), findings_(findings) {
    for (const Reference& reference : library.references) keys_.emplace(fold_case(reference.key), reference.key_span);
  }

  void read();

 private:
  struct Part {
    Tree tree;
    std::optional<Span> fault;
    Reason reason;
  };
  Part parse_from(std::size_t begin, bool is_first);
  std::optional<std::size_t> next_entry(std::size_t from) const;
  void report_fault(const Part&, std::optional<std::size_t> next);

  void read_entry(const Tree&);
  void read_member(const Member&, Reference&);
  void read_names(const Member&, Reference&);
  void read_date(const Member&, Reference&);
  std::optional<Name> read_name(const Tree&);
  void add(Reference);

  void report(Span span, Reason reason, std::string_view resumed_en, std::string_view resumed_zh);
  void report_shape(const Tree& value, std::string_view key, Reason expected) {
    report(value.span,
           {"`" + std::string(key) + "` must be " + expected.en, "`" + std::string(key) + "` 应为" + expected.zh_hans},
           "The rest of the entry was read.", "条目的其余部分已读取。");
  }

  std::string_view text_;
  FileId file_;
  source::Lines lines_;
  Library& library_;
  Findings& findings_;
  std::map<std::string, Span> keys_;
  std::string entry_;  ///< how messages name the entry at hand
};

void LibraryReader::read() {
  std::optional<std::size_t> begin = 0;
  for (int faults = 0; begin && faults < kMostFaults; ++faults) {
    Part part = parse_from(*begin, faults == 0);
    if (!part.fault && !part.tree.is_array()) {
      entry_ = "—";
      report({file_, 0, 0},
             {"the file must be a list of entries, [ { … }, { … } ]", "文件应为条目列表 [ { … }, { … } ]"},
             "Nothing of it was read.", "未读取任何内容。");
      return;
    }
    // What a fault cut off is not an entry.
    if (part.fault && !part.tree.items.empty() && part.tree.items.back().span.end >= part.fault->begin) {
      part.tree.items.pop_back();
    }
    for (const Tree& item : part.tree.items) read_entry(item);
    begin = part.fault ? next_entry(part.fault->end) : std::nullopt;
    if (part.fault) report_fault(part, begin);
  }
}

/// Reads the list from there on. Later parts begin with an entry: a bracket is put before it.
LibraryReader::Part LibraryReader::parse_from(std::size_t begin, bool is_first) {
  Findings found;
  const std::string rest = is_first ? std::string() : "[" + std::string(text_.substr(begin));
  const auto offset = static_cast<std::uint32_t>(is_first ? 0 : begin - 1);
  Part part{syntax::parse_json({is_first ? text_ : std::string_view(rest), file_, offset}, found), {}, {}};
  for (const Finding& finding : found.all()) {
    if (finding.rule != &syntax::syntax_json) {
      findings_.add(finding);
      continue;
    }
    part.fault = finding.span;
    part.reason = {finding.arguments[0].text, finding.arguments[0].zh_hans};
  }
  return part;
}

/// The next `{` whose first key is that of an entry.
std::optional<std::size_t> LibraryReader::next_entry(std::size_t from) const {
  for (std::size_t at = text_.find('{', from); at != text_.npos; at = text_.find('{', at + 1)) {
    const std::size_t quote = text_.find_first_not_of(" \t\r\n", at + 1);
    if (quote == text_.npos || text_[quote] != '"') continue;
    const std::size_t close = text_.find_first_of("\"\n", quote + 1);
    if (close != text_.npos && !holds(kInnerKeys, text_.substr(quote + 1, close - quote - 1))) return at;
  }
  return std::nullopt;
}

void LibraryReader::report_fault(const Part& part, std::optional<std::size_t> next) {
  const std::size_t at = std::min<std::size_t>(part.fault->begin, text_.size());
  const std::size_t id = text_.rfind("\"id\"", at);
  entry_ = "—";
  if (id != text_.npos) {
    const std::size_t open = text_.find('"', id + 4),
                      close = text_.find_first_of("\"\n", open == text_.npos ? open : open + 1);
    if (close != text_.npos && close <= at) entry_ = "`" + std::string(text_.substr(open + 1, close - open - 1)) + "`";
  }
  const std::string line = next ? std::to_string(lines_.position(static_cast<std::uint32_t>(*next)).line) : "";
  if (next)
    report(*part.fault, part.reason, "Reading resumed at line " + line + ".", "已从第 " + line + " 行继续读取。");
  else
    report(*part.fault, part.reason, "No entry follows.", "其后没有其他条目。");
}

void LibraryReader::read_entry(const Tree& item) {
  Reference reference;
  reference.span = item.span;
  entry_ = "—";
  constexpr std::string_view kLeftOut = "The entry was left out.", kLeftOutChinese = "该条目已被忽略。";
  if (!item.is_object()) {
    return report(item.span, {"an entry is a group in braces, { \"id\": … }", "条目应写在花括号中 { \"id\": … }"},
                  kLeftOut, kLeftOutChinese);
  }
  const Tree* id = item.find("id");
  if (!id || !(id->is_string() || id->is_number()) || trimmed(id->text).empty()) {
    const Span place = id ? id->span : Span{file_, item.span.begin, item.span.begin + 1};
    return report(place, {"it has no `id`, so it cannot be cited", "缺少 `id`，无法引用"}, kLeftOut, kLeftOutChinese);
  }
  reference.key = id->text;
  reference.key_span = id->span;
  entry_ = "`" + reference.key + "`";
  for (const Member& member : item.members) read_member(member, reference);
  if (reference.type.empty() && !item.find("type")) {
    report(reference.key_span, {"it has no `type`, so its style cannot be chosen", "缺少 `type`，无法确定著录格式"},
           "It was read as a document.", "已按一般文献（document）读取。");
  }
  if (reference.type.empty()) reference.type = "document";
  add(std::move(reference));
}

void LibraryReader::read_member(const Member& member, Reference& reference) {
  const Tree& value = member.value;
  if (member.key == "id" || member.key == "custom" || member.key == "categories") return;
  if (holds(kNames, member.key)) return read_names(member, reference);
  if (holds(kDates, member.key)) return read_date(member, reference);
  if (value.is_null()) return;
  if (!value.is_string() && !value.is_number())
    return report_shape(value, member.key, {"text or a number", "文字或数字"});
  if (member.key == "type") {
    reference.type = value.text;
  } else {
    reference.fields[member.key] = {value.text, value.span, value.is_number()};
  }
}

void LibraryReader::read_names(const Member& member, Reference& reference) {
  if (!member.value.is_array()) {
    return report_shape(
        member.value, member.key,
        {"a list of names, [{ \"family\": …, \"given\": … }]", "姓名列表 [{ \"family\": …, \"given\": … }]"});
  }
  ReferenceNames names{{}, member.value.span};
  for (const Tree& item : member.value.items) {
    if (const auto name = read_name(item))
      names.names.push_back(*name);
    else
      report_shape(item, member.key, {"names with family, given or literal", "含 family、given 或 literal 的姓名"});
  }
  reference.names[member.key] = std::move(names);
}

std::optional<Name> LibraryReader::read_name(const Tree& tree) {
  Name name;
  if (tree.is_string()) name.literal = tree.text;
  const auto text = [&](std::string_view key, std::string& out) {
    if (const Tree* value = tree.find(key); value && (value->is_string() || value->is_number())) out = value->text;
  };
  // Flags are true, 1 or "1" in files of different programs.
  const auto flag = [&](std::string_view key, bool& out) {
    const Tree* value = tree.find(key);
    out = value && ((value->is_boolean() && value->boolean) ||
                    (!value->is_boolean() && !value->is_null() && value->text != "0" && !value->text.empty()));
  };
  text("family", name.family);
  text("given", name.given);
  text("dropping-particle", name.dropping_particle);
  text("non-dropping-particle", name.non_dropping_particle);
  text("suffix", name.suffix);
  text("literal", name.literal);
  flag("comma-suffix", name.comma_suffix);
  flag("static-ordering", name.static_ordering);
  flag("parse-names", name.parse_names);
  if (name.family.empty() && name.given.empty() && name.literal.empty()) return std::nullopt;
  return name;
}

std::optional<int> number_of(const Tree& tree) {
  if (tree.is_number()) {
    const auto value = as_integer(tree);
    return value && *value >= -9999 && *value <= 99999 ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(tree.text.data(), tree.text.data() + tree.text.size(), value);
  const bool is_whole = tree.is_string() && error == std::errc() && end == tree.text.data() + tree.text.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

std::optional<std::array<int, 3>> date_parts(const Tree& tree) {
  std::array<int, 3> parts{};
  if (!tree.is_array() || tree.items.empty() || tree.items.size() > 3) return std::nullopt;
  for (std::size_t i = 0; i < tree.items.size(); ++i) {
    const Tree& item = tree.items[i];
    if (item.is_null() || (item.is_string() && item.text.empty())) break;
    const auto number = number_of(item);
    if (!number) return std::nullopt;
    parts[i] = *number;
  }
  return parts;
}

void LibraryReader::read_date(const Member& member, Reference& reference) {
  const Tree& tree = member.value;
  ReferenceDate date;
  date.span = tree.span;
  const Reason expected = {"a date, { \"date-parts\": [[2024, 8, 1]] }", "日期 { \"date-parts\": [[2024, 8, 1]] }"};
  if (tree.is_string())
    date.raw = tree.text;
  else if (!tree.is_object())
    return report_shape(tree, member.key, expected);
  if (const Tree* parts = tree.find("date-parts")) {
    if (!parts->is_array() || parts->items.size() > 2) return report_shape(*parts, member.key, expected);
    for (const Tree& item : parts->items) {
      const auto part = date_parts(item);
      if (!part) return report_shape(item, member.key, expected);
      if ((*part)[0] != 0) date.parts.push_back(*part);
    }
  }
  if (const Tree* season = tree.find("season")) {
    const auto number = number_of(*season);
    if (number && *number >= 1 && *number <= 4) date.season = *number;
  }
  if (const Tree* circa = tree.find("circa")) {
    date.circa = circa->is_boolean() ? circa->boolean : !circa->is_null() && circa->text != "0" && !circa->text.empty();
  }
  if (const Tree* literal = tree.find("literal")) date.literal = literal->text;
  if (const Tree* raw = tree.find("raw")) date.raw = raw->text;
  reference.dates[member.key] = std::move(date);
}

void LibraryReader::add(Reference reference) {
  const auto [first, is_new] = keys_.emplace(fold_case(reference.key), reference.key_span);
  if (is_new) {
    library_.references.push_back(std::move(reference));
    return;
  }
  Finding finding{&bib_key_duplicate, reference.key_span, {{"key", reference.key}}};
  finding.related = {{first->second, {"the first entry with this key", "使用此键的第一个条目"}}};
  finding.subject = reference.key;
  findings_.add(std::move(finding));
}

void LibraryReader::report(Span span, Reason reason, std::string_view resumed_en, std::string_view resumed_zh) {
  Finding finding{
      &bib_parse_error, span, {{"entry", entry_}, {"reason", std::move(reason.en), std::move(reason.zh_hans)}}};
  finding.arguments.push_back({"resumed", std::string(resumed_en), std::string(resumed_zh)});
  finding.subject = entry_;
  findings_.add(std::move(finding));
}

}  // namespace

void read_library_json(std::string_view text, FileId file, Library& library, Findings& findings) {
  LibraryReader(text, file, library, findings).read();
}

}  // namespace bifolio::parse
