// Entries on their way into a library: keys that are taken are reported, faults
// name the entry.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "model/reference.h"

namespace bifolio::parse {

class LibraryEntries {
 public:
  LibraryEntries(Library&, Findings&);

  /// Adds the entry, or reports that its key is taken.
  void add(Reference);
  /// A key that no entry has yet: "miller2022", "miller2022b".
  std::string free_key(std::string wanted) const;
  /// Something is wrong in an entry; `resumed` says what became of it.
  void report(Span, std::string_view entry, Words reason, Words resumed);

 private:
  Library& library_;
  Findings& findings_;
  std::map<std::string, Span> keys_;  ///< case folded → where it stands
};

}  // namespace bifolio::parse
