// Languages of works: what libraries write in `language`, and what the script
// of a title shows where they write nothing.
#pragma once

#include <string>
#include <string_view>

#include "cite/item.h"

namespace bifolio::cite {

/// "zh", "zh_CN", "中文", "Chinese", "chi" → "zh-CN"; "en-US", "English" → "en-US"; "" where it says nothing.
std::string normalize_language(std::string_view);

/// By the script of title and names: a tag, or `otherwise` where the script fits that language too.
std::string language_of_script(const Item&, const std::string& otherwise);

/// Whether two tags have the same primary language.
bool same_language(std::string_view, std::string_view);

}  // namespace bifolio::cite
