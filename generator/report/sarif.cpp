// SARIF 2.1.0 (OASIS standard), for code-scanning services. Columns count code
// points (`columnKind`).
#include <algorithm>
#include <map>

#include "base/json_write.h"
#include "report/places.h"

namespace bifolio::report {
namespace {

Tree text(std::string_view words) {
  Tree out = Tree::object();
  out.set("text", Tree::of(words));
  return out;
}

std::string_view level(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report), places_(report) {}

  Tree write() {
    Tree root = Tree::object();
    root.set("$schema", Tree::of("https://json.schemastore.org/sarif-2.1.0.json"));
    root.set("version", Tree::of("2.1.0"));
    Tree& run = root.set("runs", Tree::array()).add(Tree::object());
    Tree results = Tree::array();
    for (const Entry& entry : report_.entries) {
      if (entry.severity != Severity::off) results.add(result(entry));
    }
    Tree& driver = run.set("tool", Tree::object()).set("driver", Tree::object());
    driver.set("name", Tree::of("bifolio"));
    driver.set("rules", rules_);
    run.set("columnKind", Tree::of("unicodeCodePoints"));
    run.set("results", std::move(results));
    return root;
  }

 private:
  std::int64_t rule_index(const Rule& rule) {
    const auto [at, is_new] = indices_.try_emplace(&rule, static_cast<std::int64_t>(rules_.items.size()));
    if (is_new) {
      Tree& out = rules_.add(Tree::object());
      out.set("id", Tree::of(rule.id));
      out.set("shortDescription", text(rule.message.in(report_.language)));
      out.set("fullDescription", text(rule.help.in(report_.language)));
      out.set("help", text(rule.help.in(report_.language)));
      out.set("defaultConfiguration", Tree::object()).set("level", Tree::of(level(rule.severity)));
    }
    return at->second;
  }

  Tree result(const Entry& entry) {
    const Finding& finding = *entry.finding;
    Tree out = Tree::object();
    out.set("ruleId", Tree::of(finding.rule->id));
    out.set("ruleIndex", Tree::of(rule_index(*finding.rule)));
    out.set("level", Tree::of(level(entry.severity)));
    out.set("message", text(message(finding, report_.language)));
    if (places_.is_known(finding.span)) out.set("locations", Tree::array()).add(location(finding.span));
    if (!finding.related.empty()) out.set("relatedLocations", related(finding));
    if (!entry.fingerprint.empty()) {
      out.set("partialFingerprints", Tree::object()).set("bifolio/v1", Tree::of(entry.fingerprint));
    }
    const bool is_old = entry.suppression && !entry.suppression->is_in_source;
    out.set("baselineState", Tree::of(is_old ? "unchanged" : "new"));
    if (entry.suppression) out.set("suppressions", Tree::array()).add(suppression(*entry.suppression));
    if (!finding.fixes.empty() && std::all_of(finding.fixes.begin(), finding.fixes.end(),
                                              [&](const Fix& fix) { return places_.is_known(fix.span); })) {
      out.set("fixes", Tree::array()).add(fix(finding));
    }
    return out;
  }

  /// All repairs of a finding belong together (section 3.55).
  Tree fix(const Finding& finding) {
    Tree out = Tree::object();
    Tree& changes = out.set("artifactChanges", Tree::array());
    for (const Fix& fix : finding.fixes) {
      Tree& change = changes.add(Tree::object());
      change.set("artifactLocation", Tree::object()).set("uri", Tree::of(address(fix.span)));
      Tree& replacement = change.set("replacements", Tree::array()).add(Tree::object());
      replacement.set("deletedRegion", region(fix.span));
      replacement.set("insertedContent", text(fix.replacement));
    }
    return out;
  }

  /// A relative URI reference (section 3.4.3, RFC 3986): other bytes are escaped.
  std::string address(Span span) const {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : places_.path(span)) {
      const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            std::string_view("-._~/").find(c) != std::string_view::npos;
      const auto byte = static_cast<unsigned char>(c);
      if (is_plain)
        out.push_back(c);
      else
        out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return out;
  }

  Tree related(const Finding& finding) {
    Tree list = Tree::array();
    for (const RelatedPlace& place : finding.related) {
      if (!places_.is_known(place.span)) continue;
      Tree& out = list.add(location(place.span));
      out.set("message", text(place.note.in(report_.language)));
    }
    return list;
  }

  static Tree suppression(const Entry::Suppression& suppression) {
    Tree out = Tree::object();
    out.set("kind", Tree::of(suppression.is_in_source ? "inSource" : "external"));
    out.set("justification", Tree::of(suppression.reason));
    return out;
  }

  Tree location(Span span) {
    Tree out = Tree::object();
    Tree& physical = out.set("physicalLocation", Tree::object());
    physical.set("artifactLocation", Tree::object()).set("uri", Tree::of(address(span)));
    physical.set("region", region(span));
    return out;
  }

  Tree region(Span span) {
    const source::Position begin = places_.begin(span), end = places_.end(span);
    Tree out = Tree::object();
    out.set("startLine", Tree::of(std::int64_t{begin.line}));
    out.set("startColumn", Tree::of(std::int64_t{begin.column}));
    out.set("endLine", Tree::of(std::int64_t{end.line}));
    out.set("endColumn", Tree::of(std::int64_t{end.column}));
    return out;
  }

  const Report& report_;
  Places places_;
  Tree rules_ = Tree::array();
  std::map<const Rule*, std::int64_t> indices_;  // looked up only; the order is that of `rules_`
};

}  // namespace

std::string write_sarif(const Report& report) {
  return bifolio::write_json(Writer(report).write());
}

}  // namespace bifolio::report
