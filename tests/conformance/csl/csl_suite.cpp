// `csl_suite DIR` runs every fixture file of the folder, prints each failure's
// name, then `N passed, M failed`. `-v` shows what was expected and printed.
// `--check LIST` compares with the list of cases that must pass, exactly; the
// folder is then named by CSL_SUITE.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "conformance/csl/fixture.h"

namespace {

using bifolio::csl_suite::Fixture;

constexpr int kSkipped = 77;

/// The final document is compared: the marks of an incremental processor go.
std::string without_marks(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    if (line.starts_with(">>[") || line.starts_with("..["))
      line = line.substr(std::min(line.find("] ") + 2, line.size()));
    out += (at == 0 ? "" : "\n") + line;
    at = end + 1;
  }
  return out;
}

struct Outcome {
  std::set<std::string> passed, failed;
};

Outcome run_folder(const std::filesystem::path& folder, const std::string& filter, bool is_verbose) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool is_wanted = entry.path().stem().string().find(filter) != std::string::npos;
    if (entry.path().extension() == ".txt" && is_wanted) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Outcome outcome;
  for (const auto& file : files) {
    const Fixture fixture = bifolio::csl_suite::read_fixture(file);
    const std::string wanted =
        fixture.has("CITATIONS") ? without_marks(fixture.section("RESULT")) : fixture.section("RESULT");
    const std::string got = bifolio::csl_suite::run(fixture);
    (got == wanted ? outcome.passed : outcome.failed).insert(fixture.name);
    if (got != wanted && is_verbose)
      std::printf("--- %s\nexpected: %s\nprinted:  %s\n", fixture.name.c_str(), wanted.c_str(), got.c_str());
  }
  return outcome;
}

std::set<std::string> read_list(const std::string& path) {
  std::set<std::string> names;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) names.insert(line);
  }
  return names;
}

int check(const Outcome& outcome, const std::string& path) {
  const std::set<std::string> listed = read_list(path);
  int wrong = 0;
  for (const std::string& name : outcome.failed) {
    if (listed.contains(name)) std::printf("%s is listed but fails\n", name.c_str()), ++wrong;
  }
  for (const std::string& name : outcome.passed) {
    if (!listed.contains(name)) std::printf("%s passes but is not listed\n", name.c_str()), ++wrong;
  }
  return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::string folder, list, filter;
  bool is_verbose = false;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "-v")
      is_verbose = true;
    else if (argument == "--check" && i + 1 < count)
      list = arguments[++i];
    else if (folder.empty())
      folder = argument;
    else
      filter = argument;
  }
  const char* named = std::getenv("CSL_SUITE");
  if (folder.empty() && named) folder = named;
  if (folder.empty() || !std::filesystem::is_directory(folder)) {
    std::puts("skipped: CSL_SUITE does not name the folder of the CSL test suite's fixtures");
    return list.empty() ? 2 : kSkipped;
  }
  const Outcome outcome = run_folder(folder, filter, is_verbose);
  const int result = list.empty() ? !outcome.failed.empty() : check(outcome, list);
  if (list.empty() && !is_verbose) {
    for (const std::string& name : outcome.failed) std::puts(name.c_str());
  }
  std::printf("%zu passed, %zu failed\n", outcome.passed.size(), outcome.failed.size());
  return result;
}
