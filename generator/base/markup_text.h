// Text for HTML and XML, between tags and in attributes in double quotes.
#pragma once

#include <string>
#include <string_view>

namespace bifolio {

/// `& < > "` as references; every other byte as it is.
std::string escape_markup(std::string_view);

/// The same without the control characters that XML 1.0 has no place for
/// (section 2.2); of them only tab and line feed stay.
std::string escape_xml(std::string_view);

}  // namespace bifolio
