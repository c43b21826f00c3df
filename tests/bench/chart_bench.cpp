// A bar chart as SVG; 100,000 points drawn, and aggregated.
#include <benchmark/benchmark.h>

#include "html/svg.h"
#include "support/chart.h"

namespace bifolio {
namespace {

std::string rows(int count) {
  std::string csv = "x,y\n";
  std::uint64_t state = 1;
  const auto next = [&] { return std::to_string((state = state * 6364136223846793005u + 1442695040888963407u) >> 44); };
  for (int i = 0; i < count; ++i) csv += next() + "," + next() + "\n";
  return csv;
}

void draw(benchmark::State& state, const char* specification, int count) {
  const Chart chart = testing::make_chart(specification, {{"d.csv", rows(count)}});
  std::size_t size = 0;
  for (auto _ : state) {
    Findings findings;
    size = html::write_svg(chart::draw(chart, {}, testing::default_fonts(), findings)).size();
  }
  state.counters["bytes"] = static_cast<double>(size);
}

void bar_chart(benchmark::State& state) {
  draw(
      state,
      R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "ordinal"}, "y": {"field": "y", "type": "quantitative"}}})",
      12);
}
void points(benchmark::State& state) {
  draw(
      state,
      R"({"description": "d", "data": {"url": "d.csv"}, "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}})",
      100'000);
}
void histogram(benchmark::State& state) {
  draw(
      state,
      R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {"x": {"field": "x", "bin": true}, "y": {"aggregate": "count"}}})",
      100'000);
}

BENCHMARK(bar_chart)->Unit(benchmark::kMillisecond);
BENCHMARK(points)->Unit(benchmark::kMillisecond);
BENCHMARK(histogram)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio
