// The A5 booklet.
#include "edition/edition.h"

namespace bifolio::edition {

void make_pdf(const Inputs& inputs, Made& made, Findings& findings) {
  make_booklets(inputs, "pdf", made, findings);
}

}  // namespace bifolio::edition
