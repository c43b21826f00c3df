#include <algorithm>
#include <map>

#include "base/nearest.h"
#include "base/percent.h"
#include "base/unicode.h"
#include "lang/lang.h"
#include "model/walk.h"
#include "resolve/references.h"
#include "resolve/rules.h"

namespace bifolio::resolve {
namespace {

/// The path as it is known, with the `../` that the author wrote before it.
std::vector<Fix> respelling(const std::string& written, const std::string& known, Span place) {
  std::size_t begin = 0;
  while (written.compare(begin, 3, "../") == 0 || written.compare(begin, 2, "./") == 0)
    begin = written.find('/', begin) + 1;
  const std::string rest = written.substr(begin);
  if (place.size() != written.size() || rest.size() > known.size()) return {};
  const std::string tail = known.substr(known.size() - rest.size());
  if (fold_case(tail) != fold_case(rest)) return {};
  return {{place, written.substr(0, begin) + tail}};
}

/// What stands under an id, and how a cross reference to it reads.
struct Target {
  std::size_t document = 0;
  std::string id;    ///< empty = the document's top
  std::string text;  ///< "Table 1-1"; empty where it has no number
  Span span = {};
};

std::string suggestion_en(const std::string& word) {
  return word.empty() ? "" : " Did you mean `" + word + "`?";
}
std::string suggestion_zh(const std::string& word) {
  return word.empty() ? "" : "是否为 `" + word + "`？";
}
Argument suggestion(const std::string& word) {
  return {"suggestion", suggestion_en(word), suggestion_zh(word)};
}

class Targets {
 public:
  Targets(const Book& book, Findings& findings) : language_(lang::get(book.language)), findings_(findings) {
    for (std::size_t i = 0; i < book.documents.size(); ++i) collect(book.documents[i], i);
  }

  const Target* find(const std::string& id) const {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : &at->second;
  }

  /// A heading's text slug, within one document.
  const Target* find_slug(std::size_t document, const std::string& slug) const {
    const auto at = by_slug_.find({document, slug});
    return at == by_slug_.end() ? nullptr : &at->second;
  }

  std::string nearest_id(const std::string& id) const {
    std::vector<std::string> ids;
    for (const auto& [known, target] : by_id_) ids.push_back(known);
    return nearest(id, ids);
  }

 private:
  void collect(const Document& document, std::size_t index) {
    const std::string title_text = document.number.empty() ? plain_text(document.title) : section(document.number);
    add(document.id, {index, "", title_text, document.title_span},
        !document.title_id.empty() || !document.front.id.empty());
    if (!document.title_id.empty() && document.title_id != document.id) {
      add(document.title_id, {index, "", title_text, document.title_span}, true);
    }
    for_each_block(document.blocks, [&](const Block& block) { collect(block, index); });
  }

  void collect(const Block& block, std::size_t document) {
    Target target{document, block.id, printed(block),
                  block.attributes.id.empty() ? block.span : block.attributes.id_span};
    if (const auto* heading = std::get_if<Heading>(&block.value))
      by_slug_.try_emplace({document, heading->slug}, target);
    add(block.id, std::move(target), !block.attributes.id.empty());
  }

  std::string section(const std::string& number) const {
    return language_.numbered(language_.labels().section, number);
  }

  std::string printed(const Block& block) const {
    if (const auto* table = std::get_if<Table>(&block.value)) return numbered(language_.labels().table, table->number);
    if (const auto* figure = std::get_if<Figure>(&block.value))
      return numbered(language_.labels().figure, figure->number);
    if (const auto* heading = std::get_if<Heading>(&block.value)) {
      return heading->number.empty() ? plain_text(heading->children) : section(heading->number);
    }
    return "";
  }

  std::string numbered(std::string_view label, const std::string& number) const {
    return number.empty() ? "" : language_.numbered(label, number);
  }

  void add(const std::string& id, Target target, bool is_explicit) {
    const auto [at, is_new] = by_id_.try_emplace(id, target);
    if (is_new || !is_explicit) return;
    Finding finding{&xref_label_duplicate, target.span, {{"id", id}}};
    finding.related.push_back({at->second.span, {"first defined here", "第一次定义在这里"}});
    finding.subject = id;
    findings_.add(std::move(finding));
  }

  const lang::Language& language_;
  Findings& findings_;
  std::map<std::string, Target> by_id_;
  std::map<std::pair<std::size_t, std::string>, Target> by_slug_;
};

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == target.npos || colon == 0) return false;
  return target.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") == colon;
}

/// `a/./b/../c` → `a/c`; empty where it climbs above the root.
std::string normalized(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return "";
    } else {
      parts.pop_back();
    }
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

class Linker {
 public:
  Linker(Book& book, const std::vector<std::string>& files, Findings& findings)
      : book_(book), files_(files), findings_(findings), targets_(book, findings) {
    for (std::size_t i = 0; i < book.documents.size(); ++i) by_path_.emplace(book.documents[i].path, i);
  }

  void link_all() {
    for (std::size_t i = 0; i < book_.documents.size(); ++i) {
      here_ = i;
      Document& document = book_.documents[i];
      const EditInline edit = [&](Inline& node) { link(node); };
      for_each_inline(document.title, edit);
      for_each_inline(document.front.abstract, edit);
      for_each_inline(document.front.takeaway, edit);
      for_each_inline(document.blocks, edit);
      for (Note& note : document.notes) for_each_inline(note.children, edit);
    }
  }

 private:
  void link(Inline& node) {
    if (auto* link = node.get_if<Link>()) link->destination = destination(*link, node.span);
    if (auto* reference = node.get_if<CrossReference>()) resolve(*reference, node.span);
  }

  void resolve(CrossReference& reference, Span span) {
    const Target* target = targets_.find(reference.id);
    if (!target) {
      const std::string near = targets_.nearest_id(reference.id);
      const bool is_table = reference.id.starts_with("tbl-"), is_figure = reference.id.starts_with("fig-");
      Argument kind{"kind",
                    is_table    ? "table"
                    : is_figure ? "figure"
                                : "section",
                    is_table    ? "表格"
                    : is_figure ? "图"
                                : "小节"};
      findings_.add({&xref_undefined, span, {{"id", reference.id}, kind, suggestion(near)}, {}, {}, reference.id});
      reference.text = "@" + reference.id;
      return;
    }
    reference.text = target->text.empty() ? reference.id : target->text;
    reference.destination = {Destination::Kind::anchor, "", target->document, target->id};
  }

  Destination destination(const Link& link, Span span) {
    const Span place = link.target_span.file.is_known() ? link.target_span : span;
    if (link.target.empty()) return {};
    if (link.target.front() == '#') return anchor(here_, link.target.substr(1), place);
    if (has_scheme(link.target) || link.target.starts_with("//"))
      return {Destination::Kind::external, link.target, 0, ""};
    return file(link.target, place);
  }

  Destination anchor(std::size_t document, const std::string& written, Span place, bool in_other_file = false) {
    const std::string id = percent_decoded(written);
    if (id.empty()) return in_other_file ? Destination{Destination::Kind::anchor, "", document, ""} : Destination{};
    if (const Target* target = targets_.find_slug(document, id)) return to(*target);
    if (const Target* target = targets_.find(id)) return to(*target);
    const std::string& where = book_.documents[document].relative;
    findings_.add(
        {&link_anchor_missing, place, {{"id", id}, {"where", where}, suggestion(targets_.nearest_id(id))}, {}, {}, id});
    return {};
  }

  static Destination to(const Target& target) { return {Destination::Kind::anchor, "", target.document, target.id}; }

  Destination file(const std::string& target, Span place) {
    const std::size_t hash = target.find('#');
    const std::string path = percent_decoded(std::string_view(target).substr(0, std::min(hash, target.size())));
    const std::string fragment = hash == target.npos ? "" : target.substr(hash + 1);
    const Document& document = book_.documents[here_];
    const std::string folder = document.path.substr(0, document.path.rfind('/') + 1);
    const std::string language_folder = document.path.substr(0, document.path.size() - document.relative.size());
    for (const std::string& candidate :
         {normalized(folder + path), normalized(path), normalized(language_folder + path)}) {
      if (candidate.empty()) continue;
      const auto at = by_path_.find(candidate);
      if (at != by_path_.end()) return anchor(at->second, fragment, place, true);
      if (std::binary_search(files_.begin(), files_.end(), candidate))
        return {Destination::Kind::file, candidate, 0, ""};
    }
    report_missing(path, normalized(folder + path), place);
    return {};
  }

  void report_missing(const std::string& written, const std::string& candidate, Span place) {
    if (written.starts_with("http") && written.find("：") != written.npos) return;  // link-url-malformed
    const std::string folded = fold_case(candidate);
    for (const std::string& known : files_) {
      if (fold_case(known) != folded && fold_case(known) != fold_case(written)) continue;
      Finding finding{&link_case_mismatch, place, {{"path", written}, {"right", known}}, {}, {}, written};
      finding.fixes = respelling(written, known, place);
      findings_.add(std::move(finding));
      return;
    }
    findings_.add(
        {&link_file_missing, place, {{"path", written}, suggestion(nearest(candidate, files_))}, {}, {}, written});
  }

  Book& book_;
  const std::vector<std::string>& files_;
  Findings& findings_;
  Targets targets_;
  std::map<std::string, std::size_t> by_path_;
  std::size_t here_ = 0;
};

}  // namespace

void link_up(Book& book, const std::vector<std::string>& files, Findings& findings) {
  Linker(book, files, findings).link_all();
}

void say_evidence(Book& book) {
  const lang::Language& language = lang::get(book.language);
  for (Document& document : book.documents) {
    for_each_inline(document.blocks, [&](Inline& node) {
      auto* phrase = node.get_if<Phrase>();
      if (phrase && phrase->evidence) phrase->evidence_sentence = language.evidence_sentence(*phrase->evidence);
    });
    for_each_block(document.blocks, [&](Block& block) {
      auto* table = std::get_if<Table>(&block.value);
      if (!table) return;
      for (Row& row : table->rows) row.evidence_sentence = language.evidence_sentence(row.evidence);
    });
  }
}

}  // namespace bifolio::resolve
