// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): how a PDF file
// finds a destination, an element or a page label without reading them all.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pdf/writer.h"

namespace bifolio::pdf {

/// Values in their written form, by name.
Ref write_name_tree(Writer&, const std::map<std::string, std::string>&);
/// Values in their written form, by number, ascending.
Ref write_number_tree(Writer&, const std::vector<std::pair<int, std::string>>&);

}  // namespace bifolio::pdf
