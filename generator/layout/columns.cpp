#include "layout/columns.h"

#include <algorithm>
#include <numeric>

namespace bifolio::layout {
namespace {

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{});
}

/// Widths at which the longest cells take `lines` lines (in 1/256 of a line).
std::vector<Length> widths_at(const std::vector<ColumnNeed>& needs, std::int64_t lines) {
  std::vector<Length> widths;
  for (const ColumnNeed& need : needs) widths.push_back(std::max(need.minimum, scale(need.natural, 256, lines)));
  return widths;
}

/// What is left over goes to the columns in proportion; the last takes the rounding.
void fill(std::vector<Length>& widths, Length room) {
  const Length used = sum(widths);
  if (used.units <= 0 || widths.empty()) return;
  Length given;
  for (Length& width : widths) {
    width = Length{static_cast<std::int64_t>(static_cast<double>(width.units) * static_cast<double>(room.units) /
                                             static_cast<double>(used.units))};
    given += width;
  }
  widths.back() += room - given;
}

std::vector<Length> wished(const std::vector<ColumnNeed>& needs, Length room) {
  std::int64_t total = 0;
  for (const ColumnNeed& need : needs) {
    if (need.wish <= 0) return {};
    total += need.wish;
  }
  std::vector<Length> widths;
  for (const ColumnNeed& need : needs) {
    widths.push_back(scale(room, need.wish, total));
    if (widths.back() < need.minimum) return {};
  }
  return widths;
}

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length room) {
  if (std::vector<Length> widths = wished(needs, room); !widths.empty()) return widths;
  constexpr std::int64_t kMostLines = 256LL * 100000;
  std::int64_t low = 256, high = kMostLines;
  if (sum(widths_at(needs, high)) > room) return {};
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (sum(widths_at(needs, middle)) <= room)
      high = middle;
    else
      low = middle + 1;
  }
  std::vector<Length> widths = widths_at(needs, low);
  fill(widths, room);
  return widths;
}

}  // namespace bifolio::layout
