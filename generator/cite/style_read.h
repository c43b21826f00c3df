// A style's XML → its grammar, checked.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cite/style.h"

namespace bifolio::cite {

/// What a style file turns out to be: a style, or (dependent) the name of the one to use instead.
struct StyleFile {
  std::shared_ptr<Style> style = {};
  std::string parent = {};          ///< last part of the independent parent's address
  std::string default_locale = {};  ///< of a dependent style: overrides its parent's
};

/// Fails with cite-style-invalid, which says line and column. `name` is for the message.
Result<StyleFile> read_style_file(std::string_view bytes, std::string_view name);

}  // namespace bifolio::cite
