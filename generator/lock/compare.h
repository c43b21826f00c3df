// Whether two records of a work mean the same: titles, names and journals as
// different registries spell them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reference.h"

namespace bifolio::lock {

/// Letters, digits and single spaces: no marks, case, markup, dashes, and no
/// `RETRACTED:` that a publisher set before it. At most 1,000 code points.
std::string folded_title(std::string_view);

/// 0 … 1 of two folded texts: 1 − distance ÷ length (Levenshtein), and for
/// Chinese the share of common pairs of characters (Sørensen–Dice).
double similarity(std::string_view a, std::string_view b);

/// The family name without marks, case, hyphens and particles; a group's own name.
std::string folded_family(const Name&);

/// Whether both may be one person; family and given name may stand the other way
/// round. Names in two scripts cannot be compared and pass.
bool may_be_same_person(const Name&, const Name&);

/// Whether one names the other's journal: equal, abbreviated word by word as ISO 4
/// does (“J Neurol” for “Journal of Neurology”), or by its initials.
bool may_be_same_container(std::string_view a, std::string_view b);

/// Han characters against Latin letters: nothing to compare.
bool is_other_script(std::string_view a, std::string_view b);

}  // namespace bifolio::lock
