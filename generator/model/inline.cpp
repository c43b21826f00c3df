#include "model/inline.h"

#include "model/walk.h"

namespace bifolio {

std::string plain_text(const Inlines& inlines) {
  std::string out;
  for (const Inline& node : inlines) {
    node.visit([&](const auto& value) {
      using T = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Code>) {
        out += value.text;
      } else if constexpr (std::is_same_v<T, LineBreak>) {
        out += ' ';
      } else if constexpr (std::is_same_v<T, Image>) {
        out += plain_text(value.alt);
      } else if constexpr (std::is_same_v<T, Citation>) {
        if (value.is_narrative) out += plain_text(value.rendered);
      } else if constexpr (std::is_same_v<T, CrossReference>) {
        out += value.text;
      } else if constexpr (!std::is_same_v<T, NoteMark>) {
        out += plain_text(value.children);
      }
    });
  }
  return out;
}

}  // namespace bifolio
