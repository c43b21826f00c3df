#include <algorithm>

#include "check/baseline.h"
#include "check/suppress.h"
#include "check/sync.h"
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

constexpr std::string_view kFrozen[] = {"suppress-unused", "lock-missing", "lock-stale", "lock-unused", "lock-form"};
constexpr std::string_view kGraveAtRelease[] = {"link-dead", "retract-snapshot-stale"};

template <std::size_t n>
bool holds(const std::string_view (&list)[n], std::string_view id) {
  return std::find(std::begin(list), std::end(list), id) != std::end(list);
}

/// Frozen: what a command would have to write is an error, whatever the booklet
/// says. At a release old data is one, unless the booklet does not care.
Severity severity_of(const Rule& rule, const Booklet& booklet, const Strictness& strictness) {
  if (strictness.is_frozen && holds(kFrozen, rule.id)) return Severity::error;
  const Severity severity = severity_of(rule, booklet);
  const bool is_grave = strictness.settings.is_release && holds(kGraveAtRelease, rule.id);
  return is_grave && severity == Severity::warning ? Severity::error : severity;
}

/// A table that both languages print is read twice and reported once.
bool is_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.span == b.span && message(a, UiLanguage::en) == message(b, UiLanguage::en);
}

/// Findings in the order of printing, each once.
std::vector<const Finding*> sorted(Findings& findings) {
  findings.sort();
  std::vector<const Finding*> each;
  for (const Finding& finding : findings.all()) {
    if (each.empty() || !is_same(*each.back(), finding)) each.push_back(&finding);
  }
  return each;
}

check::Fingerprints fingerprints_of(const Loaded& loaded) {
  return {loaded.publication, [&sources = loaded.sources](FileId file) {
            return file.index < sources.files().size() ? sources.bytes(file) : std::string_view();
          }};
}

/// The two ways to excuse a finding.
class Excuses {
 public:
  Excuses(const Loaded& loaded, const Strictness& strictness, Findings& findings)
      : known_(all_rules()),
        directives_(loaded.publication, known_, strictness.settings, findings),
        baseline_(read(loaded, findings), known_, strictness.settings, findings) {}

  std::optional<report::Entry::Suppression> excuse(const Finding& finding, const std::string& fingerprint) {
    if (auto reason = directives_.hides(finding)) return report::Entry::Suppression{true, *reason};
    const check::BaselineEntry* entry = baseline_.hides(finding, fingerprint);
    if (!entry) return std::nullopt;
    return report::Entry::Suppression{false, entry->reason};
  }
  void report_unused(Findings& findings) const {
    directives_.report_unused(findings);
    baseline_.report_unused(findings);
  }
  const check::Baseline& baseline() const { return baseline_; }

 private:
  static std::vector<check::BaselineEntry> read(const Loaded& loaded, Findings& findings) {
    const auto file = loaded.sources.find(check::kBaselineFile);
    if (!file) return {};
    return check::read_baseline(loaded.sources.bytes(*file), *file, findings);
  }

  check::KnownRules known_;
  check::Directives directives_;
  check::Baseline baseline_;
};

/// Every finding with its fingerprint and, where it has one, its excuse.
std::vector<report::Entry> judge_once(Findings& findings, const Loaded& loaded, const Strictness& strictness,
                                      Excuses& excuses) {
  check::Fingerprints fingerprints = fingerprints_of(loaded);
  std::vector<report::Entry> entries;
  for (const Finding* finding : sorted(findings)) {
    report::Entry entry{finding, severity_of(*finding->rule, loaded.publication.booklet, strictness),
                        fingerprints.next(*finding)};
    entry.suppression = excuses.excuse(*finding, entry.fingerprint);
    if (entry.severity != Severity::off) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

check::I18nLock read_i18n_lock(const Loaded& loaded, Findings& findings) {
  const auto file = loaded.sources.find(check::kI18nLockFile);
  if (!file) return {};
  return check::read_i18n_lock(loaded.sources.bytes(*file), *file, findings);
}

void check(const Loaded& loaded, check::Settings settings, Findings& findings) {
  settings.accepted = read_i18n_lock(loaded, findings);
  check::check(loaded.publication, settings, findings);
}

std::vector<report::Entry> judge(Findings& findings, const Booklet& booklet) {
  std::vector<report::Entry> entries;
  for (const Finding* finding : sorted(findings)) {
    const Severity severity = severity_of(*finding->rule, booklet);
    if (severity != Severity::off) entries.push_back({finding, severity});
  }
  return entries;
}

Judged judge(Findings& findings, const Loaded& loaded, const Strictness& strictness) {
  Excuses excuses(loaded, strictness, findings);
  if (strictness.every_check_ran) {
    judge_once(findings, loaded, strictness, excuses);
    excuses.report_unused(findings);
  }
  Judged judged{judge_once(findings, loaded, strictness, excuses)};
  judged.baselined = excuses.baseline().used();
  judged.expiring = excuses.baseline().expiring(strictness.settings);
  return judged;
}

}  // namespace bifolio::pipeline
