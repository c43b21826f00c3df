#include "report/places.h"

namespace bifolio::report {

const source::Lines& Places::lines(FileId file) {
  const auto at = lines_.find(file);
  if (at != lines_.end()) return at->second;
  return lines_.emplace(file, source::Lines(report_.sources.bytes(file))).first->second;
}

}  // namespace bifolio::report
