#include "base/json_write.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace bifolio {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Tree& tree) {
  switch (tree.kind) {
    case Tree::Kind::null: return nullptr;
    case Tree::Kind::boolean: return tree.boolean;
    case Tree::Kind::number:
      if (const auto whole = as_integer(tree)) return *whole;
      return tree.number;
    case Tree::Kind::string: return tree.text;
    case Tree::Kind::array: {
      Json array = Json::array();
      for (const Tree& item : tree.items) array.push_back(to_json(item));
      return array;
    }
    case Tree::Kind::object: {
      Json object = Json::object();
      for (const Member& member : tree.members) object[member.key] = to_json(member.value);
      return object;
    }
  }
  return nullptr;
}

}  // namespace

std::string write_json(const Tree& tree, JsonLayout layout) {
  const int indent = layout == JsonLayout::indented ? 2 : -1;
  std::string text = to_json(tree).dump(indent, ' ', false, Json::error_handler_t::replace);
  if (layout == JsonLayout::indented) text.push_back('\n');
  return text;
}

}  // namespace bifolio
