#include "layout/impose.h"

#include "layout/box.h"

namespace bifolio::layout {
namespace {

/// Blank pages stand before the last one.
int source_page(int place, int pages, int places) {
  if (place == places - 1) return pages - 1;
  return place < pages - 1 ? place : -1;
}

/// On the left half pages end at the fold, on the right half they begin there.
void put_page(Page& sheet, const Page& page, bool is_left, Length creep) {
  const Length fold = sheet.width / 2;
  const Length x = is_left ? fold - page.width + creep : fold - creep;
  const Length y = (sheet.height - page.height) / 2;
  for (Item item : page.items) {
    move(item, x, y);
    std::visit([](auto& value) { value.tag = kArtifact; }, item);
    sheet.items.push_back(std::move(item));
  }
}

}  // namespace

std::vector<SheetSide> saddle_order(int pages) {
  if (pages <= 0) return {};
  const int places = (pages + 3) / 4 * 4;
  std::vector<SheetSide> sides;
  const auto page = [&](int place) { return source_page(place, pages, places); };
  for (int i = 0; i < places / 4; ++i) {
    sides.push_back({page(places - 1 - 2 * i), page(2 * i)});
    sides.push_back({page(2 * i + 1), page(places - 2 - 2 * i)});
  }
  return sides;
}

PagedDocument impose(const PagedDocument& document, const Sheet& sheet) {
  PagedDocument sheets;
  sheets.facts = document.facts;
  sheets.pictures = document.pictures;
  sheets.drawings = document.drawings;
  const std::vector<SheetSide> sides = saddle_order(static_cast<int>(document.pages.size()));
  for (std::size_t i = 0; i < sides.size(); ++i) {
    Page side{.width = sheet.width, .height = sheet.height};
    const Length creep = sheet.creep * static_cast<std::int64_t>(i / 2);
    if (sides[i].left >= 0) put_page(side, document.pages[static_cast<std::size_t>(sides[i].left)], true, creep);
    if (sides[i].right >= 0) put_page(side, document.pages[static_cast<std::size_t>(sides[i].right)], false, creep);
    side.folio = std::to_string(i + 1);
    sheets.pages.push_back(std::move(side));
  }
  if (!sheets.pages.empty()) sheets.labels.push_back({});
  return sheets;
}

}  // namespace bifolio::layout
