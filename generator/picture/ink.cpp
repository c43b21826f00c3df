#include "picture/ink.h"

#include <algorithm>
#include <cmath>

#include "base/color_text.h"
#include "picture/scan.h"

namespace bifolio::picture {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::uint8_t part(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

/// `#f80`, `#f80c`, `#ff8800`, `#ff8800cc`.
std::optional<ColorValue> from_digits(std::string_view digits) {
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  const std::size_t plain = is_short ? 3 : 6;
  const auto color = color_of_digits(digits.substr(0, plain));
  if (!color || digits.size() == plain) return color ? std::optional(ColorValue{*color}) : std::nullopt;
  const std::string_view rest = digits.substr(plain);
  const auto alpha = color_of_digits(std::string(rest).append(is_short ? "00" : "0000"));
  return alpha ? std::optional(ColorValue{*color, alpha->red / 255.0}) : std::nullopt;
}

/// `rgb(255, 0, 0)`, `rgba(100%, 0%, 0%, 0.5)`, `rgb(255 0 0 / 50%)`.
std::optional<ColorValue> from_function(std::string_view text) {
  Scanner scanner(text);
  const std::string_view name = scanner.word();
  if ((name != "rgb" && name != "rgba") || !scanner.accept('(')) return std::nullopt;
  double values[4] = {0, 0, 0, 1};
  int count = 0;
  for (; count < 4 && scanner.peek() != ')'; ++count) {
    if (!scanner.accept(',')) scanner.accept('/');
    const auto value = scanner.number();
    if (!value) return std::nullopt;
    const bool is_share = scanner.accept('%');
    values[count] = !is_share ? *value : count == 3 ? *value / 100 : *value * 255 / 100;
  }
  if (count < 3 || !scanner.accept(')') || !scanner.is_at_end()) return std::nullopt;
  return ColorValue{{part(values[0]), part(values[1]), part(values[2])}, std::clamp(values[3], 0.0, 1.0)};
}

}  // namespace

std::optional<ColorValue> read_color(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('#')) return from_digits(text.substr(1));
  const std::string small = lower(text);
  if (small == "transparent") return ColorValue{{}, 0};
  if (const auto color = color_named(small)) return ColorValue{*color};
  return from_function(small);
}

std::optional<std::string> local_id(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with("url(")) return std::nullopt;
  const std::size_t close = text.find(')');
  if (close == text.npos) return std::nullopt;
  std::string_view inside = trimmed(text.substr(4, close - 4));
  if (inside.size() >= 2 && (inside[0] == '"' || inside[0] == '\'')) inside = inside.substr(1, inside.size() - 2);
  return inside.starts_with('#') ? std::optional(std::string(inside.substr(1))) : std::nullopt;
}

std::optional<Ink> read_ink(std::string_view text, Color current) {
  text = trimmed(text);
  if (text == "none") return Ink{};
  if (lower(text) == "currentcolor") return Ink{Ink::Kind::color, current};
  if (const auto id = local_id(text)) return Ink{.kind = Ink::Kind::server, .server = *id};
  const auto color = read_color(text);
  if (!color) return std::nullopt;
  return Ink{Ink::Kind::color, color->color, color->opacity};
}

}  // namespace bifolio::picture
