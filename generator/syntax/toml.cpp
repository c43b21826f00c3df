// TOML through toml++. It counts columns in code points, sorts its tables and
// stops at the first error; so full-width marks are read as ASCII beforehand (one
// code point for another, so that no column moves), and a statement it refuses is
// blanked out before it tries again: one run shows every problem.
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "syntax/fullwidth.h"
#include "syntax/place.h"
#include "syntax/rules.h"

namespace bifolio::syntax {
namespace {

constexpr std::size_t kMostBytes = 4u << 20;
constexpr int kMostFaults = 50;
constexpr int kMostKeyParts = 16;  // of a.b.c: toml++ itself limits only brackets

/// What toml++ reads: one code point for each of the input's.
using Text = std::u32string;

/// The input's code points, and where each of them stands.
class Characters {
 public:
  explicit Characters(const Input& input) : input_(input) {
    for (const auto at : code_points(input.text.substr(first_byte(input)))) {
      text.push_back(at.code_point);
      offsets_.push_back(first_byte(input) + at.offset);
    }
    offsets_.push_back(input.text.size());
    text.push_back(U'\n');  // so that the last line ends like every other
    lines_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_lone_return = text[i] == U'\r' && text[i + 1] != U'\n';  // TOML has no such line end
      if (is_lone_return) text[i] = U'\n';
      if (text[i] == U'\n') lines_.push_back(i + 1);
    }
  }

  std::size_t offset(std::size_t index) const { return offsets_[std::min(index, offsets_.size() - 1)]; }
  std::size_t index(toml::source_position at) const {
    if (at.line == 0) return 0;
    const std::size_t line = std::min<std::size_t>(at.line, lines_.size()) - 1;
    return std::min<std::size_t>(lines_[line] + std::max<std::size_t>(at.column, 1) - 1, text.size() - 1);
  }
  Span span(std::size_t begin, std::size_t end) const { return place(input_, offset(begin), offset(end)); }
  Span span(const toml::source_region& region) const { return span(index(region.begin), index(region.end)); }
  std::string_view slice(Span span) const { return input_.text.substr(span.begin - input_.offset, span.size()); }

  Text text;

 private:
  const Input& input_;
  std::vector<std::size_t> offsets_;
  std::vector<std::size_t> lines_;
};

// Full-width marks

/// Goes over the text once, outside strings and comments.
class FullwidthScan {
 public:
  FullwidthScan(Characters& characters, const Input& input, Findings& findings)
      : text_(characters.text), characters_(characters), input_(input), findings_(findings) {}

  void run() {
    while (at_ < text_.size()) step();
  }
  bool has_long_key() const { return has_long_key_; }
  std::size_t long_key() const { return long_key_; }

 private:
  void step() {
    const char32_t c = text_[at_];
    if (c == U'#') return skip_line();
    if (c == U'"' || c == U'\'') return skip_string(c, /*is_fullwidth=*/false);
    count_key_part(c);
    const char ascii = halfwidth(c);
    if (ascii == '"' || ascii == '\'') {
      mend(at_, ascii);
      return skip_string(static_cast<char32_t>(ascii), /*is_fullwidth=*/true);
    }
    // After a Han character the mark belongs to a text that lacks its quotes.
    if (ascii && ascii != '.' && (at_ == 0 || !is_han(text_[at_ - 1]))) mend(at_, ascii);
    ++at_;
  }

  void count_key_part(char32_t c) {
    if (c == U'=' || c == U',' || c == U'\n' || c == U'[' || c == U'{') parts_ = 0;
    if (c == U'.' && ++parts_ == kMostKeyParts && !has_long_key_) {
      has_long_key_ = true;
      long_key_ = at_;
    }
  }

  void skip_line() {
    while (at_ < text_.size() && text_[at_] != U'\n') ++at_;
  }

  void skip_string(char32_t quote, bool is_fullwidth) {
    const Text triple(3, quote);
    if (!is_fullwidth && text_.compare(at_, 3, triple) == 0) {
      const std::size_t close = text_.find(triple, at_ + 3);
      at_ = close == Text::npos ? text_.size() : close + 3;
      return;
    }
    std::size_t last_fullwidth = 0;
    for (++at_; at_ < text_.size() && text_[at_] != U'\n'; ++at_) {
      if (quote == U'"' && text_[at_] == U'\\') {
        ++at_;
      } else if (text_[at_] == quote) {
        ++at_;
        return;
      } else if (halfwidth(text_[at_]) == static_cast<char>(quote)) {
        last_fullwidth = at_;
        if (is_fullwidth && text_[at_] != U'“' && text_[at_] != U'‘') break;
      }
    }
    // "text” closes with the wrong mark; inside a closed string such marks are just text.
    if (last_fullwidth == 0) return;
    mend(last_fullwidth, static_cast<char>(quote));
    at_ = last_fullwidth + 1;
  }

  void mend(std::size_t index, char ascii) {
    const std::size_t begin = characters_.offset(index), end = characters_.offset(index + 1);
    text_[index] = static_cast<char32_t>(ascii);
    // A full-width space at the end of a line harms nobody.
    if (ascii != ' ') report_fullwidth(input_, begin, end - begin, ascii, "TOML", findings_);
  }

  Text& text_;
  Characters& characters_;
  const Input& input_;
  Findings& findings_;
  std::size_t at_ = 0;
  int parts_ = 0;
  bool has_long_key_ = false;
  std::size_t long_key_ = 0;
};

// toml++'s nodes as a Tree

class Converter {
 public:
  explicit Converter(const Characters& characters) : characters_(characters) {}

  Tree convert(const toml::node& node) const {
    Tree tree = value(node);
    tree.span = characters_.span(node.source());
    const bool is_as_written = tree.is_number() || (tree.is_string() && !node.is_string());  // 1_000, a date
    if (is_as_written) tree.text = characters_.slice(tree.span);
    return tree;
  }

 private:
  Tree value(const toml::node& node) const {
    if (const auto* table = node.as_table()) return convert_table(*table);
    if (const auto* array = node.as_array()) {
      Tree tree = Tree::array();
      for (const toml::node& item : *array) tree.add(convert(item));
      return tree;
    }
    if (const auto* text = node.as_string()) return Tree::of(std::string_view(text->get()));
    if (const auto* flag = node.as_boolean()) return Tree::of(flag->get());
    if (const auto* number = node.as_integer()) return Tree::of(static_cast<std::int64_t>(number->get()));
    if (const auto* number = node.as_floating_point()) return Tree::of(number->get());
    return Tree::of("");  // a date or a time stays as written
  }

  Tree convert_table(const toml::table& table) const {
    Tree tree = Tree::object();
    for (const auto& [key, node] : table) {
      tree.members.push_back({std::string(key.str()), characters_.span(key.source()), convert(node)});
    }
    std::stable_sort(tree.members.begin(), tree.members.end(),
                     [](const Member& a, const Member& b) { return a.key_span < b.key_span; });
    return tree;
  }

  const Characters& characters_;
};

// Faults

Words explain(std::string_view description) {
  const auto says = [&](std::string_view part) { return description.find(part) != description.npos; };
  if (says("could not determine value type") || says("expected value")) {
    return {"the value is neither text in double quotes nor a number, true, false or a list",
            "值既不是双引号中的文字，也不是数字、true、false 或列表"};
  }
  if (says("control characters") || says("string")) {
    return {"the text never closes its quote", "文字缺少结尾的引号"};
  }
  if (says("leading zeroes")) return {"a number does not begin with 0", "数字不能以 0 开头"};
  if (says("table header") || says("expected ']'")) return {"a group's name ends with ]", "组名应以 ] 结尾"};
  if (says("array"))
    return {"the list needs a comma between its values and a ] at its end", "列表各项之间要有逗号，末尾要有 ]"};
  if (says("inline table"))
    return {"the group in { } needs commas between its settings and a } at its end",
            "{ } 中各项之间要有逗号，末尾要有 }"};
  if (says("expected '='") || says("key-value pair"))
    return {"a setting is written `name = value`", "设置应写作 `名称 = 值`"};
  if (says("expected keys")) {
    return {"a setting begins with a name in Latin letters; other names stand in quotes",
            "设置以英文名称开头，其他名称要写在引号中"};
  }
  return {"it cannot be read", "无法读取"};
}

bool is_key_character(char32_t c) {
  return c == U'_' || c == U'-' || c == U'.' || c == U' ' || c == U'\t' || (c < 0x80 && (is_letter(c) || is_digit(c)));
}

/// A statement goes from a line that begins one to the next that does.
bool begins_statement(const Text& text, std::size_t line) {
  std::size_t at = text.find_first_not_of(U" \t", line);
  if (at == Text::npos || text[at] == U'\n' || text[at] == U'#' || text[at] == U'[') return true;
  if (text[at] == U'"') at = std::min(text.find_first_of(U"\"\n", at + 1), text.size() - 1) + 1;
  while (at < text.size() && is_key_character(text[at])) ++at;
  return at < text.size() && text[at] == U'=';
}

std::size_t line_start(const Text& text, std::size_t at) {
  const std::size_t before = at == 0 ? Text::npos : text.rfind(U'\n', at - 1);
  return before == Text::npos ? 0 : before + 1;
}

/// A list's or a group's bracket that is still open at the end of the line before.
std::optional<std::size_t> unclosed_bracket(const Text& text, std::size_t line) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < line; ++at) {
    const char32_t c = text[at];
    if (c == U'#') at = text.find(U'\n', at);
    if (c == U'"' || c == U'\'') at = std::min(text.find_first_of(c == U'"' ? U"\"\n" : U"'\n", at + 1), line);
    if (c == U'[' || c == U'{') open.push_back(at);
    if ((c == U']' || c == U'}') && !open.empty()) open.pop_back();
  }
  return open.empty() ? std::nullopt : std::optional(open.front());
}

struct Range {
  std::size_t begin, end;
};

/// What a fault at that place spoils.
Range statement_around(const Text& text, std::size_t at) {
  std::size_t begin = line_start(text, at);
  if (const auto bracket = unclosed_bracket(text, begin); bracket && begins_statement(text, begin)) {
    return {line_start(text, *bracket), begin};
  }
  while (begin > 0 && !begins_statement(text, begin)) begin = line_start(text, begin - 1);
  const std::size_t first = text.find_first_not_of(U" \t", begin);
  const bool is_header = first != Text::npos && text[first] == U'[';
  std::size_t end = text.find(U'\n', std::max(at, begin)) + 1;
  // The settings of a group whose name is broken must not fall into the group before it.
  const auto goes_on = [&] {
    const std::size_t next = text.find_first_not_of(U" \t", end);
    if (is_header) return next != Text::npos && text[next] != U'[';
    return !begins_statement(text, end);
  };
  while (end != 0 && end < text.size() && goes_on()) end = text.find(U'\n', end) + 1;
  return {begin, end == 0 ? text.size() : end};
}

/// Blanks a statement out; false where nothing is left to blank.
bool blank(Text& text, Range range) {
  bool changed = false;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (text[i] == U'\n' || text[i] == U' ') continue;
    text[i] = U' ';
    changed = true;
  }
  return changed;
}

void report(const Characters& characters, const toml::parse_error& error, Findings& findings) {
  std::size_t at = characters.index(error.source().begin);
  const std::string_view description = error.description();
  if (description.find("redefine") != description.npos) {
    const std::size_t begin = line_start(characters.text, at);
    const std::size_t from = characters.text.find_first_not_of(U" \t", begin);
    const std::size_t to = characters.text.find_first_of(U"=\n", from);
    const std::size_t last = characters.text.find_last_not_of(U" \t", to - 1);
    const Span span = characters.span(from, last + 1);
    findings.add({&syntax_duplicate_key, span, {{"key", std::string(characters.slice(span))}}});
    return;
  }
  Words reason = explain(description);
  if (const auto bracket = unclosed_bracket(characters.text, line_start(characters.text, at))) {
    if (begins_statement(characters.text, line_start(characters.text, at))) {
      at = *bracket;
      reason = {"this bracket is never closed", "此括号没有结尾"};
    }
  }
  const std::size_t end = characters.text[at] == U'\n' ? at : at + 1;
  findings.add(
      {&syntax_toml, characters.span(at, end), {{"reason", std::string(reason.en), std::string(reason.zh_hans)}}});
}

}  // namespace

Tree parse_toml(const Input& input, Findings& findings) {
  Tree nothing = Tree::object();
  nothing.span = place(input, 0, input.text.size());
  if (input.text.size() > kMostBytes) {
    const std::string size = std::to_string(input.text.size() >> 10) + " KB";
    findings.add({&syntax_too_large,
                  place(input, 0, 0),
                  {{"format", "TOML"}, {"size", size}, {"limit", std::to_string(kMostBytes >> 10) + " KB"}}});
    return nothing;
  }
  Characters characters(input);
  FullwidthScan scan(characters, input, findings);
  scan.run();
  if (scan.has_long_key()) {
    findings.add({&syntax_too_deep,
                  characters.span(scan.long_key(), scan.long_key() + 1),
                  {{"limit", std::to_string(kMostKeyParts)}}});
    return nothing;
  }
  for (int faults = 0; faults < kMostFaults; ++faults) {
    try {
      const toml::table table = toml::parse(to_utf8(characters.text));
      Tree tree = Converter(characters).convert(table);
      tree.span = nothing.span;
      return tree;
    } catch (const toml::parse_error& error) {
      report(characters, error, findings);
      if (!blank(characters.text, statement_around(characters.text, characters.index(error.source().begin)))) break;
    }
  }
  return nothing;
}

}  // namespace bifolio::syntax
