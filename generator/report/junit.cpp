// JUnit XML, which every CI service can show: a test case for each finding, and
// one that passes where there is none.
#include "base/unicode.h"
#include "base/utf8.h"
#include "report/places.h"

namespace bifolio::report {
namespace {

/// XML 1.0 has no place for most control characters, not even as references.
std::string escaped(std::string_view text) {
  std::string out;
  for (const auto [c, offset, size] : code_points(text)) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if ((c < 0x20 && c != '\t') || c == 0xFFFE || c == 0xFFFF)
      out += "\uFFFD";
    else
      out.append(text.substr(offset, size));
  }
  return out;
}

}  // namespace

std::string write_junit(const Report& report) {
  Places places(report);
  std::string cases;
  int tests = 0, failures = 0;
  for (const Entry& entry : report.entries) {
    if (entry.severity == Severity::off || entry.suppression) continue;
    const Finding& finding = *entry.finding;
    const bool fails = entry.severity == Severity::error;
    const bool known = places.is_known(finding.span);
    const std::string path = known ? places.path(finding.span) : "bifolio";
    const std::string line = known ? std::to_string(places.begin(finding.span).line) : "0";
    const std::string words = escaped(message(finding, report.language));
    ++tests;
    failures += fails;
    cases += "    <testcase classname=\"" + escaped(path) + "\" name=\"" + std::string(finding.rule->id) + " line " +
             line + "\">";
    cases += fails ? "<failure message=\"" + words + "\">" + escaped(path) + ":" + line + "</failure>"
                   : "<system-out>" + words + "</system-out>";
    cases += "</testcase>\n";
  }
  if (tests == 0) cases = "    <testcase classname=\"bifolio\" name=\"check\"/>\n", tests = 1;
  const std::string counts = "tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) + "\"";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " + counts +
         ">\n  <testsuite name=\"bifolio check\" " + counts + ">\n" + cases + "  </testsuite>\n</testsuites>\n";
}

}  // namespace bifolio::report
