// GitHub annotations: workflow commands on standard output. GitHub shows ten of
// each kind a step, so the gravest come first and a last line counts the rest.
#include <algorithm>
#include <array>

#include "report/places.h"

namespace bifolio::report {
namespace {

constexpr int kShownOfEachKind = 10;

std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (is_property && c == ':')
      out += "%3A";
    else if (is_property && c == ',')
      out += "%2C";
    else
      out.push_back(c);
  }
  return out;
}

std::string_view command(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

std::string annotation(const Entry& entry, Places& places, UiLanguage language) {
  const Finding& finding = *entry.finding;
  std::string out = "::" + std::string(command(entry.severity)) + " ";
  if (places.is_known(finding.span)) {
    const source::Position begin = places.begin(finding.span), end = places.end(finding.span);
    out += "file=" + escaped(places.path(finding.span), true) + ",line=" + std::to_string(begin.line);
    out += ",endLine=" + std::to_string(end.line) + ",col=" + std::to_string(begin.column);
    if (end.line == begin.line) out += ",endColumn=" + std::to_string(end.column);
    out += ",";
  }
  return out + "title=" + escaped(finding.rule->id, true) + "::" + escaped(message(finding, language), false) + "\n";
}

std::vector<const Entry*> gravest_first(const Report& report) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : report.entries) {
    if (entry.severity != Severity::off && !entry.suppression) entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return a->severity > b->severity; });
  return entries;
}

}  // namespace

std::string write_github(const Report& report) {
  Places places(report);
  std::array<int, 4> shown = {};
  int left_out = 0;
  std::string out;
  for (const Entry* entry : gravest_first(report)) {
    int& count = shown[static_cast<std::size_t>(entry->severity)];
    // The last notice is kept for the count of the rest.
    const int limit = entry->severity == Severity::info ? kShownOfEachKind - 1 : kShownOfEachKind;
    if (count++ < limit)
      out += annotation(*entry, places, report.language);
    else
      ++left_out;
  }
  if (left_out == 0) return out;
  const std::string more = std::to_string(left_out);
  return out + (report.language == UiLanguage::en
                    ? "::notice title=bifolio::" + more + " more findings: see the summary of this step\n"
                    : "::notice title=bifolio::另有" + more + "个问题，见本步骤的摘要\n");
}

std::string github_summary(const Report& report) {
  Places places(report);
  const bool is_english = report.language == UiLanguage::en;
  std::string out = "### bifolio: " + summary(report.entries, report.language) + "\n\n";
  const auto entries = gravest_first(report);
  if (entries.empty()) return out;
  out += is_english ? "| where | rule | what |\n" : "| 位置 | 规则 | 问题 |\n";
  out += "| --- | --- | --- |\n";
  for (const Entry* entry : entries) {
    const Finding& finding = *entry->finding;
    std::string where;
    if (places.is_known(finding.span))
      where = "`" + places.path(finding.span) + ":" + std::to_string(places.begin(finding.span).line) + "`";
    std::string what = message(finding, report.language);
    for (std::size_t at = what.find('|'); at != what.npos; at = what.find('|', at + 2)) what.insert(at, "\\");
    std::replace(what.begin(), what.end(), '\n', ' ');
    out += "| " + where + " | " + std::string(finding.rule->id) + " | " + what + " |\n";
  }
  return out;
}

}  // namespace bifolio::report
