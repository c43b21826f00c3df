// Text as search sees it: letter case, full-width forms and accents make no
// difference. search.js does the same to what a reader types.
#pragma once

#include <string>
#include <string_view>

namespace bifolio::html {

std::string fold_for_search(std::string_view);

}  // namespace bifolio::html
