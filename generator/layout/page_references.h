// “Table 1-1 (page 12)”: a reference to another page names the page. Where the words
// stand decides where pages end, and where pages end decides the words, so a body is
// set again until both agree. References are told apart by the order in which they
// are collected, which is the same each time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/frame.h"

namespace bifolio::layout {

class PageReferences {
 public:
  /// Where the places are: the page, and the folio printed on it.
  struct Found {
    std::size_t page;
    std::string folio;
  };
  /// For the first guess: where a place is, if that is known by now, and what page is being filled.
  using Find = std::function<std::optional<Found>(const std::string& destination)>;
  void guess_by(Find find, std::function<Found()> here) {
    find_ = std::move(find);
    here_ = std::move(here);
  }

  /// The page to name after the next reference; "" where it stands on the same page.
  std::string next(const std::string& destination);
  /// The next reference is that element; without it, its page is never known.
  void bind(TagId link) { tags_.emplace(link, references_.size() - 1); }
  /// Text of an element was placed on a page. Of a reference to a place that is known by
  /// then, says whether what it prints is true.
  template <typename FindPlace>
  bool found(TagId tag, std::size_t page, FindPlace find) {
    const auto at = tags_.find(tag);
    if (at == tags_.end() || references_[at->second].page) return true;
    references_[at->second].page = page;
    const std::optional<Found> target = find(references_[at->second].destination);
    return !target || wanted(at->second, target) == references_[at->second].printed;
  }

  /// Compares what was printed with what is true, which the next pass will print. False: there must be one.
  template <typename FindPlace>
  bool settle(FindPlace find) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < references_.size(); ++i) all.push_back(wanted(i, find(references_[i].destination)));
    return keep(std::move(all));
  }

 private:
  struct Reference {
    std::string destination, printed;
    std::optional<std::size_t> page = {};
  };

  /// What a reference should print.
  std::string wanted(std::size_t reference, const std::optional<Found>& target) const;
  bool keep(std::vector<std::string>&& wanted);

  std::string guess(const std::string& destination) const;

  Find find_;
  std::function<Found()> here_;
  int pass_ = 1;
  std::vector<std::string> wanted_;  ///< what the pass before found, by the order of references
  std::vector<bool> is_silent_;      ///< references whose page could not be settled
  std::vector<Reference> references_;
  std::unordered_map<TagId, std::size_t> tags_;  // never iterated
};

}  // namespace bifolio::layout
