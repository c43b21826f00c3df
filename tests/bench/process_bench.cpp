// The whole program as a process, on booklets of growing size: wall time, CPU
// time and peak memory of `build` and `check`. What counts are the ratios in one
// run: the cost of a chapter should stay the same as a booklet grows.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/booklet.h"
#include "bench/process.h"

namespace {

using bifolio::bench::booklet;
using bifolio::bench::Cost;
using bifolio::bench::run;

void measure(benchmark::State& state, const std::string& command, const std::string& edition) {
  const auto chapters = static_cast<int>(state.range(0));
  const std::string folder = booklet(chapters).string();
  std::vector<std::string> arguments = {BIFOLIO_PROGRAM, command, folder};
  if (!edition.empty()) arguments.insert(arguments.end(), {"--edition", edition, "--out", folder + "-out-" + edition});
  Cost cost;
  for (auto _ : state) cost = run(arguments);
  state.counters["cpu_ms"] = cost.cpu_seconds * 1000;
  state.counters["cpu_ms_per_chapter"] = cost.cpu_seconds * 1000 / chapters;
  state.counters["peak_MB"] = cost.peak_megabytes;
}

void check(benchmark::State& state) {
  measure(state, "check", "");
}
void html(benchmark::State& state) {
  measure(state, "build", "html");
}
void pdf(benchmark::State& state) {
  measure(state, "build", "pdf");
}

// 1,000 chapters in two languages with 3,000 works: two seconds and 300 MB at most.
BENCHMARK(check)->Arg(4)->Arg(40)->Arg(500)->Arg(1000)->Arg(2000)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(html)->Arg(4)->Arg(40)->Arg(400)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(pdf)->Arg(4)->Arg(40)->Arg(400)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
