#include <algorithm>
#include <tuple>

#include "lang/iso_date.h"
#include "lock/lock.h"
#include "lock/record_tree.h"

namespace bifolio::lock {
namespace {

constexpr std::pair<Standing, std::string_view> kStandings[] = {
    {Standing::unknown, "unknown"},       {Standing::clear, "clear"},     {Standing::corrected, "corrected"},
    {Standing::reinstated, "reinstated"}, {Standing::concern, "concern"}, {Standing::withdrawn, "withdrawn"},
    {Standing::retracted, "retracted"}};

/// What an event alone would make of a work.
Standing effect(const LockEvent& event) {
  if (event.type == "retraction") return Standing::retracted;
  if (event.type == "withdrawal" || event.type == "removal") return Standing::withdrawn;
  if (event.type == "concern") return Standing::concern;
  if (event.type == "reinstatement") return Standing::reinstated;
  if (event.type == "correction") return Standing::corrected;
  return Standing::unknown;
}

bool happened_before(const LockEvent& a, const LockEvent& b) {
  const Standing left = effect(a), right = effect(b);
  return std::tie(a.date, left, a.notice, a.source) < std::tie(b.date, right, b.notice, b.source);
}

std::vector<LockEvent> in_order(std::span<const LockEvent> events) {
  std::vector<LockEvent> all(events.begin(), events.end());
  std::sort(all.begin(), all.end(), happened_before);
  return all;
}

Standing after(Standing before, Standing event) {
  switch (event) {
    case Standing::retracted:
    case Standing::withdrawn:
    case Standing::reinstated: return event;
    case Standing::concern: return is_withdrawn(before) ? before : event;
    case Standing::corrected: return before == Standing::clear || before == Standing::unknown ? event : before;
    case Standing::clear:
    case Standing::unknown: return before;
  }
  return before;
}

}  // namespace

std::string_view name(Standing standing) {
  return kStandings[static_cast<std::size_t>(standing)].second;
}

std::string_view name(LockStatus status) {
  switch (status) {
    case LockStatus::unchecked: return "unchecked";
    case LockStatus::found: return "found";
    case LockStatus::not_found: return "not-found";
    case LockStatus::other_agency: return "other-agency";
  }
  return "";
}

Standing standing_of(std::span<const LockEvent> events, LockStatus status) {
  Standing standing = status == LockStatus::found ? Standing::clear : Standing::unknown;
  for (const LockEvent& event : in_order(events)) standing = after(standing, effect(event));
  return standing;
}

std::optional<LockEvent> decisive(std::span<const LockEvent> events, Standing standing) {
  std::optional<LockEvent> last;
  std::string notice;
  for (const LockEvent& event : events) {
    if (effect(event) != standing) continue;
    if (!event.notice.empty()) notice = event.notice;
    if (!last || last->date <= event.date) last = event;
  }
  if (last && last->notice.empty()) last->notice = notice;  // another source named it
  return last;
}

std::string last_checked(const ReferenceLock& lock, const LockRecord& record) {
  const auto source = lock.sources.find(record.agency);
  const std::string& of_agency = source == lock.sources.end() ? lock.checked : source->second.checked;
  return std::max({record.retrieved, lock.checked, of_agency});
}

Known what_is_known(const Reference& reference, const ReferenceLock* lock, const RetractionIndex* index) {
  Known known;
  const std::vector<std::string> keys = keys_of(reference);
  if (!keys.empty()) known.key = keys.front();
  if (lock && !known.key.empty()) {
    const auto at = lock->records.find(known.key);
    if (at != lock->records.end()) known.record = &at->second;
  }
  if (lock && keys.empty()) {
    const auto at = lock->possible.find(work_key(reference));
    if (at != lock->possible.end()) known.possible = &at->second;
  }
  LockStatus status = LockStatus::unchecked;
  // Events of a record that does not fit its hash still warn; that it is clear is not believed.
  if (known.record) known.events = known.record->events;
  if (known.record && known.record->is_intact) status = known.record->status;
  bool has_index_key = false;
  for (const std::string& key : keys) {
    if (!index || index->rows.empty() || !(key.starts_with("doi:") || key.starts_with("pmid:"))) continue;
    has_index_key = true;
    for (LockEvent& event : find(*index, key)) known.events.push_back(std::move(event));
  }
  known.standing = standing_of(known.events, has_index_key ? LockStatus::found : status);
  // A registry that tells nothing of a work is seldom read by those who collect retractions.
  const bool is_elsewhere = status == LockStatus::other_agency || status == LockStatus::not_found;
  known.is_checked = !known.events.empty() || status == LockStatus::found || (has_index_key && !is_elsewhere);
  return known;
}

void put_in_order(std::vector<LockEvent>& events) {
  std::sort(events.begin(), events.end(), happened_before);
  events.erase(std::unique(events.begin(), events.end()), events.end());
}

}  // namespace bifolio::lock
