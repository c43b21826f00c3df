// What of a picture does not depend on fonts or colours: its strings, and its marks by kind.
#pragma once

#include <map>
#include <string>

namespace bifolio::vega_suite {

struct Picture {
  std::map<std::string, int> strings;
  std::map<std::string, int> marks;  ///< by aria-roledescription
};

Picture read_picture(const std::string& svg);
bool agree(const Picture& ours, const Picture& theirs);

}  // namespace bifolio::vega_suite
