// A4 with large letters, for readers who need them: Heiti, no italic, marks on the line.
#include "edition/edition.h"

namespace bifolio::edition {

void make_large(const Inputs& inputs, Made& made, Findings& findings) {
  make_booklets(inputs, "large", made, findings);
}

}  // namespace bifolio::edition
