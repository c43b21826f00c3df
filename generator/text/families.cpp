#include "text/families.h"

namespace bifolio::text {

Families default_families() {
  Families families;
  families[Role::song] = {"Noto Serif CJK SC", "Noto Serif", 950};
  families[Role::hei] = {"Noto Sans CJK SC", "Noto Sans", 970};
  families[Role::kai] = {"AR PL UKai CN", "Noto Serif", 950};
  families[Role::mono] = {"Noto Sans Mono CJK SC", "Noto Sans Mono", 1000};
  return families;
}

}  // namespace bifolio::text
