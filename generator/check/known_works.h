// The works that the text cites, with what the lock and the snapshot of
// retractions know about them.
#pragma once

#include <string>
#include <vector>

#include "lock/lock.h"
#include "model/publication.h"

namespace bifolio::check {

struct KnownWork {
  const Reference* reference = nullptr;
  lock::Known known;
  const Acknowledgement* acknowledged = nullptr;
  std::vector<Span> citations;  ///< every place that cites it, in every language; none = it is never cited

  bool is_cited() const { return !citations.empty(); }
};

/// One for each entry of the library, in its order.
std::vector<KnownWork> known_works(const Publication&);

/// The field that holds the identifier the work is known by, or the entry's key.
Span identifier_span(const KnownWork&);
/// `doi:10.1/x` → `10.1/x`, `pmid:1` → `PMID 1`: as people write them.
std::string shown_id(std::string_view key);

}  // namespace bifolio::check
