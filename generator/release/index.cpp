#include "release/index.h"

namespace bifolio::release {

Artifacts index_pages(const std::string&, const Booklet&, const Record&) {
  return {};
}

}  // namespace bifolio::release
