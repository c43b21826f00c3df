// The booklet's terms in both languages, in the order that readers of the book's
// language expect: pinyin for Chinese.
#include <algorithm>

#include "base/unicode.h"
#include "layout/book.h"

namespace bifolio::layout {
namespace {

std::vector<const Term*> sorted_terms(const Workbench& bench) {
  std::vector<const Term*> terms;
  for (const Term& term : bench.publication.glossary.terms) {
    if (!text_in(term.approved, bench.book.language).empty()) terms.push_back(&term);
  }
  const Collator collator(bench.language.icu_locale());
  std::stable_sort(terms.begin(), terms.end(), [&](const Term* a, const Term* b) {
    return collator.compare(text_in(a->approved, bench.book.language), text_in(b->approved, bench.book.language)) < 0;
  });
  return terms;
}

void add_term(Workbench& bench, Place& place, const Term& term, TagId list) {
  const TextStyle& style = bench.look.small;
  const TextStyle bold = in_face(style, text::Role::hei, text::Weight::bold);
  const TagId item = bench.tags.add("LI", list);
  const std::string& language = place.language;
  const Label label{collect(text_in(term.approved, language), {bold.character, bench.tags.add("Lbl", item), language}),
                    style.character.size, Label::Turned::under_label};
  const TagId body = bench.tags.add("LBody", item);
  std::vector<Piece> pieces;
  for (const auto& [other, form] : term.approved) {
    if (other == language || form.empty()) continue;
    const auto more = collect(form, {style.character, bench.tags.add("Span", body, other), other});
    pieces.insert(pieces.end(), more.begin(), more.end());
  }
  std::string rest;
  if (!term.abbreviation.empty())
    rest = (bench.look.is_han ? "（" : " (") + term.abbreviation + (bench.look.is_han ? "）" : ")");
  if (!rest.empty()) {
    const auto more = collect(rest, {style.character, bench.tags.add("Span", body), language});
    pieces.insert(pieces.end(), more.begin(), more.end());
  }
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = language};
  std::vector<Box> lines = set_labelled(bench, label, pieces, block);
  start_block(place, {style.leading / 5});
  put(place, std::move(lines));
}

/// “肌萎缩侧索硬化（ALS）”: a term in one language.
void add_term_form(Workbench& bench, Place& place, const Term& term, TagId list) {
  const TextStyle& style = bench.look.small;
  const TextStyle bold = in_face(style, text::Role::hei, text::Weight::bold);
  const TagId body = bench.tags.add("LBody", bench.tags.add("LI", list));
  std::vector<Piece> pieces = collect(text_in(term.approved, place.language),
                                      {bold.character, bench.tags.add("Span", body), place.language});
  if (!term.abbreviation.empty()) {
    const std::string rest = (bench.look.is_han ? "（" : " (") + term.abbreviation + (bench.look.is_han ? "）" : ")");
    const auto more = collect(rest, {style.character, bench.tags.add("Span", body), place.language});
    pieces.insert(pieces.end(), more.begin(), more.end());
  }
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = place.language};
  place.flow.start_level();
  start_block(place, {style.leading / 5});
  put(place, set_text(bench, pieces, block));
}

}  // namespace

std::vector<const Term*> common_terms(const Workbench& bench, const std::string& other_language) {
  std::vector<const Term*> terms = sorted_terms(bench);
  std::erase_if(terms, [&](const Term* term) { return text_in(term->approved, other_language).empty(); });
  return terms;
}

void add_term_list(Workbench& bench, Place& place, const std::vector<const Term*>& terms) {
  const TagId list = bench.tags.add("L", place.parent);
  bench.tags[list].detail().list_numbering = "None";
  for (const Term* term : terms) add_term_form(bench, place, *term, list);
}

void add_glossary(Workbench& bench, Pager& pager, Flow& flow) {
  const std::vector<const Term*> terms = sorted_terms(bench);
  if (terms.empty()) return;
  Place place = body_place(bench, flow, bench.tags.add("Sect", Tags::document()), bench.book.language);
  add_section_title(bench, pager, flow, place, bench.language.labels().glossary, std::string(kGlossaryId));
  const TagId list = bench.tags.add("L", place.parent);
  bench.tags[list].detail().list_numbering = "Circle";
  for (const Term* term : terms) add_term(bench, place, *term, list);
}

}  // namespace bifolio::layout
