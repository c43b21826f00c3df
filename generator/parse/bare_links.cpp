#include "parse/bare_links.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/characters.h"
#include "parse/clean_text.h"

namespace bifolio::parse {
namespace {

bool is_mail_name(char c) {
  return is_ascii_alphanumeric(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

bool ends_address(std::string_view text, std::size_t at, bool in_brackets) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c <= 0x20 || c == 0x7F || c == '<' || (in_brackets && c == ']')) return true;
  if (c < 0x80) return false;
  const Decoded decoded = decode_utf8(text, at);
  return !decoded.is_valid || is_wide_text(decoded.code_point) || is_cjk_punctuation(decoded.code_point) ||
         is_space(decoded.code_point) || is_control(decoded.code_point);
}

/// A semicolon that ends an entity takes the entity along; other marks go alone.
std::size_t without_entity(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end - 1;
  while (at > begin && is_ascii_letter(text[at - 1])) --at;
  return at > begin && at < end - 1 && text[at - 1] == '&' ? at - 1 : end - 1;
}

/// GFM, “extended autolink path validation”: marks at the end belong to the sentence.
std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view all = text.substr(begin, end - begin);
  auto opened = std::count(all.begin(), all.end(), '(');
  auto closed = std::count(all.begin(), all.end(), ')');
  while (end > begin) {
    const char last = text[end - 1];
    if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
      --end;
    } else if (last == ')' && closed > opened) {
      --closed;
      --end;
    } else if (last == ';') {
      end = without_entity(text, begin, end);
    } else {
      break;
    }
  }
  return end;
}

std::size_t address_end(std::string_view text, std::size_t begin, bool in_brackets) {
  std::size_t end = begin;
  while (end < text.size() && !ends_address(text, end, in_brackets)) end += decode_utf8(text, end).size;
  return trim_end(text, begin, end);
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (is_ascii_letter(a) ? static_cast<char>(a | 0x20) : a) == b; });
}

/// At least one dot, and no `_` in the last two parts.
bool is_domain(std::string_view text) {
  text = text.substr(0, 255);
  std::size_t end = 0;
  int dots = 0, last = 0, before_last = 0;
  for (; end < text.size(); ++end) {
    if (text[end] == '_') {
      ++last;
    } else if (text[end] == '.') {
      before_last = last;
      last = 0;
      ++dots;
    } else if (!is_ascii_alphanumeric(text[end]) && text[end] != '-') {
      break;
    }
  }
  return dots > 0 && last == 0 && before_last == 0;
}

}  // namespace

std::optional<BareLink> read_autolink(std::string_view text, std::size_t at) {
  const std::size_t begin = at + 1;
  std::size_t end = begin;
  bool has_colon = false;
  for (; end < text.size() && text[end] != '>'; ++end) {
    const auto c = static_cast<unsigned char>(text[end]);
    if (c <= 0x20 || c == '<' || c == 0x7F) return std::nullopt;
    if (c == ':' && !has_colon) {
      const std::string_view scheme = text.substr(begin, end - begin);
      if (scheme.size() < 2 || scheme.size() > 32 || !is_ascii_letter(scheme[0])) return std::nullopt;
      if (!std::all_of(scheme.begin(), scheme.end(),
                       [](char s) { return is_ascii_alphanumeric(s) || s == '+' || s == '.' || s == '-'; })) {
        return std::nullopt;
      }
      has_colon = true;
    }
  }
  if (end >= text.size() || end == begin) return std::nullopt;
  const std::string target = clean_text(text.substr(begin, end - begin));
  if (has_colon) return BareLink{begin, end, target, end + 1};
  const std::size_t sign = text.find('@', begin);
  if (sign >= end || sign == begin) return std::nullopt;
  const auto is_name = [](char c) {
    return is_ascii_alphanumeric(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  };
  const auto is_host = [](char c) { return is_ascii_alphanumeric(c) || c == '.' || c == '-'; };
  if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(sign),
                   is_name))
    return std::nullopt;
  if (sign + 1 >= end || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(sign + 1),
                                      text.begin() + static_cast<std::ptrdiff_t>(end), is_host))
    return std::nullopt;
  if (!is_ascii_alphanumeric(text[sign + 1]) || !is_ascii_alphanumeric(text[end - 1])) return std::nullopt;
  return BareLink{begin, end, "mailto:" + target, end + 1};
}

std::optional<BareLink> read_bare_address(std::string_view text, std::size_t limit, std::size_t colon,
                                          bool in_brackets) {
  if (!text.substr(colon).starts_with("://") || colon + 3 >= text.size()) return std::nullopt;
  std::size_t begin = colon;
  while (begin > limit && colon - begin < 6 && is_ascii_letter(text[begin - 1])) --begin;
  const std::string_view scheme = text.substr(begin, colon - begin);
  if (!equals_ignoring_case(scheme, "http") && !equals_ignoring_case(scheme, "https") &&
      !equals_ignoring_case(scheme, "ftp")) {
    return std::nullopt;
  }
  if (!is_ascii_alphanumeric(text[colon + 3])) return std::nullopt;
  const std::size_t end = address_end(text, begin, in_brackets);
  if (end <= colon + 3) return std::nullopt;
  return BareLink{begin, end, clean_text(text.substr(begin, end - begin)), end};
}

std::optional<BareLink> read_bare_www(std::string_view text, std::size_t at, bool in_brackets) {
  if (!text.substr(at).starts_with("www.") || !is_domain(text.substr(at))) return std::nullopt;
  const char32_t before = character_before(text, at);
  const bool may_start = before == '*' || before == '_' || before == '~' || before == '(' || is_space(before) ||
                         is_wide_text(before) || is_cjk_punctuation(before);
  if (!may_start) return std::nullopt;
  const std::size_t end = address_end(text, at, in_brackets);
  if (end <= at + 4) return std::nullopt;
  return BareLink{at, end, "http://" + clean_text(text.substr(at, end - at)), end};
}

std::optional<BareLink> read_bare_mail(std::string_view text, std::size_t limit, std::size_t sign) {
  std::size_t begin = sign;
  while (begin > limit && sign - begin < 64 && is_mail_name(text[begin - 1])) --begin;
  if (begin == sign) return std::nullopt;
  std::size_t end = sign + 1;
  bool has_dot = false;
  for (; end < text.size() && end - sign < 255; ++end) {
    const char c = text[end];
    if (c == '.' && end + 1 < text.size() && is_ascii_alphanumeric(text[end + 1]))
      has_dot = true;
    else if (!is_ascii_alphanumeric(c) && c != '-' && c != '_')
      break;
  }
  if (!has_dot || text[end - 1] == '-' || text[end - 1] == '_') return std::nullopt;
  return BareLink{begin, end, "mailto:" + clean_text(text.substr(begin, end - begin)), end};
}

}  // namespace bifolio::parse
