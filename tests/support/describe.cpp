#include "support/describe.h"

#include <algorithm>
#include <functional>

#include "base/utf8.h"

namespace bifolio::testing {
namespace {

/// Counted anew, so that these places do not lean on the code under test.
std::string place_in(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1;
  return std::to_string(line) + ":" + std::to_string(count_code_points(before.substr(start)) + 1);
}

}  // namespace

std::string place_in(std::string_view text, Span span) {
  return place_in(text, span.begin) + "-" + place_in(text, span.end);
}

std::string describe(const Findings& findings, const std::function<std::string(Span)>& place, UiLanguage language) {
  std::string out;
  for (const Finding& finding : findings.all()) {
    out += place(finding.span) + std::string(name(finding.rule->severity)) + " " + std::string(finding.rule->id) +
           ": " + message(finding, language) + "\n";
    for (const RelatedPlace& related : finding.related) {
      out += "  " + place(related.span) + std::string(related.note.in(language)) + "\n";
    }
    for (const Fix& fix : finding.fixes) out += "  " + place(fix.span) + "fix “" + fix.replacement + "”\n";
  }
  return out;
}

std::string describe(const Findings& findings, std::string_view text, UiLanguage language) {
  const auto place = [&](Span span) { return span.file.is_known() ? place_in(text, span) + " " : std::string(); };
  return describe(findings, place, language);
}

std::string describe(const Findings& findings, UiLanguage language) {
  const auto place = [](Span span) {
    if (!span.file.is_known()) return std::string();
    return std::to_string(span.file.index) + ":" + std::to_string(span.begin) + ".." + std::to_string(span.end) + " ";
  };
  return describe(findings, place, language);
}

}  // namespace bifolio::testing
