#include "layout/page.h"

#include <algorithm>

#include "layout/furniture.h"
#include "layout/rehearsal.h"
#include "layout/rules.h"

namespace bifolio::layout {
namespace {

constexpr Length kNotesRule = pt(0.5);
constexpr int kLeastLines = 4;  ///< on a document's last page, and below a figure at the top of one

/// The rule stands a third down the space between text and notes.
Length notes_separator(const Look& look) {
  return look.body.leading;
}

std::string roman(std::size_t n) {
  constexpr std::pair<std::size_t, const char*> kDigits[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                                                             {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [value, digits] : kDigits) {
    for (; n >= value; n -= value) out += digits;
  }
  return out;
}

}  // namespace

std::string folio(PageLabels::Style style, std::size_t number) {
  if (style == PageLabels::Style::none) return "";
  return style == PageLabels::Style::roman ? roman(number) : std::to_string(number);
}

std::optional<PageReferences::Found> find_place(const Part& part, const std::string& name) {
  const auto at = part.destinations.find(name);
  if (at == part.destinations.end()) return std::nullopt;
  return PageReferences::Found{at->second.page, folio(part.style, at->second.page + 1)};
}

Pager::Pager(Workbench& bench, Part& part, Workbench* other) : bench_(bench), part_(part), other_(other) {}

Flow::Measures Pager::measures() const {
  return {.height = bench_.look.page.block_height,
          .grid = bench_.look.grid,
          .separator = notes_separator(bench_.look),
          .least_text = bench_.look.body.leading * kLeastLines};
}

Flow Pager::flow(Arrange arrange) {
  const auto height_of = [this](int note) {
    Length sum;
    std::vector<int> waiting{note};
    while (!waiting.empty()) {
      const FootNote& one = bench_.notes[static_cast<std::size_t>(waiting.back())];
      waiting.pop_back();
      sum += height(one.lines);
      waiting.insert(waiting.end(), one.nested.begin(), one.nested.end());
    }
    return sum;
  };
  const auto take = [this](int note) {
    std::vector<Box> lines;
    std::vector<int> waiting{note};
    while (!waiting.empty()) {
      FootNote& one = bench_.notes[static_cast<std::size_t>(waiting.back())];
      waiting.pop_back();
      for (Box& line : one.lines) lines.push_back(std::move(line));
      one.lines.clear();
      waiting.insert(waiting.end(), one.nested.rbegin(), one.nested.rend());
    }
    return lines;
  };
  return Flow(measures(), height_of, take, [this, arrange = std::move(arrange)](PageBody&& body) {
    if (arrange) arrange(body);
    add(std::move(body));
  });
}

bool Pager::is_rehearsal() const {
  return bench_.rehearsal != nullptr && bench_.rehearsal->is_on();
}

bool Pager::next_is_right() const {
  return part_.pages.size() % 2 == 0;
}

void Pager::start_on_right() {
  if (bench_.format.is_two_sided && !next_is_right()) finish({}, Furniture::none);
}

Length Pager::left() const {
  const Geometry& page = bench_.look.page;
  return bench_.format.is_two_sided && !next_is_right() ? page.outer : page.inner;
}

void Pager::add(PageBody&& body) {
  notes_on_page_.clear();
  number_notes(body.called_notes);
  for (const TagId tag : body.floated) bench_.tags[tag].detail().placement = "Before";
  for (const Span& span : body.overfull) report(bench_, layout_overfull, span, {{"edition", bench_.format.edition}});
  Page page;
  const Rect area = block(body.is_turned);
  const Length left = area.x, top = area.y;
  for (PlacedBox& box : body.boxes) box.y += top;
  for (PlacedBox& box : body.notes) box.y += top;
  for (std::vector<PlacedBox>* boxes : {&body.boxes, &body.notes}) {
    for (Path& bracket : join_overlays(*boxes)) {
      page.items.emplace_back(std::move(bracket));
      move(page.items.back(), left, {});
    }
  }
  for (PlacedBox& box : body.boxes) place(page, std::move(box), left);
  if (body.has_notes_rule) {
    const Length y = top + body.notes_top - notes_separator(bench_.look) / 2;
    page.items.emplace_back(rule(left, y, bench_.look.body.character.size * 5, kNotesRule, bench_.look.ink));
  }
  for (PlacedBox& box : body.notes) place(page, std::move(box), left);
  const bool is_upright = body.is_turned && bench_.format.turns == Format::Turns::blocks;
  if (is_upright) page = with_turned(std::move(page));
  finish(std::move(page), furniture, body.is_turned && !is_upright);
}

void Pager::add_page(Box&& box, Furniture around) {
  Page page;
  place(page, {std::move(box), {}}, {});
  finish(std::move(page), around);
}

void Pager::number_notes(const std::vector<int>& notes) {
  for (const int note : notes) {
    FootNote& one = bench_.notes[static_cast<std::size_t>(note)];
    one.number = ++notes_on_page_[one.language];
    number_notes(one.nested);
  }
}

void Pager::place(Page& page, PlacedBox&& placed, Length left) {
  Box& box = placed.box;
  move(box, left, placed.y);
  if (!box.section.empty()) section_ = box.section;
  if (!box.other_section.empty()) other_section_ = box.other_section;
  for (const Anchor& anchor : box.anchors) {
    part_.destinations.emplace(anchor.name, DestinationPlace{part_.pages.size(), left, placed.y, anchor.tag});
  }
  for (Item& item : box.items) place_item(page, std::move(item));
  place_links(page, box.links);
}

void Pager::place_item(Page& page, Item&& item) {
  if (auto* run = std::get_if<GlyphRun>(&item); run != nullptr && run->tag != kArtifact) {
    if (!is_rehearsal()) renumber(*run);
    note_reference(run->tag);
    const auto at = bench_.places.find(run->tag);
    if (at != bench_.places.end()) {
      const Length top = run->origin.y - bench_.look.body.leading;
      part_.destinations.emplace(at->second, DestinationPlace{part_.pages.size(), run->origin.x, top, run->tag});
    }
  }
  if (is_rehearsal()) return;
  page.items.push_back(std::move(item));
}

void Pager::guess_pages() {
  if (bench_.page_references == nullptr) return;
  bench_.page_references->guess_by([this](const std::string& name) { return find_place(part_, name); },
                                   [this] {
                                     const std::size_t page = part_.pages.size() + 1;  // the flow holds one
                                     return PageReferences::Found{page, folio(part_.style, page + 1)};
                                   });
}

void Pager::note_reference(TagId tag) {
  if (bench_.page_references == nullptr) return;
  const auto find = [this](const std::string& name) { return find_place(part_, name); };
  const bool is_true = bench_.page_references->found(tag, part_.pages.size(), find);
  if (!is_true && bench_.rehearsal != nullptr) bench_.rehearsal->go_on();
}

/// A note's mark was set as the first of its page; now its number is known.
void Pager::renumber(GlyphRun& run) {
  const auto at = bench_.note_tags.find(run.tag);
  if (at == bench_.note_tags.end()) return;
  const FootNote& note = bench_.notes[static_cast<std::size_t>(at->second.note)];
  if (note.number <= 1) return;
  const Piece mark{.text = lang::get(note.language).note_mark(note.number),
                   .style = at->second.style,
                   .language = at->second.language,
                   .tag = run.tag};
  OneLine line = set_line(bench_, {mark}, {at->second.style, {}}, at->second.language);
  for (Item& item : line.box.items) {
    if (auto* fresh = std::get_if<GlyphRun>(&item)) {
      fresh->origin = run.origin;
      run = std::move(*fresh);
      return;
    }
  }
}

/// The parts of one link on one page are one place to press.
void Pager::place_links(Page& page, const std::vector<LinkPart>& parts) {
  for (const LinkPart& part : parts) {
    if (part.link < 0) continue;
    const auto [at, is_new] = links_on_page_.try_emplace(part.link, page.links.size());
    if (is_new) {
      const LinkTarget& target = bench_.links[static_cast<std::size_t>(part.link)];
      page.links.push_back({{}, target.url, target.destination, target.contents, part.tag});
      if (target.note >= 0) {
        const FootNote& note = bench_.notes[static_cast<std::size_t>(target.note)];
        const std::string mark = lang::get(note.language).note_mark(std::max(1, note.number));
        page.links.back().contents = lang::fill(target.contents, "n", mark);
      }
    }
    page.links[at->second].areas.push_back(part.area);
  }
}

/// Turned, the block of a landscape page stands where all blocks do.
Rect Pager::block(bool is_turned) const {
  const Geometry& page = bench_.look.page;
  if (!is_turned) return {left(), page.top, page.block_width, page.block_height};
  return {page.page_height - page.top - page.block_height, left(), page.block_height, page.block_width};
}

/// The page upright, with what stands on it turned.
Page Pager::with_turned(Page&& landscape) const {
  landscape.width = bench_.look.page.page_height;
  landscape.height = bench_.look.page.page_width;
  for (Item& item : landscape.items) std::visit([](auto& value) { value.tag = kArtifact; }, item);
  landscape.links.clear();
  Page page;
  page.items.emplace_back(TurnedPage{std::make_shared<Page>(std::move(landscape)), {}});
  return page;
}

void Pager::finish(Page&& page, Furniture around, bool is_turned) {
  page.width = bench_.look.page.page_width;
  page.height = bench_.look.page.page_height;
  if (is_turned) std::swap(page.width, page.height);
  page.folio = folio(part_.style, part_.pages.size() + 1);
  const PageEdges edges{around, block(is_turned), next_is_right(), section_, other_section_};
  if (is_rehearsal())
    page.items.clear();
  else if (other_ != nullptr)
    add_parallel_furniture(bench_, *other_, page, edges);
  else
    add_furniture(bench_, page, edges);
  links_on_page_.clear();
  page.items.shrink_to_fit();
  part_.pages.push_back(std::move(page));
}

}  // namespace bifolio::layout
