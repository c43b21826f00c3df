// Landscape pages with zones to turn them, for gaze, switches and projectors.
#include "edition/edition.h"

namespace bifolio::edition {

void make_screen(const Inputs& inputs, Made& made, Findings& findings) {
  make_booklets(inputs, "screen", made, findings);
}

}  // namespace bifolio::edition
