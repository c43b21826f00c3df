// `check --fix`: the mechanical repairs of findings, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"
#include "source/load.h"

namespace bifolio::pipeline {

/// A file with its repairs made.
struct MendedFile {
  FileId file;
  std::string text;
  std::string diff;  ///< the lines that change, as they were and as they will be
};

/// What the repairs of these findings make of their files, by path. Left alone are
/// files that were converted when they were read, findings that are excused,
/// repairs that would change a number or add a citation (facts, which only a
/// person changes), and the later of two that overlap.
std::vector<MendedFile> mend(const std::vector<report::Entry>&, const source::SourceSet&);

}  // namespace bifolio::pipeline
