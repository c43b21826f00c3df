#include "cite/numbers.h"

#include <charconv>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::cite {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// A number and what follows it up to the next number.
struct NumberPiece {
  std::string_view value;
  std::string separator;
};

/// Length of a separator at `at`: a comma, a hyphen, an en dash or an ampersand; 0 = none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  if (text[at] == ',' || text[at] == '-' || text[at] == '&') return 1;
  return text.substr(at).starts_with("–") ? 3 : 0;
}

std::vector<NumberPiece> split_numbers(std::string_view text) {
  std::vector<NumberPiece> out;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = separator_at(text, at);
    if (size == 0) {
      ++at;
      continue;
    }
    out.push_back({trimmed(text.substr(from, at - from)), std::string(text.substr(at, size))});
    from = at += size;
  }
  out.push_back({trimmed(text.substr(from)), ""});
  return out;
}

/// Letters, digits, letters: "D2", "2b", "L2d".
bool is_number_word(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size() && is_ascii_letter(word[at])) ++at;
  const std::size_t digits = at;
  while (at < word.size() && is_ascii_digit(word[at])) ++at;
  if (at == digits) return false;
  while (at < word.size() && is_ascii_letter(word[at])) ++at;
  return at == word.size();
}

bool is_plain_number(std::string_view word) {
  return !word.empty() && word.size() < 10 && word.find_first_not_of("0123456789") == word.npos;
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// A number with letters at most, or a Roman one.
bool is_countable(std::string_view word) {
  return is_number_word(word) || (!word.empty() && word.find_first_not_of("ivxlcdmIVXLCDM") == word.npos);
}

}  // namespace

bool is_numeric(std::string_view text) {
  if (trimmed(text).empty()) return false;
  for (const NumberPiece& piece : split_numbers(text)) {
    if (!is_number_word(piece.value)) return false;
  }
  return true;
}

bool is_plural(Variable variable, std::string_view content, const Locale& locale) {
  if (variable == Variable::number_of_pages || variable == Variable::number_of_volumes) {
    return is_plain_number(trimmed(content)) ? to_int(trimmed(content)) != 1 : true;
  }
  const std::string local_and = " " + std::string(locale.term("and")) + " ";
  if (content.find(" and ") != content.npos || (local_and.size() > 2 && content.find(local_and) != content.npos))
    return true;
  if (content.find("\\-") != content.npos) return false;
  const auto pieces = split_numbers(content);
  return pieces.size() > 1 && is_countable(pieces[0].value) && is_countable(pieces[1].value);
}

std::string roman(int number) {
  static constexpr struct {
    int value;
    const char* digits;
  } kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  if (number <= 0 || number > 3999) return std::to_string(number);
  std::string out;
  for (const auto& step : kSteps) {
    for (; number >= step.value; number -= step.value) out += step.digits;
  }
  return out;
}

std::string year_suffix_letters(int number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

namespace {

std::string format_one(std::string_view word, NumberForm form, const Locale& locale, Gender gender) {
  if (!is_plain_number(word)) return std::string(word);
  switch (form) {
    case NumberForm::numeric: return std::string(word);
    case NumberForm::ordinal: return locale.ordinal(to_int(word), gender);
    case NumberForm::long_ordinal: return locale.long_ordinal(to_int(word), gender);
    case NumberForm::roman: return roman(to_int(word));
  }
  return {};
}

}  // namespace

std::string format_number(std::string_view text, NumberForm form, const Locale& locale, Gender gender) {
  if (!is_numeric(text)) return std::string(text);
  std::string out;
  for (const NumberPiece& piece : split_numbers(text)) {
    out += format_one(piece.value, form, locale, gender);
    if (piece.separator == ",")
      out += ", ";
    else if (piece.separator == "&")
      out += " & ";
    else if (!piece.separator.empty())
      out += "–";
  }
  return out;
}

namespace {

/// A page: what stands before its last digits, and those digits.
struct Page {
  std::string_view prefix, digits;
};

Page split_page(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && is_ascii_digit(text[at - 1])) --at;
  return {text.substr(0, at), text.substr(at)};
}

std::string expand(std::string_view first, std::string_view last) {
  if (last.size() >= first.size()) return std::string(last);
  return std::string(first.substr(0, first.size() - last.size())) + std::string(last);
}

/// Drops leading digits that both share, keeping at least `keep`.
std::string shorten(std::string_view first, std::string_view last, std::size_t keep) {
  if (first.size() != last.size()) return std::string(last);
  std::size_t same = 0;
  while (same < last.size() && first[same] == last[same]) ++same;
  return std::string(last.substr(std::min(same, last.size() > keep ? last.size() - keep : 0)));
}

/// Appendix V: the Chicago rules look at the first number.
std::string chicago(std::string_view first, std::string_view last, bool is_sixteenth) {
  const int number = to_int(first);
  if (number < 100 || number % 100 == 0) return std::string(last);
  if (number % 100 < 10) return shorten(first, last, 1);
  if (!is_sixteenth && first.size() == 4 && last.size() == 4) {
    const std::string two = shorten(first, last, 2);
    return two.size() >= 3 ? std::string(last) : two;
  }
  return shorten(first, last, 2);
}

std::string abbreviate(std::string_view first, std::string_view short_last, PageRange format) {
  const std::string last = expand(first, short_last);
  switch (format) {
    case PageRange::as_is: return std::string(short_last);
    case PageRange::expanded: return last;
    case PageRange::minimal: return shorten(first, last, 1);
    case PageRange::minimal_two: return shorten(first, last, 2);
    case PageRange::chicago: return chicago(first, last, false);
    case PageRange::chicago_16: return chicago(first, last, true);
  }
  return last;
}

bool is_page_word(std::string_view word) {
  return !word.empty() && split_page(word).digits.size() > 0 && split_page(word).digits.size() < 10 &&
         word.find(' ') == word.npos;
}

std::string format_range(std::string_view first, std::string_view last, PageRange format, std::string_view dash) {
  const Page a = split_page(first), b = split_page(last);
  if (format == PageRange::as_is) return std::string(first) + std::string(dash) + std::string(last);
  // “N110-5” is no range of like pages: it stays as written.
  if (a.prefix != b.prefix) return std::string(first) + "-" + std::string(last);
  const std::string number = abbreviate(a.digits, b.digits, format);
  const bool keeps_prefix = format == PageRange::expanded;
  return std::string(first) + std::string(dash) + (keeps_prefix ? std::string(a.prefix) : "") + number;
}

std::string without_backslashes(std::string_view text) {
  std::string out(text);
  std::erase(out, '\\');
  return out;
}

}  // namespace

std::string format_pages(std::string_view text, PageRange format, const Locale& locale) {
  const Term* term = locale.find("page-range-delimiter");
  const std::string dash = term ? term->single : "–";
  // A hyphen behind a backslash is part of the page's name.
  if (text.find("\\-") != text.npos) return without_backslashes(text);
  const auto pieces = split_numbers(text);
  if (pieces.size() == 1) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& separator = pieces[i].separator;
    const bool is_range = separator == "-" || separator == "–";
    if (is_range && i + 1 < pieces.size() && is_page_word(pieces[i].value) && is_page_word(pieces[i + 1].value)) {
      out += format_range(pieces[i].value, pieces[i + 1].value, format, dash);
      const std::string& next = pieces[++i].separator;
      out += next == "," ? ", " : next == "&" ? " & " : next;
    } else {
      out += pieces[i].value;
      out += separator == "," ? ", " : separator == "&" ? " & " : is_range ? dash : separator;
    }
  }
  return out;
}

}  // namespace bifolio::cite
