#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "chart/format.h"
#include "chart/value.h"

namespace bifolio::chart {
namespace {

constexpr int kMostDigits = 60;

std::string fixed(double value, int precision) {
  char buffer[512];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, precision).ptr;
  return {buffer, end};
}

std::string exponential(double value, int precision) {
  char buffer[128];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, precision).ptr;
  std::string text(buffer, end);
  const std::size_t e = text.find('e');
  // C writes at least two digits of an exponent, JavaScript as many as there are.
  if (e != std::string::npos && text[e + 2] == '0' && e + 3 < text.size()) text.erase(e + 2, 1);
  return text;
}

/// The power of ten of a number rounded to so many significant digits.
int exponent(double value, int digits) {
  if (value == 0) return 0;
  const std::string text = exponential(value, std::max(0, digits - 1));
  int power = 0;
  const char* begin = text.data() + text.find('e') + 1;
  if (*begin == '+') ++begin;
  std::from_chars(begin, text.data() + text.size(), power);
  return power;
}

std::string significant(double value, int digits) {
  const int power = exponent(value, digits);
  return fixed(value, std::max(0, digits - 1 - power));
}

std::string trim_zeros(std::string text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  std::size_t end = text.find('e');
  if (end == std::string::npos) end = text.size();
  std::size_t last = end;
  while (last > point + 1 && text[last - 1] == '0') --last;
  if (last == point + 1) last = point;
  return text.substr(0, last) + text.substr(end);
}

struct Scaled {
  std::string digits, suffix;
};

/// SI prefixes: 1500 is 1.5k.
Scaled with_prefix(double value, int digits, int shared_power) {
  static constexpr std::string_view kPrefixes[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                                   "k", "M", "G", "T", "P", "E", "Z", "Y"};
  if (shared_power < 100)
    return {fixed(value / std::pow(10, shared_power), digits), std::string(kPrefixes[shared_power / 3 + 8])};
  const int power = exponent(value, digits);
  const int group = std::max(-8, std::min(8, static_cast<int>(std::floor(power / 3.0))));
  const double scaled = value / std::pow(10, group * 3);
  const int decimals = std::max(0, digits - 1 - (power - group * 3));
  return {fixed(scaled, decimals), std::string(kPrefixes[group + 8])};
}

std::string in_base(double value, int base) {
  if (!(value < 9e15)) return print_number(value);
  char buffer[80];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(std::llround(value)), base).ptr;
  return {buffer, end};
}

Scaled spell(double value, const NumberFormat& f, int precision) {
  switch (f.type) {
    case '%': return {fixed(value * 100, precision), "%"};
    case 'p': return {significant(value * 100, std::max(1, precision)), "%"};
    case 'f': return {fixed(value, precision), {}};
    case 'e': return {exponential(value, precision), {}};
    case 'd': return {value >= 1e21 ? print_number(value) : fixed(std::round(value), 0), {}};
    case 's': return with_prefix(value, f.power < 100 ? precision : std::max(1, precision), f.power);
    case 'r': return {significant(value, std::max(1, precision)), {}};
    case 'b': return {in_base(value, 2), {}};
    case 'o': return {in_base(value, 8), {}};
    case 'x': return {in_base(value, 16), {}};
    case 'X': {
      std::string text = in_base(value, 16);
      for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      return {text, {}};
    }
    default: {  // 'g' and none: an exponent where the number is very large or small
      const int power = exponent(value, std::max(1, precision));
      if (power < -6 || power >= std::max(1, precision)) return {exponential(value, std::max(0, precision - 1)), {}};
      return {significant(value, std::max(1, precision)), {}};
    }
  }
}

std::string group_thousands(std::string_view digits) {
  std::size_t whole = 0;
  while (whole < digits.size() && digits[whole] >= '0' && digits[whole] <= '9') ++whole;
  std::string out;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out.append(digits.substr(whole));
}

bool is_zero(std::string_view digits) {
  return digits.find_first_of("123456789") == std::string_view::npos;
}

std::string pad(std::string body, std::string_view sign, const NumberFormat& f) {
  const auto length = static_cast<int>(count_code_points(body) + count_code_points(sign));
  const std::size_t missing = length < f.width ? static_cast<std::size_t>(f.width - length) : 0;
  const std::string fill(missing, f.fill);
  switch (f.align) {
    case '<': return std::string(sign) + body + fill;
    case '=': return std::string(sign) + fill + body;
    case '^': return fill.substr(0, missing / 2) + std::string(sign) + body + fill.substr(missing / 2);
    default: return fill + std::string(sign) + body;
  }
}

bool is_align(char c) {
  return c == '<' || c == '>' || c == '^' || c == '=';
}

}  // namespace

bool parse_number_format(std::string_view text, NumberFormat& f) {
  f = {};
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
  const auto digits = [&](int most) {
    int value = 0;
    while (peek() >= '0' && peek() <= '9') value = std::min(most, value * 10 + (text[at++] - '0'));
    return value;
  };
  if (text.size() >= 2 && is_align(text[1]))
    f.fill = text[0], f.align = text[1], at = 2;
  else if (is_align(peek()))
    f.align = text[at++];
  if (peek() == '-' || peek() == '+' || peek() == '(' || peek() == ' ') f.sign = text[at++];
  if (peek() == '$' || peek() == '#') f.symbol = text[at++];
  if (peek() == '0') f.zero = true, f.fill = '0', f.align = '=', ++at;
  f.width = digits(200);
  if (peek() == ',') f.comma = true, ++at;
  if (peek() == '.') {
    ++at;
    if (!(peek() >= '0' && peek() <= '9')) return false;
    f.precision = digits(kMostDigits);
  }
  if (peek() == '~') f.trim = true, ++at;
  if (at < text.size()) f.type = text[at++];
  if (f.type == 'n') f.comma = true, f.type = 'g';
  if (f.type != '\0' && std::string_view("%pfedsrgbcoxX").find(f.type) == std::string_view::npos) return false;
  return at == text.size();
}

std::string format_number(double value, const NumberFormat& format) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "−∞" : "∞";
  NumberFormat f = format;
  if (f.type == '\0' && f.precision < 0)
    f.precision = 12, f.trim = true, f.type = 'g';
  else if (f.type == '\0')
    f.trim = true, f.type = 'g';
  const int precision = f.precision < 0 ? 6 : f.precision;
  Scaled spelled = spell(std::fabs(value), f, precision);
  if (f.trim) spelled.digits = trim_zeros(spelled.digits);
  const bool is_negative = std::signbit(value) && !is_zero(spelled.digits);
  // d3 prints a true minus sign.
  std::string sign = is_negative ? (f.sign == '(' ? "(" : "−") : f.sign == '+' ? "+" : f.sign == ' ' ? " " : "";
  if (f.symbol == '$') sign += "$";
  if (f.symbol == '#') sign += f.type == 'x' || f.type == 'X' ? "0x" : f.type == 'b' ? "0b" : f.type == 'o' ? "0o" : "";
  std::string body = (f.comma ? group_thousands(spelled.digits) : spelled.digits) + spelled.suffix;
  if (is_negative && f.sign == '(') body += ')';
  return pad(std::move(body), sign, f);
}

std::string format_number(double value, std::string_view pattern) {
  NumberFormat f;
  if (!parse_number_format(pattern, f)) f = {};
  return format_number(value, f);
}

// d3-array 3, `tickIncrement`: steps of 1, 2 and 5 times a power of ten.
double tick_step(double begin, double end, double count) {
  const double span = std::fabs(end - begin);
  if (!(span > 0) || !(count > 0) || std::isinf(span)) return 0;
  const double raw = span / count;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  const double error = raw / power;
  return power * (error >= std::sqrt(50) ? 10 : error >= std::sqrt(10) ? 5 : error >= std::sqrt(2) ? 2 : 1);
}

std::vector<double> linear_ticks(double begin, double end, double count) {
  constexpr double kMost = 10000;
  if (begin == end) return {begin};
  const double step = tick_step(begin, end, std::min(count, kMost));
  if (step == 0) return {};
  const double low = std::min(begin, end), high = std::max(begin, end);
  std::vector<double> out;
  // Below one, multiply by the inverse: 0.3 rather than 0.30000000000000004.
  const double inverse = step < 1 ? std::round(1 / step) : 0;
  const auto scaled = [&](double x) { return inverse > 0 ? x * inverse : x / step; };
  const double first = std::ceil(scaled(low) - 1e-10), last = std::floor(scaled(high) + 1e-10);
  for (double i = first; i <= last && out.size() < kMost; ++i) out.push_back(inverse > 0 ? i / inverse : i * step);
  for (double& tick : out) tick = tick == 0 ? 0 : tick;
  if (end < begin) return {out.rbegin(), out.rend()};
  return out;
}

namespace {
int decimal_exponent(double value) {
  return value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::fabs(value)) + 1e-12));
}
}  // namespace

// d3-scale, `tickFormat`: as many digits as tell neighbouring ticks apart.
NumberFormat tick_format(double begin, double end, double count, std::string_view pattern) {
  NumberFormat f;
  if (!parse_number_format(pattern.empty() ? ",f" : pattern, f)) parse_number_format(",f", f);
  const double step = tick_step(begin, end, count);
  const double largest = std::max(std::fabs(begin), std::fabs(end));
  if (f.precision >= 0 || step == 0) return f;
  const int step_power = decimal_exponent(step);
  switch (f.type) {
    case 's':
      f.power = std::clamp(static_cast<int>(std::floor(decimal_exponent(largest) / 3.0)), -8, 8) * 3;
      f.precision = std::max(0, f.power - step_power);
      break;
    case '\0':
    case 'e':
    case 'g':
    case 'p':
    case 'r': f.precision = std::max(1, decimal_exponent(largest) - step_power + 1) - (f.type == 'e' ? 1 : 0); break;
    case 'f': f.precision = std::max(0, -step_power); break;
    case '%': f.precision = std::max(0, -step_power - 2); break;
    default: break;
  }
  return f;
}

}  // namespace bifolio::chart
