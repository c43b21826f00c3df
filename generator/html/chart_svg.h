// A chart inside a page: its drawing as an svg element whose colours follow the
// page's, dark or light.
#pragma once

#include <string>

#include "model/drawing.h"
#include "theme/theme.h"

namespace bifolio::html {

std::string inline_svg(const Drawing&, const theme::Theme&, const std::string& language);

}  // namespace bifolio::html
