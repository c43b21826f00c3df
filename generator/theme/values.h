// What the values of tokens mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/length.h"
#include "theme/theme.h"

namespace bifolio::theme {

std::optional<Color> read_color(std::string_view);  ///< `#0B4F75`
constexpr std::string_view kNoColor = "transparent";
std::optional<Length> read_length(std::string_view);       ///< `10.5pt`
std::optional<TypeSize> read_size(std::string_view);       ///< `10.5pt/18pt`, both above zero
std::optional<int> read_per_mille(std::string_view);       ///< `95%` → 950
std::vector<std::string> read_families(std::string_view);  ///< the quoted names of a list
std::vector<double> read_numbers(std::string_view);        ///< `6 3`; words are left out

}  // namespace bifolio::theme
