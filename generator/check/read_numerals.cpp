// Numbers as digits and as words of English and Chinese.
#include <array>
#include <utility>

#include "check/quantity_parts.h"

namespace bifolio::check {
namespace {

constexpr std::int64_t kMostDigits = 15;  // of one number; longer ones are serial numbers

struct HanDigit {
  char32_t c;
  int value;
};
constexpr std::array<HanDigit, 12> kHanDigits = {{{U'〇', 0},
                                                  {U'零', 0},
                                                  {U'一', 1},
                                                  {U'二', 2},
                                                  {U'两', 2},
                                                  {U'三', 3},
                                                  {U'四', 4},
                                                  {U'五', 5},
                                                  {U'六', 6},
                                                  {U'七', 7},
                                                  {U'八', 8},
                                                  {U'九', 9}}};

int han_digit(char32_t c) {
  for (const HanDigit& digit : kHanDigits) {
    if (digit.c == c) return digit.value;
  }
  return -1;
}

std::int64_t han_power(char32_t c) {
  switch (c) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1'000;
    case U'万': return 10'000;
    case U'亿': return 100'000'000;
    default: return 0;
  }
}

/// 6万, 3千, but not the 千 of 3千克.
std::int64_t han_scale(const PlainChars& text, std::size_t at) {
  for (const std::u32string_view unit : {U"千克", U"千米", U"千瓦", U"千卡", U"百分"}) {
    if (text.starts_with(at, unit)) return 0;
  }
  return han_power(text.at(at));
}

constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kScaleWords = {{{"hundred", 100},
                                                                                   {"thousand", 1'000},
                                                                                   {"million", 1'000'000},
                                                                                   {"billion", 1'000'000'000},
                                                                                   {"trillion", 1'000'000'000'000}}};

std::int64_t scale_word(std::string_view word) {
  for (const auto& [name, value] : kScaleWords) {
    if (name == word) return value;
  }
  return 0;
}

bool are_three_digits(const PlainChars& text, std::size_t at) {
  return is_ascii_digit(text.at(at)) && is_ascii_digit(text.at(at + 1)) && is_ascii_digit(text.at(at + 2)) &&
         !is_ascii_digit(text.at(at + 3));
}

/// “,000”; “ 000” too (SI), where the noughts tell it from two numbers side by side.
bool is_group(const PlainChars& text, std::size_t at) {
  if (text.at(at) == U',') return are_three_digits(text, at + 1);
  return text.at(at) == U' ' && are_three_digits(text, at + 1) && text.starts_with(at + 1, U"000");
}

/// 25 of “25”, 60000 of “60,000”, 0.97 of “0.97”.
std::optional<NumberRead> read_plain_digits(const PlainChars& text, std::size_t at) {
  std::int64_t value = 0, below = 1;
  int digits = 0;
  const std::size_t begin = at;
  const auto take = [&] {
    value = value * 10 + static_cast<std::int64_t>(text.at(at) - U'0');
    ++at;
    return ++digits <= kMostDigits;
  };
  while (is_ascii_digit(text.at(at)) || (at > begin && is_group(text, at))) {
    if (!is_ascii_digit(text.at(at))) ++at;
    if (!take()) return std::nullopt;
  }
  if (text.at(at) == U'.' && is_ascii_digit(text.at(at + 1))) {
    for (++at; is_ascii_digit(text.at(at)); below *= 10) {
      if (!take()) return std::nullopt;
    }
  }
  const auto amount = make_amount(value, below);
  if (!amount) return std::nullopt;
  return NumberRead{*amount, at, true, false};
}

std::optional<NumberRead> scaled(NumberRead number, std::int64_t scale, std::size_t end) {
  const auto amount = multiply(number.amount, {scale, 1});
  if (!amount) return std::nullopt;
  number.amount = *amount;
  number.end = end;
  return number;
}

/// 1万2千: what follows a large unit with a smaller one of its own.
std::optional<NumberRead> with_rest(const PlainChars& text, const NumberRead& number, std::int64_t scale) {
  if (scale < 10'000 || !is_ascii_digit(text.at(number.end))) return number;
  const auto digits = read_plain_digits(text, number.end);
  const std::int64_t below = digits ? han_scale(text, digits->end) : 0;
  const auto rest = below > 0 && below < scale ? scaled(*digits, below, digits->end + 1) : std::nullopt;
  const auto sum = rest ? add(number.amount, rest->amount) : std::nullopt;
  if (!sum) return number;
  return NumberRead{*sum, rest->end, number.is_certain, false};
}

/// `below分之above`
std::optional<NumberRead> read_above(const PlainChars& text, Amount below, std::size_t at) {
  const auto above = is_ascii_digit(text.at(at)) ? read_digits(text, at) : read_han_numeral(text, at);
  if (!above || below.numerator == 0) return std::nullopt;
  const auto ratio = multiply(above->amount, {below.denominator, below.numerator});
  if (!ratio) return std::nullopt;
  return NumberRead{*ratio, above->end, true, true};
}

/// Measure words and marks after which a Chinese numeral surely counts something.
bool counts_something(char32_t c) {
  constexpr std::u32string_view kCounters =
      U"个名例位人项条种次只天周年岁分倍多余家篇组类款处张份件步句页章期米克升点";
  return kCounters.find(c) != kCounters.npos;
}

struct HanRun {
  std::size_t end;
  std::int64_t value;
  bool is_positional;  ///< 二〇二三, 三四 (“three or four”): no number by place value
};

HanRun read_han_run(const PlainChars& text, std::size_t at) {
  constexpr std::size_t kLongest = 16;
  HanRun run{at, 0, false};
  std::int64_t total = 0, section = 0, digit = -1, last_power = 10;
  for (; is_han_numeral(text.at(run.end)) && run.end - at < kLongest; ++run.end) {
    const int now = han_digit(text.at(run.end));
    const std::int64_t power = han_power(text.at(run.end));
    if (power == 0) {
      run.is_positional |= digit > 0;
      if (now == 0) last_power = 10;
      if (now > 0) digit = now;
    } else if (power < 10'000) {
      section += (digit < 0 ? 1 : digit) * power;
      digit = -1;
      last_power = power;
    } else {
      section += digit < 0 ? 0 : digit;
      if (section == 0 && total == 0) section = 1;
      if (total + section > 10'000'000'000) return {run.end + 1, 0, true};  // 万亿万亿 is no number
      total = power == 10'000 ? total + section * power : (total + section) * power;
      section = 0;
      digit = -1;
      last_power = power;
    }
  }
  const std::int64_t tail = digit < 0 ? 0 : last_power > 10 ? digit * (last_power / 10) : digit;  // 三百五 = 350
  run.value = total + section + tail;
  return run;
}

bool is_common_word(const PlainChars& text, std::size_t at) {
  return text.starts_with(at, U"十二指肠") || text.starts_with(at, U"百分百") || text.starts_with(at, U"一万一");
}

struct SmallWord {
  std::string_view name;
  int value;
};
constexpr std::array<SmallWord, 28> kSmallWords = {
    {{"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
     {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
     {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
     {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
     {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}}};

int small_word(std::string_view word) {
  for (const SmallWord& small : kSmallWords) {
    if (small.name == word) return small.value;
  }
  return -1;
}

/// The parts of a ratio: 4 of “quarter”, “quarters”.
int denominator_word(std::string_view word) {
  if (word.ends_with('s') && word.size() > 3) word.remove_suffix(1);
  constexpr std::array<std::string_view, 9> kParts = {"half",    "third",  "quarter", "fifth", "sixth",
                                                      "seventh", "eighth", "ninth",   "tenth"};
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    if (kParts[i] == word) return static_cast<int>(i) + 2;
  }
  return 0;
}

/// Words of a number, one after another, with a space or a hyphen between them.
class WordNumber {
 public:
  WordNumber(const PlainChars& text, std::size_t at) : text_(text), at_(at) { read(); }

  bool is_number() const { return words_ > 0; }
  std::int64_t value() const { return total_ + current_; }
  std::size_t end() const { return end_; }
  int words() const { return words_; }

 private:
  void read() {
    for (std::string word = text_.word(at_); !word.empty() && words_ < 12; word = text_.word(at_)) {
      if (word == "and" && after_scale_ && small_word(text_.word(at_ + 4)) >= 0) {
        at_ += 4;
        continue;
      }
      if (!take(word)) return;
      ++words_;
      end_ = at_ + word.size();
      const char32_t next = text_.at(end_);
      if (next != U' ' && next != U'-') return;
      at_ = end_ + 1;
    }
  }

  bool take(const std::string& word) {
    const int small = small_word(word);
    const std::int64_t scale = scale_word(word);
    if (small >= 0) {
      const bool fits = small < 10 ? current_ % 10 == 0 && current_ % 100 != 10 : current_ % 100 == 0;
      if ((words_ > 0 && !after_scale_ && current_ % 100 == 0) || !fits || (words_ > 0 && small == 0)) return false;
      current_ += small;
      after_scale_ = false;
      return true;
    }
    if (scale == 0 || words_ == 0 || value() > 1'000'000'000) return false;
    if (scale == 100) {
      current_ *= 100;
    } else {
      total_ += current_ * scale;
      current_ = 0;
    }
    after_scale_ = true;
    return true;
  }

  const PlainChars& text_;
  std::size_t at_, end_ = 0;
  std::int64_t total_ = 0, current_ = 0;
  int words_ = 0;
  bool after_scale_ = false;
};

/// “a hundred”, “a third of”, “the quarter of”, “half a year”: hints, except the last.
std::optional<NumberRead> read_article(const PlainChars& text, std::size_t at, const std::string& first) {
  const std::size_t next = at + first.size() + 1;
  if (text.at(next - 1) != U' ') return std::nullopt;
  const std::string word = text.word(next);
  const std::size_t end = next + word.size();
  if (first == "half") {
    const bool timed = word == "a" || word == "an";
    return NumberRead{{1, 2}, timed ? end : at + 4, timed, !timed};
  }
  const bool is_article = first == "a" || first == "an";
  if (is_article && scale_word(word)) return NumberRead{{scale_word(word), 1}, end, false, false};
  if (is_article && word == "dozen") return NumberRead{{12, 1}, end, false, false};
  if (const int parts = denominator_word(word); parts && !word.ends_with('s') && text.starts_with(end, U" of"))
    return NumberRead{{1, parts}, end, false, true};
  if (is_article &&
      (word == "year" || word == "month" || word == "week" || word == "day" || word == "decade" || word == "hour"))
    return NumberRead{{1, 1}, next - 1, false, false};
  return std::nullopt;
}

}  // namespace

bool is_han_numeral(char32_t c) {
  return han_digit(c) >= 0 || han_power(c) > 0;
}

std::optional<NumberRead> read_digits(const PlainChars& text, std::size_t at) {
  auto number = read_plain_digits(text, at);
  if (!number) return std::nullopt;
  if (text.starts_with(text.skip_spaces(number->end), U"分之"))
    return read_above(text, number->amount, text.skip_spaces(number->end) + 2);
  std::int64_t scale_read = 0;
  for (std::size_t i = text.skip_spaces(number->end); number && han_scale(text, i) > 0; ++i)
    number = scaled(*number, scale_read = han_scale(text, i), i + 1);
  if (number) number = with_rest(text, *number, scale_read);
  if (!number) return std::nullopt;
  const bool spaced = text.at(number->end) == U' ' || text.at(number->end) == U'-';
  const std::string word = spaced ? text.word(number->end + 1) : "";
  if (const std::int64_t scale = scale_word(word)) return scaled(*number, scale, number->end + 1 + word.size());
  return number;
}

std::optional<NumberRead> read_han_numeral(const PlainChars& text, std::size_t at) {
  if (!is_han_numeral(text.at(at)) || is_common_word(text, at)) return std::nullopt;
  const HanRun run = read_han_run(text, at);
  if (run.is_positional) return std::nullopt;
  const Amount amount{run.value, 1};
  if (text.starts_with(run.end, U"分之")) return read_above(text, amount, run.end + 2);
  if (text.at(run.end) == U'成' && run.value < 10)
    return NumberRead{make_amount(run.value, 10).value_or(Amount{}), run.end + 1, false, true};
  const std::size_t length = run.end - at;
  const bool leads_with_power = han_power(text.at(at)) >= 100;
  if (length == 1 && leads_with_power) return std::nullopt;
  const char32_t previous = text.before(at);
  const bool is_vague = previous == U'几' || previous == U'数' || previous == U'上' || previous == U'成' ||
                        previous == U'好' || text.at(run.end) == U'几';
  const bool is_certain = length >= 2 && !leads_with_power && !is_vague && counts_something(text.at(run.end));
  return NumberRead{amount, run.end, is_certain, false};
}

std::optional<NumberRead> read_english_numeral(const PlainChars& text, std::size_t at) {
  const std::string first = text.word(at);
  if (first == "a" || first == "an" || first == "the" || first == "half") return read_article(text, at, first);
  if (first == "twice" || first == "double" || first == "doubled")
    return NumberRead{{2, 1}, at + first.size(), false, false};
  const WordNumber number(text, at);
  if (!number.is_number()) {  // “the lowest third”: may answer for 三分之一
    const int parts = first.starts_with("tertile") ? 3 : first.starts_with("quartile") ? 4 : denominator_word(first);
    if (parts == 0) return std::nullopt;
    return NumberRead{{1, parts}, at + first.size(), false, true};
  }
  const std::int64_t value = number.value();
  const char32_t next = text.at(number.end());
  const std::string word = next == U' ' || next == U'-' ? text.word(number.end() + 1) : "";
  const int parts = denominator_word(word);
  if (parts && value > 0 && value < 20 && word.ends_with('s') == (value > 1))
    return NumberRead{make_amount(value, parts).value_or(Amount{}), number.end() + 1 + word.size(), true, true};
  return NumberRead{{value, 1}, number.end(), value > 10 || number.words() > 1, false};
}

}  // namespace bifolio::check
