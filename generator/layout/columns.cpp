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

/// Shares as the author wished, a column without a wish counting as one of middle
/// size. Where a share is too narrow for the column's longest word, the column gets
/// the width of that word, and the others share what is left.
std::vector<Length> wished(const std::vector<ColumnNeed>& needs, Length room) {
  std::int64_t total = 0, count = 0, parts = 0;
  for (const ColumnNeed& need : needs) {
    total += std::max(0, need.wish);
    count += need.wish > 0;
  }
  if (count == 0) return {};
  std::vector<Length> widths(needs.size());
  const auto wish = [&](std::size_t i) {
    return needs[i].wish > 0 ? needs[i].wish : std::max<std::int64_t>(1, total / count);
  };
  for (std::size_t i = 0; i < needs.size(); ++i) parts += wish(i);
  for (bool is_settled = false; !is_settled;) {
    is_settled = true;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (widths[i] > Length{} || scale(room, wish(i), parts) >= needs[i].minimum) continue;
      widths[i] = needs[i].minimum;
      room -= widths[i];
      parts -= wish(i);
      is_settled = false;
      if (parts <= 0 || room <= Length{}) return {};
    }
  }
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (widths[i] > Length{}) continue;
    widths[i] = scale(room, wish(i), parts);
    room -= widths[i];
    parts -= wish(i);
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
