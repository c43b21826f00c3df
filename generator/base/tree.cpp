#include "base/tree.h"

#include <charconv>
#include <cmath>

namespace bifolio {

Tree Tree::of(bool value) {
  Tree tree;
  tree.kind = Kind::boolean;
  tree.boolean = value;
  return tree;
}

Tree Tree::of(double value) {
  Tree tree;
  tree.kind = Kind::number;
  tree.number = value;
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;  // shortest form that reads back equal
  tree.text.assign(buffer, end);
  return tree;
}

Tree Tree::of(std::int64_t value) {
  Tree tree;
  tree.kind = Kind::number;
  tree.number = static_cast<double>(value);
  tree.text = std::to_string(value);
  return tree;
}

Tree Tree::of(std::string_view value) {
  Tree tree;
  tree.kind = Kind::string;
  tree.text = value;
  return tree;
}

const Tree* Tree::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Tree* Tree::find(std::string_view key) {
  return const_cast<Tree*>(static_cast<const Tree*>(this)->find(key));
}

Tree& Tree::set(std::string_view key, Tree value) {
  if (Tree* old = find(key)) return *old = std::move(value);
  members.push_back({std::string(key), {}, std::move(value)});
  return members.back().value;
}

Tree& Tree::add(Tree item) {
  items.push_back(std::move(item));
  return items.back();
}

std::optional<std::int64_t> as_integer(const Tree& tree) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: doubles are whole numbers up to here
  if (!tree.is_number() || tree.number != std::floor(tree.number) || std::fabs(tree.number) > kExact) return std::nullopt;
  return static_cast<std::int64_t>(tree.number);
}

}  // namespace bifolio
