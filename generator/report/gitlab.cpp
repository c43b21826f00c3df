// GitLab Code Quality: a JSON array. GitLab shows only the first of equal
// fingerprints, so each is made with an ordinal among its equals.
#include "base/json_write.h"
#include "report/places.h"

namespace bifolio::report {

std::string write_gitlab(const Report& report) {
  Places places(report);
  Tree list = Tree::array();
  for (const Entry& entry : report.entries) {
    if (entry.severity == Severity::off || entry.suppression) continue;
    const Finding& finding = *entry.finding;
    Tree& out = list.add(Tree::object());
    out.set("description", Tree::of(message(finding, report.language)));
    out.set("check_name", Tree::of(finding.rule->id));
    out.set("fingerprint", Tree::of(entry.fingerprint));
    out.set("severity", Tree::of(entry.severity == Severity::error     ? "major"
                                 : entry.severity == Severity::warning ? "minor"
                                                                       : "info"));
    const bool known = places.is_known(finding.span);
    Tree& location = out.set("location", Tree::object());
    location.set("path", Tree::of(known ? places.path(finding.span) : report.prefix + "bifolio.toml"));
    location.set("lines", Tree::object())
        .set("begin", Tree::of(std::int64_t{known ? places.begin(finding.span).line : 1}));
  }
  return bifolio::write_json(list);
}

}  // namespace bifolio::report
