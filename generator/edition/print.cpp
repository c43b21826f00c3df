// The A5 booklet two pages a side on A4, in saddle order: print on both sides along
// the short edge, fold, staple. For paper only: it claims no structure.
#include "edition/edition.h"
#include "layout/layout.h"

namespace bifolio::edition {
namespace {

/// Office paper is 0.1 mm thick; each sheet around another pushes it out by that.
constexpr Length kCreep = pt(0.28);

}  // namespace

void make_print(const Inputs& inputs, Made& made, Findings& findings) {
  const theme::Context context{"print"};
  const layout::Sheet sheet{inputs.theme.length("--sheet-width", context),
                            inputs.theme.length("--sheet-height", context), kCreep};
  make_booklets(inputs, "print", made, findings,
                [&](const layout::PagedDocument& pages) { return layout::impose(pages, sheet); });
}

}  // namespace bifolio::edition
