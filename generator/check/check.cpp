#include "check/check.h"

#include "check/checks.h"
#include "check/typography.h"

namespace bifolio::check {
namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "check/rules.def"
#undef RULE
};

}  // namespace

void check(const Publication& publication, const Settings& settings, Findings& findings) {
  std::vector<BookProse> prose;
  for (const Book& book : publication.books) prose.push_back(prose_of(book));
  const std::vector<std::vector<Characters>> characters = characters_of(prose);
  const std::vector<Parallel> parallels = parallels_of(publication);
  const std::vector<KnownWork> works = known_works(publication);
  const Context context{publication, settings, prose, characters, parallels, works};
#define CHECK(name) check_##name(context, findings);
#include "check/checks.def"
#undef CHECK
}

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::check
