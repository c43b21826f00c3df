#include "model/attributes.h"

#include <algorithm>

namespace bifolio {

bool Attributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

const Attribute* Attributes::find_pair(std::string_view name) const {
  const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const Attribute& pair) { return pair.name == name; });
  return at == pairs.end() ? nullptr : &*at;
}

const std::string* Attributes::find(std::string_view name) const {
  const Attribute* pair = find_pair(name);
  return pair ? &pair->value : nullptr;
}

}  // namespace bifolio
