// Changing a lock and telling what changed. A work that was retracted stays so
// until somebody says that it was reinstated: an answer that merely no longer
// mentions the retraction is held back and reported.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/lock.h"

namespace bifolio::lock {

/// Whether a warning would silently go away.
bool is_loss(Standing before, Standing after);

enum class Merged { same, changed, held_back };
enum class Loss { hold_back, accept };

/// Puts a fresh answer under its key. `retrieved` becomes `today` only where the
/// content differs. What the data set of retractions told stays.
Merged merge(ReferenceLock&, const std::string& key, LockRecord fresh, const std::string& today, Loss);

/// The header's dates after these records were compared today: the earliest day on
/// which any record, and any of its agency, was last compared.
void note_compared(ReferenceLock&, const std::set<std::string>& keys, const std::string& today);

/// Removes records and possible matches that belong to no entry, and links that
/// stand nowhere; returns how many.
std::size_t prune(ReferenceLock&, const Library&, const std::set<std::string>& links);

/// What a refresh or another version changed, by key.
struct LockChange {
  enum class Kind { added, removed, standing, content };
  Kind kind;
  std::string key, title;
  Standing before = Standing::unknown, after = Standing::unknown;
};
std::vector<LockChange> compare(const ReferenceLock& before, const ReferenceLock& after);

}  // namespace bifolio::lock
