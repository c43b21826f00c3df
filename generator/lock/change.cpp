#include "lock/change.h"

#include <algorithm>

#include "base/json_write.h"
#include "lock/lock.h"
#include "lock/record_tree.h"

namespace bifolio::lock {
namespace {

/// Everything but the day on which it was found out.
std::string content_of(LockRecord record) {
  record.retrieved.clear();
  return write_json(tree_of(record));
}

void keep_what_the_data_set_told(const LockRecord& before, LockRecord& fresh) {
  for (const LockEvent& event : before.events) {
    if (event.source == kDataSetSource) fresh.events.push_back(event);
  }
  for (const std::string& work : before.notice_for) {
    if (std::find(fresh.notice_for.begin(), fresh.notice_for.end(), work) == fresh.notice_for.end())
      fresh.notice_for.push_back(work);
  }
}

}  // namespace

bool is_loss(Standing before, Standing after) {
  return before >= Standing::concern && after < before && after != Standing::reinstated;
}

Merged merge(ReferenceLock& lock, const std::string& key, LockRecord fresh, const std::string& today, Loss loss) {
  const auto at = lock.records.find(key);
  if (at != lock.records.end() && loss == Loss::hold_back) keep_what_the_data_set_told(at->second, fresh);
  fresh.retrieved = today;
  seal(fresh, key);
  if (at == lock.records.end()) {
    lock.records.emplace(key, std::move(fresh));
    return Merged::changed;
  }
  LockRecord& before = at->second;
  if (before.is_intact && content_of(before) == content_of(fresh)) return Merged::same;
  const Standing stood = std::max(before.standing, standing_of(before.events, before.status));
  if (loss == Loss::hold_back && is_loss(stood, fresh.standing)) return Merged::held_back;
  before = std::move(fresh);
  return Merged::changed;
}

void note_compared(ReferenceLock& lock, const std::set<std::string>& keys, const std::string& today) {
  std::string earliest = today;
  std::map<std::string, std::string> of_agency;
  for (const auto& [key, record] : lock.records) {
    const std::string day = keys.contains(key) ? today : last_checked(lock, record);
    earliest = std::min(earliest, day);
    if (record.agency.empty()) continue;
    const auto [at, is_new] = of_agency.try_emplace(record.agency, day);
    if (!is_new) at->second = std::min(at->second, day);
  }
  lock.checked = lock.records.empty() ? "" : earliest;
  for (auto& [name, source] : lock.sources) source.checked.clear();
  for (const auto& [agency, day] : of_agency) lock.sources[agency].checked = day;
  std::erase_if(lock.sources, [](const auto& one) { return one.second.checked.empty() && one.second.date.empty(); });
}

std::size_t prune(ReferenceLock& lock, const Library& library, const std::set<std::string>& links) {
  std::set<std::string> keys, works;
  for (const Reference& reference : library.references) {
    keys.insert(key_of(reference));
    works.insert(work_key(reference));
  }
  return std::erase_if(lock.records, [&](const auto& one) { return !keys.contains(one.first); }) +
         std::erase_if(lock.possible, [&](const auto& one) { return !works.contains(one.first); }) +
         std::erase_if(lock.links, [&](const auto& one) { return !links.contains(one.first); });
}

std::vector<LockChange> compare(const ReferenceLock& before, const ReferenceLock& after) {
  std::vector<LockChange> changes;
  const auto title = [](const LockRecord& record) { return std::string(record.meta.field("title")); };
  for (const auto& [key, record] : after.records) {
    const auto old = before.records.find(key);
    if (old == before.records.end())
      changes.push_back({LockChange::Kind::added, key, title(record), Standing::unknown, record.standing});
    else if (old->second.standing != record.standing)
      changes.push_back({LockChange::Kind::standing, key, title(record), old->second.standing, record.standing});
    else if (content_of(old->second) != content_of(record))
      changes.push_back({LockChange::Kind::content, key, title(record), record.standing, record.standing});
  }
  for (const auto& [key, record] : before.records) {
    if (!after.records.contains(key))
      changes.push_back({LockChange::Kind::removed, key, title(record), record.standing, Standing::unknown});
  }
  std::sort(changes.begin(), changes.end(), [](const LockChange& a, const LockChange& b) { return a.key < b.key; });
  return changes;
}

}  // namespace bifolio::lock
