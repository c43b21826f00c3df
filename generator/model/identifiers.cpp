#include "model/identifiers.h"

#include <algorithm>

#include "base/percent.h"
#include "base/unicode.h"

namespace bifolio {
namespace {

bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit_byte(text[count])) ++count;
  return count;
}

int digit_value(char c) {
  return c == 'X' || c == 'x' ? 10 : c - '0';
}

/// ISO 7064 mod 11-2 over the digits before the last.
char mod_11_2(std::string_view digits) {
  int total = 0;
  for (const char c : digits) total = (total + digit_value(c)) * 2 % 11;
  const int result = (12 - total) % 11;
  return result == 10 ? 'X' : static_cast<char>('0' + result);
}

/// Weights n … 2 over the digits before the last, modulo 11.
char mod_11_weighted(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i)
    sum += digit_value(digits[i]) * static_cast<int>(digits.size() + 1 - i);
  const int result = (11 - sum % 11) % 11;
  return result == 10 ? 'X' : static_cast<char>('0' + result);
}

char mod_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += digit_value(digits[i]) * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_number_with_x(std::string_view digits, std::size_t size) {
  if (digits.size() != size || !is_all_digits(digits.substr(0, size - 1))) return false;
  return is_digit_byte(digits.back()) || digits.back() == 'X' || digits.back() == 'x';
}

}  // namespace

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit_byte);
}

std::string digits_and_x(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '-' && c != ' ') out.push_back(c);
  }
  return out;
}

std::string bare_doi(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  bool was_address = false;
  for (const std::string_view prefix : {"https://", "http://"}) {
    if (starts_with_folded(text, prefix)) text.remove_prefix(prefix.size());
  }
  for (const std::string_view prefix : {"doi.org/", "dx.doi.org/", "www.doi.org/"}) {
    if (!starts_with_folded(text, prefix)) continue;
    text.remove_prefix(prefix.size());
    was_address = true;
  }
  if (starts_with_folded(text, "doi:")) text.remove_prefix(4);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return was_address ? percent_decoded(text) : std::string(text);
}

bool is_doi(std::string_view bare) {
  if (!bare.starts_with("10.")) return false;
  std::string_view rest = bare.substr(3);
  const std::size_t digits = count_digits(rest);
  if (digits < 4 || digits > 9) return false;
  rest.remove_prefix(digits);
  while (rest.starts_with('.')) {
    const std::size_t more = count_digits(rest.substr(1));
    if (more == 0) return false;
    rest.remove_prefix(1 + more);
  }
  if (!rest.starts_with('/') || rest.size() < 2) return false;
  const std::string_view suffix = rest.substr(1);
  return std::none_of(suffix.begin(), suffix.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

std::string folded_doi(std::string_view text) {
  return fold_case(bare_doi(text));
}

std::string doi_of_address(std::string_view url) {
  for (const std::string_view host : {"://doi.org/", "://dx.doi.org/", "://www.doi.org/"}) {
    if (url.find(host) != url.npos) return bare_doi(url);
  }
  return "";
}

bool is_pmid(std::string_view text) {
  return is_all_digits(text) && text.size() <= 8 && text.front() != '0';
}

bool is_pmcid(std::string_view text) {
  if (!text.starts_with("PMC")) return false;
  text.remove_prefix(3);
  const std::size_t digits = count_digits(text);
  if (digits < 1 || digits > 8) return false;
  text.remove_prefix(digits);
  return text.empty() || (text.front() == '.' && is_all_digits(text.substr(1)));
}

bool is_arxiv(std::string_view text) {
  const std::size_t version = text.rfind('v');
  if (version != text.npos && is_all_digits(text.substr(version + 1))) text = text.substr(0, version);
  const auto plausible_month = [](std::string_view digits) { return digits >= "01" && digits <= "12"; };
  if (const std::size_t slash = text.find('/'); slash != text.npos) {  // before April 2007: archive/YYMMNNN
    const std::string_view number = text.substr(slash + 1);
    return slash > 0 && number.size() == 7 && is_all_digits(number) && plausible_month(number.substr(2, 2));
  }
  if (text.size() < 9 || text[4] != '.' || !is_all_digits(text.substr(0, 4)) || !is_all_digits(text.substr(5)))
    return false;
  const std::string_view date = text.substr(0, 4);
  if (!plausible_month(date.substr(2)) || date < "0704") return false;
  return text.size() == (date <= "1412" ? 9u : 10u);
}

std::string arxiv_number(std::string_view text) {
  const std::string folded = to_lower(text);
  for (const std::string_view mark : {"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:"}) {
    const std::size_t at = folded.find(mark);
    if (at == folded.npos) continue;
    std::string_view number = text.substr(at + mark.size());
    number = number.substr(0, number.find_first_of(" ?#]"));
    if (number.ends_with(".pdf")) number.remove_suffix(4);
    return std::string(number);
  }
  return "";
}

std::optional<char> isbn_check_digit(std::string_view text) {
  const std::string digits = digits_and_x(text);
  const std::string_view body = std::string_view(digits).substr(0, digits.empty() ? 0 : digits.size() - 1);
  if (is_number_with_x(digits, 10)) return mod_11_weighted(body);
  const bool is_thirteen =
      digits.size() == 13 && is_all_digits(digits) && (digits.starts_with("978") || digits.starts_with("979"));
  return is_thirteen ? std::optional(mod_10(body)) : std::nullopt;
}

std::optional<char> issn_check_digit(std::string_view text) {
  const std::string digits = digits_and_x(text);
  if (!is_number_with_x(digits, 8)) return std::nullopt;
  return mod_11_weighted(std::string_view(digits).substr(0, 7));
}

std::optional<char> orcid_check_digit(std::string_view text) {
  const std::string digits = digits_and_x(text);
  if (!is_number_with_x(digits, 16)) return std::nullopt;
  return mod_11_2(std::string_view(digits).substr(0, 15));
}

std::optional<Span> value_span(const ReferenceField& field) {
  const auto size = static_cast<std::uint32_t>(field.value.size());
  if (field.span.size() == size) return field.span;
  if (field.span.size() == size + 2) return Span{field.span.file, field.span.begin + 1, field.span.end - 1};
  return std::nullopt;
}

}  // namespace bifolio
