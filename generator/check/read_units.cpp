// What follows a number: units of time, shares, masses and volumes.
#include <array>

#include "base/utf8.h"
#include "check/quantity_parts.h"

namespace bifolio::check {
namespace {

struct UnitWord {
  std::u32string_view word;
  std::string_view base;
  std::int64_t factor, below;
  bool is_time;
};

/// Longer ones before their beginnings.
constexpr std::array<UnitWord, 28> kHanUnits = {{{U"个百分点", "ratio", 1, 100, false},
                                                 {U"百分点", "ratio", 1, 100, false},
                                                 {U"%", "ratio", 1, 100, false},
                                                 {U"‰", "ratio", 1, 1000, false},
                                                 {U"个月", "month", 1, 1, true},
                                                 {U"个星期", "day", 7, 1, true},
                                                 {U"个小时", "minute", 60, 1, true},
                                                 {U"星期", "day", 7, 1, true},
                                                 {U"小时", "minute", 60, 1, true},
                                                 {U"分钟", "minute", 1, 1, true},
                                                 {U"周岁", "month", 12, 1, true},
                                                 {U"周年", "month", 12, 1, true},
                                                 {U"年", "month", 12, 1, true},
                                                 {U"岁", "month", 12, 1, true},
                                                 {U"周", "day", 7, 1, true},
                                                 {U"天", "day", 1, 1, true},
                                                 {U"日", "day", 1, 1, true},
                                                 {U"毫克", "pg", 1'000'000'000, 1, false},
                                                 {U"微克", "pg", 1'000'000, 1, false},
                                                 {U"纳克", "pg", 1'000, 1, false},
                                                 {U"皮克", "pg", 1, 1, false},
                                                 {U"千克", "pg", 1'000'000'000'000'000, 1, false},
                                                 {U"公斤", "pg", 1'000'000'000'000'000, 1, false},
                                                 {U"克", "pg", 1'000'000'000'000, 1, false},
                                                 {U"毫升", "μL", 1'000, 1, false},
                                                 {U"微升", "μL", 1, 1, false},
                                                 {U"升", "μL", 1'000'000, 1, false},
                                                 {U"厘米", "mm", 10, 1, false}}};

struct LatinUnit {
  std::string_view word, base;
  std::int64_t factor, below;
  bool is_time;
};
constexpr std::array<LatinUnit, 33> kLatinUnits = {{{"percent", "ratio", 1, 100, false},
                                                    {"percentage", "ratio", 1, 100, false},
                                                    {"year", "month", 12, 1, true},
                                                    {"years", "month", 12, 1, true},
                                                    {"yr", "month", 12, 1, true},
                                                    {"decade", "month", 120, 1, true},
                                                    {"decades", "month", 120, 1, true},
                                                    {"month", "month", 1, 1, true},
                                                    {"months", "month", 1, 1, true},
                                                    {"week", "day", 7, 1, true},
                                                    {"weeks", "day", 7, 1, true},
                                                    {"day", "day", 1, 1, true},
                                                    {"days", "day", 1, 1, true},
                                                    {"hour", "minute", 60, 1, true},
                                                    {"hours", "minute", 60, 1, true},
                                                    {"h", "minute", 60, 1, true},
                                                    {"minute", "minute", 1, 1, true},
                                                    {"minutes", "minute", 1, 1, true},
                                                    {"min", "minute", 1, 1, true},
                                                    {"pg", "pg", 1, 1, false},
                                                    {"ng", "pg", 1'000, 1, false},
                                                    {"µg", "pg", 1'000'000, 1, false},
                                                    {"μg", "pg", 1'000'000, 1, false},
                                                    {"mcg", "pg", 1'000'000, 1, false},
                                                    {"mg", "pg", 1'000'000'000, 1, false},
                                                    {"g", "pg", 1'000'000'000'000, 1, false},
                                                    {"kg", "pg", 1'000'000'000'000'000, 1, false},
                                                    {"µl", "μL", 1, 1, false},
                                                    {"ml", "μL", 1'000, 1, false},
                                                    {"l", "μL", 1'000'000, 1, false},
                                                    {"mm", "mm", 1, 1, false},
                                                    {"cm", "mm", 10, 1, false},
                                                    {"km", "mm", 1'000'000, 1, false}}};

/// 3.5年 but not 3年级; 5日 but not 5日元.
bool is_longer_word(const PlainChars& text, std::size_t end) {
  for (const std::u32string_view rest : {U"级", U"元", U"代", U"本"}) {
    if (text.starts_with(end, rest)) return true;
  }
  return false;
}

std::optional<UnitRead> read_latin_unit(const PlainChars& text, std::size_t at) {
  const std::string word = text.word(at);
  for (const LatinUnit& unit : kLatinUnits) {
    if (unit.word != word) continue;
    std::size_t end = at + count_code_points(word);
    if (word == "percentage") {
      if (!text.starts_with(end, U" point")) return std::nullopt;
      end += 6 + (text.at(end + 6) == U's');
    }
    UnitRead read{unit.base, {unit.factor, unit.below}, end, {}, unit.is_time};
    const std::string below = text.at(end) == U'/' ? text.word(end + 1) : "";
    if (!below.empty() && !unit.is_time) {  // mg/kg, pg/mL: compared as written
      read.own = word + "/" + below;
      read.factor = {1, 1};
      read.end = end + 1 + count_code_points(below);
    }
    return read;
  }
  if (word == "per" && text.starts_with(at, U"per cent")) return UnitRead{"ratio", {1, 100}, at + 8, {}, false};
  return std::nullopt;
}

}  // namespace

std::optional<UnitRead> read_unit(const PlainChars& text, std::size_t at) {
  const std::size_t begin = text.at(at) == U'-' ? at + 1 : text.skip_spaces(at);
  for (const UnitWord& unit : kHanUnits) {
    if (!text.starts_with(begin, unit.word)) continue;
    const std::size_t end = begin + unit.word.size();
    if (is_longer_word(text, end)) return std::nullopt;
    return UnitRead{unit.base, {unit.factor, unit.below}, end, {}, unit.is_time};
  }
  return read_latin_unit(text, begin);
}

}  // namespace bifolio::check
