// Every rule fires somewhere: a golden case of a stage or a session at the terminal
// prints it, or a named test of its own does where a case cannot (a full disk, a
// picture that is too large). A rule that offers a mechanical repair has a case
// that shows it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "fetch/fetch.h"
#include "pipeline/pipeline.h"
#include "raster/raster.h"
#include "release/release.h"
#include "support/paths.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

const fs::path kTests = fs::path(testing::source_dir()) / "tests";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<const Rule*> every_rule() {
  std::vector<const Rule*> rules = pipeline::all_rules();
  for (const RuleList more : {raster::rules(), release::rules(), fetch::rules()})
    rules.insert(rules.end(), more.begin(), more.end());
  return rules;
}

/// The words of a line that could be a rule's id.
std::vector<std::string> names_in(const std::string& line) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  std::vector<std::string> names;
  for (std::size_t at = line.find_first_of(kLetters); at != line.npos; at = line.find_first_of(kLetters, at)) {
    const std::size_t end = std::min(line.find_first_not_of(kLetters, at), line.size());
    names.push_back(line.substr(at, end - at));
    at = end;
  }
  return names;
}

/// The rule that a line of a report names: `en/a.md:1:2: error RULE: …`, “错误 RULE：”.
std::string rule_in(const std::string& line) {
  for (const std::string severity : {"error ", "warning ", "note ", "错误 ", "警告 ", "提示 "}) {
    const std::size_t at = line.find(severity);
    if (at == line.npos || (at > 0 && line[at - 1] != ' ')) continue;
    const std::size_t begin = at + severity.size();
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", begin);
    if (end != line.npos && end > begin && (line[end] == ':' || line.compare(end, 3, "：") == 0))
      return line.substr(begin, end - begin);
  }
  return "";
}

struct Shown {
  std::set<std::string> rules, repairs;
};

/// What the expectations of a file of cases print.
void add_expectations(const std::string& cases, Shown& out) {
  std::istringstream lines(cases);
  bool is_expected = false;
  std::string rule;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ") || line.starts_with("--- ")) is_expected = line.starts_with("--- expect");
    if (!is_expected) continue;
    if (const std::string named = rule_in(line); !named.empty()) rule = named;
    for (const std::string& name : names_in(line)) out.rules.insert(name);
    if (line.starts_with("      repair: ")) out.repairs.insert(rule);
  }
}

/// What all cases show.
const Shown& shown() {
  static const Shown all = [] {
    Shown out;
    for (const char* folder : {"golden", "e2e"}) {
      for (const auto& entry : fs::recursive_directory_iterator(kTests / folder)) {
        if (entry.path().extension() == ".case") add_expectations(read(entry.path()), out);
      }
    }
    return out;
  }();
  return all;
}

/// Rules that no case can show, and the file of the test that does.
const std::map<std::string_view, std::string_view>& shown_elsewhere() {
  static const std::map<std::string_view, std::string_view> tests = {
#include "house/rules_shown_elsewhere.inc"
  };
  return tests;
}

TEST(Rules, EachOneFiresInATest) {
  for (const Rule* rule : every_rule()) {
    const std::string id(rule->id);
    if (shown().rules.contains(id)) continue;
    const auto elsewhere = shown_elsewhere().find(id);
    if (elsewhere == shown_elsewhere().end()) {
      ADD_FAILURE() << id << " fires in no case: add one, or name its test in tests/house/rules_shown_elsewhere.inc";
      continue;
    }
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', '_');
    const std::string test = read(kTests / elsewhere->second);
    EXPECT_TRUE(test.find(id) != test.npos || test.find(name) != test.npos)
        << "tests/" << elsewhere->second << " does not name " << id;
  }
}

TEST(Rules, NoneIsListedThatACaseShows) {
  for (const auto& [rule, file] : shown_elsewhere())
    EXPECT_FALSE(shown().rules.contains(std::string(rule))) << rule << " fires in a case: take it off the list";
}

/// What the lock knows better than an entry is offered for a person to take over.
bool is_registry_rule(const Rule& rule) {
  return rule.id.starts_with("reg-");
}

TEST(Rules, EachMechanicalRepairIsShown) {
  for (const Rule* rule : every_rule()) {
    const bool repairs = rule->repair == Repair::yes || rule->repair == Repair::part;
    if (repairs && !is_registry_rule(*rule)) {
      EXPECT_TRUE(shown().repairs.contains(std::string(rule->id)))
          << rule->id << " says that a machine can mend it, and no golden case in tests/golden/pipeline/ shows how";
    }
  }
}

TEST(Rules, WhatIsRepairedIsSaidToBe) {
  for (const Rule* rule : every_rule()) {
    if (shown().repairs.contains(std::string(rule->id))) {
      EXPECT_NE(rule->repair, Repair::no) << rule->id;
    }
  }
}

/// The guide to marks names each rule on them, in both languages.
TEST(Rules, OnMarksAreInTheirGuide) {
  for (const char* guide : {"typography.md", "typography.zh-Hans.md"}) {
    const std::string text = read(kTests.parent_path() / "docs" / guide);
    for (const Rule* rule : every_rule()) {
      if (!rule->id.starts_with("typo-")) continue;
      EXPECT_NE(text.find("| `" + std::string(rule->id) + "` |"), text.npos) << guide << " leaves out " << rule->id;
    }
  }
}

}  // namespace
}  // namespace bifolio
