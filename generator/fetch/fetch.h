// Asking registries about works, and web pages whether they are still there: the
// only way from this program to a network. Only `refs` reaches it. What comes
// back are values; whoever called decides what becomes of the lock.
//
// Registries are asked as their rules wish: with an address to write to, one
// connection, as many requests a second as their headers allow, many works in one
// request, and patience where they ask for it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/lock.h"

namespace bifolio::fetch {

/// Whom to ask. Plain http is accepted for this very machine alone.
struct Places {
  std::string crossref = "https://api.crossref.org";
  std::string doi = "https://doi.org";
  std::string pubmed = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";
  std::string retractions = "https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv";
};

struct Limits {
  std::size_t body = 8u << 20;  ///< bytes
  std::size_t data_set = 256u << 20;
  int connect_seconds = 10;
  int total_seconds = 60;
  int data_set_seconds = 1800;
  int tries = 3;  ///< where a registry says “later”
  std::chrono::seconds longest_wait{120};
};

struct Settings {
  Places places = {};
  Limits limits = {};
  std::string mailto;   ///< sent to registries, never to web pages and never stored
  std::string program;  ///< “bifolio/0.1.0”
};

/// Time and interruption, from whoever may read them. `wait` may come back early.
struct Waiting {
  std::function<std::chrono::milliseconds()> now;
  std::function<void(std::chrono::milliseconds)> wait;
  std::function<bool()> is_cancelled = [] { return false; };
  std::uint32_t seed = 1;  ///< spreads the waits of several machines
};

/// What a registry said of a key, or why nothing is known: one of the two.
struct Answer {
  std::string key;
  std::optional<LockRecord> record = {};
  std::optional<Finding> failure = {};
};

struct PageAnswer {
  int status = 0;             ///< of HTTP; 0 = none
  bool is_reachable = false;  ///< it answered below 400
};

struct DataSet {
  bool is_unchanged = false;  ///< the server still has what `etag` names
  std::string bytes, etag;
};

class Session {
 public:
  /// Fails with fetch-no-mailto, or fetch-address for an address that is not safe.
  static Result<Session> open(Settings, Waiting);
  Session(Session&&) noexcept;
  ~Session();

  /// One answer for each key, in their order; `progress` is told how many are done.
  std::vector<Answer> look_up(std::span<const std::string> keys, const std::function<void(std::size_t)>& progress);
  PageAnswer look_at(const std::string& url);
  /// `etag`: that of the copy the caller has, or "".
  Result<DataSet> retractions(const std::string& etag);

 private:
  struct Parts;
  explicit Session(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

RuleList rules();

}  // namespace bifolio::fetch
