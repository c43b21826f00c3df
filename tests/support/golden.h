// Golden cases: small named inputs beside the text a stage must make of them.
//
//     === name-of-the-case
//     --- input en/a.md
//     Some text
//     --- expect
//     paragraph "Some text"
//
// A case may have several sections; each is a name, an optional argument and its
// lines. With BIFOLIO_BLESS set, `expect` sections are rewritten instead of
// compared; the reader of the diff judges.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::testing {

struct Section {
  std::string name;
  std::string argument;
  std::string text;  ///< with a line feed after its last line
};

struct Case {
  std::string name;
  std::vector<Section> sections;

  /// The text of the first section with that name, or "".
  std::string_view text(std::string_view section) const;
};

/// Runs every case of the file (relative to tests/) and compares what `actual` makes of it.
void run_cases(const std::string& path, const std::function<std::string(const Case&)>& actual);

}  // namespace bifolio::testing
