// The Retraction Watch data at its present size: 70,000 notices, each with a DOI
// and a PubMed number. The import is to stay under two seconds, the index under
// 1.6 MB.
#include <benchmark/benchmark.h>

#include <string>

#include "lock/lock.h"
#include "lock/retraction_watch.h"

namespace bifolio::lock {
namespace {

constexpr int kRows = 70'000;

std::string data_set() {
  std::string csv =
      "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
      "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
      "Reason,Paywalled,Notes\n";
  for (int i = 0; i < kRows; ++i) {
    const std::string n = std::to_string(i);
    csv +=
        n + ",\"A study of motor neurons, number " + n +
        "\",(BLS) Neuroscience;,\"Department of Neurology, University Hospital, City, Country\",Journal of Neurology,"
        "Publisher,Country,Zhongying Gong;Wei Li;Maria Rossi,https://example.org/" +
        n + ",Research Article;,3/4/2024 0:00,10.1016/J.NOTICE." + n + ",0,9/21/" + std::to_string(1990 + i % 35) +
        " 0:00,10.1016/J.Article." + n + "," + std::to_string(10'000'000 + i) +
        ",Retraction,+Concerns/Issues about Data;+Investigation by Journal/Publisher;,No,\n";
  }
  return csv;
}

/// Works that only their titles name: the slow way.
Library library_of(int count) {
  Library library;
  for (int i = 0; i < count; ++i) {
    Reference work{.key = "k" + std::to_string(i), .type = "article-journal"};
    work.fields["title"] = {"A study of motor neurones, number " + std::to_string(i * 35)};
    work.names["author"].names = {{.family = "Gong", .given = "Z."}};
    work.dates["issued"].parts = {{1990, 0, 0}};
    library.references.push_back(std::move(work));
  }
  return library;
}

void import_retractions(benchmark::State& state) {
  const std::string csv = data_set();
  const Library library = library_of(static_cast<int>(state.range(0)));
  std::size_t size = 0;
  for (auto _ : state) {
    const auto data = read_retraction_watch(csv);
    const RetractionIndex index = index_of(*data, "2026-01-10");
    ReferenceLock lock;
    apply(*data, index, library, Loss::hold_back, lock);
    size = write_index(index).size();
  }
  state.counters["index_bytes"] = static_cast<double>(size);
  state.counters["csv_MB"] = static_cast<double>(csv.size()) / 1e6;
}

void read_and_find(benchmark::State& state) {
  const std::string bytes = write_index(index_of(*read_retraction_watch(data_set()), "2026-01-10"));
  for (auto _ : state) {
    Findings findings;
    const RetractionIndex index = read_index(bytes, {}, findings);
    for (int i = 0; i < 1000; ++i) benchmark::DoNotOptimize(find(index, "doi:10.1016/j.article." + std::to_string(i)));
  }
}

BENCHMARK(import_retractions)->Arg(0)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(read_and_find)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio::lock
