// The closed vocabularies of CSL as enumerations. Names become numbers when a
// style or a library is read, so that printing compares no strings.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bifolio::cite {

enum class Variable : std::uint8_t {
#define VARIABLE(identifier, name, kind) identifier,
#include "cite/variables.def"
#undef VARIABLE
  none,  ///< also a name that CSL does not know: always empty
};

enum class VariableKind : std::uint8_t { text, number, date, name, none };

enum class ItemType : std::uint8_t {
#define ITEM_TYPE(identifier, name) identifier,
#include "cite/item_types.def"
#undef ITEM_TYPE
  none,
};

enum class Locator : std::uint8_t {
#define LOCATOR(identifier, name) identifier,
#include "cite/locators.def"
#undef LOCATOR
  none,
};

/// By name; the old names `journalAbbreviation` and `shortTitle` of CSL-JSON are understood.
Variable find_variable(std::string_view name);
std::string_view name(Variable);
VariableKind kind(Variable);

ItemType find_item_type(std::string_view name);
std::string_view name(ItemType);

/// `sub verbo` and `sub-verbo` are the same.
Locator find_locator(std::string_view name);
std::string_view name(Locator);

/// A set of enumerators with at most 64 members.
template <typename Enum>
struct SetOf {
  std::uint64_t bits = 0;
  void add(Enum value) { bits |= std::uint64_t{1} << static_cast<unsigned>(value); }
  bool has(Enum value) const { return (bits >> static_cast<unsigned>(value)) & 1; }
  bool is_empty() const { return bits == 0; }
  bool operator==(const SetOf&) const = default;
};

}  // namespace bifolio::cite
