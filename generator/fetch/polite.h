// Requests at the pace that a registry allows. Its headers say how many it wants
// (`x-rate-limit-limit`, `x-rate-limit-interval`), `Retry-After` how long to wait.
#pragma once

#include <optional>
#include <random>

#include "fetch/fetch.h"
#include "fetch/transport.h"

namespace bifolio::fetch {

class Polite {
 public:
  Polite(Transport& transport, const Limits& limits, const Waiting& waiting)
      : transport_(transport), limits_(limits), waiting_(waiting), dice_(waiting.seed) {}

  /// Asks up to three times where the answer is “later” (429, 503).
  Response send(const Request&);

 private:
  void keep_pace();
  void learn_pace(const Response&);
  std::chrono::milliseconds pause_after(const Response&, int tried);

  Transport& transport_;
  const Limits& limits_;
  const Waiting& waiting_;
  std::minstd_rand dice_;
  std::chrono::milliseconds interval_{200};  ///< five a second until told otherwise
  std::chrono::milliseconds next_{0};
};

/// Seconds of `Retry-After`: a number, or a date against that of the answer; nothing where it says none.
std::optional<long> retry_after(const Response&);
/// Of `1s`, `500ms`, `2m`; 0 where it is none of them.
std::chrono::milliseconds interval_of(std::string_view);

}  // namespace bifolio::fetch
