#include "layout/table_rows.h"

#include <algorithm>

namespace bifolio::layout {
namespace {

constexpr int kInsideRow = 900;  ///< a page that ends in a row: better only than one that is almost empty

/// A cell that stands beside several rows.
struct Merged {
  std::size_t column;
  std::size_t first, last;  ///< of the rows
  std::shared_ptr<Overlay> overlay;
  Length height() const { return overlay->content.height; }
  bool covers(std::size_t row) const { return row >= first && row <= last; }
};

class RowAdder {
 public:
  RowAdder(Flow& flow, std::vector<SetRow>&& rows, const RowLook& look)
      : flow_(flow), rows_(std::move(rows)), look_(look) {}

  void add_all() {
    take_merged_cells();
    make_room();
    const std::shared_ptr<Overlay> stripe = look_.is_striped && look_.look.stripe ? stripe_of_all() : nullptr;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::vector<std::shared_ptr<Overlay>> beside;
      if (stripe) beside.push_back(stripe);
      if (look_.look.row_rule > Length{}) beside.push_back(rules_above(i));
      for (const Merged& one : merged_) {
        if (one.covers(i)) beside.push_back(one.overlay);
      }
      if (i == 0) flow_.start_level();
      flow_.allow_break(penalty_before(i), look_.matter);
      add(std::move(rows_[i]), beside);
    }
  }

 private:
  Length height_of(std::size_t lines) const {
    return look_.leading * static_cast<std::int64_t>(lines) + kCellPadding * 2;
  }

  /// A merged cell stands beside its rows in an overlay.
  void take_merged_cells() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (SetCell& cell : rows_[i].cells) {
        if (cell.row_span == 1) continue;
        const std::size_t last = std::min(rows_.size(), i + static_cast<std::size_t>(cell.row_span)) - 1;
        merged_.push_back({cell.column, i, last, overlay_of(cell)});
        cell.lines.clear();
      }
      heights_.push_back(height_of(rows_[i].line_count));
    }
  }

  std::shared_ptr<Overlay> overlay_of(SetCell& cell) const {
    auto overlay = std::make_shared<Overlay>();
    overlay->content.height = kCellPadding;
    for (Box& line : cell.lines) {
      merge(overlay->content, std::move(line), {}, overlay->content.height);
      overlay->content.height += look_.leading;
    }
    overlay->content.height += kCellPadding;
    const SetColumn& column = look_.columns[cell.column];
    overlay->bracket_x = cell.column == 0 ? column.x + column.width + kColumnGap / 2 : column.x - kColumnGap / 2;
    overlay->inset = kCellPadding;
    overlay->color = look_.bracket;
    return overlay;
  }

  static std::shared_ptr<Overlay> overlay_of(Ground&& ground) {
    auto overlay = std::make_shared<Overlay>();
    overlay->ground = std::move(ground);
    return overlay;
  }

  /// Rows that share merged cells have one stripe.
  std::shared_ptr<Overlay> stripe_of_all() const {
    return overlay_of(Ground{.x = look_.x, .width = look_.width, .fill = look_.look.stripe});
  }

  /// No rule crosses a merged cell.
  std::shared_ptr<Overlay> rules_above(std::size_t row) const {
    Ground ground{.x = look_.x, .width = look_.width, .stroke = look_.look.row_rule};
    ground.color = look_.look.row_rule_color;
    const Length end = look_.x + look_.width;
    for (std::size_t i = 0; i < look_.columns.size(); ++i) {
      if (is_covered(row, i)) continue;
      const Length left = i == 0 ? look_.x : look_.columns[i].x;
      const bool is_last = i + 1 == look_.columns.size();
      const Length right = is_last                  ? end
                           : is_covered(row, i + 1) ? look_.columns[i].x + look_.columns[i].width
                                                    : look_.columns[i + 1].x;
      ground.rules.emplace_back(left, right - left);
    }
    return overlay_of(std::move(ground));
  }

  bool is_covered(std::size_t row, std::size_t column) const {
    return std::any_of(merged_.begin(), merged_.end(),
                       [&](const Merged& one) { return one.column == column && one.covers(row) && row != one.first; });
  }

  /// Where a merged cell is longer than its rows, the last of them grows.
  void make_room() {
    for (const Merged& one : merged_) {
      Length covered;
      for (std::size_t i = one.first; i <= one.last; ++i) covered += heights_[i];
      while (covered < one.height()) {
        ++rows_[one.last].line_count;
        heights_[one.last] += look_.leading;
        covered += look_.leading;
      }
    }
  }

  int penalty_before(std::size_t row) const {
    if (row == 0) return 0;
    for (const Merged& one : merged_) {
      if (!one.covers(row) || row == one.first) continue;
      Length above, below;
      for (std::size_t i = one.first; i <= one.last; ++i) (i < row ? above : below) += heights_[i];
      if (above < one.height() || below < one.height()) return kKeep;
    }
    return kRowGroup;
  }

  /// A row is one box, or, where it is tall, one box a line, so that pages may end in it.
  void add(SetRow&& row, const std::vector<std::shared_ptr<Overlay>>& overlays) {
    const bool splits = height_of(row.line_count) > flow_.height() * 11 / 20;
    Box box{.height = kCellPadding};
    for (std::size_t i = 0; i < row.line_count; ++i) {
      for (SetCell& cell : row.cells) {
        if (i < cell.lines.size()) merge(box, std::move(cell.lines[i]), {}, box.height);
      }
      box.height += look_.leading;
      const bool is_last = i + 1 == row.line_count;
      if (is_last) box.height += kCellPadding;
      if (!splits && !is_last) continue;
      box.overlays = overlays;
      flow_.add(std::move(box));
      box = {};
      if (!is_last) flow_.allow_break(i == 0 || i + 2 == row.line_count ? kWidow : kInsideRow, look_.matter);
    }
  }

  Flow& flow_;
  std::vector<SetRow> rows_;
  const RowLook& look_;
  std::vector<Merged> merged_;
  std::vector<Length> heights_;
};

}  // namespace

void add_rows(Flow& flow, std::vector<SetRow>&& rows, const RowLook& look) {
  RowAdder(flow, std::move(rows), look).add_all();
}

}  // namespace bifolio::layout
