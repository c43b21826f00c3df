// Names and dates as BibTeX and BibLaTeX write them.
#pragma once

#include <string_view>
#include <vector>

#include "model/reference.h"

namespace bifolio::parse {

/// "von Last, Jr, First and First Last and {An Institute} and others"
std::vector<Name> read_bib_names(std::string_view);

/// EDTF as BibLaTeX uses it: "2021-05-17", "2020/2021", "1999?", "2021-22", "2020/"; else a literal.
ReferenceDate read_bib_date(std::string_view);

/// "5", "may", "May", "5~May"; 0 where it is no month. `day` is set where the month holds one.
int read_bib_month(std::string_view, int& day);

}  // namespace bifolio::parse
