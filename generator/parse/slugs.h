// The names that existing Markdown uses to link to headings, made as GitHub
// makes them: lower case, marks dropped, spaces to hyphens; Chinese stays.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace bifolio::parse {

class Slugs {
 public:
  /// A further heading with the same text gets `-1`, `-2`, …
  std::string next(std::string_view heading);

 private:
  std::map<std::string, int, std::less<>> used_;
};

}  // namespace bifolio::parse
