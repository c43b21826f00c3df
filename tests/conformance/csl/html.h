// Rich text in the HTML dialect of the CSL test suite.
#pragma once

#include <string>

#include "cite/cite.h"

namespace bifolio::csl_suite {

std::string to_html(const RichText&);
std::string to_html(const cite::Printed&);

}  // namespace bifolio::csl_suite
