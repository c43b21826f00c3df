// “Table 1-1 (page 12)”: a reference to another page names the page. Where the words
// stand decides where pages end, and where pages end decides the words, so a body is
// set again until both agree. References are told apart by the order in which they
// are collected, which is the same each time.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/frame.h"

namespace bifolio::layout {

class PageReferences {
 public:
  /// The page to name after the next reference; "" where it stands on the same page.
  std::string next(const std::string& destination);
  /// The next reference is that element; without it, its page is never known.
  void bind(TagId link) { tags_.emplace(link, references_.size() - 1); }
  /// Text of an element was placed on a page.
  void found(TagId, std::size_t page);

  /// Where the places are: the page, and the folio printed on it.
  struct Found {
    std::size_t page;
    std::string folio;
  };
  /// Compares what was printed with what is true, which the next pass will print. False: there must be one.
  template <typename FindPlace>
  bool settle(FindPlace find) {
    std::vector<std::string> wanted;
    for (const Reference& reference : references_) {
      const std::optional<Found> target = find(reference.destination);
      const bool is_elsewhere = target && reference.page && *reference.page != target->page;
      wanted.push_back(is_elsewhere ? target->folio : std::string());
    }
    return keep(std::move(wanted));
  }

 private:
  struct Reference {
    std::string destination, printed;
    std::optional<std::size_t> page = {};
  };

  bool keep(std::vector<std::string>&& wanted);

  int pass_ = 1;
  std::vector<std::string> wanted_;  ///< what the pass before found, by the order of references
  std::vector<bool> is_silent_;      ///< references whose page could not be settled
  std::vector<Reference> references_;
  std::unordered_map<TagId, std::size_t> tags_;  // never iterated
};

}  // namespace bifolio::layout
