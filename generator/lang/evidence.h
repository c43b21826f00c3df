// The order in which evidence is said, the same in every language: what kind,
// **what came of it**, as of when, what status where.
#pragma once

#include "model/inline.h"

namespace bifolio::lang {

/// The words of one language for one piece of evidence.
struct EvidenceWords {
  std::string kinds;         ///< “Phase 2 trial”, “Tested in animals only”; empty where no kind is given
  std::string trial;         ///< stands before an outcome when no kind is given
  std::string outcome;       ///< “missed its main goal”; empty without outcome
  std::string colon;         ///< between kind and outcome
  std::string as_of;         ///< “ (as of 2024-02)”; empty without date
  std::string status;        ///< “Status: United States, approved”; empty without status
  std::string sentence_end;  ///< between what the trial showed and the status
};

/// The sentence; only the outcome is Strong. Empty where there is nothing to say.
Inlines say(const EvidenceWords&, Span);

}  // namespace bifolio::lang
