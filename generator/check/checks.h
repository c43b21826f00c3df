// Inside check/: what one check is given, and the list of all.
#pragma once

#include "check/check.h"
#include "check/known_works.h"
#include "check/parallel.h"
#include "check/prose.h"

namespace bifolio::check {

class Characters;

/// What is prepared once for all checks.
struct Context {
  const Publication& publication;
  const Settings& settings;
  const std::vector<BookProse>& prose;                     ///< one for each book
  const std::vector<std::vector<Characters>>& characters;  ///< of each passage of each book
  const std::vector<Parallel>& parallels;                  ///< documents beside their translations
  const std::vector<KnownWork>& works;                     ///< the library beside the lock
};

#define CHECK(name) void check_##name(const Context&, Findings&);
#include "check/checks.def"
#undef CHECK

#define RULE(name) extern const Rule name;
#include "check/rules.def"
#undef RULE

}  // namespace bifolio::check
