// Small questions about what authors write in settings and cells.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace bifolio::parse {

std::string_view trimmed(std::string_view);

/// YYYY-MM-DD, a day that is in the calendar.
bool is_calendar_date(std::string_view);
/// YYYY-MM
bool is_calendar_month(std::string_view);

/// Latin letters, digits and hyphens: safe in file names, addresses and anchors.
bool is_plain_name(std::string_view);

/// A part of a text, and where it stands.
struct TextPart {
  std::string_view text;
  Span span;
};
/// Parts between `;` (or the full-width `；`), trimmed, empty ones left out.
/// `span` is the text's place; where lengths differ, each part has all of it.
std::vector<TextPart> split_at_semicolons(std::string_view text, Span span);

}  // namespace bifolio::parse
