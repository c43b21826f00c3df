// C05 and N02: numbers with their units, signs, labels and currencies.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "layout/material.h"

namespace bifolio::layout {
namespace {

using Class = CharacterClass;
using namespace std::string_view_literals;

/// Sorted. Of “mg/kg” the first part counts; marks around the word do not.
constexpr std::array kUnits = {
    "AU"sv,   "Da"sv,     "GB"sv, "Gy"sv,   "Hz"sv,      "IU"sv,    "K"sv,     "L"sv,    "M"sv,       "MB"sv,
    "MHz"sv,  "Mb"sv,     "U"sv,  "V"sv,    "W"sv,       "bp"sv,    "cm"sv,    "d"sv,    "dB"sv,      "dL"sv,
    "day"sv,  "days"sv,   "fg"sv, "g"sv,    "h"sv,       "hour"sv,  "hours"sv, "hr"sv,   "hrs"sv,     "kDa"sv,
    "kHz"sv,  "kPa"sv,    "kV"sv, "kb"sv,   "kcal"sv,    "kg"sv,    "km"sv,    "m"sv,    "mA"sv,      "mL"sv,
    "mM"sv,   "mV"sv,     "mg"sv, "min"sv,  "minutes"sv, "ml"sv,    "mm"sv,    "mmHg"sv, "mmol"sv,    "mo"sv,
    "mol"sv,  "months"sv, "ms"sv, "nM"sv,   "ng"sv,      "nm"sv,    "nmol"sv,  "pM"sv,   "percent"sv, "pg"sv,
    "pmol"sv, "ppm"sv,    "pt"sv, "px"sv,   "s"sv,       "weeks"sv, "wk"sv,    "yr"sv,   "years"sv,   "µL"sv,
    "µM"sv,   "µg"sv,     "µm"sv, "µmol"sv, "μL"sv,      "μM"sv,    "μg"sv,    "μm"sv,   "μmol"sv};

constexpr std::array kMonths = {"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                                "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};

/// Words that a number or a letter follows as their name: Fig. 3, Phase II, Appendix A.
constexpr std::array kLabels = {
    "Fig."sv,  "Figs."sv,  "Figure"sv, "Figures"sv,  "Table"sv,   "Tables"sv,  "Section"sv, "Chapter"sv,
    "Phase"sv, "phase"sv,  "Part"sv,   "Eq."sv,      "No."sv,     "p."sv,      "pp."sv,     "vol."sv,
    "Vol."sv,  "Ref."sv,   "Box"sv,    "Appendix"sv, "Version"sv, "version"sv, "Step"sv,    "Stage"sv,
    "Grade"sv, "Level"sv,  "Type"sv,   "type"sv,     "Day"sv,     "Week"sv,    "week"sv,    "Month"sv,
    "Year"sv,  "page"sv,   "pages"sv,  "Cohort"sv,   "Article"sv, "Chapter"sv, "chapter"sv, "section"sv,
    "table"sv, "figure"sv, "Dr."sv,    "Prof."sv,    "Mr."sv,     "Ms."sv};

/// What may follow a number without a line end between: counters and units.
constexpr std::u32string_view kCounters =
    U"个年月日天周岁人例名位项种次倍期章节条款版页卷部分秒时点时度米克升毫微千万亿百十元斤里寸篇组支只片粒剂号级型类"
    U"件份家所间层层代届批对双字行列轮场套台辆条半多余几";
/// What belongs to the counter before it: “12 个月”, “5 毫克”, “3 小时”, “6 万人”.
constexpr std::u32string_view kAfterCounter = U"月克升米时钟人例名元个多";
constexpr std::u32string_view kTwoPartUnits = U"个毫微千小分公厘万亿";
/// Han labels before a number: 图 2, 表 1-1, 第 3, 附录 A.
constexpr std::u32string_view kHanLabels = U"图表第录框式卷章节页注版期";

class Keeper {
 public:
  explicit Keeper(Material& material) : material_(material) {}

  void keep() {
    for (std::size_t i = 0; i + 1 < material_.atoms.size(); ++i) {
      Joint& joint = material_.joints[i];
      if (joint.breaks == Joint::Break::allowed && belongs_together(i)) {
        joint.breaks = Joint::Break::kept;
        // Inside such a unit nothing opens or closes (C12).
        joint.shrink = joint.stretch = joint.even = {};
      }
    }
  }

 private:
  const Atom& atom(std::size_t i) const { return material_.atoms[i]; }
  std::string_view text(std::size_t i) const { return material_.text_of(atom(i)); }
  bool has_space(std::size_t i) const { return material_.joints[i].text_end > material_.joints[i].text_begin; }
  char32_t first(std::size_t i) const { return atom(i).begin < atom(i).end ? decode_utf8(text(i), 0).code_point : 0; }

  bool belongs_together(std::size_t i) const {
    return after_number(i) || around_sign(i) || after_label(i) || after_currency(i) || is_initial(i) || in_counter(i);
  }

  static bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

  bool ends_with_number(std::size_t i) const { return atom(i).last == Class::digit; }

  bool starts_with_number(std::size_t i) const {
    if (atom(i).first == Class::digit) return true;
    const std::string_view word = text(i);
    const bool is_signed = atom(i).first == Class::sign || word.starts_with("−") || word.starts_with("-") ||
                           word.starts_with(".") || atom(i).first == Class::prefix;
    return is_signed && word.find_first_of("0123456789") <= 3;
  }

  bool after_number(std::size_t i) const {
    if (atom(i).last == Class::postfix) return core(text(i + 1)) == "CI"sv;  // 95% CI
    if (!ends_with_number(i)) return false;
    if (atom(i + 1).is_ideograph) return is_in(kCounters, first(i + 1));
    if (!has_space(i)) return false;
    return is_unit(text(i + 1)) || atom(i + 1).first == Class::digit || atom(i + 1).first == Class::postfix;
  }

  static std::string_view core(std::string_view word) {
    const std::size_t end = word.find_first_of(",.;:)!?/·-");
    return word.substr(0, end);
  }

  static bool is_unit(std::string_view word) {
    const std::string_view unit = core(word);
    return std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end() ||
           std::find(kMonths.begin(), kMonths.end(), unit) != kMonths.end() || unit.starts_with("°") ||
           unit.starts_with("a.m") || unit.starts_with("p.m");
  }

  /// n = 1,343; p < 0.001; 12.3 ± 4.5. A number or a short name stands before the sign.
  bool around_sign(std::size_t i) const {
    if (is_sign(i)) return starts_with_number(i + 1);
    if (is_sign(i + 1) && i + 2 < material_.atoms.size() && starts_with_number(i + 2)) return is_short(i);
    return atom(i + 1).first == Class::sign && starts_with_number(i + 1) && has_space(i) && is_short(i);
  }
  bool is_sign(std::size_t i) const { return atom(i).first == Class::sign && atom(i).last == Class::sign; }
  bool is_short(std::size_t i) const { return text(i).size() <= 8; }

  /// Fig. 3, Table 1-1, Phase II, 图 2, 第 3.2 节, 附录 A.
  bool after_label(std::size_t i) const {
    if (atom(i).is_ideograph) {
      const bool is_single_letter = atom(i + 1).first == Class::letter && core(text(i + 1)).size() == 1;
      if (first(i) == U'附') return is_in(U"录图表", first(i + 1));
      return is_in(kHanLabels, first(i)) && (atom(i + 1).first == Class::digit || is_single_letter);
    }
    if (!has_space(i)) return false;
    std::string_view word = text(i);
    while (!word.empty() && (word[0] == '(' || word[0] == '[')) word.remove_prefix(1);
    return std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end() && is_name_of_label(text(i + 1), word);
  }

  static bool is_name_of_label(std::string_view word, std::string_view label) {
    if (label.ends_with("r.") || label == "Prof."sv || label == "Ms."sv) return true;
    const std::string_view name = core(word);
    const bool is_roman = name.find_first_not_of("IVX") == name.npos;
    const bool is_letter = name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z';
    return !name.empty() && (is_roman || is_letter || (name[0] >= '0' && name[0] <= '9'));
  }

  /// US$ 5
  bool after_currency(std::size_t i) const { return atom(i).last == Class::prefix && starts_with_number(i + 1); }

  /// “J. Smith”
  bool is_initial(std::size_t i) const {
    const std::string_view word = text(i), next = text(i + 1);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return has_space(i) && word.size() == 2 && is_capital(word[0]) && word[1] == '.' && !next.empty() &&
           is_capital(next[0]);
  }

  /// The second character of a counter that stands after a number.
  bool in_counter(std::size_t i) const {
    return i > 0 && ends_with_number(i - 1) && atom(i).is_ideograph && atom(i + 1).is_ideograph && !has_space(i) &&
           is_in(kTwoPartUnits, first(i)) && is_in(kAfterCounter, first(i + 1));
  }

  Material& material_;
};

}  // namespace

void keep_together(Material& material) {
  Keeper(material).keep();
}

}  // namespace bifolio::layout
