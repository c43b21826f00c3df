// A small resolved Publication in two languages, made by hand, for tests of the
// stages that print one. It holds one of everything: phases, an opener, a missing
// translation, headings, lists, alerts, notes, citations, evidence, a grouped
// table, a figure, a glossary.
#pragma once

#include "model/publication.h"

namespace bifolio::testing {

Inline text(std::string);
Inlines words(std::string);
Block paragraph(std::string id, Inlines);
Block heading(std::string id, int level, std::string number, std::string title);

Publication sample_publication();

}  // namespace bifolio::testing
