// 2,000 works cited once each, in the styles of the booklet and in the most
// demanding one: printing alone, then `bifolio cite` as a whole process (CPU
// time, peak memory) and, where it is installed, pandoc on the same library.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/process.h"
#include "cite/cite.h"

namespace bifolio::cite {
namespace {

constexpr std::size_t kWorks = 2000;

/// The same numbers everywhere: a linear congruential generator.
class Dice {
 public:
  int roll(int sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(sides));
  }

 private:
  std::uint64_t state_ = 1;
};

constexpr const char* kFamilies[] = {"Miller",       "Cudkowicz", "Smith",    "Nguyen", "García", "Brown",
                                     "van den Berg", "Chen",      "O'Connor", "Müller", "Rossi",  "Kim",
                                     "Dupont",       "Hardiman",  "Turner",   "Shaw"};
constexpr const char* kGivens[] = {"Timothy M.", "Merit", "Jane",   "Anh",  "José",   "Al",    "Rebecca", "Leonard H.",
                                   "Wei-Lun",    "Sean",  "Jürgen", "Anna", "Ji-hoo", "Marie", "Orla",    "Martin R."};

Reference make_work(int i, Dice& dice) {
  const bool is_chinese = i % 4 == 0;
  Reference work;
  work.key = "work" + std::to_string(i);
  work.type = i % 5 == 0 ? "book" : i % 7 == 0 ? "webpage" : "article-journal";
  work.fields["language"] = {is_chinese ? "zh-CN" : "en-US"};
  work.fields["title"] = {(is_chinese ? "渐冻症的研究之" : "A study of <i>SOD1</i> motor neuron disease, part ") +
                          std::to_string(i)};
  work.fields["container-title"] = {is_chinese ? "中华神经科杂志" : "Annals of Neurology"};
  work.fields["volume"] = {std::to_string(i % 90 + 1)};
  work.fields["page"] = {std::to_string(i) + "-" + std::to_string(i + 9)};
  work.fields["DOI"] = {"10.1000/x." + std::to_string(i)};
  work.fields["publisher"] = {"Academic Press"};
  for (int n = dice.roll(8); n >= 0; --n) {
    Name name;
    name.family = is_chinese ? "张" : kFamilies[dice.roll(16)];
    name.given = is_chinese ? "三" : kGivens[dice.roll(16)];
    work.names["author"].names.push_back(std::move(name));
  }
  work.dates["issued"].parts = {{1990 + dice.roll(35), 1 + dice.roll(12), 1 + dice.roll(28)}};
  return work;
}

Library two_thousand_works() {
  Dice dice;
  Library library;
  for (std::size_t i = 0; i < kWorks; ++i) library.references.push_back(make_work(static_cast<int>(i), dice));
  return library;
}

void print(benchmark::State& state, const char* style_name) {
  const Library library = two_thousand_works();
  std::vector<Cluster> clusters(kWorks);
  for (std::size_t i = 0; i < kWorks; ++i) clusters[i].items.push_back({.reference = i});
  for (auto _ : state) {
    const auto style = load_style(style_name);
    if (!style) return state.SkipWithError("the style is not installed");
    Findings findings;
    benchmark::DoNotOptimize(print(**style, library, clusters, {"en-US"}, findings));
  }
  state.counters["works/s"] = benchmark::Counter(kWorks, benchmark::Counter::kIsIterationInvariantRate);
}

namespace fs = std::filesystem;

/// The library as CSL-JSON, its citations, and a Markdown file that cites each work once; written once.
struct Files {
  std::string library, citations, markdown;
};

const Files& files() {
  static const Files written = [] {
    const fs::path folder = fs::temp_directory_path() / "bifolio-bench-cite";
    fs::create_directories(folder);
    const Library library = two_thousand_works();
    std::vector<std::size_t> all(kWorks);
    std::string citations = "[", markdown;
    for (std::size_t i = 0; i < kWorks; ++i) {
      all[i] = i;
      const std::string& key = library.references[i].key;
      citations += std::string(i > 0 ? "," : "") + "[{\"id\":\"" + key + "\"}]";
      markdown += "A claim [@" + key + "].\n\n";
    }
    const Files paths{folder / "library.json", folder / "citations.json", folder / "text.md"};
    std::ofstream(paths.library) << write_library(library, all, LibraryFormat::csl_json);
    std::ofstream(paths.citations) << citations << "]";
    std::ofstream(paths.markdown) << markdown;
    return paths;
  }();
  return written;
}

void report(benchmark::State& state, const std::vector<std::string>& command) {
  bench::Cost cost;
  for (auto _ : state) cost = bench::run(command);
  if (!cost.has_run) return state.SkipWithError("not installed");
  state.counters["cpu_ms"] = cost.cpu_seconds * 1000;
  state.counters["peak_MB"] = cost.peak_megabytes;
}

void process(benchmark::State& state, const char* style) {
  report(state, {BIFOLIO_PROGRAM, "cite", "--style", style, "--locale", "en-US", "--items", files().library,
                 "--citations", files().citations});
}

void pandoc(benchmark::State& state, const char* style) {
  const std::string path = StyleFolders().styles[0] + "/" + style + ".csl";
  report(state,
         {"pandoc", "--citeproc", "--csl", path, "--bibliography", files().library, files().markdown, "-t", "plain"});
}

constexpr const char* kAma = "american-medical-association";
constexpr const char* kGbt = "china-national-standard-gb-t-7714-2015-numeric";
BENCHMARK_CAPTURE(print, ama, kAma)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print, gb_t_7714_numeric, kGbt)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print, apa, "apa")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, ama, kAma)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, gb_t_7714_numeric, kGbt)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(process, apa, "apa")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pandoc, ama, kAma)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pandoc, gb_t_7714_numeric, kGbt)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(pandoc, apa, "apa")->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio::cite
