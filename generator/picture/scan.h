// Numbers, lists of them and lengths as SVG attributes write them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace bifolio::picture {

/// Walks over an attribute's value; white space is passed over before each part.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool is_at_end();
  std::size_t offset() const { return at_; }
  char peek();
  bool accept(char wanted);
  /// A run of letters and hyphens.
  std::string_view word();
  /// A number within reason (SVG 1.1, 4.2): neither infinite nor beyond ten million.
  std::optional<double> number();
  /// The same after an optional comma.
  std::optional<double> next_number();
  /// One digit, 0 or 1, which need not be followed by a space (SVG 1.1, 8.3.9).
  std::optional<bool> flag();

 private:
  void skip_space();

  std::string_view text_;
  std::size_t at_ = 0;
};

/// All of it numbers with spaces or commas between; nothing where it is anything else.
std::optional<std::vector<double>> read_numbers(std::string_view);

/// What percentages and font-relative lengths stand for.
struct LengthBase {
  double whole = 0, font_size = 16;
};
/// In CSS pixels (SVG 1.1, 7.10).
std::optional<double> read_length(std::string_view, const LengthBase&);
/// `0.5` or `50%`, kept within 0 and 1.
std::optional<double> read_share(std::string_view);

std::string_view trimmed(std::string_view);

}  // namespace bifolio::picture
