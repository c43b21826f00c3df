#include "cite/item.h"

#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/extra.h"
#include "cite/particles.h"

namespace bifolio::cite {
namespace {

template <typename Value>
const Value* find_in(const std::vector<std::pair<Variable, Value>>& all, Variable wanted) {
  for (const auto& [variable, value] : all) {
    if (variable == wanted) return &value;
  }
  return nullptr;
}

/// 1.0.2 renamed `event` to `event-title`; libraries and styles use either.
Variable sibling(Variable variable) {
  if (variable == Variable::event) return Variable::event_title;
  if (variable == Variable::event_title) return Variable::event;
  return Variable::none;
}

std::string_view first_page(std::string_view pages) {
  std::size_t end = 0;
  while (end < pages.size() &&
         ((pages[end] >= '0' && pages[end] <= '9') || is_letter(decode_utf8(pages, end).code_point)))
    ++end;
  return pages.substr(0, end);
}

}  // namespace

std::string_view Item::text(Variable wanted) const {
  if (const auto* found = find_in(texts, wanted)) return *found;
  if (wanted == Variable::page_first) return first_page(text(Variable::page));
  if (wanted == Variable::citation_label) return label;
  const Variable other = sibling(wanted);
  if (other != Variable::none) {
    if (const auto* found = find_in(texts, other)) return *found;
  }
  return {};
}

const std::vector<Person>* Item::people(Variable wanted) const {
  return find_in(names, wanted);
}
const DateValue* Item::date(Variable wanted) const {
  return find_in(dates, wanted);
}

Item make_item(const Reference& reference) {
  Item item;
  item.reference = &reference;
  item.type = find_item_type(reference.type);
  for (const auto& [name, field] : reference.fields) {
    const Variable variable = find_variable(name);
    if (variable != Variable::none && !field.value.empty()) item.texts.emplace_back(variable, field.value);
  }
  for (const auto& [name, given] : reference.names) {
    const Variable variable = find_variable(name);
    if (variable == Variable::none || given.names.empty()) continue;
    std::vector<Person> people;
    for (const Name& one : given.names) people.push_back(make_person(one));
    item.names.emplace_back(variable, std::move(people));
  }
  for (const auto& [name, date] : reference.dates) {
    const Variable variable = find_variable(name);
    DateValue value = make_date(date);
    if (variable != Variable::none && !value.is_empty()) item.dates.emplace_back(variable, std::move(value));
  }
  read_note(item);
  if (item.text(Variable::citation_label).empty()) item.label = make_label(item);
  return item;
}

namespace {

/// Han, Kana, Hangul: scripts in which the family name comes first without a space.
bool is_family_first_script(char32_t c) {
  return is_han(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool has_family_first_script(std::string_view text) {
  bool found = false;
  for (const auto at : code_points(text)) {
    if (is_family_first_script(at.code_point))
      found = true;
    else if (is_letter(at.code_point))
      return false;
  }
  return found;
}

}  // namespace

Person make_person(const Name& name) {
  Person person{name.family, name.given, name.dropping_particle, name.non_dropping_particle, name.suffix, name.literal};
  person.comma_suffix = name.comma_suffix;
  if (person.literal.empty() && person.family.empty() && !person.given.empty()) {
    std::swap(person.family, person.given);
  }
  const bool is_asian =
      has_family_first_script(person.family) && (person.given.empty() || has_family_first_script(person.given));
  person.is_fixed_order = is_asian;
  person.keeps_order = name.static_ordering && !is_asian;
  if (!is_asian && person.literal.empty()) parse_particles(person);
  return person;
}

namespace {

DateParts make_parts(const std::array<int, 3>& given, int season) {
  DateParts parts{given[0], given[1], given[2], season};
  // CSL-JSON writes seasons as months 13–16, EDTF as 21–24.
  if (parts.month >= 13 && parts.month <= 20) parts.season = (parts.month - 13) % 4 + 1;
  if (parts.month >= 21 && parts.month <= 24) parts.season = parts.month - 20;
  if (parts.month < 0 || parts.month > 12) parts.month = 0;
  if (parts.month == 0 || parts.day < 0 || parts.day > 31) parts.day = 0;
  return parts;
}

}  // namespace

DateValue make_date(const ReferenceDate& given) {
  DateValue date;
  date.is_circa = given.circa;
  date.literal = given.literal;
  if (given.parts.empty() && date.literal.empty() && !given.raw.empty()) return read_date(given.raw);
  if (given.parts.empty()) {
    if (given.season) date.begin.season = given.season;
    return date;
  }
  date.begin = make_parts(given.parts[0], given.season);
  if (given.parts.size() > 1) {
    date.end = make_parts(given.parts[1], given.season);
    date.is_open = !date.end.has_year();
    date.is_range = true;
  }
  return date;
}

}  // namespace bifolio::cite
