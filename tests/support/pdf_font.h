// A composite font of a PDF, as far as reading text needs it: the text and the
// width of each code.
#pragma once

#include <cstdint>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace bifolio::testing {

struct PdfFont {
  std::string name;
  std::map<std::uint32_t, std::string> texts;
  std::map<std::uint32_t, double> widths;
  double default_width = 1000;

  double width(std::uint32_t code) const {
    const auto at = widths.find(code);
    return at == widths.end() ? default_width : at->second;
  }
};

PdfFont read_pdf_font(QPDFObjectHandle dictionary);

/// Bytes of a string, the first the highest, as a number.
std::uint32_t big_endian(std::string_view bytes);

}  // namespace bifolio::testing
