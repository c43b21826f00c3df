#include "fetch/answer_tree.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/json_write.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::fetch {
namespace {

constexpr std::size_t kLongest = 4000;    // bytes of a text
constexpr std::size_t kMostNames = 1000;  // some physicists write with more

std::string plain(std::string_view text) {
  std::string out;
  for (const auto [c, offset, size] : code_points(text.substr(0, kLongest))) {
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (!is_control(c)) {
      append_utf8(out, c);
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::array<int, 3> parts_of(const Tree& date) {
  std::array<int, 3> parts = {};
  const auto& lists = items_of(date, "date-parts");
  if (lists.empty()) return parts;
  const auto& numbers = lists.front().items;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, numbers.size()); ++i) {
    const auto number = as_integer(numbers[i]);
    if (!number || *number < 1 || *number > (i == 0 ? 9999 : 31)) break;
    parts[i] = static_cast<int>(*number);
  }
  return parts;
}

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

/// Members by key, in every depth.
Tree sorted(Tree tree) {
  for (Tree& item : tree.items) item = sorted(std::move(item));
  for (Member& member : tree.members) member.value = sorted(std::move(member.value));
  std::sort(tree.members.begin(), tree.members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
  return tree;
}

}  // namespace

std::string text_at(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  return value && value->is_string() ? plain(value->text) : "";
}

std::string first_text(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  if (value && value->is_array()) value = value->items.empty() ? nullptr : &value->items.front();
  return value && (value->is_string() || value->is_number()) ? plain(value->text) : "";
}

const std::vector<Tree>& items_of(const Tree& tree, std::string_view key) {
  static const std::vector<Tree> none;
  const Tree* value = tree.find(key);
  return value ? value->items : none;
}

std::string iso_date(const Tree& date) {
  const std::array<int, 3> parts = parts_of(date);
  std::string text;
  for (std::size_t i = 0; i < 3 && parts[i] != 0; ++i) text += (i == 0 ? "" : "-") + padded(parts[i], i == 0 ? 4 : 2);
  return text;
}

void set_field(Reference& reference, std::string_view name, std::string value) {
  if (!value.empty()) reference.fields[std::string(name)] = {std::move(value)};
}

void set_names(Reference& reference, std::string_view role, const std::vector<Tree>& names) {
  std::vector<Name> all;
  for (const Tree& item : names) {
    Name name;
    name.family = text_at(item, "family");
    name.given = text_at(item, "given");
    name.suffix = text_at(item, "suffix");
    if (name.family.empty()) name.literal = text_at(item, item.find("literal") ? "literal" : "name");
    const bool is_empty = name.family.empty() && name.literal.empty();
    if (!is_empty && all.size() < kMostNames) all.push_back(std::move(name));
  }
  if (!all.empty()) reference.names[std::string(role)].names = std::move(all);
}

void set_date(Reference& reference, std::string_view name, const Tree& date) {
  const std::array<int, 3> parts = parts_of(date);
  if (parts[0] != 0) reference.dates[std::string(name)].parts = {parts};
}

std::string hash_of(const Tree& tree, std::string_view names) {
  Tree read = Tree::object();
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    if (const Tree* value = tree.find(names.substr(0, comma))) read.set(names.substr(0, comma), *value);
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return "sha256:" + sha256_hex(write_json(sorted(std::move(read)), JsonLayout::compact));
}

}  // namespace bifolio::fetch
