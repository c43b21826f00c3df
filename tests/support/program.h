// The whole program, run as a person would run it.
#pragma once

#include <filesystem>
#include <string>

namespace bifolio::testing {

struct Ran {
  int status = -1;
  std::string out;  ///< standard output and error together
};

/// Runs the program in a folder, with a plain environment.
Ran run(const std::filesystem::path& folder, const std::string& arguments,
        const std::string& environment = "LANG=C.UTF-8");

}  // namespace bifolio::testing
