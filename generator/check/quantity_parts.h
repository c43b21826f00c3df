// Inside the reader of quantities: what it reads from, and its parts. Each part
// looks at one place and answers with what starts there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check/quantity.h"

namespace bifolio::check {

/// A passage in characters that are easy to compare: full-width forms are their
/// ASCII ones, every space is one kind, and what is no prose is U+FFFC.
class PlainChars {
 public:
  explicit PlainChars(const Passage&);

  std::size_t size() const { return chars_.size(); }
  /// 0 before the first and behind the last character.
  char32_t at(std::size_t i) const { return i < chars_.size() ? chars_[i] : U'\0'; }
  char32_t before(std::size_t i) const { return i == 0 ? U'\0' : at(i - 1); }
  bool starts_with(std::size_t i, std::u32string_view text) const {
    return i <= chars_.size() && chars_.compare(i, text.size(), text) == 0;
  }
  bool ends_with(std::size_t i, std::u32string_view text) const {
    return i >= text.size() && starts_with(i - text.size(), text);
  }
  std::size_t skip_spaces(std::size_t i) const;
  /// The Latin word that starts there, in lower case; "" where none does.
  std::string word(std::size_t i) const;
  std::size_t offset(std::size_t i) const { return offsets_[i]; }

 private:
  std::u32string chars_;
  std::vector<std::size_t> offsets_;  ///< one more than characters
};

bool is_ascii_digit(char32_t);
bool is_latin(char32_t);  ///< Latin and Greek letters: those of names and units

struct NumberRead {
  Amount amount;
  std::size_t end = 0;
  bool is_certain = true;
  bool is_ratio = false;  ///< 四分之一, “two thirds”
};
/// “60,000”, “1.2亿”, “120 million”
std::optional<NumberRead> read_digits(const PlainChars&, std::size_t at);
/// 三百, 二十八, 四分之一, 百分之二十五
std::optional<NumberRead> read_han_numeral(const PlainChars&, std::size_t at);
bool is_han_numeral(char32_t);
/// “twenty-eight”, “sixty thousand”, “two thirds”, “half a” of “half a year”
std::optional<NumberRead> read_english_numeral(const PlainChars&, std::size_t at);

struct UnitRead {
  std::string_view base;
  Amount factor;
  std::size_t end = 0;
  std::string own = {};  ///< of compound units: "mg/kg"
  bool is_time = false;
};
/// What follows a number: “%”, “ weeks”, “-month”, 个月, “ pg/mL”.
std::optional<UnitRead> read_unit(const PlainChars&, std::size_t at);

struct DateRead {
  int year = 0, month = 0, day = 0;
  bool is_decade = false;
  bool is_certain = true;
  std::size_t end = 0;
};
/// “25 April 2023”, “April 25, 2023”, “2023-04-25”, 2023年4月25日, “the 1980s”
std::optional<DateRead> read_date(const PlainChars&, std::size_t at);

}  // namespace bifolio::check
