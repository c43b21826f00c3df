#include "layout/book.h"

namespace bifolio::layout {
namespace {

void add_chapter(Workbench& bench, Pager& pager, Flow& flow, const Chapter& chapter, bool is_first) {
  const TagId section = bench.tags.add("Sect", Tags::document());
  const bool has_opener = chapter.opener || chapter.phase;
  if (has_opener) {
    flow.end_page();
    pager.start_on_right();
    add_chapter_opener(bench, pager, flow, section, chapter, is_first);
  }
  for (const std::size_t document : chapter.documents) {
    add_document(bench, pager, flow, section, document, has_opener ? 2 : 1);
  }
}

}  // namespace

std::string section_name(const Workbench& bench, const std::string& number, const std::string& title) {
  if (number.empty()) return title;
  return number + (bench.look.is_han ? "\u3000" : " ") + title;
}

void add_missing(Workbench& bench, Place& place) {
  const Inlines text{{Text{std::string(bench.language.labels().missing_translation)}, {}}};
  add_alert(bench, place, alert_look(bench, AlertKind::note), {Block{Paragraph{text}, {}}});
}

void add_document_heading(Workbench& bench, Place& place, const Document& document, int level) {
  HeadingText heading{.level = level,
                      .number = document.number,
                      .title = document.title,
                      .style = bench.look.headings[0],
                      .space = bench.look.spaces[0]};
  add_heading_text(bench, place, heading, document.id);
  add_to_outline(bench, bench.heading_level, document.number, plain_text(document.title), document.id);
}

void add_document(Workbench& bench, Pager& pager, Flow& flow, TagId parent, std::size_t index, int level) {
  const Document& document = bench.book.documents[index];
  flow.end_page();
  pager.furniture = Furniture::full;
  Place place = body_place(bench, flow, bench.tags.add("Sect", parent), bench.book.language);
  place.document = index;
  place.heading_shift = level - 1;
  flow.add(Box{.height = {}, .section = section_name(bench, document.number, plain_text(document.title))});
  add_document_heading(bench, place, document, level);
  if (document.is_missing) return add_missing(bench, place);
  add_summary(bench, place, bench.language.labels().summary, document.front.abstract);
  add_blocks(bench, place, document.blocks);
}

void set_body(Workbench& bench, Part& part) {
  Pager pager(bench, part);
  pager.guess_pages();
  Flow flow = pager.flow();
  bool is_first = true;
  for (const Chapter& chapter : bench.book.chapters) {
    add_chapter(bench, pager, flow, chapter, is_first);
    is_first = false;
  }
  flow.end_page();  // so that every citation has its page
  add_references(bench, pager, flow, part);
  add_glossary(bench, pager, flow);
  flow.end_page();
}

}  // namespace bifolio::layout
