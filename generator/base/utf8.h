// UTF-8, byte by byte. Text inside the program is always valid UTF-8; `source/`
// sees to that when it loads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bifolio {

struct Decoded {
  char32_t code_point = 0xFFFD;  ///< U+FFFD where the bytes are no UTF-8
  std::size_t size = 1;          ///< bytes read, at least 1
  bool is_valid = false;
};

/// The code point that starts at `at` (which must be inside the text).
Decoded decode_utf8(std::string_view text, std::size_t at);

/// Appends the code point. Surrogates and values beyond U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t);
std::string to_utf8(std::u32string_view);
std::u32string to_utf32(std::string_view);

/// The offset of the first byte that is no UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view);

std::size_t count_code_points(std::string_view);

/// A loop over code points: `for (auto [c, offset, size] : code_points(text))`.
struct CodePointAt { char32_t code_point; std::size_t offset, size; };
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  class Iterator {
   public:
    Iterator(std::string_view text, std::size_t at) : text_(text), at_(at) { read(); }
    CodePointAt operator*() const { return {now_.code_point, at_, now_.size}; }
    Iterator& operator++() { at_ += now_.size; read(); return *this; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }
   private:
    void read() { if (at_ < text_.size()) now_ = decode_utf8(text_, at_); }
    std::string_view text_;
    std::size_t at_;
    Decoded now_;
  };
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }
 private:
  std::string_view text_;
};
inline CodePoints code_points(std::string_view text) { return CodePoints(text); }

}  // namespace bifolio
