// What every command of the program has in common. A command is one file and one
// line in `commands.def`: it declares its options and returns what to do.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>

#include "base/artifact.h"
#include "base/finding.h"
#include "pipeline/pipeline.h"

namespace bifolio::cli {

/// What the environment and the options before the command say. Filled in before a command runs.
struct Globals {
  UiLanguage language = UiLanguage::en;
  std::string directory;  ///< -C
  int jobs = 0;           ///< 0 = as many as there are processors
  bool is_quiet = false;
  bool is_terminal = false;  ///< standard error is one: progress may be shown
  std::string themes;        ///< the folder of themes
  std::optional<BuildStamp> stamp;
  std::string today;    ///< YYYY-MM-DD by the clock: for rules about age, never for an output
  std::string scratch;  ///< a folder for temporary files
};

/// Exit statuses (DESIGN, The command line).
enum Exit : int { kClean = 0, kFindings = 1, kUsage = 2, kIncomplete = 3, kInternal = 4, kInterrupted = 130 };

using Run = std::function<int()>;

/// Chooses between the two languages of the program.
inline std::string_view say(const Globals& globals, Words words) {
  return words.in(globals.language);
}

/// The booklet that a command works on: the folder given, else the current one,
/// else the only one in content/. Prints why and returns nothing where there is none.
std::optional<std::string> find_booklet(const std::string& given, const Globals&);

/// A request for that booklet, with the environment's themes and stamp.
pipeline::Request request_for(const std::string& folder, const Globals&);

/// Prints findings and their summary; says whether any reaches `fail_on`.
bool print_findings(const std::vector<report::Entry>&, const source::SourceSet&, const std::string& folder,
                    const std::string& format, Severity fail_on, const Globals&);

/// Prints an error from the edge of the program.
void print_error(const Finding&, const Globals&);

/// A line of progress on a terminal, and nothing in a pipe.
void progress(const Globals&, Words);

}  // namespace bifolio::cli
