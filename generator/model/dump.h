// Values of the model as readable text: a line for each node, indented under the
// node it belongs to. Golden tests compare it, and `bifolio dump` prints it.
//
//     document en/phase-1/10-targets.md en
//       title "Targets"
//       heading 2 #nfl "Neurofilament"
//       paragraph
//         "It rises early "
//         citation [jordan2016]
//
// Only what differs from the defaults is printed.
#pragma once

#include <string>

#include "model/publication.h"

namespace bifolio {

/// Whether each node ends with its bytes in the file, as `12..20`.
enum class DumpSpans { no, yes };

std::string dump(const Manuscript&, DumpSpans = DumpSpans::no);
std::string dump(const Publication&, DumpSpans = DumpSpans::no);
std::string dump(const Document&, DumpSpans = DumpSpans::no);
std::string dump(const Blocks&, DumpSpans = DumpSpans::no);
std::string dump(const Inlines&, DumpSpans = DumpSpans::no);
std::string dump(const Library&, DumpSpans = DumpSpans::no);
std::string dump(const Glossary&, DumpSpans = DumpSpans::no);
std::string dump(const Booklet&, DumpSpans = DumpSpans::no);

}  // namespace bifolio
