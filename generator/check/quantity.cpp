#include "check/quantity.h"

#include <cstdlib>
#include <set>

#include "base/utf8.h"
#include "check/quantity_parts.h"

namespace bifolio::check {
namespace {

/// Words before which a number is a name, not a count: “phase 3”, “week 28”.
bool names_a_number(std::string_view word) {
  for (const std::string_view one :
       {"phase",   "phases",   "stage",   "stages",  "grade", "type",     "class", "table", "tables", "figure",
        "figures", "fig",      "chapter", "section", "part",  "version",  "week",  "day",   "month",  "year",
        "step",    "question", "item",    "no",      "level", "appendix", "box",   "group"}) {
    if (one == word) return true;
  }
  return false;
}

bool is_lower_word(const PlainChars& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text.at(i) < U'a' || text.at(i) > U'z') return false;
  }
  return end - begin >= 3;
}

class Reader {
 public:
  explicit Reader(const Passage& passage) : text_(passage), passage_(passage) {}

  std::vector<Quantity> read() {
    while (at_ < text_.size()) {
      const char32_t c = text_.at(at_);
      if (is_ascii_digit(c) || (c == U'.' && is_ascii_digit(text_.at(at_ + 1)) && !is_ascii_digit(text_.before(at_)) &&
                                !is_latin(text_.before(at_))))
        read_digits_here();
      else if (is_latin(c))
        read_word();
      else if (is_han_numeral(c))
        read_han();
      else if (c == U'半')
        read_half();
      else
        ++at_;
    }
    share_units();
    return std::move(found_);
  }

 private:
  Quantity& add(Quantity::Kind kind, std::size_t begin, std::size_t end, bool is_certain) {
    Quantity quantity;
    quantity.kind = kind;
    quantity.is_certain = is_certain;
    quantity.begin = text_.offset(begin);
    quantity.end = text_.offset(end);
    found_.push_back(std::move(quantity));
    at_ = end;
    return found_.back();
  }

  void add(const DateRead& date) {
    Quantity& quantity =
        add(date.is_decade ? Quantity::Kind::decade : Quantity::Kind::date, at_, date.end, date.is_certain);
    quantity.year = date.year;
    quantity.month = date.month;
    quantity.day = date.day;
  }

  enum class From { digits, words };

  void add(const NumberRead& number, From from) {
    const std::size_t begin = at_;
    const auto unit = number.is_ratio ? std::nullopt : read_unit(text_, number.end);
    const bool is_label = is_a_name(begin, number.end);
    const bool counts = from == From::words && unit && words_count(number, *unit, begin);
    const bool is_certain = !is_label && (number.is_certain || counts);
    if (is_label) labels_.insert(text_.offset(begin));
    Quantity& quantity = add(Quantity::Kind::number, begin, unit ? unit->end : number.end, is_certain);
    quantity.written = number.amount;
    if (sign(begin)) {
      quantity.written.numerator = -quantity.written.numerator;
      quantity.begin = text_.offset(begin - 1);
    }
    quantity.value = quantity.written;
    if (number.is_ratio) quantity.unit = "ratio";
    if (unit) add_unit(quantity, *unit);
  }

  /// “two years”, 三天, 百分之五; not “one day”, 十年.
  bool words_count(const NumberRead& number, const UnitRead& unit, std::size_t begin) const {
    const bool is_power = text_.at(begin) == U'十' || text_.at(begin) == U'百' || text_.at(begin) == U'千';
    const bool is_half = number.amount == Amount{1, 2};
    if (number.amount.numerator < 2 && !is_half) return false;
    const bool is_day_of_month = text_.before(unit.end) == U'日';
    return (unit.is_time || unit.base == "ratio") && !is_power && !is_day_of_month;
  }

  void add_unit(Quantity& quantity, const UnitRead& unit) {
    const auto value = multiply(quantity.written, unit.factor);
    if (!value) return;
    quantity.value = *value;
    quantity.unit = unit.own.empty() ? std::string(unit.base) : unit.own;
    if (text_.at(at_) == U'半' && unit.base == "month") {  // 两年半
      if (const auto more = bifolio::check::add(*value, {unit.factor.numerator, 2})) quantity.value = *more;
      quantity.end = text_.offset(++at_);
    }
  }

  /// A minus, not the hyphen of a range or a name.
  bool sign(std::size_t begin) const {
    const char32_t mark = text_.before(begin);
    if (mark == U'−') return !is_ascii_digit(begin >= 2 ? text_.at(begin - 2) : 0);
    if (mark != U'-') return false;
    const char32_t left = begin >= 2 ? text_.at(begin - 2) : U' ';
    return left == U' ' || left == U'(' || left == U'=' || left == U',' || left == U'[';
  }

  /// 第2次, 表1, 三期, “phase 3”, “(1)”, “2.” at the start: an ordinal, a label.
  bool is_a_name(std::size_t begin, std::size_t end) const {
    const char32_t previous = text_.before(begin), next = text_.at(end);
    if (previous == U'第' || previous == U'表' || previous == U'图' || previous == U'#' || previous == U'№')
      return true;
    if (previous == U'/' || next == U'/') return true;  // 3/12: parts of one thing
    if (next == U'期' || text_.starts_with(end, U"阶段") || text_.starts_with(end, U"世纪") || next == U'级' ||
        next == U'型')
      return true;
    if (previous == U'(' && next == U')') return true;
    const bool is_marker = next == U'.' || next == U'、' || next == U')';
    if (begin == 0 && is_marker) return true;
    return after_naming_word_ == begin || behind_name_ == begin;
  }

  void read_digits_here() {
    if (is_version()) return;
    if (const auto date = read_date(text_, at_)) return add(*date);
    const auto number = read_digits(text_, at_);
    if (!number) return skip_token();
    const bool ordinal = text_.starts_with(number->end, U"st") || text_.starts_with(number->end, U"nd") ||
                         text_.starts_with(number->end, U"rd") || text_.starts_with(number->end, U"th");
    const bool glued =
        is_latin(text_.at(number->end)) && !read_unit(text_, number->end) && text_.before(number->end) != U' ';
    NumberRead read = *number;
    if (ordinal || glued) read.is_certain = false;
    add(read, From::digits);
    if (ordinal || glued) skip_token();
  }

  std::size_t decade_end(const NumberRead& number) const {
    const bool fits =
        number.amount.denominator == 1 && number.amount.numerator % 10 == 0 && number.amount.numerator < 100;
    return fits && text_.starts_with(number.end, U"年代") ? number.end + 2 : 0;
  }

  /// 1.3.2, 2.0.0: two points make it the number of a section or a version.
  bool is_version() {
    std::size_t end = at_;
    int points = 0;
    while (is_ascii_digit(text_.at(end)) || (text_.at(end) == U'.' && is_ascii_digit(text_.at(end + 1))))
      points += text_.at(end++) == U'.';
    if (points < 2 || read_date(text_, at_)) return false;
    at_ = end;
    return true;
  }

  void skip_token() {
    while (is_latin(text_.at(at_)) || is_ascii_digit(text_.at(at_))) ++at_;
  }

  void read_word() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (is_latin(text_.at(end))) ++end;
    if (is_ascii_digit(text_.at(end)) || (text_.at(end) == U'-' && is_ascii_digit(text_.at(end + 1))))
      return read_name(begin, end);
    if (const auto date = read_date(text_, begin)) return add(*date);
    if (const auto number = read_english_numeral(text_, begin)) return add(*number, From::words);
    if (names_a_number(text_.word(begin)))
      after_naming_word_ = text_.skip_spaces(text_.at(end) == U'.' ? end + 1 : end);
    at_ = end;
  }

  /// IL-6, SOD1-G93A, AMX0035; but “mid-2024” holds a number.
  void read_name(std::size_t begin, std::size_t stem) {
    if (text_.at(stem) == U'-' && is_lower_word(text_, begin, stem)) {
      at_ = behind_name_ = stem + 1;
      const auto date = read_date(text_, at_);
      if (date) {
        add(*date);
        found_.back().is_certain = false;
      }
      return;
    }
    std::size_t end = stem + (text_.at(stem) == U'-');
    while (is_ascii_digit(text_.at(end))) ++end;
    const std::size_t simple = end;
    while (is_latin(text_.at(end)) || is_ascii_digit(text_.at(end)) ||
           (text_.at(end) == U'-' && (is_latin(text_.at(end + 1)) || is_ascii_digit(text_.at(end + 1)))))
      ++end;
    if (end != simple) {
      at_ = end;
      return;
    }
    const auto digits = read_digits(text_, stem + (text_.at(stem) == U'-'));
    Quantity& name = add(Quantity::Kind::name, begin, end, false);
    if (digits) name.written = digits->amount;
    for (std::size_t i = begin; i < stem; ++i) append_utf8(name.stem, text_.at(i));
  }

  void read_han() {
    if (const auto date = read_date(text_, at_)) return add(*date);
    const auto number = read_han_numeral(text_, at_);
    if (!number) {
      while (is_han_numeral(text_.at(at_))) ++at_;
      return;
    }
    if (const std::size_t decade = decade_end(*number)) {  // 八十年代
      Quantity& quantity = add(Quantity::Kind::decade, at_, decade, false);
      quantity.year = 1900 + static_cast<int>(number->amount.numerator);
      return;
    }
    add(*number, From::words);
  }

  /// 半年; 一半, 半数 are hints.
  void read_half() {
    const std::size_t begin = at_;
    const auto unit = text_.starts_with(begin + 1, U"年") || text_.starts_with(begin + 1, U"小时")
                          ? read_unit(text_, begin + 1)
                          : std::nullopt;
    Quantity& quantity = add(Quantity::Kind::number, begin, begin + 1, unit.has_value());
    quantity.written = quantity.value = {1, 2};
    quantity.unit = "ratio";
    if (!unit) return;
    at_ = unit->end;
    quantity.end = text_.offset(unit->end);
    add_unit(quantity, *unit);
  }

  std::string_view between(const Quantity& left, const Quantity& right) const {
    return std::string_view(passage_.text).substr(left.end, right.begin - left.end);
  }

  /// 10–20%, 3、6或12个月: what stands before a mark has the unit of what follows.
  /// “phases 2 and 3”, 2～3期, 3～4月: both are labels if one is.
  void share_units() {
    for (std::size_t i = found_.size(); i-- > 1;) {
      Quantity& left = found_[i - 1];
      const Quantity& right = found_[i];
      if (left.kind != Quantity::Kind::number || !are_joined(left, right)) continue;
      const bool is_label = right.kind == Quantity::Kind::date || (!right.is_certain && left.unit.empty());
      if (is_label && is_range(between(left, right))) left.is_certain = false;
      share_unit(left, right);
    }
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const bool joined =
          found_[i].kind == Quantity::Kind::number && found_[i].unit.empty() && are_joined(found_[i - 1], found_[i]);
      if (joined && labels_.contains(found_[i - 1].begin)) {
        labels_.insert(found_[i].begin);
        found_[i].is_certain = false;
      }
    }
  }

  bool are_joined(const Quantity& left, const Quantity& right) const {
    if (left.end > right.begin) return false;
    return is_range(between(left, right)) || is_list(between(left, right));
  }

  static void share_unit(Quantity& left, const Quantity& right) {
    const bool is_fraction = right.unit == "ratio" && right.written == right.value;
    if (!left.unit.empty() || right.unit.empty() || right.written.numerator == 0 || is_fraction) return;
    const Amount became{std::abs(right.value.numerator), right.value.denominator};
    const auto factor = multiply(became, {right.written.denominator, std::abs(right.written.numerator)});
    const auto value = factor ? multiply(left.written, *factor) : std::nullopt;
    if (!value) return;
    left.value = *value;
    left.unit = right.unit;
    left.unit_is_shared = true;
  }

  static bool is_range(std::string_view between) {
    for (const std::string_view mark : {"-", "–", "—", "~", "～", "〜", "至", "到", " to ", " – ", " - ", "−"}) {
      if (between == mark) return true;
    }
    return false;
  }
  static bool is_list(std::string_view between) {
    for (const std::string_view mark : {"、", ", ", "和", "或", "与", " or ", " and ", ", or ", ", and "}) {
      if (between == mark) return true;
    }
    return false;
  }

  const PlainChars text_;
  const Passage& passage_;
  std::size_t at_ = 0;
  std::size_t after_naming_word_ = static_cast<std::size_t>(-1), behind_name_ = static_cast<std::size_t>(-1);
  std::set<std::size_t> labels_;  ///< where numbers stand that name things
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> quantities_in(const Passage& passage) {
  return Reader(passage).read();
}

}  // namespace bifolio::check
