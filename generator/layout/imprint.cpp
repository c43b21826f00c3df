#include "layout/front.h"

namespace bifolio::layout {
namespace {

std::string joined(const Workbench& bench) {
  const auto at = bench.publication.booklet.contributors.find(bench.book.language);
  return at == bench.publication.booklet.contributors.end() ? "" : bench.language.list(at->second);
}

/// “参与者  破冰志愿者”
void add_fact(Workbench& bench, Place& place, std::string_view label, const std::string& value) {
  if (value.empty()) return;
  const TextStyle style = bench.look.small;
  const TagId tag = bench.tags.add("P", place.parent);
  const TextStyle words = in_color(in_face(style, text::Role::hei), bench.look.soft);
  const Label mark{collect(std::string(label) + " ", {words.character, bench.tags.add("Span", tag), place.language}),
                   style.character.size, Label::Turned::under_text};
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = place.language};
  start_block(place);
  const Inlines text{{Text{value}, {}}};
  const Collected body = collect(bench, text, {style.character, bench.tags.add("Span", tag), place.language});
  put(place, set_labelled(bench, mark, body.pieces, block));
}

void add_line_of(Workbench& bench, Place& place, const std::string& text, const TextStyle& style) {
  if (text.empty()) return;
  start_block(place);
  const TagId tag = bench.tags.add("P", place.parent);
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = place.language};
  put(place, set_text(bench, collect(text, {style.character, tag, place.language}), block));
}

}  // namespace

void add_imprint(Workbench& bench, Flow& flow) {
  const Booklet& booklet = bench.publication.booklet;
  const std::string& language = bench.book.language;
  const lang::Labels& labels = bench.language.labels();
  Place place = body_place(bench, flow, bench.tags.add("Sect", bench.front_section), language);
  place.is_after_break = true;
  // Low on the page where there is room for it.
  if (bench.look.page.block_height > bench.look.body.leading * 16) {
    const bool is_roomy = bench.look.page.block_height > bench.look.body.leading * 22;
    flow.add(Box{.height = bench.look.grid});
    start_block(place, {scale(bench.look.page.block_height, is_roomy ? 40 : 5, 100)});
  }
  add_line_of(bench, place, text_in(booklet.title, language),
              in_face(bench.look.body, text::Role::hei, text::Weight::bold));
  add_line_of(bench, place, text_in(booklet.subtitle, language), bench.look.body);
  if (!text_in(booklet.notice, language).empty()) {
    const Inlines notice{{Text{text_in(booklet.notice, language)}, {}}};
    add_alert(bench, place, alert_look(bench, AlertKind::important), {Block{Paragraph{notice}, {}}});
  }
  add_fact(bench, place, text_in(booklet.group, language), "");
  add_fact(bench, place, lang::fill(labels.version, "version", booklet.version), bench.language.date(booklet.date));
  add_fact(bench, place, labels.contributors, joined(bench));
  add_fact(bench, place, labels.licence, booklet.licence);
  add_fact(bench, place, labels.corrections, booklet.contact);
  flow.end_page();
}

void set_front(Workbench& bench, Part& part, const Part& body) {
  Pager pager(bench, part);
  Flow flow = pager.flow();
  std::vector<OutlineEntry> outline = std::move(bench.out.outline);
  bench.out.outline.clear();
  if (bench.format.has_cover) {
    pager.add_page(front_cover(bench, bench.tags.add("Sect", bench.front_section)), Furniture::none);
    pager.furniture = Furniture::none;
    add_imprint(bench, flow);
  }
  pager.furniture = Furniture::foot;
  add_contents(bench, flow, body);
  pager.start_on_right();
  bench.out.outline.insert(bench.out.outline.end(), outline.begin(), outline.end());
}

/// The back is a left-hand page, so that the leaves are whole.
void set_back(Workbench& bench, Part& part, Part& body) {
  if (!bench.format.has_cover) return;
  Pager before(bench, body);
  if (bench.format.is_two_sided && before.next_is_right()) before.add_page({}, Furniture::none);
  Pager pager(bench, part);
  const Length left = bench.format.is_two_sided ? bench.look.page.outer : bench.look.page.inner;
  pager.add_page(back_cover(bench, bench.tags.add("Sect", Tags::document()), left), Furniture::none);
}

}  // namespace bifolio::layout
