// What authors excused: `<!-- bifolio-ignore RULE reason="…" until=… -->` beside
// the text, `% bifolio-ignore …` before an entry of a .bib file. A directive hides findings of one rule in the block or
// range it covers, for a reason that is said; one that is faulty or past hides nothing and is itself a finding.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "check/check.h"

namespace bifolio::check {

/// Every rule that a directive or the baseline may name.
using KnownRules = std::vector<const Rule*>;

class Directives {
 public:
  /// Reports directives that are faulty or past.
  Directives(const Publication&, const KnownRules&, const Settings&, Findings&);

  /// The reason why a finding is hidden, or nothing; remembers which directive was of use.
  std::optional<std::string> hides(const Finding&);
  /// Reports those that hid nothing. To be asked once every finding was shown to `hides`.
  void report_unused(Findings&) const;

 private:
  void add(const std::vector<Directive>&, const Settings&, const KnownRules&, Findings&);

  using Place = std::pair<FileId, std::string>;
  std::map<Place, std::vector<const Directive*>> by_place_;  ///< by what they cover, from its start
  std::set<const Directive*> used_;
  std::vector<const Directive*> unmatched_ends_;
};

/// What is wrong with a suppression, wherever it stands. Says whether it may hide anything.
struct Excuse {
  std::string rule, reason, until;
  Span span;
};
bool is_valid(const Excuse&, const KnownRules&, const Settings&, Findings&);
/// A suppression that matches nothing.
void report_unused(const std::string& rule, Span, std::vector<Fix>, Findings&);

}  // namespace bifolio::check
