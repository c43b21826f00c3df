#include "layout/chart_drawing.h"

namespace bifolio::layout {

Drawing draw_chart(Workbench&, const Chart&, Length) {
  return {};
}

}  // namespace bifolio::layout
