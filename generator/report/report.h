// Findings as text for people and as data for machines, in either language of
// the program. One file a format; `reporters.def` lists them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "source/load.h"

namespace bifolio::report {

/// A finding as the booklet's settings judge it.
struct Entry {
  const Finding* finding;
  Severity severity;
  std::string fingerprint = {};  ///< the same as long as the block it stands in is; no line numbers
  /// Why it is hidden: the reason given beside the text or in the baseline. Text
  /// reports leave it out; SARIF says so.
  struct Suppression {
    bool is_in_source = false;
    std::string reason;
  };
  std::optional<Suppression> suppression = {};
};

struct Report {
  std::vector<Entry> entries;  ///< sorted
  const source::SourceSet& sources;
  std::string prefix;  ///< put before a file's path: from the current directory to the booklet, "" or ending in `/`
  UiLanguage language = UiLanguage::en;
};

struct Reporter {
  std::string_view name;
  std::string (*write)(const Report&);
};

std::vector<Reporter> reporters();
/// The reporter of that name, or one without a function.
Reporter find_reporter(std::string_view name);

/// “2 errors, 1 warning” / “2个错误，1个警告”; “nothing to report” where there is none.
std::string summary(const std::vector<Entry>&, UiLanguage);

/// The step summary that GitHub shows beside annotations, as Markdown.
std::string github_summary(const Report&);

/// One finding as the text reporter prints it: for errors outside any booklet.
std::string print(const Finding&, UiLanguage);

}  // namespace bifolio::report
