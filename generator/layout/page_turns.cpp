// The zones of the screen edition: previous and next page at the sides, the contents
// below, at the same place on every page, so that a gaze or a switch finds them.
// What is drawn is furniture; the links stand in a section of their own at the end,
// where they interrupt nobody who listens.
#include "layout/book.h"

namespace bifolio::layout {
namespace {

constexpr Length kCorner = pt(4), kBorder = pt(0.75);

std::string page_name(std::size_t page) {
  return "page:" + std::to_string(page + 1);
}

/// A rounded rectangle; a corner is a quarter of a circle as a curve.
Path frame(const Rect& area, Color color, Color paper) {
  using Kind = PathStep::Kind;
  const Length left = area.x, top = area.y, right = area.x + area.width, bottom = area.y + area.height;
  const Length r = kCorner, c = scale(kCorner, 448, 1000);  // 1 − 0.552: the control points of a quarter circle
  Path path;
  path.steps = {{Kind::move, {left + r, top}, {}, {}},
                {Kind::line, {right - r, top}, {}, {}},
                {Kind::curve, {right - c, top}, {right, top + c}, {right, top + r}},
                {Kind::line, {right, bottom - r}, {}, {}},
                {Kind::curve, {right, bottom - c}, {right - c, bottom}, {right - r, bottom}},
                {Kind::line, {left + r, bottom}, {}, {}},
                {Kind::curve, {left + c, bottom}, {left, bottom - c}, {left, bottom - r}},
                {Kind::line, {left, top + r}, {}, {}},
                {Kind::curve, {left, top + c}, {left + c, top}, {left + r, top}},
                {Kind::close, {}, {}, {}}};
  path.fill = paper;  // on the cover it lies over the lines
  path.stroke = color;
  path.width = kBorder;
  return path;
}

/// ‹ or › in the middle of the zone.
Path chevron(const Rect& area, bool points_left, Length stroke, Color color) {
  using Kind = PathStep::Kind;
  const Length x = area.x + area.width / 2, y = area.y + area.height * 9 / 20;
  const Length reach = points_left ? -pt(7.5) : pt(7.5), rise = pt(18);
  Path path;
  path.steps = {{Kind::move, {x - reach, y - rise}, {}, {}},
                {Kind::line, {x + reach, y}, {}, {}},
                {Kind::line, {x - reach, y + rise}, {}, {}}};
  path.stroke = color;
  path.width = stroke;
  return path;
}

class PageTurns {
 public:
  PageTurns(Workbench& bench, PagedDocument& document) : bench_(bench), document_(document) {
    const theme::Context context{bench.format.edition, bench.book.language};
    const auto length = [&](std::string_view token) { return bench.theme.length(token, context); };
    const Length width = length("--zone-width"), edge = length("--zone-edge"), page = bench.look.page.page_width;
    previous_ = {edge, length("--zone-top"), width, length("--zone-height")};
    next_ = {page - edge - width, previous_.y, width, previous_.height};
    contents_ = {edge, length("--contents-zone-top"), width, length("--contents-zone-height")};
    stroke_ = length("--zone-stroke");
    paper_ = bench.theme.color("--paper", context);
    section_ = bench.tags.add("Sect", Tags::document());
  }

  void add(std::size_t page) {
    paragraph_ = bench_.tags.add("P", section_);
    const lang::Labels& labels = bench_.language.labels();
    if (page > 0) add_turn(page, previous_, labels.previous_page, page_name(page - 1), true);
    if (page + 1 < document_.pages.size()) add_turn(page, next_, labels.next_page, page_name(page + 1), false);
    add_zone(page, contents_, labels.contents, std::string(kContentsId));
    add_word(page, contents_, labels.contents, contents_.y + contents_.height / 2);
    document_.destinations.emplace(page_name(page), DestinationPlace{page, {}, {}, kArtifact});
  }

 private:
  void add_turn(std::size_t page, const Rect& area, std::string_view word, const std::string& to, bool points_left) {
    add_zone(page, area, word, to);
    document_.pages[page].items.emplace_back(chevron(area, points_left, stroke_, bench_.look.accent));
    add_word(page, area, word, area.y + area.height * 61 / 100);
  }

  void add_zone(std::size_t page, const Rect& area, std::string_view word, const std::string& to) {
    document_.pages[page].items.emplace_back(frame(area, bench_.look.accent, paper_));
    const TagId tag = bench_.tags.add("Link", paragraph_);
    document_.pages[page].links.push_back({{area}, "", to, std::string(word), tag});
  }

  /// Centred, in as many lines as it takes.
  void add_word(std::size_t page, const Rect& area, std::string_view word, Length center_y) {
    const TextStyle style = in_color(bench_.look.micro, bench_.look.ink);
    TextBlock block{.style = style,
                    .x = area.x + pt(3),
                    .measure = area.width - pt(6),
                    .setting = ParagraphStyle::Setting::center,
                    .language = bench_.book.language};
    const Context context{style.character, kArtifact, bench_.book.language};
    std::vector<Box> lines = set_text(bench_, collect(std::string(word), context), block);
    Length y = center_y - height(lines) / 2;
    for (Box& line : lines) {
      move(line, {}, y);
      y += line.height;
      for (Item& item : line.items) document_.pages[page].items.push_back(std::move(item));
    }
  }

  Workbench& bench_;
  PagedDocument& document_;
  Rect previous_, next_, contents_;
  Length stroke_;
  Color paper_;
  TagId section_ = kArtifact, paragraph_ = kArtifact;
};

}  // namespace

void add_page_turns(Workbench& bench, PagedDocument& document) {
  PageTurns turns(bench, document);
  for (std::size_t page = 0; page < document.pages.size(); ++page) turns.add(page);
}

}  // namespace bifolio::layout
