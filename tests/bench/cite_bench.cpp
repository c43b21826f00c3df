// 2,000 works cited once each, in the styles of the booklet and in the most
// demanding one: CPU time of reading the style, printing all and, by peak
// resident size of the process, memory. Where pandoc is installed,
// `pandoc --citeproc --csl STYLE` on the same library is the comparison.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "cite/cite.h"

namespace bifolio::cite {
namespace {

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

void print_two_thousand(benchmark::State& state, const char* style_name) {
  Dice dice;
  Library library;
  std::vector<Cluster> clusters(2000);
  for (int i = 0; i < 2000; ++i) {
    library.references.push_back(make_work(i, dice));
    clusters[static_cast<std::size_t>(i)].items.push_back({.reference = static_cast<std::size_t>(i)});
  }
  for (auto _ : state) {
    const auto style = load_style(style_name);
    if (!style) return state.SkipWithError("the style is not installed");
    Findings findings;
    benchmark::DoNotOptimize(print(**style, library, clusters, {"en-US"}, findings));
  }
  state.counters["works/s"] = benchmark::Counter(2000, benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(print_two_thousand, ama, "american-medical-association")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_two_thousand, gb_t_7714_numeric, "china-national-standard-gb-t-7714-2015-numeric")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(print_two_thousand, apa, "apa")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio::cite
