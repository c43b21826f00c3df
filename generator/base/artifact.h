// A finished file in memory. Only `store/` turns artifacts into files.
#pragma once

#include <string>
#include <vector>

namespace bifolio {

struct Artifact {
  std::string path;  ///< relative, `/` between parts, no `.` or `..`
  std::string bytes;
};
using Artifacts = std::vector<Artifact>;

/// The only time that outputs know: SOURCE_DATE_EPOCH, or else the booklet's date.
struct BuildStamp {
  int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;  ///< UTC
};

}  // namespace bifolio
