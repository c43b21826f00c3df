// The record of releases, `releases.json` in the booklet: committed, so that a
// fresh checkout can judge order and immutability without the published files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/language.h"

namespace bifolio::release {

struct RecordedRelease {
  std::string version, date;
  std::string manifest, source;  ///< SHA-256
  std::string withdrawn = {};    ///< the day it was withdrawn; empty = it stands
  LocalText reason = {};         ///< why, by language; "" stands for all
};

/// In the order in which they were released.
struct Record {
  std::vector<RecordedRelease> releases;

  const RecordedRelease* find(std::string_view version) const;
  RecordedRelease* find(std::string_view version);
};

constexpr std::string_view kRecordFile = "releases.json";

Record read_record(std::string_view json, FileId, Findings&);
std::string write_record(const Record&);

/// Whether a version can name a folder and be compared: `2.0.0`, `2.0.0-beta.1`, `2025-09-08`.
bool is_version(std::string_view);

/// Negative, zero or positive. Semantic Versioning 2.0.0, section 11; dates are compared part by part as well.
int compare_versions(std::string_view, std::string_view);

}  // namespace bifolio::release
