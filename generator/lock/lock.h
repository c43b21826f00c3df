// The reference lock: what registries said about the cited works, committed
// beside the text like the lock of a package manager, and the index of retracted
// works. This stage reads, writes and judges the files; it knows no network.
// Whoever changes a record seals it, so that a later edit by hand shows.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/lock.h"

namespace bifolio::lock {

inline constexpr std::string_view kLockFile = "bifolio.lock.json";
inline constexpr std::string_view kIndexFile = "bifolio.retractions.bin";
/// LockEvent::source of what was read from a data set of retractions.
inline constexpr std::string_view kDataSetSource = "retraction-watch-data";

/// Every identifier of the entry that has the right form, normalised
/// (`doi:10.1056/nejmoa2204705`), in the order doi, pmid, pmcid, arxiv, isbn.
std::vector<std::string> keys_of(const Reference&);
/// The first of them, under which the lock keeps the work; "" where there is none.
std::string key_of(const Reference&);
/// An identifier as a person types it (`https://doi.org/10.…`, `PMID 123`), normalised; "" where it is none.
std::string key_from(std::string_view text);
/// Names a work without identifiers: first author, year, title, folded. "" without title.
std::string work_key(const Reference&);

std::string_view name(Standing);
std::string_view name(LockStatus);
std::string_view name(RetractionNature);

/// What the events add up to. The last decisive one wins: a reinstatement clears
/// a retraction, a later retraction counts again; a correction or a concern never
/// clears one. Of two on one day the graver wins.
Standing standing_of(std::span<const LockEvent>, LockStatus);
/// The event that the standing rests on, with a notice where any source names one.
std::optional<LockEvent> decisive(std::span<const LockEvent>, Standing);
inline bool is_withdrawn(Standing standing) {
  return standing == Standing::retracted || standing == Standing::withdrawn;
}

/// Orders the events, works out the standing and the hash.
void seal(LockRecord&, std::string_view key);

/// Never fails; reports what is no lock, and records whose hash does not fit.
ReferenceLock read_lock(std::string_view text, FileId, Findings&);
/// Canonical: keys sorted, two spaces, LF, NFC. Equal locks are equal bytes.
std::string write_lock(const ReferenceLock&);

/// Without rows and with a finding where the bytes are no index.
RetractionIndex read_index(std::string_view bytes, FileId, Findings&);
/// A few lines of text, an empty line, then 11 bytes a row: hash (big-endian), nature, day.
std::string write_index(const RetractionIndex&);
std::uint64_t index_hash(std::string_view key);
/// What the index knows about an identifier.
std::vector<LockEvent> find(const RetractionIndex&, std::string_view key);

/// Everything known about an entry of the library.
struct Known {
  std::string key;  ///< "" = the entry has no identifier
  const LockRecord* record = nullptr;
  const PossibleMatch* possible = nullptr;
  std::vector<LockEvent> events;  ///< of the record and of the index
  Standing standing = Standing::unknown;
  bool is_checked = false;  ///< somebody who would know of a retraction was asked
};
Known what_is_known(const Reference&, const ReferenceLock*, const RetractionIndex*);

/// The day that the record was last compared with its agency.
std::string last_checked(const ReferenceLock&, const LockRecord&);

RuleList rules();

}  // namespace bifolio::lock
