// What a booklet rests on, in numbers: `bifolio stats`.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "model/publication.h"

namespace bifolio::check {

struct Count {
  std::string id;  ///< "article-journal", "over-10-years": stable, for machines
  std::string en, zh_hans;
  int number = 0;
};

struct CountGroup {
  std::string id;
  Words title;
  std::vector<Count> counts;
};

/// References by kind and age, paragraphs with a source, the mix of evidence,
/// parity. `findings` are those of a whole check. Ages count from the booklet's date.
std::vector<CountGroup> statistics(const Publication&, const Findings& findings);

}  // namespace bifolio::check
