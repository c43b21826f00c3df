#include "model/rich_text.h"

namespace bifolio {

std::string plain_text(const RichText& node) {
  std::string out = node.text;
  for (const RichText& child : node.children) out += plain_text(child);
  return out;
}

}  // namespace bifolio
