// The content streams of a PDF's pages: the text of each marked-content sequence
// and every glyph where it stands.
#pragma once

#include <map>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <utility>

#include "support/pdf_font.h"
#include "support/pdf_text.h"

namespace bifolio::testing {

/// What all pages together say, filled as content streams are read.
struct PdfPages {
  PdfReading& reading;
  std::map<std::pair<int, int>, std::string> texts;  ///< by page and marked-content id
  std::map<QPDFObjGen, PdfFont> fonts;
};

/// Adds one page, numbered from 0.
void read_pdf_page(QPDFPageObjectHelper, int number, PdfPages&);

}  // namespace bifolio::testing
