#include "support/golden.h"
#include "support/paths.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace bifolio::testing {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Case> split_cases(const std::string& text) {
  std::vector<Case> cases;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}});
    } else if (line.starts_with("--- ") && !cases.empty()) {
      const std::size_t space = line.find(' ', 4);
      const std::string argument = space == line.npos ? "" : line.substr(space + 1);
      cases.back().sections.push_back({line.substr(4, space - 4), argument, ""});
    } else if (!cases.empty() && !cases.back().sections.empty()) {
      cases.back().sections.back().text += line + "\n";
    }
  }
  return cases;
}

/// Blank lines between two cases belong to neither.
std::string without_trailing_blank_lines(std::string text) {
  while (text.ends_with("\n\n")) text.pop_back();
  return text == "\n" ? "" : text;
}

std::string join_cases(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& one : cases) {
    if (!out.empty()) out += "\n";
    out += "=== " + one.name + "\n";
    for (const Section& section : one.sections) {
      out += "--- " + section.name + (section.argument.empty() ? "" : " " + section.argument) + "\n";
      out += without_trailing_blank_lines(section.text);
    }
  }
  return out;
}

Section& expectation(Case& one) {
  for (Section& section : one.sections) {
    if (section.name == "expect") return section;
  }
  return one.sections.emplace_back(Section{"expect", "", ""});
}

}  // namespace

std::string_view Case::text(std::string_view name) const {
  for (const Section& section : sections) {
    if (section.name == name) return section.text;
  }
  return "";
}

void run_cases(const std::string& path, const std::function<std::string(const Case&)>& actual) {
  const std::string full = testing::source_dir() + "/tests/" + path;
  std::vector<Case> cases = split_cases(read(full));
  ASSERT_FALSE(cases.empty()) << full << " holds no case";
  const bool bless = std::getenv("BIFOLIO_BLESS") != nullptr;
  for (Case& one : cases) {
    for (Section& section : one.sections) section.text = without_trailing_blank_lines(section.text);
    std::string got = actual(one);
    if (!got.empty() && !got.ends_with('\n')) got += '\n';
    Section& expected = expectation(one);
    if (bless) {
      expected.text = got;
    } else {
      EXPECT_EQ(expected.text, without_trailing_blank_lines(got)) << path << ": case " << one.name;
    }
  }
  if (bless) std::ofstream(full, std::ios::binary) << join_cases(cases);
}

}  // namespace bifolio::testing
