#include "parse/rules.h"

#include <vector>

#include "parse/markdown_rules.h"
#include "parse/parse.h"

namespace bifolio::parse {

RuleList rules() {
  static const std::vector<const Rule*> all = {
#define RULE(name) &name,
#include "parse/rules.def"
#include "parse/markdown_rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::parse
