// The only door that writes. A file is whole or it is the old one: written beside
// its place, synced, then renamed.
#pragma once

#include <string>

#include "base/artifact.h"
#include "base/result.h"

namespace bifolio::store {

/// What happens to files that an earlier write put into the folder and this one
/// does not make again.
enum class Stale { keep, remove };

/// Writes every artifact under the folder, which is made where it is missing.
/// Refuses paths that climb out of it, before anything is written. The list of
/// what was written is kept in `.bifolio-files`; only files on it are ever removed.
Outcome write(const std::string& folder, const Artifacts&, Stale);

/// One file, atomically.
Outcome write_file(const std::string& path, std::string_view bytes);

/// Makes a new folder with these files in it, in one step: whatever stops the
/// program (a signal, a full disk), there is afterwards no such folder or a whole
/// one. A folder that is there already is refused and not touched. Files are
/// 0644 and folders 0755 whatever the umask, so that a web server can read them.
Outcome publish(const std::string& folder, const Artifacts&);

/// Removes what a killed `publish` left beside its folder. Only safe under a lock.
void remove_leftovers(const std::string& parent);

/// Holds `FOLDER/.lock` for this process alone, until it goes away or the process
/// ends, however it ends. Fails with file-locked where another process holds it.
class Lock {
 public:
  static Result<Lock> take(const std::string& folder);
  Lock(Lock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  explicit Lock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

RuleList rules();

}  // namespace bifolio::store
