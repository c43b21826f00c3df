// docs/settings*.md name every setting that is read.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "parse/config.h"
#include "source/load.h"
#include "support/paths.h"

namespace bifolio::parse {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(testing::source_dir() + "/" + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What the finding about an unknown key lists as known.
std::vector<std::string> known_keys(const std::string& group) {
  const source::SourceSet files({{.path = "bifolio.toml", .bytes = group + "\nxxxxxxxxxxxxxxxx = 1\n"}});
  Findings findings;
  read_booklet(files, findings);
  std::vector<std::string> keys;
  for (const Finding& finding : findings.all()) {
    const std::string text = message(finding, UiLanguage::en);
    const std::size_t begin = text.find("(known: ");
    if (finding.rule->id != "config-key-unknown" || begin == text.npos) continue;
    std::istringstream list(text.substr(begin + 8, text.find(')', begin) - begin - 8));
    for (std::string key; std::getline(list >> std::ws, key, ',');) keys.push_back(key);
  }
  return keys;
}

TEST(SettingsPages, NameEverySetting) {
  for (const char* path : {"docs/settings.md", "docs/settings.zh-Hans.md"}) {
    const std::string page = read(path);
    for (const char* group : {"", "[booklet]", "[[phase]]", "[editions]", "[citations]", "[check]", "[check.retractions]",
                              "[[check.acknowledge]]", "[lock]"}) {
      const std::vector<std::string> keys = known_keys(group);
      EXPECT_FALSE(keys.empty()) << group;
      for (const std::string& key : keys) {
        const bool is_named = page.find("`" + key) != page.npos || page.find("." + key + "]") != page.npos ||
                              page.find("[" + key + "]") != page.npos;
        EXPECT_TRUE(is_named) << path << ": " << group << " " << key;
      }
    }
  }
}

}  // namespace
}  // namespace bifolio::parse
