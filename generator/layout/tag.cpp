#include "layout/tag.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace bifolio::layout {
namespace {

constexpr std::string_view kRoles[] = {
#define ROLE(name) #name,
#include "layout/roles.def"
#undef ROLE
};

}  // namespace

Role::Role(std::string_view name) {
  const auto at = std::find(std::begin(kRoles), std::end(kRoles), name);
  assert(at != std::end(kRoles) && "a standard structure type");
  if (at != std::end(kRoles)) index_ = static_cast<std::uint8_t>(at - std::begin(kRoles));
}

std::string_view Role::name() const {
  return kRoles[index_];
}

std::string_view scope_name(Scope scope) {
  constexpr std::string_view kNames[] = {"", "Row", "Column", "Both"};
  return kNames[static_cast<std::size_t>(scope)];
}

Tag& Tag::operator=(const Tag& other) {
  role = other.role;
  scope = other.scope;
  parent = other.parent;
  row_span = other.row_span;
  column_span = other.column_span;
  details_ = other.details_ ? std::make_unique<TagDetails>(*other.details_) : nullptr;
  return *this;
}

const TagDetails& Tag::details() const {
  static const TagDetails none;
  return details_ ? *details_ : none;
}

TagDetails& Tag::detail() {
  if (!details_) details_ = std::make_unique<TagDetails>();
  return *details_;
}

}  // namespace bifolio::layout
