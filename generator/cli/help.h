// Help and usage errors in the program's language. CLI11 would print English,
// aligned by bytes; here columns line up under Chinese too.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/rule.h"

namespace bifolio::cli {

/// Help for the subcommand that was asked about, else for the program.
std::string help(const CLI::App&, UiLanguage);

/// What is wrong with the arguments, and where to find help.
std::string usage_error(const CLI::App&, const CLI::ParseError&, UiLanguage);

}  // namespace bifolio::cli
