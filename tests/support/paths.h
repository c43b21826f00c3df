// Where the sources and the built programs are. In a file of its own, so that the
// other tests compile to the same bytes wherever the checkout stands.
#pragma once

#include <string>

namespace bifolio::testing {

const std::string& source_dir();
const std::string& binary_dir();

}  // namespace bifolio::testing
