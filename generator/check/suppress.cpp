#include "check/suppress.h"

#include <algorithm>

#include "base/nearest.h"
#include "check/checks.h"
#include "lang/iso_date.h"

namespace bifolio::check {

const Rule suppress_no_reason{
    "suppress-no-reason",
    Severity::error,
    {"This suppression has no {what}, so it hides nothing. Write `bifolio-ignore RULE reason=\"why\"`.",
     "此屏蔽没有{what}，因此不起作用。请写 `bifolio-ignore 规则 reason=\"理由\"`。"},
    {"A finding can be hidden beside the text or in the baseline, but only one rule at a time and for a reason that "
     "the next volunteer can read.",
     "可以在文字旁或基线文件中屏蔽问题，但每次只能屏蔽一条规则，并写明理由，让后来的志愿者看得懂。"},
    Repair::no,
    true};

const Rule suppress_expired{
    "suppress-expired",
    Severity::error,
    {"This suppression of `{rule}` {why}; what it hid is shown again. Repair the cause, or decide anew.",
     "对 `{rule}` 的屏蔽{why}；被屏蔽的问题会重新显示。请改正，或重新决定。"},
    {"`until=YYYY-MM-DD` ends a suppression. It may lie at most 365 days ahead, so that nothing is forgotten for good.",
     "`until=YYYY-MM-DD` 是屏蔽的截止日期，最远为365天之后，以免问题被永远遗忘。"},
    Repair::no,
    true};

const Rule suppress_unused{
    "suppress-unused",
    Severity::warning,
    {"There is no `{rule}` to suppress here any more; remove the suppression.",
     "此处已没有 `{rule}` 问题，请删除这条屏蔽。"},
    {"A suppression that matches nothing would hide the next mistake of its kind. `check --fix` removes it; with "
     "`--frozen` it is an error.",
     "没有对应问题的屏蔽会掩盖以后的同类错误。`check --fix` 会删除它；使用 `--frozen` 时它是错误。"},
    Repair::yes,
    true};

const Rule suppress_unknown_rule{
    "suppress-unknown-rule",
    Severity::error,
    {"`{rule}` {why}{hint}", "`{rule}` {why}{hint}"},
    {"A suppression names one rule by its id, as it is printed behind the severity. Rules that guard the integrity of "
     "the booklet cannot be suppressed.",
     "屏蔽要写一条规则的名称，即问题提示中严重程度后面的名称。保护手册完整性的规则不能屏蔽。"},
    Repair::no,
    true};

namespace {

constexpr long kLongest = 365;  // days

const Rule* find_rule(const KnownRules& known, std::string_view id) {
  const auto at = std::find_if(known.begin(), known.end(), [&](const Rule* rule) { return rule->id == id; });
  return at == known.end() ? nullptr : *at;
}

void report_unknown(const Excuse& excuse, const KnownRules& known, Findings& findings) {
  std::vector<std::string_view> ids;
  for (const Rule* rule : known) ids.push_back(rule->id);
  const std::string near = nearest(excuse.rule, ids, 3);
  findings.add({&suppress_unknown_rule,
                excuse.span,
                {{"rule", excuse.rule},
                 {"why", "is not a rule", "不是规则名"},
                 {"hint", near.empty() ? "." : "; did you mean `" + near + "`?",
                  near.empty() ? "。" : "，是否为 `" + near + "`？"}},
                {},
                {},
                excuse.rule});
}

void report_protected(const Excuse& excuse, Findings& findings) {
  findings.add({&suppress_unknown_rule,
                excuse.span,
                {{"rule", excuse.rule},
                 {"why", "cannot be suppressed", "不能屏蔽"},
                 {"hint", "; repair what it reports.", "；请改正它报告的问题。"}},
                {},
                {},
                excuse.rule});
}

bool report_date(const Excuse& excuse, std::string en, std::string zh, Findings& findings) {
  findings.add({&suppress_expired,
                excuse.span,
                {{"rule", excuse.rule}, {"why", std::move(en), std::move(zh)}},
                {},
                {},
                excuse.rule});
  return false;
}

bool is_current(const Excuse& excuse, const Settings& settings, Findings& findings) {
  if (excuse.until.empty()) return true;
  const auto until = lang::parse_iso_date(excuse.until), today = lang::parse_iso_date(settings.today);
  if (!until || until->day == 0)
    return report_date(excuse, "has no readable end: `" + excuse.until + "` is not YYYY-MM-DD",
                       "截止日期 `" + excuse.until + "` 不是 YYYY-MM-DD 格式", findings);
  if (!today) return true;
  const long left = lang::day_number(*until) - lang::day_number(*today);
  if (left < 0) return report_date(excuse, "expired on " + excuse.until, "已于 " + excuse.until + " 到期", findings);
  if (left > kLongest)
    return report_date(excuse, "ends more than 365 days ahead (" + excuse.until + ")",
                       "的截止日期在365天之后（" + excuse.until + "）", findings);
  return true;
}

}  // namespace

bool is_valid(const Excuse& excuse, const KnownRules& known, const Settings& settings, Findings& findings) {
  if (excuse.rule.empty() || excuse.reason.empty()) {
    const bool lacks_rule = excuse.rule.empty();
    findings.add({&suppress_no_reason,
                  excuse.span,
                  {{"what", lacks_rule ? "rule" : "reason", lacks_rule ? "规则名" : "理由"}},
                  {},
                  {},
                  excuse.rule});
    return false;
  }
  const Rule* rule = find_rule(known, excuse.rule);
  if (!rule) report_unknown(excuse, known, findings);
  if (rule && rule->is_protected) report_protected(excuse, findings);
  return rule && !rule->is_protected && is_current(excuse, settings, findings);
}

void report_unused(const std::string& rule, Span span, std::vector<Fix> fixes, Findings& findings) {
  findings.add({&suppress_unused, span, {{"rule", rule}}, {}, std::move(fixes), rule});
}

Directives::Directives(const Publication& publication, const KnownRules& known, const Settings& settings,
                       Findings& findings) {
  for (const Book& book : publication.books) {
    for (const Document& document : book.documents) {
      if (!document.is_missing) add(document.directives, settings, known, findings);
    }
  }
  add(publication.library.directives, settings, known, findings);
  for (auto& [place, directives] : by_place_) {
    std::sort(directives.begin(), directives.end(),
              [](const Directive* a, const Directive* b) { return a->covers < b->covers; });
  }
}

void Directives::add(const std::vector<Directive>& directives, const Settings& settings, const KnownRules& known,
                     Findings& findings) {
  std::set<std::pair<std::string, std::uint32_t>> ends;  // of ranges that were opened
  for (const Directive& directive : directives) {
    if (directive.reach == Directive::Reach::end) {
      if (!ends.contains({directive.rule, directive.span.begin})) unmatched_ends_.push_back(&directive);
      continue;
    }
    if (directive.reach == Directive::Reach::start) ends.insert({directive.rule, directive.covers.end});
    if (is_valid({directive.rule, directive.reason, directive.until, directive.span}, known, settings, findings))
      by_place_[{directive.covers.file, directive.rule}].push_back(&directive);
  }
}

std::optional<std::string> Directives::hides(const Finding& finding) {
  constexpr int kLookedThrough = 64;  // ranges that start before the place; more are nested by malice only
  const auto place = by_place_.find({finding.span.file, std::string(finding.rule->id)});
  if (place == by_place_.end()) return std::nullopt;
  const auto& directives = place->second;
  auto after = std::upper_bound(directives.begin(), directives.end(), finding.span.begin,
                                [](std::uint32_t at, const Directive* one) { return at < one->covers.begin; });
  for (int seen = 0; after != directives.begin() && seen < kLookedThrough; ++seen) {
    const Directive* directive = *--after;
    if (finding.span.begin > directive->covers.end) continue;
    used_.insert(directive);
    return directive->reason;
  }
  return std::nullopt;
}

void Directives::report_unused(Findings& findings) const {
  for (const auto& [place, directives] : by_place_) {
    for (const Directive* directive : directives) {
      if (!used_.contains(directive))
        check::report_unused(directive->rule, directive->span, {{directive->span, ""}}, findings);
    }
  }
  for (const Directive* end : unmatched_ends_) check::report_unused(end->rule, end->span, {{end->span, ""}}, findings);
}

}  // namespace bifolio::check
