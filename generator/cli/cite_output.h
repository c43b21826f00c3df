// Formatted citations and references as text, HTML and JSON.
#pragma once

#include <string>
#include <string_view>

#include "cite/cite.h"
#include "model/reference.h"

namespace bifolio::cli {

/// "text", "html" or "json"; one citation a line, then the references.
std::string write_printed(const cite::Printed&, const Library&, std::string_view format);

}  // namespace bifolio::cli
