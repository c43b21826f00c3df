#include "base/span.h"

#include <algorithm>

namespace bifolio {

Span join(Span a, Span b) {
  if (!a.file.is_known()) return b;
  if (!b.file.is_known()) return a;
  return {a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace bifolio
