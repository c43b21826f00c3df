#include "parse/bib_syntax.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"

namespace bifolio::parse {

const BibField* BibEntry::find(std::string_view wanted) const {
  const auto at =
      std::find_if(fields.begin(), fields.end(), [&](const BibField& field) { return field.name == wanted; });
  return at == fields.end() ? nullptr : &*at;
}

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Names of types, fields and strings, and keys.
bool is_name_character(char c) {
  return !is_blank(c) && std::string_view("{}(),=#\"%@").find(c) == std::string_view::npos;
}
bool is_key_character(char c) {
  return !is_blank(c) && c != ',' && c != '}' && c != '{' && c != '"';
}

const std::map<std::string, std::string, std::less<>>& months() {
  static const std::map<std::string, std::string, std::less<>> all = {
      {"jan", "1"}, {"feb", "2"}, {"mar", "3"}, {"apr", "4"},  {"may", "5"},  {"jun", "6"},
      {"jul", "7"}, {"aug", "8"}, {"sep", "9"}, {"oct", "10"}, {"nov", "11"}, {"dec", "12"}};
  return all;
}

class BibReader {
 public:
  BibReader(std::string_view text, FileId file, LibraryEntries& entries)
      : text_(text), file_(file), entries_(entries), strings_(months()) {}
  std::vector<BibEntry> read();

 private:
  void read_block();
  void read_entry(BibEntry);
  bool read_field(BibEntry&);
  std::optional<std::string> read_value(BibEntry&);
  std::optional<std::string> read_part(BibEntry&);
  std::optional<std::string> read_braced(BibEntry&);
  std::optional<std::string> read_quoted(BibEntry&);
  void read_string();
  void skip_braced();
  void resume();

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  /// Blanks are passed only where the character follows: spans end at what was read.
  bool take(char c) {
    const std::size_t before = at_;
    skip_blanks();
    if (at_ < text_.size() && text_[at_] == c) return ++at_, true;
    at_ = before;
    return false;
  }
  std::string_view take_while(bool (*test)(char)) {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && test(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  /// An `@word{` at the beginning of a line: surely a new entry.
  bool is_entry_start(std::size_t at) const;
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  void fault(std::size_t at, const BibEntry& entry, Words reason) {
    entries_.report(span(at, std::min(at + 1, text_.size())), entry.key, reason,
                    {"Reading went on at the next entry.", "已从下一条目继续读取。"});
    has_failed_ = true;
  }

  std::string_view text_;
  FileId file_;
  LibraryEntries& entries_;
  std::map<std::string, std::string, std::less<>> strings_;
  std::vector<BibEntry> out_;
  std::size_t at_ = 0;
  char closing_ = '}';
  bool has_failed_ = false;
};

std::vector<BibEntry> BibReader::read() {
  while ((at_ = std::min(text_.find('@', at_), text_.size())) < text_.size()) {
    has_failed_ = false;
    read_block();
    if (has_failed_) resume();
  }
  return std::move(out_);
}

void BibReader::resume() {
  while (at_ < text_.size() && !is_entry_start(at_)) ++at_;
}

bool BibReader::is_entry_start(std::size_t at) const {
  if (text_[at] != '@' || (at > 0 && text_[at - 1] != '\n')) return false;
  std::size_t end = at + 1;
  while (end < text_.size() && ((text_[end] | 32) >= 'a' && (text_[end] | 32) <= 'z')) ++end;
  return end > at + 1 && end < text_.size() && (text_[end] == '{' || text_[end] == '(');
}

void BibReader::read_block() {
  const std::size_t begin = at_++;
  BibEntry entry;
  entry.type = to_lower(take_while(is_name_character));
  if (entry.type.empty()) return;
  if (entry.type == "comment") return skip_braced();
  const bool has_brace = take('{');
  if (!has_brace && !take('(')) return;  // an e-mail address in a comment
  closing_ = has_brace ? '}' : ')';
  if (entry.type == "preamble") {
    --at_;
    return skip_braced();
  }
  if (entry.type == "string") return read_string();
  entry.span = span(begin, begin);
  read_entry(std::move(entry));
}

void BibReader::skip_braced() {
  if (!take('{')) return;
  for (int depth = 1; at_ < text_.size() && depth > 0; ++at_)
    depth += text_[at_] == '{' ? 1 : text_[at_] == '}' ? -1 : 0;
}

void BibReader::read_string() {
  BibEntry none;
  const std::string name = to_lower(take_while(is_name_character));
  if (!take('=')) return fault(at_, none, {"@string needs a name, `=` and a value", "@string 需要名称、`=` 和值"});
  if (auto value = read_value(none)) strings_[name] = std::move(*value);
  take(closing_);
}

void BibReader::read_entry(BibEntry entry) {
  skip_blanks();
  const std::size_t begin = at_;
  entry.key = take_while(is_key_character);
  entry.key_span = span(begin, begin + entry.key.size());
  if (entry.key.find('=') != entry.key.npos) {  // no key: the first field stands in its place
    at_ = begin;
    entry.key.clear();
    fault(begin, entry, {"the entry has no key after its `{`", "条目的 `{` 之后缺少引文键"});
    return;
  }
  while (take(',')) {
    skip_blanks();
    if (at_ < text_.size() && (text_[at_] == closing_ || text_[at_] == ',')) continue;
    if (!read_field(entry)) break;
  }
  if (!has_failed_ && !take(closing_)) {
    fault(at_, entry, {"a comma or the closing brace is missing here", "此处缺少逗号或右花括号"});
  }
  entry.span.end = static_cast<std::uint32_t>(at_);
  if (!entry.key.empty()) out_.push_back(std::move(entry));
}

bool BibReader::read_field(BibEntry& entry) {
  const std::size_t begin = at_;
  BibField field;
  field.name = to_lower(take_while(is_name_character));
  if (field.name.empty() || !take('=')) {
    fault(begin, entry, {"a field needs a name, `=` and a value", "字段需要名称、`=` 和值"});
    return false;
  }
  skip_blanks();
  const std::size_t value_begin = at_;
  auto value = read_value(entry);
  if (!value) return false;
  field.value = std::move(*value);
  field.span = span(value_begin, at_);
  if (!entry.find(field.name)) entry.fields.push_back(std::move(field));
  return true;
}

std::optional<std::string> BibReader::read_value(BibEntry& entry) {
  std::string value;
  do {
    auto part = read_part(entry);
    if (!part) return std::nullopt;
    value += *part;
  } while (take('#'));
  return value;
}

std::optional<std::string> BibReader::read_part(BibEntry& entry) {
  skip_blanks();
  if (at_ < text_.size() && text_[at_] == '{') return read_braced(entry);
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(entry);
  const std::size_t begin = at_;
  const std::string_view word = take_while(is_name_character);
  if (word.empty()) {
    fault(begin, entry, {"a value is missing after `=`", "`=` 之后缺少值"});
    return std::nullopt;
  }
  const auto known = strings_.find(to_lower(word));
  return known == strings_.end() ? std::string(word) : known->second;
}

std::optional<std::string> BibReader::read_braced(BibEntry& entry) {
  const std::size_t begin = at_++;
  for (int depth = 1; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size())
      ++at_;
    else if (c == '{')
      ++depth;
    else if (c == '}' && --depth == 0)
      return std::string(text_.substr(begin + 1, at_++ - begin - 1));
    else if (c == '@' && is_entry_start(at_))
      break;
  }
  fault(begin, entry, {"a `{` opens here and is never closed", "此处的 `{` 没有对应的右花括号"});
  return std::nullopt;
}

std::optional<std::string> BibReader::read_quoted(BibEntry& entry) {
  const std::size_t begin = at_++;
  for (int depth = 0; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '"')
      ++at_;
    else if (c == '{')
      ++depth;
    else if (c == '}')
      --depth;
    else if (c == '"' && depth <= 0)
      return std::string(text_.substr(begin + 1, at_++ - begin - 1));
    else if (c == '@' && is_entry_start(at_))
      break;
  }
  fault(begin, entry, {"a `\"` opens here and is never closed", "此处的引号没有闭合"});
  return std::nullopt;
}

}  // namespace

std::vector<BibEntry> read_bib_syntax(std::string_view text, FileId file, LibraryEntries& entries) {
  return BibReader(text, file, entries).read();
}

}  // namespace bifolio::parse
