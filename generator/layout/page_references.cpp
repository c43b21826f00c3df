#include "layout/page_references.h"

namespace bifolio::layout {
namespace {

/// A number of two digits, as most are: the first pass is then near the truth.
constexpr const char* kFirstGuess = "10";
/// Two or three passes settle a book. What still moves after so many goes without a
/// number, one reference after the other at first, all of them at last.
constexpr int kPatientPasses = 4, kMostPasses = 8;

}  // namespace

std::string PageReferences::next(const std::string& destination) {
  const std::size_t i = references_.size();
  const std::string printed = pass_ == 1 ? kFirstGuess : i < wanted_.size() ? wanted_[i] : "";
  references_.push_back({destination, printed});
  return printed;
}

void PageReferences::found(TagId tag, std::size_t page) {
  const auto at = tags_.find(tag);
  if (at != tags_.end() && !references_[at->second].page) references_[at->second].page = page;
}

bool PageReferences::keep(std::vector<std::string>&& wanted) {
  bool is_settled = true;
  is_silent_.resize(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (is_silent_[i]) wanted[i].clear();
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
