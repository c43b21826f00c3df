// Colours and paints as SVG writes them (SVG 1.1, 4.2 and 11.2).
#pragma once

#include <optional>
#include <string_view>

#include "picture/style.h"

namespace bifolio::picture {

struct ColorValue {
  Color color = {};
  double opacity = 1;
};
std::optional<ColorValue> read_color(std::string_view);

/// A fill or stroke property, `current` standing for `currentColor`.
std::optional<Ink> read_ink(std::string_view, Color current);

/// `url(#id)` → `id`; nothing for addresses outside the file.
std::optional<std::string> local_id(std::string_view);

}  // namespace bifolio::picture
