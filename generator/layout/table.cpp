#include "layout/table.h"

#include <algorithm>

#include "layout/rules.h"
#include "layout/table_columns.h"
#include "layout/table_rows.h"

namespace bifolio::layout {
namespace {

constexpr Length kGroupAbove = pt(10.8);
constexpr Length kThickRule = pt(1.2), kHeadRule = pt(0.6), kOpenRule = pt(0.5);
constexpr std::size_t kLongestGroup = 400;  ///< rows of one merged cell that are held together

class TableSetter {
 public:
  TableSetter(Workbench& bench, Place& place, const Table& table, const TableStyle& style,
              std::vector<SetColumn> columns)
      : bench_(bench),
        place_(place),
        table_(table),
        cells_(style.cells),
        head_(style.head),
        columns_(std::move(columns)) {}

  TagId add(const std::string& id);

 private:
  void add_head(const std::string& id);
  void add_group_rows(std::size_t& row);
  void add_body_rows(std::size_t& row);
  Box head_box(TagId row);
  Box group_box(std::size_t row, const std::vector<TagId>& tags, bool is_continued);
  std::size_t end_of_merged_rows(std::size_t row) const;
  SetRow set_row(std::size_t row);
  SetCell set_cell(std::size_t row, std::size_t column, TagId row_tag);
  void tag_cell(TagId cell, std::size_t row, std::size_t column);
  void add_end();

  std::shared_ptr<const BreakMatter> matter(bool with_group);
  bool is_row_header(std::size_t column) const { return table_.columns[column].role == ColumnRole::name; }
  std::string cell_id(std::string_view kind, std::size_t n) const {
    return "t" + std::to_string(tag_) + std::string(kind) + std::to_string(n);
  }
  Box rule_box(Length above, Length stroke, Length below, Color) const;

  Workbench& bench_;
  Place& place_;
  const Table& table_;
  TextStyle cells_, head_;
  std::vector<SetColumn> columns_;
  TagId tag_ = kArtifact, body_ = kArtifact;
  Box head_furniture_;
  std::vector<std::size_t> group_rows_;  ///< the groups that hold now, outermost first
  std::vector<std::string> group_ids_;
  std::shared_ptr<const BreakMatter> matter_with_group_, matter_without_;
  bool is_second_ = false;     ///< the next rows stand on a stripe
  bool is_irregular_ = false;  ///< has groups or merged cells: cells name their headers
};

// Head

Box TableSetter::rule_box(Length above, Length stroke, Length below, Color color) const {
  Box box{.height = above + below};
  box.items.emplace_back(rule(place_.x, above, place_.measure, stroke, color));
  return box;
}

Box TableSetter::head_box(TagId row_tag) {
  std::vector<SetCell> cells;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = table_.columns[i];
    const TagId tag = row_tag == kArtifact ? kArtifact : bench_.tags.add("TH", row_tag);
    if (tag != kArtifact) {
      bench_.tags[tag].scope = Scope::column;
      if (is_irregular_) bench_.tags[tag].detail().id = cell_id("c", i);
    }
    const Collected text = collect(bench_, column.heading, {head_.character, tag, place_.language, place_.document});
    TextBlock block{.style = head_, .x = columns_[i].x, .measure = columns_[i].width, .language = place_.language};
    block.setting = setting_of(column.alignment);
    cells.push_back({set_text(bench_, text.pieces, block), i});
    set_notes(bench_, text.notes, tag, place_.language);
    lines = std::max(lines, cells.back().lines.size());
  }
  const Length padding = kCellPadding;
  Box box{.height = padding * 2 + head_.leading * static_cast<std::int64_t>(lines)};
  box.items.emplace_back(rule(place_.x, {}, place_.measure, kThickRule, bench_.look.ink));
  for (SetCell& cell : cells) {
    // Short heads stand at the bottom, next to their columns.
    Length y = padding + head_.leading * static_cast<std::int64_t>(lines - cell.lines.size());
    for (Box& line : cell.lines) {
      merge(box, std::move(line), {}, y);
      y += head_.leading;
    }
  }
  box.items.emplace_back(rule(place_.x, box.height, place_.measure, kHeadRule, bench_.look.ink));
  return box;
}

void TableSetter::add_head(const std::string& id) {
  start_block(place_, wide_space(bench_));
  tag_ = bench_.tags.add("Table", place_.parent);
  const TagId caption = bench_.tags.add("Caption", tag_);
  std::vector<int> notes;
  std::vector<Box> lines = set_caption(bench_, place_, {table_label(bench_, table_), table_.caption}, caption, &notes);
  const TagId head = bench_.tags.add("THead", tag_);
  Box box = head_box(bench_.tags.add("TR", head));
  body_ = bench_.tags.add("TBody", tag_);
  set_notes(bench_, notes, caption, place_.language);
  head_furniture_ = as_furniture(box);
  if (!id.empty()) place_.anchors.push_back({id, tag_});
  put_kept(place_, std::move(lines));
  place_.flow.allow_break(kKeep);
  place_.flow.add(Box{.height = kCellPadding});
  place_.flow.add(std::move(box));
  place_.flow.keep_with_next();
}

// What a page break adds

std::shared_ptr<const BreakMatter> TableSetter::matter(bool with_group) {
  with_group = with_group && !group_rows_.empty();
  auto& kept = with_group ? matter_with_group_ : matter_without_;
  if (kept) return kept;
  BreakMatter made;
  const TextStyle small = in_color(in_face(bench_.look.micro, text::Role::hei), bench_.look.soft);
  OneLine word = set_line(bench_, std::string(bench_.language.labels().continues), small, kArtifact, place_.language);
  Box open = rule_box(kCellPadding, kOpenRule, pt(2) + small.leading, bench_.look.rule);
  merge(open, std::move(word.box), place_.x + place_.measure - word.width, kCellPadding + pt(2));
  made.before.push_back(std::move(open));

  const std::string label = bench_.language.continued(table_label(bench_, table_));
  for (Box& line : set_caption(bench_, place_, {label, table_.caption}, kArtifact, nullptr)) {
    made.after.push_back(as_furniture(std::move(line)));
  }
  made.after.push_back({.height = kCellPadding});
  made.after.push_back(head_furniture_);
  if (with_group) made.after.push_back(group_box(group_rows_.back(), {}, true));
  kept = std::make_shared<const BreakMatter>(std::move(made));
  return kept;
}

// Groups

/// Outer and inner group on one line: 小分子　抑制蛋白聚集. Groups that were named
/// before are printed again, but read aloud only once.
Box TableSetter::group_box(std::size_t last, const std::vector<TagId>& tags, bool is_continued) {
  Box box{.height = kGroupAbove + cells_.leading + kCellPadding};
  Length x = columns_.front().x;
  for (std::size_t i = 0; i < group_rows_.size(); ++i) {
    const Row& row = table_.rows[group_rows_[i]];
    TextStyle style = in_face(cells_, text::Role::hei, i == 0 ? text::Weight::bold : text::Weight::regular);
    if (i == 0) style.character.color = bench_.look.accent;
    const std::size_t first_new = group_rows_.size() - tags.size();
    const TagId tag = i < first_new ? kArtifact : tags[i - first_new];
    const Inlines none;
    const Inlines& content = row.cells.empty() ? none : row.cells[0].content;
    Collected text = collect(bench_, content, {style.character, tag, place_.language, place_.document});
    if (is_continued && group_rows_[i] == last) {
      text.pieces =
          collect(bench_.language.continued(plain_text(content)), {style.character, kArtifact, place_.language});
    }
    OneLine line = set_line(bench_, text.pieces, style, place_.language);
    set_notes(bench_, text.notes, tag, place_.language);
    merge(box, std::move(line.box), x, kGroupAbove);
    x += line.width + cells_.character.size;
  }
  return box;
}

void TableSetter::add_group_rows(std::size_t& index) {
  std::vector<TagId> tags;
  for (; index < table_.rows.size() && table_.rows[index].kind == Row::Kind::group; ++index) {
    const auto level = static_cast<std::size_t>(std::max(0, table_.rows[index].group_level));
    if (!tags.empty() && level < group_rows_.size()) break;  // the next group of the same level: a line of its own
    group_rows_.resize(std::min(level, group_rows_.size()));
    group_ids_.resize(group_rows_.size());
    const TagId header = bench_.tags.add("TH", bench_.tags.add("TR", body_));
    bench_.tags[header].scope = Scope::row;
    bench_.tags[header].column_span = static_cast<int>(columns_.size());
    bench_.tags[header].detail().id = cell_id("g", index);
    group_rows_.push_back(index);
    group_ids_.push_back(bench_.tags[header].details().id);
    tags.push_back(header);
  }
  matter_with_group_.reset();
  is_second_ = false;
  place_.flow.start_level();
  place_.flow.allow_break(0, matter(false));
  place_.flow.add(group_box(group_rows_.back(), tags, false));
  place_.flow.keep_with_next();
}

// Rows

/// Rows that share merged cells, directly or through one another.
std::size_t TableSetter::end_of_merged_rows(std::size_t row) const {
  std::size_t end = row + 1;
  for (std::size_t i = row; i < end && i < table_.rows.size(); ++i) {
    for (const Cell& cell : table_.rows[i].cells) {
      if (!cell.is_covered) end = std::max(end, i + static_cast<std::size_t>(std::max(1, cell.row_span)));
    }
  }
  return std::min(end, table_.rows.size());
}

void TableSetter::tag_cell(TagId cell, std::size_t row, std::size_t column) {
  Tag& tag = bench_.tags[cell];
  tag.row_span = std::max(1, table_.rows[row].cells[column].row_span);
  if (is_row_header(column)) {
    tag.scope = Scope::row;
    if (is_irregular_) tag.detail().id = cell_id("r", row);
  }
  if (!is_irregular_) return;
  std::vector<std::string>& headers = tag.detail().headers;
  headers.push_back(cell_id("c", column));
  headers.insert(headers.end(), group_ids_.begin(), group_ids_.end());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool names_row = is_row_header(i) && i != column && i < table_.rows[row].cells.size();
    if (names_row && !table_.rows[row].cells[i].is_covered) headers.push_back(cell_id("r", row));
  }
}

SetCell TableSetter::set_cell(std::size_t row, std::size_t column, TagId row_tag) {
  const Cell& cell = table_.rows[row].cells[column];
  const TagId tag = bench_.tags.add(is_row_header(column) ? "TH" : "TD", row_tag);
  tag_cell(tag, row, column);
  const bool has_evidence = table_.has_evidence && column == table_.evidence_column;
  Collected text = collect_cell(bench_, place_, table_.rows[row], cell.content, has_evidence, cells_, tag);
  TextBlock block{
      .style = cells_, .x = columns_[column].x, .measure = columns_[column].width, .language = place_.language};
  block.setting = setting_of(table_.columns[column].alignment);
  if (table_.columns[column].alignment == Alignment::decimal) {
    const Length shift = columns_[column].point - width_before_point(bench_, place_, cell.content, cells_);
    if (shift > Length{}) block.x += shift;
  }
  SetCell set{set_text(bench_, text.pieces, block), column, std::max(1, cell.row_span)};
  say_as_written(text, set.lines);
  set_notes(bench_, text.notes, tag, place_.language);
  return set;
}

SetRow TableSetter::set_row(std::size_t row) {
  SetRow set;
  const TagId tag = bench_.tags.add("TR", body_);
  const std::size_t count = std::min(columns_.size(), table_.rows[row].cells.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (table_.rows[row].cells[i].is_covered) continue;
    set.cells.push_back(set_cell(row, i, tag));
    if (set.cells.back().row_span == 1) set.line_count = std::max(set.line_count, set.cells.back().lines.size());
  }
  return set;
}

void TableSetter::add_body_rows(std::size_t& index) {
  const std::size_t end = end_of_merged_rows(index);
  const Length most = place_.flow.height() / 2;
  std::vector<SetRow> rows;
  bool holds_together = end - index <= kLongestGroup;
  for (; index < end && table_.rows[index].kind == Row::Kind::body; ++index) {
    rows.push_back(set_row(index));
    for (SetCell& cell : rows.back().cells) {
      // A merged cell that is itself longer than half a page is printed in its first row.
      if (cell.row_span > 1 &&
          (!holds_together || cells_.leading * static_cast<std::int64_t>(cell.lines.size()) > most)) {
        cell.row_span = 1;
        rows.back().line_count = std::max(rows.back().line_count, cell.lines.size());
      }
    }
  }
  add_rows(place_.flow, std::move(rows),
           {.leading = cells_.leading,
            .columns = columns_,
            .bracket = bench_.look.rule,
            .look = bench_.look,
            .x = place_.x,
            .width = place_.measure,
            .is_striped = is_second_,
            .matter = matter(true)});
  is_second_ = !is_second_;
}

void TableSetter::add_end() {
  place_.flow.allow_break(kKeep);
  place_.flow.add(rule_box(kCellPadding, kThickRule, {}, bench_.look.ink));
  start_block(place_, wide_space(bench_));
  place_.is_after_break = true;
}

TagId TableSetter::add(const std::string& id) {
  is_irregular_ = std::any_of(table_.rows.begin(), table_.rows.end(), [](const Row& row) {
    return row.kind == Row::Kind::group || std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
             return cell.is_covered || cell.row_span > 1;
           });
  });
  add_head(id);
  for (std::size_t row = 0; row < table_.rows.size();) {
    if (table_.rows[row].kind == Row::Kind::group) {
      add_group_rows(row);
    } else {
      add_body_rows(row);
    }
  }
  add_end();
  return tag_;
}

/// Where the columns of a table stand: over the measure, but inside of stripes.
Place columns_place(const Workbench& bench, const Place& place, bool is_turned) {
  Place columns = place;
  if (is_turned) columns.x = {};
  if (is_turned) columns.measure = bench.look.page.block_height;
  const Length inset = bench.look.stripe ? kCellPadding : Length{};
  columns.x += inset;
  columns.measure -= inset * 2;
  return columns;
}

}  // namespace

void add_table(Workbench& bench, Place& place, const Table& table, const Block& block) {
  if (table.columns.empty()) return;
  const int columns = static_cast<int>(table.columns.size());
  if (columns >= bench.format.stacked_from_columns) return add_stacks(bench, place, table, block.id);
  const TableStyle style = block.attributes.has_class("small") ? small_table_style(bench) : table_style(bench);
  const bool is_turned =
      bench.format.turns != Format::Turns::nothing && block.attributes.has_class("turned") && may_float(bench, place);
  std::vector<SetColumn> sides = set_columns(bench, columns_place(bench, place, is_turned), table, style);
  if (sides.empty()) {
    report(bench, layout_table_wide, table.caption_span.file.is_known() ? table.caption_span : block.span,
           {{"edition", bench.format.edition}});
    return add_stacks(bench, place, table, block.id);
  }
  const MakeFloat set = [&](Place& at) { return TableSetter(bench, at, table, style, std::move(sides)).add(block.id); };
  if (is_turned) return add_turned(bench, place, set);
  // What is longer would leave little of a page to text; it is divided.
  add_float(bench, place, place.flow.height() * 3 / 4, set);
}

}  // namespace bifolio::layout
