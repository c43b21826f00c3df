// The texts of a table: its caption, its heads, its cells.
#include <algorithm>

#include "layout/table.h"
#include "model/number_text.h"

namespace bifolio::layout {
namespace {

constexpr std::string_view kMinus = "−";

/// The glyph of the first minus sign stands for a hyphen from now on.
bool say_hyphen(GlyphRun& run) {
  std::size_t at = 0;
  for (Glyph& glyph : run.glyphs) {
    if (std::string_view(run.text).substr(at, glyph.text_size) == kMinus) {
      run.text.replace(at, kMinus.size(), 1, '-');
      glyph.text_size = 1;
      return true;
    }
    at += glyph.text_size;
  }
  return false;
}

/// In Chinese, Latin letters are set a little smaller than the rest.
CharacterStyle legible(const Look& look, CharacterStyle style) {
  if (look.is_large_print) return readable(style, pt(18));
  if (look.is_han) return readable(style);
  style.size = std::max(style.size, pt(8));
  return style;
}

TextStyle a_step_smaller(const Look& look, TextStyle style) {
  const Length size = style.character.size;
  style.character.size = scale(size, 88, 100);
  style.character.size = std::min(size, legible(look, style.character).size);
  style.leading = scale(style.leading, style.character.size.units, size.units);
  return style;
}

}  // namespace

TableStyle table_style(const Workbench& bench) {
  TableStyle style{in_face(bench.look.small, text::Role::hei, text::Weight::bold), bench.look.small};
  Length& head = style.head.character.size;
  if (!bench.look.is_large_print) head = std::min(head, std::max(pt(8.5), scale(head, 94, 100)));
  style.cells.character.tabular_digits = true;
  return style;
}

TableStyle small_table_style(const Workbench& bench) {
  const TableStyle style = table_style(bench);
  return {a_step_smaller(bench.look, style.head), a_step_smaller(bench.look, style.cells)};
}

std::string table_label(const Workbench& bench, const Table& table) {
  const std::string_view word = bench.language.labels().table;
  return table.number.empty() ? std::string(table.caption.empty() ? word : "")
                              : bench.language.numbered(word, table.number);
}

std::vector<Box> set_caption(Workbench& bench, const Place& place, const CaptionText& caption, TagId tag,
                             std::vector<int>* notes) {
  const TextStyle style = in_face(bench.look.small, text::Role::hei);
  CharacterStyle word = style.character;
  word.weight = text::Weight::bold;
  word.color = bench.look.accent;
  const bool is_furniture = tag == kArtifact;
  const TagId label_tag = is_furniture || caption.label.empty() ? tag : bench.tags.add("Span", tag);
  const TagId text_tag = is_furniture || caption.label.empty() ? tag : bench.tags.add("Span", tag);
  const std::string label_text = caption.label.empty() ? "" : caption.label + " ";
  const Label label{collect(label_text, {word, label_tag, place.language}), scale(style.character.size, 3, 4),
                    Label::Turned::under_label};
  Collected text = collect(bench, caption.text, {style.character, text_tag, place.language, place.document});
  if (notes != nullptr) *notes = text.notes;
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = place.language};
  return set_labelled(bench, label, text.pieces, block);
}

Collected collect_cell(Workbench& bench, const Place& place, const Row& row, const Inlines& content, bool has_evidence,
                       const TextStyle& style, TagId tag) {
  if (!has_evidence || row.evidence_sentence.empty()) {
    const std::optional<Inlines> shown = with_minus_sign(content);
    Collected cell = collect(bench, shown ? *shown : content, {style.character, tag, place.language, place.document});
    cell.shows_minus = shown.has_value();
    return cell;
  }
  Collected all;
  if (!content.empty()) {
    all = collect(bench, content, {style.character, bench.tags.add("Span", tag), place.language, place.document});
  }
  TextStyle sentence = in_face(style, text::Role::hei);
  if (!bench.look.is_large_print) {
    sentence.character.size = scale(style.character.size, 93, 100);
    sentence.character = legible(bench.look, sentence.character);
  }
  Collected more = collect(bench, row.evidence_sentence,
                           {sentence.character, bench.tags.add("Span", tag), place.language, place.document});
  if (!all.pieces.empty() && !more.pieces.empty()) {
    Piece turn{.text = "", .style = sentence.character, .language = place.language, .tag = more.pieces[0].tag};
    turn.is_break = true;
    all.pieces.push_back(std::move(turn));
  }
  all.pieces.insert(all.pieces.end(), more.pieces.begin(), more.pieces.end());
  all.notes.insert(all.notes.end(), more.notes.begin(), more.notes.end());
  return all;
}

void say_as_written(const Collected& cell, std::vector<Box>& lines) {
  if (!cell.shows_minus || cell.pieces.empty()) return;
  for (Box& line : lines) {
    for (Item& item : line.items) {
      auto* run = std::get_if<GlyphRun>(&item);
      if (run && run->tag == cell.pieces.front().tag && say_hyphen(*run)) return;
    }
  }
}

const Cell* cell_above(const Table& table, std::size_t row, std::size_t column) {
  for (std::size_t i = row + 1; i-- > 0;) {
    const Row& at = table.rows[i];
    if (at.kind == Row::Kind::group || column >= at.cells.size()) return nullptr;
    if (!at.cells[column].is_covered) return &at.cells[column];
  }
  return nullptr;
}

}  // namespace bifolio::layout
