// A work as printing needs it: its fields under their enumerators, its names
// taken apart, its dates and language understood. Made once for each work.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cite/variable.h"
#include "model/reference.h"

namespace bifolio::cite {

class Locale;

struct Person {
  std::string family, given, dropping, non_dropping, suffix, literal;
  bool comma_suffix = false;
  bool is_fixed_order = false;  ///< family name first and without a space: names in Han, Kana or Hangul
  bool keeps_order = false;     ///< family first with a space: `static-ordering` of a name in Latin script

  bool is_institution() const { return !literal.empty(); }
  bool operator==(const Person&) const = default;
};

struct DateParts {
  int year = 0, month = 0, day = 0, season = 0;
  bool has_year() const { return year != 0; }
  bool operator==(const DateParts&) const = default;
};

struct DateValue {
  DateParts begin, end;
  bool is_range = false, is_open = false;  ///< open: a range without an end
  bool is_circa = false;
  std::string literal;
  bool is_empty() const { return !begin.has_year() && begin.season == 0 && begin.month == 0 && literal.empty(); }
};

struct Item {
  const Reference* reference = nullptr;
  ItemType type = ItemType::none;
  std::string language;            ///< normalised BCP 47 tag, or ""
  const Locale* locale = nullptr;  ///< in which this work is printed
  bool is_english = true;          ///< its titles may be set in English title case
  bool orders_dates = false;       ///< dates that a style spells out take the order of this work's language
  std::string label;               ///< citation-label where the library gives none
  std::vector<std::pair<Variable, std::string_view>> texts;
  std::vector<std::pair<Variable, std::vector<Person>>> names;
  std::vector<std::pair<Variable, DateValue>> dates;

  std::string_view text(Variable) const;  ///< of a text or number variable; "" where there is none
  const std::vector<Person>* people(Variable) const;
  const DateValue* date(Variable) const;
};

Item make_item(const Reference&);

Person make_person(const Name&);
DateValue make_date(const ReferenceDate&);

}  // namespace bifolio::cite
