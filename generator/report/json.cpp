// For machines: format `bifolio-findings/1`. Lines and columns are 1-based;
// every column is given in code points, UTF-16 units and bytes.
#include "base/json_write.h"
#include "report/places.h"

namespace bifolio::report {
namespace {

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report), places_(report) {}

  Tree write() {
    Tree root = Tree::object();
    root.set("format", Tree::of("bifolio-findings/1"));
    Tree& findings = root.set("findings", Tree::array());
    for (const Entry& entry : report_.entries) {
      if (entry.severity != Severity::off && !entry.suppression) findings.add(write(entry));
    }
    return root;
  }

 private:
  Tree write(const Entry& entry) {
    const Finding& finding = *entry.finding;
    Tree out = Tree::object();
    out.set("rule", Tree::of(finding.rule->id));
    out.set("severity", Tree::of(name(entry.severity)));
    Tree& words = out.set("message", Tree::object());
    words.set("en", Tree::of(message(finding, UiLanguage::en)));
    words.set("zh-Hans", Tree::of(message(finding, UiLanguage::zh_hans)));
    if (!finding.subject.empty()) out.set("subject", Tree::of(finding.subject));
    if (places_.is_known(finding.span)) out.set("place", place(finding.span));
    if (!finding.related.empty()) out.set("related", related(finding));
    if (!finding.fixes.empty()) out.set("fixes", fixes(finding));
    return out;
  }

  Tree related(const Finding& finding) {
    Tree list = Tree::array();
    for (const RelatedPlace& one : finding.related) {
      Tree item = Tree::object();
      item.set("place", places_.is_known(one.span) ? place(one.span) : Tree());
      Tree& words = item.set("note", Tree::object());
      words.set("en", Tree::of(one.note.en));
      words.set("zh-Hans", Tree::of(one.note.zh_hans));
      list.add(std::move(item));
    }
    return list;
  }

  Tree fixes(const Finding& finding) {
    Tree list = Tree::array();
    for (const Fix& fix : finding.fixes) {
      Tree item = Tree::object();
      item.set("place", places_.is_known(fix.span) ? place(fix.span) : Tree());
      item.set("replacement", Tree::of(fix.replacement));
      list.add(std::move(item));
    }
    return list;
  }

  Tree place(Span span) {
    Tree out = Tree::object();
    out.set("file", Tree::of(places_.path(span)));
    out.set("start", position(places_.begin(span), span.begin));
    out.set("end", position(places_.end(span), span.end));
    return out;
  }

  static Tree position(const source::Position& position, std::uint32_t offset) {
    Tree out = Tree::object();
    out.set("line", Tree::of(std::int64_t{position.line}));
    out.set("column", Tree::of(std::int64_t{position.column}));
    out.set("utf16Column", Tree::of(std::int64_t{position.utf16_column}));
    out.set("byteColumn", Tree::of(std::int64_t{position.byte_column}));
    out.set("offset", Tree::of(std::int64_t{offset}));
    return out;
  }

  const Report& report_;
  Places places_;
};

}  // namespace

std::string write_json(const Report& report) {
  return bifolio::write_json(Writer(report).write());
}

}  // namespace bifolio::report
