// What stands behind a claim about a therapy, as separate facts, never one label
// (DESIGN, Evidence). Printed as a sentence by `lang/`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bifolio {

enum class EvidenceKind { cell, animal, observational, trial_1, trial_2, trial_3, unclear };
enum class TrialOutcome { met, missed, mixed, stopped, ongoing, not_reported };
enum class StatusKind { approved, conditional, accelerated, withdrawn, rejected, investigational, unknown };

/// `KR: approved` in a status cell; the region is a country or region code (ISO 3166, or EU).
struct RegionalStatus {
  std::string region;
  StatusKind status;
};

struct Evidence {
  std::vector<EvidenceKind> kinds = {};
  std::optional<TrialOutcome> outcome = {};
  std::vector<RegionalStatus> status = {};
  std::string as_of = {};  ///< YYYY, YYYY-MM or YYYY-MM-DD; empty where not given
  Span span = {};

  bool is_empty() const { return kinds.empty() && !outcome && status.empty(); }
};

/// The words of the closed lists as authors write them: `trial-2`, `not-reported`.
std::optional<EvidenceKind> evidence_kind(std::string_view);
std::optional<TrialOutcome> trial_outcome(std::string_view);
std::optional<StatusKind> status_kind(std::string_view);
std::string_view name(EvidenceKind);
std::string_view name(TrialOutcome);
std::string_view name(StatusKind);

/// Every word that is allowed, for messages and for the nearest word.
std::vector<std::string_view> evidence_words();
std::vector<std::string_view> outcome_words();
std::vector<std::string_view> status_words();

}  // namespace bifolio
