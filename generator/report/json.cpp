// For machines: format `bifolio-findings/1`. Lines and columns are 1-based;
// every column is given in code points, UTF-16 units and bytes.
#include <map>

#include "base/json_write.h"
#include "report/report.h"
#include "source/lines.h"

namespace bifolio::report {
namespace {

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  Tree write() {
    Tree root = Tree::object();
    root.set("format", Tree::of("bifolio-findings/1"));
    Tree& findings = root.set("findings", Tree::array());
    for (const Entry& entry : report_.entries) {
      if (entry.severity != Severity::off) findings.add(write(entry));
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
    if (is_known(finding.span)) out.set("place", place(finding.span));
    if (!finding.related.empty()) out.set("related", related(finding));
    if (!finding.fixes.empty()) out.set("fixes", fixes(finding));
    return out;
  }

  Tree related(const Finding& finding) {
    Tree list = Tree::array();
    for (const RelatedPlace& one : finding.related) {
      Tree item = Tree::object();
      item.set("place", is_known(one.span) ? place(one.span) : Tree());
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
      item.set("place", is_known(fix.span) ? place(fix.span) : Tree());
      item.set("replacement", Tree::of(fix.replacement));
      list.add(std::move(item));
    }
    return list;
  }

  bool is_known(Span span) const { return span.file.is_known() && span.file.index < report_.sources.files().size(); }

  Tree place(Span span) {
    Tree out = Tree::object();
    out.set("file", Tree::of(report_.prefix + report_.sources.file(span.file).path));
    out.set("start", position(span.file, span.begin));
    out.set("end", position(span.file, span.end));
    return out;
  }

  Tree position(FileId file, std::uint32_t offset) {
    auto at = lines_.find(file);
    if (at == lines_.end()) at = lines_.emplace(file, source::Lines(report_.sources.bytes(file))).first;
    const source::Position position = at->second.position(offset);
    Tree out = Tree::object();
    out.set("line", Tree::of(std::int64_t{position.line}));
    out.set("column", Tree::of(std::int64_t{position.column}));
    out.set("utf16Column", Tree::of(std::int64_t{position.utf16_column}));
    out.set("byteColumn", Tree::of(std::int64_t{position.byte_column}));
    out.set("offset", Tree::of(std::int64_t{offset}));
    return out;
  }

  const Report& report_;
  std::map<FileId, source::Lines> lines_;
};

}  // namespace

std::string write_json(const Report& report) {
  return bifolio::write_json(Writer(report).write());
}

}  // namespace bifolio::report
