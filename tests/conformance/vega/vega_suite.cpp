// `vega_suite DIR` draws every example of the folder, prints each that differs
// from Vega-Lite's own picture, then `N of M agree`. `--check LIST` compares with
// the list of examples that must agree, exactly; the folder is then named by
// VEGA_SUITE.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "chart/chart.h"
#include "conformance/vega/picture.h"
#include "html/svg.h"
#include "syntax/syntax.h"

namespace {

namespace fs = std::filesystem;
using bifolio::vega_suite::Picture;

constexpr int kSkipped = 77;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void read_data(const bifolio::Tree& tree, const fs::path& folder, bifolio::Chart& chart) {
  for (const bifolio::Tree& item : tree.items) read_data(item, folder, chart);
  for (const bifolio::Member& member : tree.members) {
    const bifolio::Tree* url = member.key == "data" ? member.value.find("url") : nullptr;
    if (url && fs::exists(folder / url->text))
      chart.data[url->text] = {{1}, read(folder / url->text)};
    else if (!url)
      read_data(member.value, folder, chart);
  }
}

Picture draw(const fs::path& specification, const bifolio::text::Fonts& fonts) {
  bifolio::Findings findings;
  bifolio::Chart chart;
  const std::string text = read(specification);
  chart.file = {0};
  chart.specification = bifolio::syntax::parse_json({text, {0}}, findings);
  read_data(chart.specification, specification.parent_path(), chart);
  return bifolio::vega_suite::read_picture(bifolio::html::write_svg(bifolio::chart::draw(chart, {}, fonts, findings)));
}

struct Outcome {
  std::set<std::string> passed, failed;
};

Outcome run_folder(const fs::path& folder, const std::string& filter) {
  const auto fonts = bifolio::text::Fonts::open(bifolio::text::default_families());
  Outcome outcome;
  if (!fonts) return outcome;
  std::vector<fs::path> references;
  for (const auto& entry : fs::directory_iterator(folder / "reference")) references.push_back(entry.path());
  std::sort(references.begin(), references.end());
  for (const fs::path& reference : references) {
    const std::string name = reference.stem().string();
    if (name.find(filter) == name.npos) continue;
    const Picture ours = draw(folder / "specs" / (name + ".vl.json"), *fonts),
                  theirs = bifolio::vega_suite::read_picture(read(reference));
    (bifolio::vega_suite::agree(ours, theirs) ? outcome.passed : outcome.failed).insert(name);
  }
  return outcome;
}

std::set<std::string> read_list(const std::string& path) {
  std::set<std::string> names;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') names.insert(line);
  }
  return names;
}

int check(const std::string& list) {
  const char* folder = std::getenv("VEGA_SUITE");
  if (!folder) {
    std::puts("skipped: VEGA_SUITE does not name the folder with Vega-Lite's examples");
    return kSkipped;
  }
  const std::set<std::string> wanted = read_list(list);
  const Outcome outcome = run_folder(folder, "");
  bool is_exact = true;
  for (const std::string& name : outcome.failed) {
    if (wanted.contains(name)) std::printf("%s: is listed but differs\n", name.c_str()), is_exact = false;
  }
  for (const std::string& name : outcome.passed) {
    if (!wanted.contains(name)) std::printf("%s: agrees but is not listed\n", name.c_str()), is_exact = false;
  }
  std::printf("%zu of %zu agree\n", outcome.passed.size(), outcome.passed.size() + outcome.failed.size());
  return is_exact ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() == 2 && words[0] == "--check") return check(words[1]);
  if (words.empty()) return std::puts("usage: vega_suite DIR [NAME] | --check LIST"), 2;
  const Outcome outcome = run_folder(words[0], words.size() > 1 ? words[1] : "");
  for (const std::string& name : outcome.failed) std::printf("%s\n", name.c_str());
  std::printf("%zu of %zu agree\n", outcome.passed.size(), outcome.passed.size() + outcome.failed.size());
  return 0;
}
