// `::: {.chart src="charts/NAME.vl.json"}` becomes a Figure; the specification
// and the data files it names are read once for all languages.
#pragma once

#include <map>

#include "model/block.h"
#include "model/chart.h"
#include "source/load.h"

namespace bifolio::parse {

class ChartFiles {
 public:
  ChartFiles(const source::SourceSet& files, Findings& findings) : files_(files), findings_(findings) {}

  /// Replaces the division by a figure.
  void fill(Block& division, std::string_view language);

  /// All charts that were shown, in the order in which they were met.
  std::vector<Chart> take() { return std::move(charts_); }

 private:
  std::size_t index_of(FileId);

  const source::SourceSet& files_;
  Findings& findings_;
  std::map<FileId, std::size_t> indexes_;
  std::vector<Chart> charts_;
};

}  // namespace bifolio::parse
