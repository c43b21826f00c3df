#include <set>

#include "check/checks.h"

namespace bifolio::check {

const Rule cite_unused{
    "cite-unused",
    Severity::warning,
    {"`{key}` is never cited; cite it or remove the entry.", "条目 `{key}` 从未被引用；请引用或删除。"},
    {"An entry of the library that no language of the booklet cites. It prints nowhere, and nobody looks after it.",
     "文献库中的这一条在手册的任何语言里都没有被引用，不会印出来，也就没有人维护。"}};

void check_cite_unused(const Context& context, Findings& findings) {
  std::set<std::size_t> cited;
  // In the text, where a style prints no list; in the list, where it holds works that the text does not name.
  for (std::size_t i = 0; i < context.works.size(); ++i) {
    if (context.works[i].is_cited()) cited.insert(i);
  }
  for (const Book& book : context.publication.books) {
    for (const BibliographyEntry& entry : book.references) cited.insert(entry.reference);
  }
  const auto& references = context.publication.library.references;
  // A cited work prints its translation in its own entry.
  std::set<std::string_view> partners;
  for (const std::size_t i : cited) partners.insert(references[i].field("translation"));
  for (std::size_t i = 0; i < references.size(); ++i) {
    if (cited.contains(i) || partners.contains(references[i].key)) continue;
    findings.add({&cite_unused, references[i].key_span, {{"key", references[i].key}}, {}, {}, references[i].key});
  }
}

}  // namespace bifolio::check
