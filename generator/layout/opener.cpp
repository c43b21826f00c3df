// The page that opens a chapter. The phase's name stands in the opening of a line;
// everything else is centred below it.
#include <algorithm>

#include "layout/book.h"

namespace bifolio::layout {
namespace {

constexpr Length kRuleY = pt(72), kTitleY = pt(126);  ///< of the block, at its height of 468 pt
constexpr Length kLeastOpening = pt(60), kOpeningGap = pt(6);

/// A page wider than tall has no room to spare: the title stands near the top, and
/// the text below it over the whole measure.
bool is_low(const Workbench& bench) {
  return bench.look.page.block_height < bench.look.page.block_width;
}

/// Distances of the A5 opener, in proportion on other pages; on a low one as short as can be.
Length down(const Workbench& bench, Length y) {
  if (!is_low(bench)) return scale(y, bench.look.page.block_height.units, pt(468).units);
  return y == kRuleY ? bench.look.phase.leading / 2 : bench.look.phase.leading + bench.look.chapter.leading / 2;
}

void center(Box& into, OneLine&& line, Length width, Length y) {
  merge(into, std::move(line.box), (width - line.width) / 2, y);
}

/// The line, opened to let the name through.
void add_opened_line(Workbench& bench, Box& page, const std::string& name, TagId parent, Length y) {
  const Length width = bench.look.page.block_width;
  const Color accent = bench.look.accent;
  if (name.empty()) {
    page.items.emplace_back(rule({}, y, width, pt(0.75), accent));
    return;
  }
  OneLine line = set_line(bench, name, bench.look.phase, bench.tags.add("P", parent), bench.book.language);
  const Length opening = std::max(kLeastOpening, line.width + kOpeningGap * 2);
  const Length side = (width - opening) / 2;
  page.items.emplace_back(rule({}, y, side, pt(0.75), accent));
  page.items.emplace_back(rule(width - side, y, side, pt(0.75), accent));
  center(page, std::move(line), width, y - bench.look.phase.leading / 2);
}

std::string dates(const Workbench& bench, const Phase& phase) {
  std::string text;
  if (!phase.period_begin.empty()) text = bench.language.period(phase.period_begin, phase.period_end);
  if (!phase.updated.empty()) {
    if (!text.empty()) text += bench.look.is_han ? "\u3000·\u3000" : "\u2003·\u2003";
    text += lang::fill(bench.language.labels().updated, "date", bench.language.date(phase.updated));
  }
  return text;
}

/// Title lines, centred; returns where they end.
Length add_title(Workbench& bench, Box& page, const Inlines& title, std::size_t document, TagId tag, Length y) {
  TextBlock block = text_block(bench, bench.look.chapter, bench.book.language);
  block.setting = ParagraphStyle::Setting::center;
  block.hyphenate = false;
  const Collected text = collect(bench, title, {block.style.character, tag, block.language, document, false});
  std::vector<Box> lines = set_balanced(bench, text.pieces, block);
  set_notes(bench, text.notes, bench.tags[tag].parent, block.language);
  // A title of several lines grows upwards as well: its middle stays.
  y -= height(lines) / 2;
  for (Box& line : lines) {
    const Length leading = line.height;
    merge(page, std::move(line), {}, y);
    y += leading;
  }
  return y;
}

/// How many blocks the opener's own “not medical advice” ends; 0 = it has none.
std::size_t end_of_alert(const Document& opener) {
  const auto at = std::find_if(opener.blocks.begin(), opener.blocks.end(),
                               [](const Block& block) { return std::holds_alternative<Alert>(block.value); });
  return at == opener.blocks.end() ? 0 : static_cast<std::size_t>(at - opener.blocks.begin()) + 1;
}

void add_all(Flow& flow, std::vector<Element>&& list) {
  for (Element& element : list) std::visit([&](auto& one) { flow.add(std::move(one)); }, element);
}

bool fits_on_a_page(std::vector<Element> list, const Flow::Measures& measures) {
  int pages = 0;
  Flow trial(
      measures, [](int) { return Length{}; }, [](int) { return std::vector<Box>{}; }, [&](PageBody&&) { ++pages; });
  add_all(trial, std::move(list));
  trial.end_page();
  return pages <= 1;
}

/// The same with its spaces at so many per cent, the one above the opened line too.
std::vector<Element> tightened(std::vector<Element> list, Length above, int percent) {
  bool is_first = true;
  for (Element& element : list) {
    if (auto* glue = std::get_if<Glue>(&element)) {
      glue->height = scale(glue->height, percent, 100);
      glue->to_grid = glue->to_grid && percent == 100;
    }
    auto* box = std::get_if<Box>(&element);
    if (box == nullptr || !std::exchange(is_first, false)) continue;
    const Length up = above - scale(above, percent, 100);
    move(*box, {}, -up);
    box->height -= up;
  }
  return list;
}

/// What opens a chapter, down to its alert, on one page where that can be: the spaces
/// give way first.
std::vector<Element> fitted(const Workbench& bench, const Pager& pager, std::vector<Element>&& list) {
  const Length above = std::max(Length{}, down(bench, kRuleY) - bench.look.phase.leading / 2);
  for (const int percent : {100, 75, 50, 25}) {
    std::vector<Element> tight = tightened(list, above, percent);
    if (fits_on_a_page(tight, pager.measures())) return tight;
  }
  return std::move(list);
}

}  // namespace

/// A column of 20 ems in the middle of the block; on a low page the whole block.
Place opener_column(const Workbench& bench, Flow& flow, TagId parent, const Chapter& chapter) {
  Place place = body_place(bench, flow, parent, bench.book.language);
  place.document = chapter.opener.value_or(0);
  place.keeps_alerts = true;
  if (is_low(bench)) return place;
  const Length width = std::min(place.measure, bench.look.body.character.size * 21);
  place.x = (place.measure - width) / 2;
  place.measure = width;
  return place;
}

Place open_chapter(Workbench& bench, Flow& flow, TagId parent, const Chapter& chapter, bool is_first) {
  const Booklet& booklet = bench.publication.booklet;
  const std::string& language = bench.book.language;
  const Phase* phase = chapter.phase ? &booklet.phases[*chapter.phase] : nullptr;
  const Document* opener = chapter.opener ? &bench.book.documents[*chapter.opener] : nullptr;
  const std::string name = phase ? text_in(phase->title, language) : std::string();
  const Inlines phase_title{{Text{name}, {}}};
  const Inlines& title = opener ? opener->title : phase_title;

  Box page;
  add_opened_line(bench, page, opener ? name : "", parent, down(bench, kRuleY));
  const TagId heading = add_heading_tag(bench, parent, 1);
  const std::string id = opener ? opener->id : chapter.id;
  Length y = add_title(bench, page, title, chapter.opener.value_or(0), heading, down(bench, kTitleY));
  add_to_outline(bench, 1, chapter.number, plain_text(title), id);
  if (phase != nullptr && !dates(bench, *phase).empty()) {
    TextBlock block =
        text_block(bench, in_color(in_face(bench.look.small, text::Role::hei), bench.look.soft), language);
    block.setting = ParagraphStyle::Setting::center;
    const TagId tag = bench.tags.add("P", parent, language);
    for (Box& line :
         set_balanced(bench, collect(dates(bench, *phase), {block.style.character, tag, language}), block)) {
      const Length leading = line.height;
      merge(page, std::move(line), {}, y);
      y += leading;
    }
  }
  page.height = y;
  page.anchors.push_back({id, heading});
  flow.add(std::move(page));
  flow.keep_with_next();

  Place place = opener_column(bench, flow, parent, chapter);
  start_block(place, {.height = bench.look.body.leading * (is_low(bench) ? 1 : 4) / 2, .to_grid = !is_low(bench)});
  flow.keep_with_next();
  if (opener != nullptr) add_summary(bench, place, "", opener->front.abstract);
  const std::string& notice = text_in(booklet.notice, language);
  if (is_first && !notice.empty() && (opener == nullptr || end_of_alert(*opener) == 0)) {
    if (!is_low(bench)) start_block(place, {.height = bench.look.body.leading * 3, .to_grid = true});
    const Inlines text{{Text{notice}, {}}};
    add_alert(bench, place, alert_look(bench, AlertKind::note), {Block{Paragraph{text}, {}}});
  }
  if (opener != nullptr) start_block(place, wide_space(bench));
  return place;
}

void add_chapter_opener(Workbench& bench, Pager& pager, Flow& flow, TagId parent, const Chapter& chapter,
                        bool is_first) {
  pager.furniture = Furniture::foot;
  std::vector<Element> list;
  Flow draft(flow.height(), list);
  Place head = open_chapter(bench, draft, parent, chapter, is_first);
  std::span<const Block> rest;
  const Document* opener = chapter.opener ? &bench.book.documents[*chapter.opener] : nullptr;
  if (opener != nullptr && opener->is_missing) {
    add_missing(bench, head);
  } else if (opener != nullptr) {
    rest = opener->blocks;
    add_blocks(bench, head, rest.first(end_of_alert(*opener)));
    rest = rest.subspan(end_of_alert(*opener));
  }
  add_all(flow, fitted(bench, pager, std::move(list)));
  Place place = opener_column(bench, flow, parent, chapter);
  place.is_after_break = head.is_after_break;
  add_blocks(bench, place, rest);
}

}  // namespace bifolio::layout
