#include "pdf/trees.h"

#include <algorithm>

namespace bifolio::pdf {
namespace {

constexpr std::size_t kPerNode = 64;

struct Entry {
  std::string key, value;  ///< as written
};

// A node is told apart from the root by its limits; the root has none.
std::string node(std::string_view list, const std::string& items, const Entry* first, const Entry* last) {
  Dictionary node;
  if (first != nullptr) node.add("Limits", "[" + first->key + " " + last->key + "]");
  return node.add(list, "[" + items + "]").written();
}

std::string pairs(const std::vector<Entry>& entries, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i)
    out.append(i > from ? " " : "").append(entries[i].key + " " + entries[i].value);
  return out;
}

// Two levels are enough: the root of a large tree lists its leaves.
Ref write_tree(Writer& writer, std::string_view list, const std::vector<Entry>& entries) {
  if (entries.size() <= kPerNode) return writer.add(node(list, pairs(entries, 0, entries.size()), nullptr, nullptr));
  std::vector<Ref> leaves;
  for (std::size_t from = 0; from < entries.size(); from += kPerNode) {
    const std::size_t to = std::min(entries.size(), from + kPerNode);
    leaves.push_back(writer.add(node(list, pairs(entries, from, to), &entries[from], &entries[to - 1])));
  }
  return writer.add(Dictionary().add("Kids", written(leaves)).written());
}

}  // namespace

Ref write_name_tree(Writer& writer, const std::map<std::string, std::string>& values) {
  std::vector<Entry> entries;
  for (const auto& [name, value] : values) entries.push_back({byte_string(name), value});
  return write_tree(writer, "Names", entries);
}

Ref write_number_tree(Writer& writer, const std::vector<std::pair<int, std::string>>& values) {
  std::vector<Entry> entries;
  for (const auto& [number, value] : values) entries.push_back({std::to_string(number), value});
  return write_tree(writer, "Nums", entries);
}

}  // namespace bifolio::pdf
