#include "layout/page.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::layout {
namespace {

constexpr Length kNotesRule = pt(0.5);

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

/// “A reading digest by volunteers, not medical advice.” → its parts, longest first,
/// without the stop: “A reading digest by volunteers, not medical advice”, “Not medical advice”.
std::vector<std::string> clauses(std::string_view notice) {
  for (const std::string_view stop : {"。", "."}) {
    if (notice.ends_with(stop)) notice.remove_suffix(stop.size());
  }
  std::vector<std::string> out{std::string(notice)};
  for (std::size_t at = 0; at < notice.size();) {
    const std::string_view rest = notice.substr(at);
    const std::size_t comma = std::min(rest.find("，"), rest.find(", "));
    if (comma == rest.npos) break;
    at += comma + (rest[comma] == ',' ? 2 : 3);
    std::string clause(notice.substr(at));
    if (!clause.empty() && clause[0] >= 'a' && clause[0] <= 'z') clause[0] = static_cast<char>(clause[0] - 'a' + 'A');
    out.push_back(std::move(clause));
  }
  return out;
}

}  // namespace

std::string folio(PageLabels::Style style, std::size_t number) {
  if (style == PageLabels::Style::none) return "";
  return style == PageLabels::Style::roman ? roman(number) : std::to_string(number);
}

Pager::Pager(Workbench& bench, Part& part) : bench_(bench), part_(part) {}

Flow Pager::flow() {
  const Look& look = bench_.look;
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
  return Flow({look.page.block_height, look.grid, notes_separator(look)}, height_of, take,
              [this](PageBody&& body) { add(std::move(body)); });
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
  notes_on_page_ = 0;
  number_notes(body.called_notes);
  Page page;
  const Length left = this->left(), top = bench_.look.page.top;
  for (PlacedBox& box : body.boxes) box.y += top;
  for (PlacedBox& box : body.notes) box.y += top;
  place_overlays(page, body.boxes, left);
  for (PlacedBox& box : body.boxes) place(page, std::move(box), left);
  if (body.has_notes_rule) {
    const Length y = top + body.notes_top - notes_separator(bench_.look) / 2;
    page.items.emplace_back(rule(left, y, bench_.look.body.character.size * 5, kNotesRule, bench_.look.ink));
  }
  for (PlacedBox& box : body.notes) place(page, std::move(box), left);
  finish(std::move(page), furniture);
}

void Pager::add_page(Box&& box, Furniture around) {
  Page page;
  place(page, {std::move(box), {}}, {});
  finish(std::move(page), around);
}

void Pager::number_notes(const std::vector<int>& notes) {
  for (const int note : notes) {
    FootNote& one = bench_.notes[static_cast<std::size_t>(note)];
    one.number = ++notes_on_page_;
    number_notes(one.nested);
  }
}

void Pager::place(Page& page, PlacedBox&& placed, Length left) {
  Box& box = placed.box;
  move(box, left, placed.y);
  if (!box.section.empty()) section_ = box.section;
  for (const Anchor& anchor : box.anchors) {
    part_.destinations.emplace(anchor.name, DestinationPlace{part_.pages.size(), left, placed.y, anchor.tag});
  }
  for (Item& item : box.items) place_item(page, std::move(item));
  place_links(page, box.links);
}

void Pager::place_item(Page& page, Item&& item) {
  if (auto* run = std::get_if<GlyphRun>(&item); run != nullptr && run->tag != kArtifact) {
    renumber(*run);
    const auto at = bench_.places.find(run->tag);
    if (at != bench_.places.end()) {
      const Length top = run->origin.y - bench_.look.body.leading;
      part_.destinations.emplace(at->second, DestinationPlace{part_.pages.size(), run->origin.x, top, run->tag});
    }
  }
  page.items.push_back(std::move(item));
}

/// A note's mark was set as the first of its page; now its number is known.
void Pager::renumber(GlyphRun& run) {
  const auto at = bench_.note_tags.find(run.tag);
  if (at == bench_.note_tags.end()) return;
  const int number = bench_.notes[static_cast<std::size_t>(at->second.note)].number;
  if (number <= 1) return;
  const Piece mark{.text = bench_.language.note_mark(number),
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

/// An overlay joins the first of its boxes on the page and is as long as all of them.
void Pager::place_overlays(Page& page, std::vector<PlacedBox>& boxes, Length left) {
  struct Reach {
    std::size_t first;
    Length top, bottom;
  };
  std::vector<std::pair<Overlay*, Reach>> overlays;
  std::map<Overlay*, std::size_t> index;  // for look-up alone: `overlays` keeps the order
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (const auto& overlay : boxes[i].box.overlays) {
      const auto [at, is_new] = index.try_emplace(overlay.get(), overlays.size());
      if (is_new) overlays.push_back({overlay.get(), {i, boxes[i].y, {}}});
      overlays[at->second].second.bottom = boxes[i].y + boxes[i].box.height;
    }
  }
  for (auto& [overlay, reach] : overlays) {
    Box content = overlay->is_drawn ? as_furniture(overlay->content) : overlay->content;
    overlay->is_drawn = true;
    PlacedBox& first = boxes[reach.first];
    merge(first.box, std::move(content), {}, {});
    if (overlay->stroke <= Length{}) continue;
    Path bracket;
    const Length x = left + overlay->bracket_x;
    bracket.steps = {{PathStep::Kind::move, {x, reach.top + overlay->inset}, {}, {}},
                     {PathStep::Kind::line, {x, reach.bottom - overlay->inset}, {}, {}}};
    bracket.stroke = overlay->color;
    bracket.width = overlay->stroke;
    page.items.emplace_back(std::move(bracket));
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
        const int number = bench_.notes[static_cast<std::size_t>(target.note)].number;
        page.links.back().contents = lang::fill(target.contents, "n", bench_.language.note_mark(std::max(1, number)));
      }
    }
    page.links[at->second].areas.push_back(part.area);
  }
}

void Pager::finish(Page&& page, Furniture around) {
  const Length left = this->left();
  page.width = bench_.look.page.page_width;
  page.height = bench_.look.page.page_height;
  page.folio = folio(part_.style, part_.pages.size() + 1);
  if (around == Furniture::full && bench_.look.page.head_above > Length{}) add_running_head(page, left);
  if (around != Furniture::none) add_foot(page, left);
  links_on_page_.clear();
  part_.pages.push_back(std::move(page));
}

void Pager::add_line(Page& page, OneLine&& line, const TextStyle& style, Length x, Length baseline_y) {
  move(line.box, x, baseline_y - baseline(style));
  for (Item& item : line.box.items) page.items.push_back(std::move(item));
}

/// Left the booklet, right the section; a long one loses its end.
void Pager::add_running_head(Page& page, Length left) {
  const Look& look = bench_.look;
  const std::string& language = bench_.book.language;
  const bool is_right = next_is_right();
  std::string text = is_right ? section_ : text_in(bench_.publication.booklet.title, language);
  OneLine line = set_line(bench_, text, look.micro, kArtifact, language);
  while (line.width > look.page.block_width && !text.empty()) {
    const std::vector<std::size_t> ends = boundaries(text, Boundary::grapheme, bench_.language.icu_locale());
    text = text.substr(0, ends[ends.size() * 3 / 4]) + "…";
    line = set_line(bench_, text, look.micro, kArtifact, language);
  }
  const Length x = is_right ? left + look.page.block_width - line.width : left;
  add_line(page, std::move(line), look.micro, x, look.page.top - look.page.head_above);
}

/// “不是医疗建议 · 2.0.0版”: the dot stands in the middle of its space in either language.
OneLine Pager::set_notice(const std::string& notice, const std::string& version) {
  const TextStyle& style = bench_.look.micro;
  const std::string& language = bench_.book.language;
  OneLine line = set_line(bench_, notice, style, kArtifact, language);
  const Length gap = notice.empty() ? Length{} : style.character.size / 2;
  const std::string dot = notice.empty() ? "" : "·";
  for (OneLine part :
       {set_line(bench_, dot, style, kArtifact, language), set_line(bench_, version, style, kArtifact, language)}) {
    merge(line.box, std::move(part.box), line.width + gap, {});
    line.width += gap + part.width;
  }
  return line;
}

/// Outside the folio; inside what the booklet is, for a page that is photographed alone.
void Pager::add_foot(Page& page, Length left) {
  const Look& look = bench_.look;
  const Booklet& booklet = bench_.publication.booklet;
  const std::string& language = bench_.book.language;
  const Length y = look.page.top + look.page.block_height + look.page.foot_below;
  TextStyle folio_style = in_color(in_face(look.micro, text::Role::hei, text::Weight::bold), look.ink);
  folio_style.character.size = std::max(folio_style.character.size, pt(9.5));
  OneLine number = set_line(bench_, page.folio, folio_style, kArtifact, language);
  const Length room = look.page.block_width - number.width - look.micro.character.size * 2;
  const std::string version = lang::fill(bench_.language.labels().version, "version", booklet.version);
  OneLine notice;
  for (const std::string& clause : clauses(text_in(booklet.notice, language))) {
    notice = set_notice(clause, version);
    if (notice.width <= room) break;
  }
  const bool is_left = bench_.format.is_two_sided && !next_is_right();
  const Length right = left + look.page.block_width;
  const Length number_x = is_left ? left : right - number.width;
  const Length notice_x = is_left ? right - notice.width : left;
  add_line(page, std::move(number), folio_style, number_x, y);
  if (notice.width <= room) add_line(page, std::move(notice), look.micro, notice_x, y);
}

}  // namespace bifolio::layout
