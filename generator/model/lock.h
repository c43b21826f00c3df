// What registries said about the works of a booklet when somebody last asked
// them: `bifolio.lock.json` and `bifolio.retractions.bin` as plain values. `lock/`
// reads and writes the files; checks look here and never at a network.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/reference.h"

namespace bifolio {

/// What became of a work after it was published. The order is that of gravity.
enum class Standing { unknown, clear, corrected, reinstated, concern, withdrawn, retracted };

/// What the agency of an identifier answered.
enum class LockStatus {
  unchecked,  ///< nobody could be asked
  found,
  not_found,     ///< the look-up of agencies says that the identifier does not exist
  other_agency,  ///< it exists, but its agency tells nothing about it
};

/// Something that happened to a work: `retraction`, `withdrawal`, `removal`,
/// `concern`, `reinstatement`, `correction`.
struct LockEvent {
  std::string type;
  std::string date;    ///< YYYY[-MM[-DD]]; "" = not told
  std::string notice;  ///< normalised identifier of the notice; "" = not told
  std::string source;  ///< who says so: "publisher", "retraction-watch", "pubmed"
  bool operator==(const LockEvent&) const = default;
};

/// One work, under its normalised identifier.
struct LockRecord {
  std::string agency;  ///< "crossref", "datacite", "pubmed"; "" = none
  LockStatus status = LockStatus::unchecked;
  std::string retrieved;  ///< the day on which its content last changed
  Reference meta;         ///< a fixed subset of CSL-JSON; without a key
  std::vector<LockEvent> events;
  std::vector<std::string> notice_for;  ///< the works that this one retracts
  std::string published_as;             ///< of a preprint: the version of record
  Standing standing = Standing::unknown;
  std::string response;   ///< hash of what was answered
  std::string sha256;     ///< over everything above
  bool is_intact = true;  ///< the hash fits the content
  Span span = {};         ///< of its key in the file
};

/// A retracted work whose title looks like that of an entry without identifier.
struct PossibleMatch {
  std::string record;  ///< in the Retraction Watch database
  std::string title, type, date, notice;
};

struct LockedLink {
  int status = 0;  ///< of HTTP; 0 = no answer
  std::string checked;
  std::vector<std::string> failed;  ///< the days of the failures since it last worked, at most two kept
  int failures = 0;                 ///< one after another
};

/// A source of records or of retractions, and how fresh it is.
struct LockSource {
  std::string checked;  ///< every record of this agency was compared on this day or later
  std::string date;     ///< of a data set
  int rows = 0;
  std::string sha256, etag;
};

struct ReferenceLock {
  std::string checked;  ///< every record was compared with its agency on this day or later
  std::map<std::string, LockSource, std::less<>> sources;
  std::map<std::string, LockRecord, std::less<>> records;      ///< by normalised identifier
  std::map<std::string, PossibleMatch, std::less<>> possible;  ///< by what names the work: lock::work_key
  std::map<std::string, LockedLink, std::less<>> links;        ///< by address
  FileId file = {};
  Span checked_span = {};
  bool is_readable = true;   ///< else the file was no lock, which was reported
  bool is_canonical = true;  ///< the file is byte for byte what would be written
};

/// The nature of an event in the index, one byte.
enum class RetractionNature : std::uint8_t { correction = 1, concern, reinstatement, withdrawal, retraction };

struct RetractionRow {
  std::uint64_t hash = 0;  ///< of the normalised identifier
  RetractionNature nature = RetractionNature::retraction;
  std::uint16_t day = 0;  ///< since 1900-01-01; 0 = not told
  auto operator<=>(const RetractionRow&) const = default;
};

/// Every DOI and PMID of a data set of retractions, without the data set.
struct RetractionIndex {
  std::string date;  ///< of the data set
  int source_rows = 0;
  std::string source_sha256;
  std::vector<RetractionRow> rows;  ///< sorted
  FileId file = {};
};

}  // namespace bifolio
