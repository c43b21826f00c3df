#include "layout/page_references.h"

namespace bifolio::layout {
namespace {

/// A number of two digits, as most are.
constexpr const char* kNoIdea = "10";
/// Two or three passes settle a book. What still moves after so many goes without a
/// number, one reference after the other at first, all of them at last.
constexpr int kPatientPasses = 4, kMostPasses = 8;

}  // namespace

/// The nearer the truth, the fewer passes: what comes later stands on a page with as
/// many digits as this one.
std::string PageReferences::guess(const std::string& destination) const {
  if (!here_) return kNoIdea;
  const Found here = here_();
  const std::optional<Found> target = find_(destination);
  if (!target) return here.folio;
  return target->page == here.page ? std::string() : target->folio;
}

std::string PageReferences::next(const std::string& destination) {
  const std::size_t i = references_.size();
  const std::string printed = pass_ == 1 ? guess(destination) : i < wanted_.size() ? wanted_[i] : "";
  references_.push_back({destination, printed});
  return printed;
}

std::string PageReferences::wanted(std::size_t i, const std::optional<Found>& target) const {
  const bool is_silent = i < is_silent_.size() && is_silent_[i];
  const bool is_elsewhere = target && references_[i].page && *references_[i].page != target->page;
  return is_elsewhere && !is_silent ? target->folio : std::string();
}

bool PageReferences::keep(std::vector<std::string>&& wanted) {
  bool is_settled = true;
  is_silent_.resize(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] == references_[i].printed) continue;
    is_settled = false;
    if (pass_ >= kPatientPasses) is_silent_[i] = true;
  }
  if (!is_settled && pass_ + 1 >= kMostPasses) is_silent_.assign(wanted.size(), true);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (is_silent_[i]) wanted[i].clear();
  }
  wanted_ = std::move(wanted);
  references_.clear();
  tags_.clear();
  ++pass_;
  return is_settled;
}

}  // namespace bifolio::layout
