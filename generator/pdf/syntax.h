// The written forms of PDF objects (ISO 32000-1, 7.3): numbers, names, strings,
// references and dictionaries, as short as the syntax allows. A value is passed
// around in its written form; only `Writer` knows where objects lie in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace bifolio::pdf {

/// An indirect object; its generation is always 0.
struct Ref {
  int number = 0;
  bool operator==(const Ref&) const = default;
};

/// A length in thousandths of a point: the grid on which pages are drawn.
std::int64_t thousandths(Length);

void append_integer(std::string&, std::int64_t);
/// `value` ÷ 1000 with no more digits than it needs: 12500 is "12.5".
void append_thousandths(std::string&, std::int64_t value);
/// At most `decimals` digits after the point (up to 6); what is not finite becomes 0.
void append_number(std::string&, double value, int decimals = 4);

std::string written(Length);
std::string written(Ref);
std::string written(std::int64_t);
std::string written(const std::vector<Ref>&);
/// "/Name", with what a name may not hold written as #xx (7.3.5).
std::string name(std::string_view);
/// "(bytes)", for ids and the names of destinations.
std::string byte_string(std::string_view);
/// Words for people: ASCII as it is, otherwise UTF-16 with a byte order mark (7.9.2.2).
std::string text_string(std::string_view utf8);
/// Digits of UTF-16BE, for ToUnicode maps and ActualText.
std::string utf16_hex(std::string_view utf8);
/// "[x1 y1 x2 y2]" of a rectangle on a page of that height, y upwards.
std::string rectangle(const Rect&, Length page_height);

/// A dictionary that is written as it is filled.
class Dictionary {
 public:
  Dictionary& add(std::string_view key, std::string_view value);
  Dictionary& add(std::string_view key, Ref value) { return add(key, written(value)); }
  Dictionary& add(std::string_view key, std::int64_t value) { return add(key, written(value)); }
  /// Nothing where the text is empty.
  Dictionary& add_text(std::string_view key, std::string_view utf8);
  bool is_empty() const { return entries_.empty(); }
  std::string written() const { return "<<" + entries_ + ">>"; }

 private:
  static std::string written(Ref ref) { return pdf::written(ref); }
  static std::string written(std::int64_t value) { return pdf::written(value); }
  std::string entries_;
};

}  // namespace bifolio::pdf
