#include "layout/furniture.h"

#include <algorithm>

#include "base/unicode.h"

namespace bifolio::layout {
namespace {

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

void add_line(Page& page, OneLine&& line, const TextStyle& style, Length x, Length baseline_y) {
  move(line.box, x, baseline_y - baseline(style));
  for (Item& item : line.box.items) page.items.push_back(std::move(item));
}

/// A long text loses its end.
OneLine set_head(Workbench& bench, std::string text, Length room) {
  const Look& look = bench.look;
  const std::string& language = bench.book.language;
  OneLine line = set_line(bench, text, look.micro, kArtifact, language);
  while (line.width > room && !text.empty()) {
    const std::vector<std::size_t> ends = boundaries(text, Boundary::grapheme, bench.language.icu_locale());
    text = text.substr(0, ends[ends.size() * 3 / 4]) + "…";
    line = set_line(bench, text, look.micro, kArtifact, language);
  }
  return line;
}

/// “不是医疗建议 · 2.0.0版”: the dot stands in the middle of its space in either language.
OneLine set_notice(Workbench& bench, const std::string& notice, const std::string& version) {
  const TextStyle& style = bench.look.micro;
  const std::string& language = bench.book.language;
  OneLine line = set_line(bench, notice, style, kArtifact, language);
  const Length gap = notice.empty() ? Length{} : style.character.size / 2;
  const std::string dot = notice.empty() ? "" : "·";
  for (OneLine part :
       {set_line(bench, dot, style, kArtifact, language), set_line(bench, version, style, kArtifact, language)}) {
    merge(line.box, std::move(part.box), line.width + gap, {});
    line.width += gap + part.width;
  }
  return line;
}

/// What the booklet is, for a page that is photographed alone; nothing where there is no room.
OneLine fitting_notice(Workbench& bench, Length room) {
  const Booklet& booklet = bench.publication.booklet;
  const std::string version = lang::fill(bench.language.labels().version, "version", booklet.version);
  OneLine notice;
  for (const std::string& clause : clauses(text_in(booklet.notice, bench.book.language))) {
    notice = set_notice(bench, clause, version);
    if (notice.width <= room) return notice;
  }
  return notice.width <= room ? std::move(notice) : OneLine{};
}

TextStyle folio_style(const Look& look) {
  TextStyle style = in_color(in_face(look.micro, text::Role::hei, text::Weight::bold), look.ink);
  style.character.size = std::max(style.character.size, pt(9.5));
  return style;
}

Length head_y(const Look& look, const PageEdges& edges) {
  return edges.block.y - look.page.head_above;
}

Length foot_y(const Look& look, const PageEdges& edges) {
  return edges.block.y + edges.block.height + look.page.foot_below;
}

bool has_head(const Look& look, Furniture furniture) {
  return furniture == Furniture::full && look.page.head_above > Length{};
}

/// Left the booklet, right the section.
void add_running_head(Workbench& bench, Page& page, const PageEdges& edges) {
  const Look& look = bench.look;
  const Rect& block = edges.block;
  OneLine line =
      set_head(bench, edges.is_right ? edges.section : text_in(bench.publication.booklet.title, bench.book.language),
               block.width);
  const Length x = edges.is_right ? block.x + block.width - line.width : block.x;
  add_line(page, std::move(line), look.micro, x, head_y(look, edges));
}

/// Outside the folio, inside the notice.
void add_foot(Workbench& bench, Page& page, const PageEdges& edges) {
  const Look& look = bench.look;
  const TextStyle style = folio_style(look);
  OneLine number = set_line(bench, page.folio, style, kArtifact, bench.book.language);
  OneLine notice = fitting_notice(bench, edges.block.width - number.width - look.micro.character.size * 2);
  const bool is_left = bench.format.is_two_sided && !edges.is_right;
  const Length left = edges.block.x, right = left + edges.block.width;
  const Length number_x = is_left ? left : right - number.width;
  const Length notice_x = is_left ? right - notice.width : left;
  add_line(page, std::move(number), style, number_x, foot_y(look, edges));
  add_line(page, std::move(notice), look.micro, notice_x, foot_y(look, edges));
}

}  // namespace

void add_furniture(Workbench& bench, Page& page, const PageEdges& edges) {
  if (has_head(bench.look, edges.furniture)) add_running_head(bench, page, edges);
  if (edges.furniture != Furniture::none) add_foot(bench, page, edges);
}

void add_parallel_furniture(Workbench& first, Workbench& second, Page& page, const PageEdges& edges) {
  const Look& look = first.look;
  const Length left = edges.block.x, right = page.width - look.page.outer;
  if (has_head(look, edges.furniture)) {
    add_line(page, set_head(first, edges.section, look.page.block_width), look.micro, left, head_y(look, edges));
    OneLine other = set_head(second, edges.other_section, look.page.block_width);
    const Length x = right - other.width;
    add_line(page, std::move(other), second.look.micro, x, head_y(look, edges));
  }
  if (edges.furniture == Furniture::none) return;
  add_line(page, fitting_notice(first, look.page.block_width), look.micro, left, foot_y(look, edges));
  const TextStyle style = folio_style(look);
  OneLine number = set_line(first, page.folio, style, kArtifact, first.book.language);
  const Length x = (left + right - number.width) / 2;
  add_line(page, std::move(number), style, x, foot_y(look, edges));
  OneLine notice = fitting_notice(second, look.page.block_width);
  const Length notice_x = right - notice.width;
  add_line(page, std::move(notice), second.look.micro, notice_x, foot_y(look, edges));
}

}  // namespace bifolio::layout
