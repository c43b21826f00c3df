#include "html/markup.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace bifolio::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What a byte becomes; empty = itself.
struct EscapeTable {
  std::array<std::string_view, 256> text = {};
  constexpr EscapeTable() {
    for (int c = 0; c < 0x20; ++c) text[c] = kReplacement;
    text['\t'] = text['\n'] = text['\r'] = {};
    text[0x7F] = kReplacement;
    text['&'] = "&amp;";
    text['<'] = "&lt;";
    text['>'] = "&gt;";
    text['"'] = "&quot;";
  }
};
constexpr EscapeTable kEscapes;

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::string_view escape = kEscapes.text[byte];
    std::size_t size = 1;
    if (byte == 0xEF && (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF")) {
      escape = kReplacement;
      size = 3;
    } else if (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
      escape = kReplacement;  // C1 controls
      size = 2;
    }
    if (escape.empty()) continue;
    out.append(text, from, at - from).append(escape);
    at += size - 1;
    from = at + 1;
  }
  out.append(text, from);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

void append_percent(std::string& out, char c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
}

/// Characters outside the URL code points (URL Standard, section 4.3), and
/// those that would end a part of the address too early.
std::string encode(std::string_view text, std::string_view also) {
  constexpr std::string_view kNever = " \"<>\\^`{|}";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_stray_percent = c == '%' && !(at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]));
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (is_stray_percent || is_control || kNever.find(c) != kNever.npos || also.find(c) != also.npos) {
      append_percent(out, c);
    } else {
      out.push_back(c);
    }
  }
  return out;
}

/// The scheme in lower case, or "" for a relative address.
std::string scheme_of(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (c == ':') return scheme;
    const bool fits = is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!fits) return "";
    scheme.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return "";
}

/// Browsers drop tabs and line ends from addresses, so `java\nscript:` would run.
bool has_hidden_characters(std::string_view url) {
  return url.empty() || url.front() == ' ' || url.back() == ' ' ||
         std::any_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  append_escaped(out, text);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(1, ' ').append(name).append("=\"");
  append_escaped(out, value);
  out.push_back('"');
}

void append_language(std::string& out, std::string_view tag) {
  const bool is_tag = tag.size() > 1 && std::all_of(tag.begin(), tag.end(),
                                                    [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  if (is_tag && is_letter(tag.front()) && tag.back() != '-') append_attribute(out, "lang", tag);
}

std::string as_id(std::string_view text) {
  std::string id(text);
  for (char& c : id) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) c = '-';
  }
  return id.empty() ? "-" : id;
}

std::string fragment(std::string_view id) {
  return "#" + encode(as_id(id), "#[]");
}

std::optional<std::string> safe_url(std::string_view url) {
  if (has_hidden_characters(url)) return std::nullopt;
  const std::string scheme = scheme_of(url);
  const bool is_web = scheme == "http" || scheme == "https";
  if (scheme.empty() ? url.starts_with("//") || url.starts_with("\\") || url.starts_with("/\\")
                     : !is_web && scheme != "mailto") {
    return std::nullopt;
  }
  const std::size_t host = scheme.size() + 3;
  if (is_web && (url.substr(scheme.size(), 3) != "://" || url.size() == host || url[host] == '/')) return std::nullopt;
  // A second `#` cannot stand in a fragment; brackets only around an IPv6 host.
  const std::size_t path = is_web ? std::min(url.find_first_of("/?#", host), url.size()) : 0;
  const std::size_t hash = std::min(url.find('#', path), url.size());
  std::string out = encode(url.substr(0, path), "");
  out += encode(url.substr(path, hash - path), "[]");
  if (hash < url.size()) out += "#" + encode(url.substr(hash + 1), "#[]");
  return out;
}

std::string path_url(std::string_view path) {
  return encode(path, "#?%[]:");
}

}  // namespace bifolio::html
