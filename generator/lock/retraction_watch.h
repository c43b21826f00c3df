// The data set of retractions that Retraction Watch collects and Crossref
// distributes as CSV. Read with patience: its text is not clean UTF-8, its dates
// are `M/D/YYYY 0:00`, what is not known is blank, `Unavailable` or `0`, and a
// work may stand in several rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lock/change.h"
#include "model/lock.h"

namespace bifolio::lock {

struct RetractionWatchRow {
  std::string record;  ///< its number in the database
  std::string title;
  std::string authors;    ///< “Given Family;Given Family”
  std::string doi, pmid;  ///< normalised keys of the article; "" = not known
  std::string notice;     ///< normalised key of the notice
  RetractionNature nature = RetractionNature::retraction;
  std::string date;  ///< YYYY-MM-DD of the notice
  int year = 0;      ///< of the article
};

struct RetractionWatch {
  std::vector<RetractionWatchRow> rows;
  std::string newest;  ///< the latest date of a notice
  int skipped = 0;     ///< rows of a nature or form that is not known
  std::string sha256;  ///< of the file
};

/// Fails where the columns are not those of the data set.
Result<RetractionWatch> read_retraction_watch(std::string_view csv);

RetractionIndex index_of(const RetractionWatch&, const std::string& date);

/// Puts into the lock what the data set tells about works of the library: events
/// of its records, and works without identifiers whose title, first author and
/// year fit (`possible`). Replaces what an earlier import put there, but takes no
/// retraction away unless told to; returns the keys that were held back.
std::vector<std::string> apply(const RetractionWatch&, const RetractionIndex&, const Library&, Loss, ReferenceLock&);

}  // namespace bifolio::lock
