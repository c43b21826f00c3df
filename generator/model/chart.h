// A chart as its author specified it. The specification stays a tree, so that
// every value keeps its place in the JSON file.
#pragma once

#include <map>
#include <string>

#include "base/tree.h"

namespace bifolio {

struct Chart {
  std::string source;  ///< booklet-relative path of the .vl.json file
  FileId file = {};
  Tree specification = {};
  /// Data files it names, by the URL as written in the specification: their
  /// bytes and their file. URLs that could not be read are absent (and reported).
  struct DataFile { FileId file = {}; std::string bytes; };
  std::map<std::string, DataFile, std::less<>> data = {};
};

}  // namespace bifolio
