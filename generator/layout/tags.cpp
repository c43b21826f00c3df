#include "layout/tags.h"

namespace bifolio::layout {

Tags::Tags(std::string_view language) {
  all_.emplace_back("Document", kArtifact);
  if (!language.empty()) all_[0].detail().language = language;
}

TagId Tags::add(std::string_view role, TagId parent, std::string_view language) {
  Tag tag(role, parent);
  if (!language.empty() && language != language_of(parent)) tag.detail().language = language;
  all_.push_back(std::move(tag));
  return static_cast<TagId>(all_.size()) - 1;
}

std::vector<TagId> Tags::children(TagId of) const {
  const auto ordered = orders_.find(of);
  if (ordered != orders_.end()) return ordered->second;
  std::vector<TagId> found;
  for (std::size_t i = static_cast<std::size_t>(of) + 1; i < all_.size(); ++i) {
    if (all_[i].parent == of) found.push_back(static_cast<TagId>(i));
  }
  return found;
}

void Tags::set_order(TagId of, std::vector<TagId> children) {
  orders_[of] = std::move(children);
}

const std::string& Tags::language_of(TagId id) const {
  static const std::string none;
  for (; id != kArtifact; id = all_[static_cast<std::size_t>(id)].parent) {
    const std::string& language = all_[static_cast<std::size_t>(id)].details().language;
    if (!language.empty()) return language;
  }
  return none;
}

}  // namespace bifolio::layout
