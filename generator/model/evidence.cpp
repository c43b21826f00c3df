#include "model/evidence.h"

#include <span>
#include <utility>

namespace bifolio {
namespace {

template <typename T>
using Words = std::span<const std::pair<std::string_view, T>>;

constexpr std::pair<std::string_view, EvidenceKind> kEvidence[] = {
    {"cell", EvidenceKind::cell},       {"animal", EvidenceKind::animal},   {"observational", EvidenceKind::observational},
    {"trial-1", EvidenceKind::trial_1}, {"trial-2", EvidenceKind::trial_2}, {"trial-3", EvidenceKind::trial_3},
    {"unclear", EvidenceKind::unclear}};

constexpr std::pair<std::string_view, TrialOutcome> kOutcome[] = {
    {"met", TrialOutcome::met},         {"missed", TrialOutcome::missed},   {"mixed", TrialOutcome::mixed},
    {"stopped", TrialOutcome::stopped}, {"ongoing", TrialOutcome::ongoing}, {"not-reported", TrialOutcome::not_reported}};

constexpr std::pair<std::string_view, StatusKind> kStatus[] = {
    {"approved", StatusKind::approved},       {"conditional", StatusKind::conditional},
    {"accelerated", StatusKind::accelerated}, {"withdrawn", StatusKind::withdrawn},
    {"rejected", StatusKind::rejected},       {"investigational", StatusKind::investigational},
    {"unknown", StatusKind::unknown}};

template <typename T>
std::optional<T> value_of(Words<T> words, std::string_view word) {
  for (const auto& [text, value] : words) {
    if (text == word) return value;
  }
  return std::nullopt;
}

template <typename T>
std::string_view word_for(Words<T> words, T value) {
  for (const auto& [text, candidate] : words) {
    if (candidate == value) return text;
  }
  return "";
}

template <typename T>
std::vector<std::string_view> all_words(Words<T> words) {
  std::vector<std::string_view> all;
  for (const auto& word : words) all.push_back(word.first);
  return all;
}

}  // namespace

std::optional<EvidenceKind> evidence_kind(std::string_view word) { return value_of<EvidenceKind>(kEvidence, word); }
std::optional<TrialOutcome> trial_outcome(std::string_view word) { return value_of<TrialOutcome>(kOutcome, word); }
std::optional<StatusKind> status_kind(std::string_view word) { return value_of<StatusKind>(kStatus, word); }
std::string_view name(EvidenceKind kind) { return word_for<EvidenceKind>(kEvidence, kind); }
std::string_view name(TrialOutcome outcome) { return word_for<TrialOutcome>(kOutcome, outcome); }
std::string_view name(StatusKind status) { return word_for<StatusKind>(kStatus, status); }
std::vector<std::string_view> evidence_words() { return all_words<EvidenceKind>(kEvidence); }
std::vector<std::string_view> outcome_words() { return all_words<TrialOutcome>(kOutcome); }
std::vector<std::string_view> status_words() { return all_words<StatusKind>(kStatus); }

}  // namespace bifolio
