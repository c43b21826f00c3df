// Reviewdog Diagnostic Format. Its columns count UTF-8 bytes.
#include "base/json_write.h"
#include "report/places.h"

namespace bifolio::report {
namespace {

Tree position(const source::Position& position) {
  Tree out = Tree::object();
  out.set("line", Tree::of(std::int64_t{position.line}));
  out.set("column", Tree::of(std::int64_t{position.byte_column}));
  return out;
}

Tree range(Span span, Places& places) {
  Tree out = Tree::object();
  out.set("start", position(places.begin(span)));
  out.set("end", position(places.end(span)));
  return out;
}

}  // namespace

std::string write_rdjson(const Report& report) {
  Places places(report);
  Tree root = Tree::object();
  root.set("source", Tree::object()).set("name", Tree::of("bifolio"));
  Tree list = Tree::array();
  for (const Entry& entry : report.entries) {
    if (entry.severity == Severity::off || entry.suppression) continue;
    const Finding& finding = *entry.finding;
    Tree& out = list.add(Tree::object());
    out.set("message", Tree::of(message(finding, report.language)));
    out.set("severity", Tree::of(entry.severity == Severity::error     ? "ERROR"
                                 : entry.severity == Severity::warning ? "WARNING"
                                                                       : "INFO"));
    out.set("code", Tree::object()).set("value", Tree::of(finding.rule->id));
    if (!places.is_known(finding.span)) continue;
    Tree& location = out.set("location", Tree::object());
    location.set("path", Tree::of(places.path(finding.span)));
    location.set("range", range(finding.span, places));
    if (finding.fixes.empty()) continue;
    Tree& suggestions = out.set("suggestions", Tree::array());
    for (const Fix& fix : finding.fixes) {
      Tree& suggestion = suggestions.add(Tree::object());
      suggestion.set("range", range(fix.span, places));
      suggestion.set("text", Tree::of(fix.replacement));
    }
  }
  root.set("diagnostics", std::move(list));
  return bifolio::write_json(root);
}

}  // namespace bifolio::report
