#include <array>
#include <cmath>
#include <string>

#include "chart/time.h"
#include "chart/value.h"

namespace bifolio::chart {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The month that a word begins with three letters of, or -1.
int month_named(std::string_view word) {
  if (word.size() < 3) return -1;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower(word[0]) == kMonths[i][0] && lower(word[1]) == kMonths[i][1] && lower(word[2]) == kMonths[i][2]) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

/// Reads digits and letters of a text from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  /// Up to `most` digits; -1 where there is none.
  int number(std::size_t most = 9) {
    int value = 0;
    const std::size_t begin = at_;
    while (!at_end() && is_digit(text_[at_]) && at_ - begin < most) value = value * 10 + (text_[at_++] - '0');
    digits_ = at_ - begin;
    return digits_ == 0 ? -1 : value;
  }
  std::size_t digits() const { return digits_; }
  std::string_view word() {
    const std::size_t begin = at_;
    while (!at_end() && is_letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void skip() { ++at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0, digits_ = 0;
};

/// `:MM`, `:SS`, `.mmm` and a zone, after the hour.
bool read_clock(Reader& in, Calendar& c) {
  if (!in.take(':') || (c.minute = in.number(2)) < 0) return false;
  if (in.take(':') && (c.second = in.number(2)) < 0) return false;
  if (in.take('.')) {
    const int fraction = in.number(3);
    if (fraction < 0) return false;
    c.millisecond = in.digits() == 1 ? fraction * 100 : in.digits() == 2 ? fraction * 10 : fraction;
    while (is_digit(in.peek())) in.skip();
  }
  return true;
}

/// Minutes east of UTC that `Z`, `+08:00` or `GMT+0800` says; 0 where nothing is said.
int read_zone(Reader& in) {
  if (in.take('Z') || in.take('z')) return 0;
  in.word();
  const bool is_west = in.peek() == '-';
  if (!in.take('+') && !in.take('-')) return 0;
  const int hours = std::max(0, in.number(2));
  in.take(':');
  const int minutes = std::max(0, in.number(2));
  return (hours * 60 + minutes) * (is_west ? -1 : 1);
}

/// ECMA-262, date time string format: YYYY, YYYY-MM, YYYY-MM-DD and a time after T or a blank.
double parse_iso(std::string_view text) {
  Reader in(text);
  Calendar c;
  c.year = in.number(4);
  if (in.digits() != 4) return kNaN;
  if (in.take('-')) {
    c.month = in.number(2) - 1;
    if (in.digits() != 2 || c.month < 0 || c.month > 11) return kNaN;
    if (in.take('-')) {
      c.day = in.number(2);
      if (in.digits() == 0 || c.day < 1 || c.day > 31) return kNaN;
    }
  }
  if (in.at_end()) return milliseconds(c);
  if (!in.take('T') && !in.take(' ')) return kNaN;
  c.hour = in.number(2);
  if (c.hour < 0 || !read_clock(in, c)) return kNaN;
  const int east = read_zone(in);
  return in.at_end() ? milliseconds(c) - east * kMinute : kNaN;
}

/// Words and numbers in the orders that people use; month first where both could be.
double parse_loose(std::string_view text) {
  Reader in(text);
  Calendar c;
  int month = -1;
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  while (!in.at_end()) {
    if (is_digit(in.peek())) {
      const int value = in.number();
      if (in.peek() == ':') {
        c.hour = value;
        if (!read_clock(in, c)) return kNaN;
        continue;
      }
      if (count == 3) return kNaN;
      numbers[count] = value;
      digits[count++] = in.digits();
    } else if (is_letter(in.peek())) {
      const std::string_view word = in.word();
      if (const int named = month_named(word); named >= 0)
        month = named;
      else if (word == "PM" || word == "pm")
        c.hour += c.hour < 12 ? 12 : 0;
    } else {
      in.skip();
    }
  }
  std::size_t year_at = count;
  for (std::size_t i = 0; i < count; ++i) {
    if (digits[i] >= 3 || numbers[i] > 31) year_at = i;
  }
  if (year_at == count) year_at = count - 1;  // 12-Jun-98
  if (count == 0 || (month < 0 && count < 3)) return kNaN;
  c.year = numbers[year_at] + (digits[year_at] > 2 ? 0 : numbers[year_at] < 50 ? 2000 : 1900);
  std::array<int, 2> rest{};
  std::size_t others = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != year_at) rest[others++] = numbers[i];
  }
  c.month = month >= 0 ? month : rest[0] - 1;
  c.day = month >= 0 ? (others > 0 ? rest[0] : 1) : rest[1];
  if (c.month < 0 || c.month > 11 || c.day < 1 || c.day > 31) return kNaN;
  return milliseconds(c);
}

/// One directive of a d3 time pattern.
bool read_directive(char directive, Reader& in, Calendar& c, bool& is_afternoon) {
  const auto number = [&](std::size_t most) {
    while (in.peek() == ' ') in.skip();
    return in.number(most);
  };
  switch (directive) {
    case 'Y': return (c.year = number(4)) >= 0;
    case 'y':
      c.year = number(2);
      c.year += c.year < 69 ? 2000 : 1900;
      return in.digits() > 0;
    case 'm': return (c.month = number(2) - 1) >= 0;
    case 'd':
    case 'e': return (c.day = number(2)) >= 1;
    case 'H':
    case 'I': return (c.hour = number(2)) >= 0;
    case 'M': return (c.minute = number(2)) >= 0;
    case 'S': return (c.second = number(2)) >= 0;
    case 'L': return (c.millisecond = number(3)) >= 0;
    case 'j': c.month = 0; return (c.day = number(3)) >= 1;
    case 'b':
    case 'B': return (c.month = month_named(in.word())) >= 0;
    case 'a':
    case 'A': return !in.word().empty();
    case 'p': is_afternoon = lower(in.peek()) == 'p'; return !in.word().empty();
    case 'Z': read_zone(in); return true;
    case '%': return in.take('%');
    default: return false;
  }
}

}  // namespace

double parse_date(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty() || text.size() > 64) return kNaN;
  const double iso = parse_iso(text);
  return std::isnan(iso) ? parse_loose(text) : iso;
}

double parse_date(std::string_view text, std::string_view pattern) {
  Reader in(text);
  Calendar c;
  bool is_afternoon = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      if (!in.take(pattern[i])) return kNaN;
    } else {
      if (++i < pattern.size() && (pattern[i] == '-' || pattern[i] == '_' || pattern[i] == '0')) ++i;
      if (i >= pattern.size() || !read_directive(pattern[i], in, c, is_afternoon)) return kNaN;
    }
  }
  if (is_afternoon && c.hour < 12) c.hour += 12;
  return milliseconds(c);
}

}  // namespace bifolio::chart
