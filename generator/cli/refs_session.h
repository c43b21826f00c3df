// Inside cli/: a session with registries, with the clock and the interruptions of
// this process.
#pragma once

#include "cli/refs.h"
#include "fetch/fetch.h"

namespace bifolio::cli {

/// SIGINT and SIGTERM end the asking instead of the process, while this lives.
class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  static bool was_interrupted();

 private:
  void (*before_[2])(int);
};

Result<fetch::Session> open_session(const RefsOptions&, const Booklet&);

}  // namespace bifolio::cli
