// A table for a narrow column or large letters: each row becomes a stack, its name
// in bold, then “label: value” a line. It is a list to those who hear it, since
// there are no columns left to walk.
#include <algorithm>

#include "layout/table.h"

namespace bifolio::layout {
namespace {

class StackSetter {
 public:
  StackSetter(Workbench& bench, Place& place, const Table& table)
      : bench_(bench), place_(place), table_(table), style_(table_style(bench).cells) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) columns_.push_back(i);
    std::stable_partition(columns_.begin(), columns_.end(),
                          [&](std::size_t i) { return table.columns[i].role == ColumnRole::name; });
  }

  void add(const std::string& id) {
    start_block(place_, wide_space(bench_));
    list_ = bench_.tags.add("L", place_.parent);
    bench_.tags[list_].detail().list_numbering = "None";
    std::vector<int> notes;
    const TagId caption = bench_.tags.add("Caption", list_);
    std::vector<Box> lines =
        set_caption(bench_, place_, {table_label(bench_, table_), table_.caption}, caption, &notes);
    set_notes(bench_, notes, caption, place_.language);
    if (!id.empty()) place_.anchors.push_back({id, list_});
    put_kept(place_, std::move(lines));
    add_rule(pt(1.2), bench_.look.ink);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (table_.rows[row].kind == Row::Kind::group)
        add_group(table_.rows[row]);
      else
        add_row(row);
    }
    add_rule(pt(1.2), bench_.look.ink);
    start_block(place_, wide_space(bench_));
    place_.is_after_break = true;
  }

 private:
  void add_rule(Length stroke, Color color) {
    place_.flow.allow_break(kKeep);
    Box box{.height = kCellPadding * 2};
    box.items.emplace_back(rule(place_.x, kCellPadding, place_.measure, stroke, color));
    place_.flow.add(std::move(box));
    place_.flow.keep_with_next();
    needs_rule_ = false;
  }

  TextBlock block(const TextStyle& style) const {
    return {.style = style,
            .x = place_.x,
            .measure = place_.measure,
            .setting = ParagraphStyle::Setting::left,
            .language = place_.language};
  }

  TagId add_item() {
    body_ = bench_.tags.add("LBody", bench_.tags.add("LI", list_));
    return body_;
  }

  void add_group(const Row& row) {
    TextStyle style =
        in_face(style_, text::Role::hei, row.group_level == 0 ? text::Weight::bold : text::Weight::regular);
    if (row.group_level == 0) style.character.color = bench_.look.accent;
    const TagId tag = bench_.tags.add("P", add_item());
    const Inlines none;
    Collected text = collect(bench_, row.cells.empty() ? none : row.cells[0].content,
                             {style.character, tag, place_.language, place_.document});
    start_block(place_, {row.group_level == 0 ? pt(10.8) : Length{}});
    std::vector<Box> lines = set_text(bench_, text.pieces, block(style));
    set_notes(bench_, text.notes, body_, place_.language);
    put_kept(place_, std::move(lines));
    place_.flow.keep_with_next();
    needs_rule_ = false;
  }

  void add_row(std::size_t index) {
    const Row& row = table_.rows[index];
    start_block(place_);
    if (needs_rule_) {
      Box box{.height = kCellPadding * 2};
      box.items.emplace_back(rule(place_.x, kCellPadding, place_.measure, pt(0.5), bench_.look.hair));
      place_.flow.add(std::move(box));
      place_.flow.keep_with_next();
    }
    add_item();
    int printed = 0;
    for (const std::size_t i : columns_) {
      const Cell* cell = i < row.cells.size() ? cell_above(table_, index, i) : nullptr;
      const bool has_evidence = table_.has_evidence && i == table_.evidence_column && !row.evidence_sentence.empty();
      if (cell == nullptr || (cell->content.empty() && !has_evidence)) continue;
      if (printed == 1) place_.flow.keep_with_next();  // a name alone at the foot names nothing
      if (printed > 0) place_.flow.allow_break(kRowGroup);
      add_cell(row, *cell, i, printed == 0, has_evidence);
      ++printed;
    }
    needs_rule_ = true;
  }

  void add_cell(const Row& row, const Cell& cell, std::size_t column, bool is_name, bool has_evidence) {
    const TagId tag = bench_.tags.add("P", body_);
    TextStyle style = is_name ? in_face(style_, text::Role::hei, text::Weight::bold) : style_;
    const Inlines& heading = table_.columns[column].heading;
    if (is_name || heading.empty()) {
      Collected text = collect_cell(bench_, place_, row, cell.content, has_evidence, style, tag);
      std::vector<Box> lines = set_text(bench_, text.pieces, block(style));
      say_as_written(text, lines);
      set_notes(bench_, text.notes, body_, place_.language);
      return put(place_, std::move(lines));
    }
    TextStyle words = in_color(in_face(style_, text::Role::hei), bench_.look.soft);
    const TagId label_tag = bench_.tags.add("Span", tag);
    const TagId text_tag = bench_.tags.add("Span", tag);
    const std::string colon = bench_.look.is_han ? "：" : ": ";
    const Label label{collect(plain_text(heading) + colon, {words.character, label_tag, place_.language}),
                      style.character.size / (bench_.look.is_han ? 2 : 4), Label::Turned::under_label};
    Collected text = collect_cell(bench_, place_, row, cell.content, has_evidence, style, text_tag);
    std::vector<Box> lines = set_labelled(bench_, label, text.pieces, block(style));
    say_as_written(text, lines);
    set_notes(bench_, text.notes, body_, place_.language);
    put(place_, std::move(lines));
  }

  Workbench& bench_;
  Place& place_;
  const Table& table_;
  TextStyle style_;
  std::vector<std::size_t> columns_;  ///< the name first
  TagId list_ = kArtifact, body_ = kArtifact;
  bool needs_rule_ = false;
};

}  // namespace

void add_stacks(Workbench& bench, Place& place, const Table& table, const std::string& id) {
  StackSetter(bench, place, table).add(id);
}

}  // namespace bifolio::layout
