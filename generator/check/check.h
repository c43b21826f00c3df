// Reads a Publication, adds Findings, changes nothing. One file a rule or a small
// family of rules; `rules.def` lists the rules, `checks.def` the functions.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "check/sync.h"
#include "model/publication.h"

namespace bifolio::check {

/// What a check may know beside the publication. No clock: the command line reads it.
struct Settings {
  std::string today;        ///< YYYY-MM-DD, for rules about age; empty = they stay silent
  bool is_release = false;  ///< some warnings are errors at a release
  I18nLock accepted = {};   ///< the languages as they were last declared in step; empty = never
};

/// Runs every check.
void check(const Publication&, const Settings&, Findings&);

/// How many cited works nobody could check for retraction: said even where nothing is wrong.
int unchecked_references(const Publication&);

RuleList rules();

}  // namespace bifolio::check
