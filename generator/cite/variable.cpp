#include "cite/variable.h"

#include <algorithm>
#include <array>

namespace bifolio::cite {
namespace {

constexpr auto kVariables = std::to_array<std::string_view>({
#define VARIABLE(identifier, name, kind) name,
#include "cite/variables.def"
#undef VARIABLE
});

constexpr auto kKinds = std::to_array<VariableKind>({
#define VARIABLE(identifier, name, kind) VariableKind::kind,
#include "cite/variables.def"
#undef VARIABLE
});

constexpr auto kItemTypes = std::to_array<std::string_view>({
#define ITEM_TYPE(identifier, name) name,
#include "cite/item_types.def"
#undef ITEM_TYPE
});

constexpr auto kLocators = std::to_array<std::string_view>({
#define LOCATOR(identifier, name) name,
#include "cite/locators.def"
#undef LOCATOR
});

static_assert(std::is_sorted(kVariables.begin(), kVariables.end()), "look-ups bisect");
static_assert(std::is_sorted(kItemTypes.begin(), kItemTypes.end()), "look-ups bisect");
static_assert(std::is_sorted(kLocators.begin(), kLocators.end()), "look-ups bisect");

/// The place of the name, or the place after the last: each enumeration ends in `none`.
template <typename Enum, std::size_t size>
Enum find(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  return static_cast<Enum>(at != names.end() && *at == name ? at - names.begin() : static_cast<std::ptrdiff_t>(size));
}

template <typename Enum, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < size ? names[at] : std::string_view();
}

}  // namespace

Variable find_variable(std::string_view name) {
  if (name == "journalAbbreviation") return Variable::container_title_short;
  if (name == "shortTitle") return Variable::title_short;
  return find<Variable>(kVariables, name);
}

std::string_view name(Variable variable) {
  return name_in(kVariables, variable);
}

VariableKind kind(Variable variable) {
  const auto at = static_cast<std::size_t>(variable);
  return at < kKinds.size() ? kKinds[at] : VariableKind::none;
}

ItemType find_item_type(std::string_view name) {
  return find<ItemType>(kItemTypes, name);
}
std::string_view name(ItemType type) {
  return name_in(kItemTypes, type);
}

Locator find_locator(std::string_view name) {
  if (name == "sub verbo") return Locator::sub_verbo;
  return find<Locator>(kLocators, name);
}
std::string_view name(Locator locator) {
  return name_in(kLocators, locator);
}

}  // namespace bifolio::cite
