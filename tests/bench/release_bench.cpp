// A booklet of 40 chapters published in all its editions, as a whole process; and
// looking for changed bytes in what was published, beside openssl over the same files.
#include <benchmark/benchmark.h>

#include "bench/booklet.h"
#include "bench/process.h"
#include "release/folder.h"
#include "release/manifest.h"

namespace bifolio::bench {
namespace {

constexpr int kChapters = 40;

fs::path output() {
  return fs::temp_directory_path() / "bifolio-bench-releases";
}

Cost publish() {
  const fs::path folder = booklet(kChapters);
  fs::remove_all(output());
  fs::remove(folder / "releases.json");
  return run({BIFOLIO_PROGRAM, "release", "1.0.0", folder.string(), "--out", output().string()});
}

fs::path published() {
  const fs::path version = output() / "bench" / "1.0.0";
  if (!fs::exists(version / "manifest.json")) publish();
  return version;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void release(benchmark::State& state) {
  Cost cost;
  for (auto _ : state) cost = publish();
  if (!cost.has_run) return state.SkipWithError("it was refused");
  state.counters["cpu_ms"] = cost.cpu_seconds * 1000;
  state.counters["peak_MB"] = cost.peak_megabytes;
}

void verify_process(benchmark::State& state) {
  const std::string folder = published().string();
  Cost cost;
  for (auto _ : state) cost = run({BIFOLIO_PROGRAM, "verify", folder});
  state.counters["cpu_ms"] = cost.cpu_seconds * 1000;
  state.counters["peak_MB"] = cost.peak_megabytes;
}

void hashes(benchmark::State& state) {
  const fs::path folder = published();
  const auto manifest = release::read_manifest(text_of(folder / "manifest.json"), "manifest.json");
  if (!manifest) return state.SkipWithError("no manifest");
  for (auto _ : state) benchmark::DoNotOptimize(release::compare_with_manifest(folder.string(), *manifest));
  state.counters["files"] = static_cast<double>(manifest->files.size());
}

void hashes_by_openssl(benchmark::State& state) {
  std::vector<std::string> command = {"openssl", "dgst", "-sha256"};
  for (const auto& entry : fs::recursive_directory_iterator(published()))
    if (entry.is_regular_file()) command.push_back(entry.path().string());
  Cost cost;
  for (auto _ : state) cost = run(command);
  if (!cost.has_run) return state.SkipWithError("not installed");
}

BENCHMARK(release)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(verify_process)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(hashes)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(hashes_by_openssl)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio::bench
