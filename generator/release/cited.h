// Inside release/: the works that a publication cites, and small questions about them.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace bifolio::release {

/// In the order of the library, each once.
std::vector<const Reference*> cited_works(const Publication&);

/// The parts of the date that are given, or nothing.
struct WorkDate {
  int year = 0, month = 0, day = 0;
};
WorkDate date_of(const Reference&, std::string_view variable);

/// With a line's breaks and controls as spaces: both formats are made of lines.
std::string one_line(std::string_view);

}  // namespace bifolio::release
