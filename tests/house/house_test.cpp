// The house keeps its rules: who may include whom, one home for each C library,
// complete registries, a true map.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fetch/fetch.h"
#include "pipeline/pipeline.h"
#include "raster/raster.h"
#include "release/release.h"
#include "report/report.h"
#include "support/paths.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = testing::source_dir();

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Those of the pipeline and those of stages above it.
std::vector<const Rule*> every_rule() {
  std::vector<const Rule*> rules = pipeline::all_rules();
  for (const RuleList more : {raster::rules(), release::rules(), fetch::rules()})
    rules.insert(rules.end(), more.begin(), more.end());
  return rules;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "generator")) {
    const auto suffix = entry.path().extension();
    if (suffix == ".cpp" || suffix == ".h" || suffix == ".def") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string stage_of(const fs::path& path) {
  return fs::relative(path, kRoot / "generator").begin()->string();
}

/// stage → the stages it may use, read from the stage table.
std::map<std::string, std::set<std::string>> stage_table() {
  std::map<std::string, std::set<std::string>> table;
  for (const std::string& line : lines_of(read(kRoot / "generator/CMakeLists.txt"))) {
    if (!line.starts_with("stage(")) continue;
    std::istringstream words(line.substr(6, line.find(')') - 6));
    std::string name, word;
    words >> name;
    table[name] = {name};
    bool uses = false;
    while (words >> word) {
      if (word == "USES" || word == "LIBS")
        uses = word == "USES";
      else if (uses)
        table[name].insert(word);
    }
  }
  return table;
}

/// The targets of `#include "…"` and `#include <…>` lines.
std::vector<std::string> includes(const fs::path& path, char open, char close) {
  std::vector<std::string> found;
  for (const std::string& line : lines_of(read(path))) {
    const std::string start = std::string("#include ") + open;
    if (!line.starts_with(start)) continue;
    found.push_back(line.substr(start.size(), line.find(close, start.size()) - start.size()));
  }
  return found;
}

TEST(House, IncludesFollowTheStageTable) {
  const auto table = stage_table();
  ASSERT_GE(table.size(), 10u);
  for (const fs::path& path : sources()) {
    const std::string stage = stage_of(path);
    ASSERT_TRUE(table.contains(stage)) << path << ": its folder is not in the stage table";
    for (const std::string& target : includes(path, '"', '"')) {
      const std::string used = target.substr(0, target.find('/'));
      EXPECT_TRUE(table.at(stage).contains(used))
          << path << " includes " << target << ", but " << stage << " does not use " << used;
    }
  }
}

TEST(House, AStageIsKnownByItsDoor) {
  // base/ and model/ are all doors; of the others only these headers are seen outside.
  const std::map<std::string, std::set<std::string>> doors = {
      {"syntax", {"syntax/syntax.h", "syntax/xml.h", "syntax/rules.h"}},
      {"source", {"source/load.h", "source/lines.h"}},
      {"store", {"store/store.h"}},
      {"lang", {"lang/lang.h", "lang/iso_date.h"}},
      {"theme", {"theme/theme.h"}},
      {"picture", {"picture/picture.h"}},
      {"parse", {"parse/parse.h", "parse/library.h"}},
      {"lock", {"lock/lock.h", "lock/change.h", "lock/compare.h", "lock/retraction_watch.h"}},
      {"cite", {"cite/cite.h"}},
      {"resolve", {"resolve/resolve.h"}},
      {"check", {"check/check.h", "check/suppress.h", "check/baseline.h", "check/stats.h", "check/sync.h"}},
      {"text",
       {"text/fonts.h", "text/measure.h", "text/shape.h", "text/hyphenate.h", "text/choose_face.h", "text/itemise.h"}},
      {"chart", {"chart/chart.h"}},
      {"layout",
       {"layout/layout.h", "layout/frame.h", "layout/dump_lines.h", "layout/dump_pages.h", "layout/impose.h",
        "layout/dump_text.h"}},
      {"pdf", {"pdf/pdf.h"}},
      {"html", {"html/html.h", "html/svg.h"}},
      {"raster", {"raster/raster.h"}},
      {"edition", {"edition/edition.h"}},
      {"report", {"report/report.h"}},
      {"pipeline", {"pipeline/pipeline.h", "pipeline/mend.h"}},
      {"release", {"release/release.h", "release/verify.h", "release/diff.h"}},
      {"fetch", {"fetch/fetch.h"}},
  };
  for (const fs::path& path : sources()) {
    for (const std::string& target : includes(path, '"', '"')) {
      const std::string used = target.substr(0, target.find('/'));
      if (used == stage_of(path) || !doors.contains(used)) continue;
      EXPECT_TRUE(doors.at(used).contains(target)) << path << " looks behind the door of " << used << ": " << target;
    }
  }
}

TEST(House, OnlyRefsReachesTheNetwork) {
  // `check`, `build` and the rest cannot open a connection: nothing they are made of links the stage that does.
  for (const auto& [stage, uses] : stage_table()) {
    if (stage != "fetch" && stage != "cli") {
      EXPECT_FALSE(uses.contains("fetch")) << stage << " uses fetch";
    }
  }
  for (const fs::path& path : sources()) {
    const std::string name = path.filename().string();
    if (stage_of(path) == "fetch" || name.starts_with("refs") || name == "explain.cpp") continue;  // it names the rules
    for (const std::string& target : includes(path, '"', '"'))
      EXPECT_FALSE(target.starts_with("fetch/") || target == "cli/refs_session.h") << path << " includes " << target;
  }
}

TEST(House, EachLibraryHasOneHome) {
  const std::map<std::string, std::set<std::string>> homes = {
      {"unicode/", {"base"}},     {"openssl/", {"base", "release"}},
      {"libdeflate.h", {"base"}}, {"nlohmann/", {"base"}},
      {"rapidjson/", {"syntax"}}, {"toml++/", {"syntax"}},
      {"yaml-cpp/", {"syntax"}},  {"libxml/", {"syntax"}},
      {"cmark-gfm", {"parse"}},   {"hb", {"text"}},
      {"pango/", {"text"}},       {"fontconfig/", {"text"}},
      {"hyphen.h", {"text"}},     {"cairo", {"raster"}},
      {"kainjow/", {"html"}},     {"CLI/", {"cli"}},
      {"curl/", {"fetch"}},       {"qpdf/", {"release"}},
      {"archive", {"release"}},
  };
  for (const fs::path& path : sources()) {
    for (const std::string& target : includes(path, '<', '>')) {
      for (const auto& [prefix, stages] : homes) {
        if (!target.starts_with(prefix)) continue;
        EXPECT_TRUE(stages.contains(stage_of(path))) << path << " includes <" << target << ">, whose home is elsewhere";
      }
    }
  }
}

TEST(House, TheMapNamesEveryRoom) {
  const std::string map = read(kRoot / "generator/README.md");
  for (const auto& [stage, uses] : stage_table()) {
    if (!fs::is_directory(kRoot / "generator" / stage)) continue;  // it enters the tree with the work that needs it
    EXPECT_NE(map.find("\n| `" + stage + "/` |"), map.npos) << "generator/README.md does not name " << stage << "/";
  }
  for (const std::string& line : lines_of(map)) {
    if (!line.starts_with("| `")) continue;
    const std::string room = line.substr(3, line.find('`', 3) - 3);
    if (room.ends_with("/")) {
      EXPECT_TRUE(fs::is_directory(kRoot / "generator" / room))
          << "generator/README.md names " << room << ", which is not there";
    }
  }
}

TEST(House, EveryRuleHasAUniqueIdAndWordsInBothLanguages) {
  std::set<std::string_view> ids;
  ASSERT_FALSE(every_rule().empty());
  for (const Rule* rule : every_rule()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id << " is there twice";
    for (const std::string_view words : {rule->message.en, rule->message.zh_hans, rule->help.en, rule->help.zh_hans}) {
      EXPECT_FALSE(words.empty()) << rule->id << " lacks words in one language";
    }
    EXPECT_EQ(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), rule->id.npos) << rule->id;
  }
}

/// Names in `{braces}`.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    const auto name = text.substr(open + 1, close - open - 1);
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos) names.emplace(name);
  }
  return names;
}

TEST(House, BothLanguagesOfARuleUseTheSameArguments) {
  for (const Rule* rule : every_rule()) {
    EXPECT_EQ(placeholders(rule->message.en), placeholders(rule->message.zh_hans)) << rule->id;
  }
}

TEST(House, NothingNamesAPathOfAMachine) {
  for (const fs::path& path : sources()) {
    const std::string text = read(path);
    for (const char* folder : {"/home/", "/root/"})
      EXPECT_EQ(text.find(folder), text.npos) << path << " names " << folder;
  }
}

}  // namespace
}  // namespace bifolio
