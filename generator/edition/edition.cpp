#include "edition/edition.h"

namespace bifolio::edition {

#define EDITION(name, unit) void make_##name(const Inputs&, Made&, Findings&);
#include "edition/editions.def"
#undef EDITION

std::vector<Edition> editions() {
  return {
#define EDITION(name, unit) {#name, Edition::Unit::unit, make_##name},
#include "edition/editions.def"
#undef EDITION
  };
}

Edition find_edition(std::string_view name) {
  for (const Edition& edition : editions()) {
    if (edition.name == name) return edition;
  }
  return {"", Edition::Unit::site, nullptr};
}

}  // namespace bifolio::edition
