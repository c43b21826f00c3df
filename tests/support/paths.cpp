#include "support/paths.h"

namespace bifolio::testing {

const std::string& source_dir() {
  static const std::string folder = BIFOLIO_SOURCE_DIR;
  return folder;
}

const std::string& binary_dir() {
  static const std::string folder = BIFOLIO_BINARY_DIR;
  return folder;
}

}  // namespace bifolio::testing
