#include "parse/shadow.h"

#include <algorithm>
#include <array>

namespace bifolio::parse {
namespace {

/// Deeper nesting than this on one line, or marks further to the right, make no
/// structure: cmark's time grows with depth times lines.
constexpr int kMaxMarks = 120;
constexpr std::size_t kMaxIndent = 500;

/// One line of the shadow, masked from left to right.
class LineMask {
 public:
  LineMask(std::string& text, std::size_t begin, std::size_t end) : text_(text), begin_(begin), at_(begin), end_(end) {}

  void apply() {
    skip_structure();
    mend_full_width();
    if (is_too_deep() && at_ < end_) text_[at_] = 'x';
  }

 private:
  /// Steps over what opens quotes, list items and definitions: `> 1. - : `
  void skip_structure() {
    for (; !is_too_deep(); ++marks_) {
      skip_blanks();
      if (at_ >= end_) return;
      if (text_[at_] == '>' || is_definition_mark())
        ++at_;
      else if (!skip_list_mark())
        return;
    }
    skip_blanks();
  }

  void skip_blanks() {
    while (at_ < end_ && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  bool is_definition_mark() const {
    return text_[at_] == ':' && at_ + 1 < end_ && (text_[at_ + 1] == ' ' || text_[at_ + 1] == '\t');
  }

  bool skip_list_mark() {
    std::size_t end = at_;
    while (end < end_ && end - at_ < 9 && text_[end] >= '0' && text_[end] <= '9') ++end;
    const bool is_ordered = end > at_;
    if (end >= end_) return false;
    const char mark = text_[end];
    if (is_ordered ? mark != '.' && mark != ')' : mark != '-' && mark != '+' && mark != '*') return false;
    ++end;
    if (end < end_ && text_[end] != ' ' && text_[end] != '\t') return false;
    at_ = end;
    return true;
  }

  bool is_too_deep() const { return marks_ >= kMaxMarks || at_ - begin_ > kMaxIndent; }

  /// `＃＃ 标题` → `##     标题`, `：：： {.table}` → `:::       {.table}`
  void mend_full_width() {
    const std::string_view rest = std::string_view(text_).substr(at_, end_ - at_);
    if (const std::size_t count = repeats(rest, "＃"); count >= 1 && count <= 6 && is_blank_after(rest, count * 3)) {
      replace(count, '#');
    } else if (const std::size_t colons = repeats(rest, "："); colons >= 3) {
      replace(colons, ':');
    }
  }

  static std::size_t repeats(std::string_view text, std::string_view unit) {
    std::size_t count = 0;
    while (text.substr(count * unit.size()).starts_with(unit)) ++count;
    return count;
  }

  /// `＃标签` is a hashtag as much as `#标签` is; an ideographic space is a space.
  static bool is_blank_after(std::string_view rest, std::size_t at) {
    const std::string_view after = rest.substr(at);
    return after.empty() || after[0] == ' ' || after[0] == '\t' || after.starts_with("\u3000");
  }

  void replace(std::size_t count, char mark) {
    const std::size_t width = count * 3;
    std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), count, mark);
    std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at_ + count), width - count, ' ');
    if (std::string_view(text_).substr(at_ + width).starts_with("\u3000")) text_.replace(at_ + width, 3, "   ");
  }

  std::string& text_;
  std::size_t begin_, at_, end_;
  int marks_ = 0;
};

/// More blank lines than this in a row become one long blank line: each of them
/// costs cmark a step for every list that is open.
constexpr int kMaxBlankLines = 30;

void join_blank_lines(std::string& text) {
  for (std::size_t at = text.find_first_of("\r\n"); at < text.size(); at = text.find_first_of("\r\n", at)) {
    const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    // The last line end of the run stays: what follows it is a line's indentation.
    const std::size_t last = text.find_last_of("\r\n", end - 1);
    for (int lines = 0; at < last; ++at) {
      if ((text[at] == '\n' || text[at] == '\r') && ++lines > kMaxBlankLines) text[at] = ' ';
    }
    at = end;
  }
}

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size();) {
    starts.push_back(at);
    at = text.find_first_of("\r\n", at);
    if (at == text.npos) break;
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
  }
  return starts;
}

}  // namespace

Shadow::Shadow(std::string_view source) : text(source) {
  if (!text.empty() && text.back() != '\n' && text.back() != '\r') text += '\n';
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\0' || c == kMaskedBracket; }, 'x');
  std::replace(text.begin(), text.end(), '[', kMaskedBracket);
  join_blank_lines(text);
  starts = line_starts(text);
  for (std::size_t line = 0; line < starts.size(); ++line) LineMask(text, starts[line], line_end(line)).apply();
}

std::size_t Shadow::line_end(std::size_t line) const {
  std::size_t end = line + 1 < starts.size() ? starts[line + 1] : text.size();
  if (end > starts[line] && text[end - 1] == '\n') --end;
  if (end > starts[line] && text[end - 1] == '\r') --end;
  return end;
}

}  // namespace bifolio::parse
