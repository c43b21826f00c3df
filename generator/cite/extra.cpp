#include "cite/extra.h"

#include <charconv>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::cite {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool has(const Item& item, Variable variable) {
  return !item.text(variable).empty() || item.people(variable) || item.date(variable);
}

/// `Family || Given`
Person person_of(std::string_view value) {
  Name name;
  const std::size_t bars = value.find("||");
  if (bars == value.npos) {
    name.literal = trimmed(value);
  } else {
    name.family = trimmed(value.substr(0, bars));
    name.given = trimmed(value.substr(bars + 2));
  }
  return make_person(name);
}

std::vector<Person>& people_of(Item& item, Variable variable) {
  for (auto& [known, people] : item.names) {
    if (known == variable) return people;
  }
  return item.names.emplace_back(variable, std::vector<Person>{}).second;
}

/// Adds a variable; false where the line names none.
bool take_line(Item& item, std::string_view key, std::string_view value) {
  const Variable variable = find_variable(key);
  if (variable == Variable::none || value.empty()) return false;
  switch (kind(variable)) {
    case VariableKind::name: people_of(item, variable).push_back(person_of(value)); return true;
    case VariableKind::date:
      if (!has(item, variable)) item.dates.emplace_back(variable, read_date(value));
      return true;
    default:
      if (!has(item, variable)) item.texts.emplace_back(variable, value);
      return true;
  }
}

}  // namespace

void read_note(Item& item) {
  std::string_view note = item.text(Variable::note);
  bool took_any = false;
  while (!note.empty()) {
    const std::size_t end = std::min(note.find('\n'), note.size());
    const std::string_view line = note.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !take_line(item, trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)))) break;
    took_any = true;
    note.remove_prefix(std::min(end + 1, note.size()));
  }
  if (!took_any) return;
  for (auto& [variable, text] : item.texts) {
    if (variable == Variable::note) text = note;
  }
}

namespace {

/// One side of a date: up to three numbers with hyphens.
bool read_parts(std::string_view text, DateParts& parts) {
  int* const fields[] = {&parts.year, &parts.month, &parts.day};
  for (int* field : fields) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), *field);
    if (read.ec != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    if (text.empty()) break;
    if (text.front() != '-' || field == fields[2]) return false;
    text.remove_prefix(1);
  }
  if (parts.month >= 21 && parts.month <= 24) parts.season = parts.month - 20, parts.month = 0;
  return text.empty() && parts.month >= 0 && parts.month <= 12 && parts.day >= 0 && parts.day <= 31;
}

std::string_view without_doubt(std::string_view text, bool& is_circa) {
  while (text.ends_with('?') || text.ends_with('~') || text.ends_with('%')) {
    is_circa = true;
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

DateValue read_date(std::string_view text) {
  DateValue date;
  const std::size_t slash = text.find('/');
  const std::string_view first = without_doubt(text.substr(0, slash), date.is_circa);
  date.is_range = slash != text.npos;
  const std::string_view last =
      date.is_range ? without_doubt(text.substr(slash + 1), date.is_circa) : std::string_view();
  date.is_open = date.is_range && (last.empty() || last == "..");
  const bool is_sound = read_parts(first, date.begin) && (!date.is_range || date.is_open || read_parts(last, date.end));
  if (is_sound) return date;
  DateValue literal;
  literal.literal = text;
  return literal;
}

namespace {

std::string letters(const Person& person, std::size_t count) {
  std::string out;
  for (const auto [c, offset, size] : code_points(person.is_institution() ? person.literal : person.family)) {
    if (!is_letter(c)) continue;
    append_utf8(out, c);
    if (--count == 0) break;
  }
  return out;
}

const std::vector<Person>* first_people(const Item& item) {
  for (const Variable variable : {Variable::author, Variable::editor, Variable::translator}) {
    if (const auto* people = item.people(variable)) return people;
  }
  return item.names.empty() ? nullptr : &item.names.front().second;
}

}  // namespace

std::string make_label(const Item& item) {
  // By number of names: Aaaa, AaBb, AaBC (two letters of the first two while four fit), ABCD.
  static constexpr std::size_t kLetters[4][4] = {{4}, {2, 2}, {2, 1, 1}, {1, 1, 1, 1}};
  std::string label;
  if (const auto* people = first_people(item)) {
    const std::size_t count = std::min<std::size_t>(people->size(), 4);
    for (std::size_t i = 0; i < count; ++i) label += letters((*people)[i], kLetters[count - 1][i]);
  }
  const DateValue* issued = item.date(Variable::issued);
  if (issued && issued->begin.has_year()) {
    const int year = std::abs(issued->begin.year) % 100;
    label += static_cast<char>('0' + year / 10);
    label += static_cast<char>('0' + year % 10);
  }
  return label;
}

}  // namespace bifolio::cite
