// A case of the official CSL test suite: sections between `>>===== NAME =====>>`
// and `<<===== NAME =====<<`, everything else comment.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace bifolio::csl_suite {

struct Fixture {
  std::string name;  ///< of the file, without .txt
  std::map<std::string, std::string, std::less<>> sections;

  bool has(std::string_view section) const { return sections.find(section) != sections.end(); }
  const std::string& section(std::string_view name) const;
};

Fixture read_fixture(const std::filesystem::path&);

/// What our processor prints for it, in the HTML dialect of the suite.
std::string run(const Fixture&);

}  // namespace bifolio::csl_suite
