// How a reader finds its way through a PDF: bookmarks, page labels, named
// destinations; and what the file says about itself. Read back with libqpdf.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace bifolio::testing {

struct PdfNavigation {
  std::vector<std::string> bookmarks;               ///< "  Title → #destination (count)", in order, indented by level
  std::vector<std::string> page_labels;             ///< of every page, as a reader shows it
  std::map<std::string, std::string> destinations;  ///< name → "page x y", pages from 1
  std::map<std::string, std::string> information;   ///< "Title" → …
  std::string metadata;                             ///< the XMP packet
  std::vector<std::string> pictures;  ///< "4×2 /DeviceRGB /FlateDecode", those with transparency "+ alpha"
};

PdfNavigation read_navigation(const std::string& bytes);

}  // namespace bifolio::testing
