#include <algorithm>

#include "pipeline/pipeline.h"

namespace bifolio::pipeline {
namespace {

/// `*` stands for any run of characters.
bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == pattern.npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t at = star; at <= text.size(); ++at) {
    if (matches(rest, text.substr(at))) return true;
  }
  return false;
}

/// The last setting that matches wins; protected rules stay what they are.
Severity severity_of(const Rule& rule, const Booklet& booklet) {
  Severity severity = rule.severity;
  if (rule.is_protected) return severity;
  for (const SeveritySetting& setting : booklet.severities) {
    if (matches(setting.pattern, rule.id)) severity = setting.severity;
  }
  return severity;
}

/// A table that both languages print is read twice and reported once.
bool is_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.span == b.span && message(a, UiLanguage::en) == message(b, UiLanguage::en);
}

}  // namespace

std::vector<report::Entry> judge(Findings& findings, const Booklet& booklet) {
  findings.sort();
  std::vector<report::Entry> entries;
  const Finding* last = nullptr;
  for (const Finding& finding : findings.all()) {
    if (last && is_same(*last, finding)) continue;
    last = &finding;
    const Severity severity = severity_of(*finding.rule, booklet);
    if (severity != Severity::off) entries.push_back({&finding, severity});
  }
  return entries;
}

}  // namespace bifolio::pipeline
