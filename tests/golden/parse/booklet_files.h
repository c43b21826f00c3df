// The files of a golden case, as a booklet's folder: each `--- file PATH` section is one.
#pragma once

#include <string>

#include "source/load.h"
#include "support/describe.h"
#include "support/golden.h"

namespace bifolio::parse {

inline source::SourceSet files_of(const testing::Case& one) {
  std::vector<source::SourceFile> files;
  for (const testing::Section& section : one.sections) {
    if (section.name == "file") files.push_back({section.argument, section.text});
  }
  return source::SourceSet(std::move(files));
}

/// Findings as the terminal would head them: `path:line:column-line:column`.
inline std::string describe(const Findings& findings, const source::SourceSet& files) {
  return testing::describe(findings, [&](Span span) {
    if (span.file.index >= files.files().size()) return std::string();
    return files.file(span.file).path + ":" + testing::place_in(files.text(span), span) + " ";
  });
}

}  // namespace bifolio::parse
