#include "model/table.h"

#include <utility>

namespace bifolio {
namespace {

constexpr std::pair<std::string_view, ColumnRole> kRoles[] = {
    {"text", ColumnRole::text},       {"name", ColumnRole::name},
    {"group", ColumnRole::group},     {"evidence", ColumnRole::evidence},
    {"outcome", ColumnRole::outcome}, {"status", ColumnRole::status},
    {"as-of", ColumnRole::as_of},     {"references", ColumnRole::references},
    {"number", ColumnRole::number},   {"hidden", ColumnRole::hidden}};

}  // namespace

std::string_view name(ColumnRole role) {
  for (const auto& [word, value] : kRoles) {
    if (value == role) return word;
  }
  return "";
}

std::optional<ColumnRole> column_role(std::string_view word) {
  for (const auto& [text, value] : kRoles) {
    if (text == word) return value;
  }
  return std::nullopt;
}

std::vector<std::string_view> column_role_words() {
  std::vector<std::string_view> words;
  for (const auto& role : kRoles) words.push_back(role.first);
  return words;
}

}  // namespace bifolio
