// Evidence as authors write it (DESIGN, “Evidence”): words of closed lists in
// the attributes of a span or the cells of a table.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/attributes.h"
#include "model/evidence.h"

namespace bifolio::parse {

/// Each adds to the evidence what the words say, and reports those that are in
/// no list. `span` is the value's place.
void read_evidence_kinds(std::string_view words, Span span, Evidence&, Findings&);
void read_outcome(std::string_view word, Span span, Evidence&, Findings&);
/// `KR: approved; US: withdrawn`
void read_status(std::string_view words, Span span, Evidence&, Findings&);
/// YYYY, YYYY-MM or YYYY-MM-DD
void read_as_of(std::string_view date, Span span, Evidence&, Findings&);

/// Whether the attributes speak of evidence.
bool has_evidence(const Attributes&);
Evidence read_evidence(const Attributes&, Findings&);

}  // namespace bifolio::parse
