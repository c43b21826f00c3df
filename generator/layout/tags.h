// The structure tree while it grows. Children stand in the order in which they
// were added, so a section may be added early and filled late.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/frame.h"
#include "layout/reading_order.h"

namespace bifolio::layout {

class Tags {
 public:
  explicit Tags(std::string_view language = {});

  /// `language` is kept only where it differs from the parent's.
  TagId add(std::string_view role, TagId parent, std::string_view language = {});
  Tag& operator[](TagId id) { return all_[static_cast<std::size_t>(id)]; }
  const Tag& operator[](TagId id) const { return all_[static_cast<std::size_t>(id)]; }
  const std::string& language_of(TagId) const;
  static constexpr TagId document() { return 0; }
  std::size_t count() const { return all_.size(); }
  /// In reading order.
  std::vector<TagId> children(TagId) const;
  /// These are the children of that element, in another order than that in which they were added.
  void set_order(TagId, std::vector<TagId> children);
  const Orders& orders() const { return orders_; }

  /// The finished tree.
  std::vector<Tag> take() { return std::move(all_); }

 private:
  std::vector<Tag> all_;
  Orders orders_;
};

}  // namespace bifolio::layout
