// Each case is a booklet with a lock: `--- library` is CSL-JSON, `--- lock` the
// lock without hashes (`raw`: as it stands; `touched`: with hashes, and a line too many), `--- retractions` lines of
// `KEY NATURE DAY` (`raw`: as they stand), `--- toml` more settings, `--- run` how strictly: frozen,
// release. Expected are the findings about references, as a terminal prints them.
#include "lock/lock.h"

#include <gtest/gtest.h>

#include <sstream>

#include "check/check.h"
#include "parse/parse.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"
#include "support/golden.h"

namespace bifolio::check {
namespace {

constexpr const char* kToml = R"([booklet]
id = "b"
version = "1.0.0"
date = "2025-09-08"
languages = ["en"]
title = { en = "B" }
)";

std::string sealed(std::string_view json) {
  Findings ignored;
  ReferenceLock locked = lock::read_lock(json, {}, ignored);
  for (auto& [key, record] : locked.records) lock::seal(record, key);
  return lock::write_lock(locked);
}

std::string lock_of(const testing::Section& section) {
  if (section.argument == "raw") return section.text;
  return sealed(section.text) + (section.argument == "touched" ? "\n" : "");
}

std::string index_of(std::string_view lines) {
  RetractionIndex index;
  index.date = "2025-09-01";
  std::istringstream text{std::string(lines)};
  for (std::string key, nature, day; text >> key >> nature >> day;) {
    RetractionRow row{lock::index_hash(key), {}, static_cast<std::uint16_t>(std::stoi(day))};
    for (int i = 1; i <= 5; ++i) {
      if (lock::name(static_cast<RetractionNature>(i)) == nature) row.nature = static_cast<RetractionNature>(i);
    }
    index.rows.push_back(row);
  }
  std::sort(index.rows.begin(), index.rows.end());
  return lock::write_index(index);
}

std::vector<source::SourceFile> files_of(const testing::Case& one) {
  std::vector<source::SourceFile> files;
  const auto add = [&](const char* path, std::string bytes) {
    files.push_back({.path = path, .bytes = std::move(bytes)});
  };
  add("bifolio.toml", kToml + std::string(one.text("toml")));
  add("en/a.md", std::string(one.text("en")));
  add("references/library.json", std::string(one.text("library")));
  for (const testing::Section& section : one.sections) {
    if (section.name == "lock")
      add("bifolio.lock.json", lock_of(section));
    if (section.name == "retractions")
      add("bifolio.retractions.bin", section.argument == "raw" ? section.text : index_of(section.text));
  }
  return files;
}

bool is_about_references(std::string_view rule) {
  return rule.starts_with("lock-") || rule.starts_with("reg-") || rule.starts_with("retract-") || rule == "link-dead" ||
         rule.starts_with("syntax-");
}

std::string findings_of(const testing::Case& one) {
  Findings findings;
  pipeline::Loaded loaded{source::SourceSet(files_of(one)), {}};
  loaded.publication = resolve::resolve(parse::parse(loaded.sources, findings), {}, findings);
  pipeline::Strictness strictness;
  strictness.settings.today = "2025-09-08";
  strictness.settings.is_release = one.text("run") == "release\n";
  strictness.is_frozen = one.text("run") == "frozen\n";
  check(loaded.publication, strictness.settings, findings);
  auto entries = pipeline::judge(findings, loaded, strictness).entries;
  std::erase_if(entries, [](const report::Entry& entry) { return !is_about_references(entry.finding->rule->id); });
  const UiLanguage language = one.text("language") == "zh-Hans\n" ? UiLanguage::zh_hans : UiLanguage::en;
  return report::find_reporter("text").write({entries, loaded.sources, "", language});
}

TEST(Golden, Lock) {
  testing::run_cases("golden/check/lock.case", findings_of);
}
TEST(Golden, Registry) {
  testing::run_cases("golden/check/registry.case", findings_of);
}
TEST(Golden, Retractions) {
  testing::run_cases("golden/check/retractions.case", findings_of);
}

}  // namespace
}  // namespace bifolio::check
