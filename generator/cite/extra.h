// What a library could not say in its own fields and wrote into `note` instead:
// leading lines `event-date: 2004-10-01/2004-10-14`, as Zotero's Extra field has
// them. And the label of works in label styles, “RoNo78”.
#pragma once

#include <string>

#include "cite/item.h"

namespace bifolio::cite {

/// Gives the item the variables that its note spells out and that it lacks.
void read_note(Item&);

/// Initial letters of the names and two digits of the year.
std::string make_label(const Item&);

/// "2004", "2004-10", "2004-10-01", "2004-10-01/2004-10-14" and EDTF's "?" and "~"; anything else is literal.
DateValue read_date(std::string_view);

}  // namespace bifolio::cite
