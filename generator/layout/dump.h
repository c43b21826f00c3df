// Pages and structure as readable text, for tests and for `bifolio dump`.
#pragma once

#include <string>

#include "layout/frame.h"

namespace bifolio::layout {

/// Each page: its lines (x, baseline, size, text), rules, pictures and links.
std::string dump_pages(const PagedDocument&);
/// The structure tree, each leaf with its text.
std::string dump_tags(const PagedDocument&);
/// Figures and tables that stand behind text which follows them; "" where none do.
std::string dump_floats(const PagedDocument&);
std::string dump_outline(const PagedDocument&);

/// A length in points with at most two decimals: "12.99", "60".
std::string points(Length);

}  // namespace bifolio::layout
