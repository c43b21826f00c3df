// search.js: what runs on the search page, and nowhere else. Plain ECMAScript 5,
// for the browsers inside chat programs and e-readers; no fetch, no timers.
#pragma once

#include <string_view>

namespace bifolio::html {

extern const std::string_view kSearchScript;

}  // namespace bifolio::html
