#include "model/reference.h"

namespace bifolio {

std::string_view Reference::field(std::string_view name) const {
  const auto at = fields.find(name);
  return at == fields.end() ? std::string_view() : at->second.value;
}

const Reference* Library::find(std::string_view key) const {
  for (const Reference& reference : references) {
    if (reference.key == key) return &reference;
  }
  return nullptr;
}

}  // namespace bifolio
