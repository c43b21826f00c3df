// Names of languages: BCP 47 tags such as `zh-Hans` and `en`.
#pragma once

#include <string_view>

namespace bifolio {

/// BCP 47 (RFC 5646, section 2.1), without extensions and private use.
bool is_language_tag(std::string_view);

}  // namespace bifolio
