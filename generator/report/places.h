// Where findings are, as reporters print it.
#pragma once

#include <map>
#include <string>

#include "report/report.h"
#include "source/lines.h"

namespace bifolio::report {

/// Line tables of the files that findings name, made once each.
class Places {
 public:
  explicit Places(const Report& report) : report_(report) {}

  bool is_known(Span span) const { return span.file.is_known() && span.file.index < report_.sources.files().size(); }
  /// From the current directory. The span's file must be known.
  std::string path(Span span) const { return report_.prefix + report_.sources.file(span.file).path; }
  source::Position begin(Span span) { return lines(span.file).position(span.begin, known_[span.file]); }
  source::Position end(Span span) { return lines(span.file).position(span.end, ends_[span.file]); }
  const source::Lines& lines(FileId file);

 private:
  const Report& report_;
  std::map<FileId, source::Lines> lines_;
  std::map<FileId, source::Lines::Known> known_, ends_;  ///< findings come in the order of the file
};

}  // namespace bifolio::report
