// A narrow page that fills a phone held upright.
#include "edition/edition.h"

namespace bifolio::edition {

void make_phone(const Inputs& inputs, Made& made, Findings& findings) {
  make_booklets(inputs, "phone", made, findings);
}

}  // namespace bifolio::edition
