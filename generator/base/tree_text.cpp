#include "base/tree_text.h"

namespace bifolio {

std::string text_at(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  return value && value->is_string() ? value->text : "";
}

void set_text(Tree& tree, std::string_view key, std::string_view text) {
  if (!text.empty()) tree.set(key, Tree::of(text));
}

}  // namespace bifolio
