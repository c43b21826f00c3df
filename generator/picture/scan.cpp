#include "picture/scan.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bifolio::picture {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr double kLargest = 1e7;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Unit {
  std::string_view name;
  double pixels;
};
constexpr Unit kUnits[] = {{"", 1},    {"px", 1},         {"pt", 96.0 / 72},  {"pc", 16},
                           {"in", 96}, {"cm", 96 / 2.54}, {"mm", 9.6 / 2.54}, {"Q", 2.4 / 2.54}};

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

void Scanner::skip_space() {
  at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size());
}

bool Scanner::is_at_end() {
  skip_space();
  return at_ == text_.size();
}

char Scanner::peek() {
  return is_at_end() ? '\0' : text_[at_];
}

bool Scanner::accept(char wanted) {
  if (peek() != wanted) return false;
  ++at_;
  return true;
}

std::string_view Scanner::word() {
  skip_space();
  const std::size_t begin = at_;
  while (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '-')) ++at_;
  return text_.substr(begin, at_ - begin);
}

std::optional<double> Scanner::number() {
  skip_space();
  std::size_t begin = at_;
  const bool has_sign = begin < text_.size() && (text_[begin] == '+' || text_[begin] == '-');
  if (has_sign && text_[begin] == '+') ++begin;
  // Neither "inf" nor "nan", which the conversion would take.
  const std::size_t digits = has_sign ? at_ + 1 : at_;
  if (digits >= text_.size() || !((text_[digits] >= '0' && text_[digits] <= '9') || text_[digits] == '.'))
    return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text_.data() + begin, text_.data() + text_.size(), value);
  const std::string_view read = text_.substr(begin, static_cast<std::size_t>(end - text_.data()) - begin);
  const bool is_tiny = error == std::errc::result_out_of_range && read.size() < 20 && read.find('-', 1) != read.npos;
  if ((error != std::errc() && !is_tiny) || std::abs(value) > kLargest) return std::nullopt;
  at_ = static_cast<std::size_t>(end - text_.data());
  return is_tiny ? 0 : value;
}

std::optional<double> Scanner::next_number() {
  accept(',');
  return number();
}

std::optional<bool> Scanner::flag() {
  accept(',');
  if (accept('0')) return false;
  if (accept('1')) return true;
  return std::nullopt;
}

std::optional<std::vector<double>> read_numbers(std::string_view text) {
  Scanner scanner(text);
  std::vector<double> numbers;
  while (!scanner.is_at_end()) {
    const auto number = numbers.empty() ? scanner.number() : scanner.next_number();
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<double> read_length(std::string_view text, const LengthBase& base) {
  text = trimmed(text);
  Scanner scanner(text);
  const auto number = scanner.number();
  if (!number) return std::nullopt;
  const std::string_view unit = text.substr(scanner.offset());
  if (unit == "%") return *number / 100 * base.whole;
  if (unit == "em" || unit == "rem") return *number * base.font_size;
  if (unit == "ex" || unit == "ch") return *number * base.font_size / 2;
  for (const Unit& one : kUnits) {
    if (unit == one.name) return *number * one.pixels;
  }
  return std::nullopt;
}

std::optional<double> read_share(std::string_view text) {
  const auto share = read_length(text, {1, 0});
  return share ? std::optional(std::clamp(*share, 0.0, 1.0)) : std::nullopt;
}

}  // namespace bifolio::picture
