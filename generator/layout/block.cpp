#include "layout/block.h"

#include <algorithm>

#include "layout/rules.h"

namespace bifolio::layout {
namespace {

constexpr Length kAlertPadding = pt(8.5);
constexpr int kLeastEms = 8;  ///< a column is never made narrower

bool has_class(const Block& block, std::string_view name) {
  return block.attributes.has_class(name);
}

/// Moves the left edge in, and the right one as well, while there is room.
void narrow(const Workbench& bench, Place& place, Length left, Length right) {
  if (place.measure - left - right < bench.look.body.character.size * kLeastEms) return;
  place.x += left;
  place.measure -= left + right;
}

/// The place inside a container; what waits for the next box goes along.
Place inside(Place& place, TagId parent) {
  Place inner = place;
  inner.parent = parent;
  inner.is_inside = true;
  place.anchors.clear();
  place.label.reset();
  return inner;
}

void add_quote(Workbench& bench, Place& place, const Blocks& children) {
  start_block(place, wide_space(bench));
  Place inner = inside(place, bench.tags.add("BlockQuote", place.parent));
  if (!bench.look.is_large_print) {
    inner.style = in_face(place.style, text::Role::kai);
    // Once: a quotation in a quotation is no larger.
    if (bench.look.is_han && place.style.character.role != text::Role::kai)
      inner.style.character.size = scale(place.style.character.size, bench.look.kai_per_mille, 1000);
  }
  narrow(bench, inner, bench.look.list_indent, bench.look.list_indent);
  inner.is_after_break = true;
  place.flow.keep_with_next();
  add_blocks(bench, inner, children);
  start_block(place, wide_space(bench));
  place.is_after_break = true;
}

void add_code(Workbench& bench, Place& place, const CodeBlock& code) {
  start_block(place, {bench.look.body.leading / 2});
  const TagId paragraph = bench.tags.add("P", place.parent);
  TextStyle style = in_face(bench.look.small, text::Role::mono);
  const TagId tag = bench.tags.add("Code", paragraph);
  std::vector<Piece> pieces;
  for (std::size_t begin = 0; begin < code.text.size();) {
    const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
    Piece line{
        .text = code.text.substr(begin, end - begin), .style = style.character, .language = place.language, .tag = tag};
    if (!line.text.empty()) pieces.push_back(line);
    if (end + 1 < code.text.size()) {
      line.text.assign(1, '\n');
      line.is_break = true;
      pieces.push_back(line);
    }
    begin = end + 1;
  }
  TextBlock block{.style = style,
                  .x = place.x,
                  .measure = place.measure,
                  .setting = ParagraphStyle::Setting::left,
                  .language = place.language};
  put(place, set_text(bench, pieces, block));
  start_block(place, {.height = bench.look.body.leading / 2, .to_grid = true});
}

void add_thematic_break(Workbench& bench, Place& place) {
  start_block(place, {bench.look.body.leading});
  Box box{.height = bench.look.body.leading};
  const Length width = bench.look.body.character.size * 5;
  box.items.emplace_back(rule(place.x + (place.measure - width) / 2, box.height / 2, width, pt(0.5), bench.look.rule));
  place.flow.add(std::move(box));
  start_block(place, {bench.look.body.leading});
  place.is_after_break = true;
}

void add_division(Workbench& bench, Place& place, const Block& block, const Division& division) {
  if (has_class(block, "abstract") && division.children.size() == 1) {
    if (const auto* only = std::get_if<Paragraph>(&division.children[0].value)) {
      return add_summary(bench, place, bench.language.labels().summary, only->children);
    }
  }
  if (has_class(block, "epigraph")) return add_quote(bench, place, division.children);
  const std::string* language = block.attributes.find("lang");
  Place inner = inside(place, bench.tags.add("Div", place.parent, language ? *language : ""));
  if (language != nullptr) inner.language = *language;
  inner.is_inside = place.is_inside;
  add_blocks(bench, inner, division.children);
  place.is_after_break = inner.is_after_break;
}

/// In a note a heading is a line in bold, and no heading of the book.
void add_bold_line(Workbench& bench, Place& place, const Heading& heading, const std::string& id) {
  const TextStyle outer = std::exchange(place.style, in_face(place.style, text::Role::hei, text::Weight::bold));
  add_paragraph(bench, place, heading.children, id);
  place.style = outer;
  place.flow.keep_with_next();
}

}  // namespace

Place body_place(const Workbench& bench, Flow& flow, TagId parent, const std::string& language) {
  Place place{.flow = flow, .parent = parent, .language = language, .style = bench.look.body};
  place.measure = bench.look.page.block_width;
  place.indent = bench.look.indent;
  place.gap = bench.look.gap;
  return place;
}

void add_blocks(Workbench& bench, Place& place, std::span<const Block> blocks) {
  for (const Block& block : blocks) add_block(bench, place, block);
}

void add_block(Workbench& bench, Place& place, const Block& block) {
  place.flow.start_block(block.span, place.is_inside ? Flow::Inside::block : Flow::Inside::nothing);
  std::visit(
      [&](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, Paragraph>)
          add_paragraph(bench, place, value.children, block.id);
        else if constexpr (std::is_same_v<T, Heading>)
          place.is_note ? add_bold_line(bench, place, value, block.id) : add_heading(bench, place, value, block.id);
        else if constexpr (std::is_same_v<T, List>)
          add_list(bench, place, value, block.id);
        else if constexpr (std::is_same_v<T, Table>)
          add_table(bench, place, value, block);
        else if constexpr (std::is_same_v<T, Figure>)
          add_figure(bench, place, value, block.id, block.span);
        else {
          if (!block.id.empty()) place.anchors.push_back({block.id, kArtifact});
          if constexpr (std::is_same_v<T, BlockQuote>)
            add_quote(bench, place, value.children);
          else if constexpr (std::is_same_v<T, Alert>)
            add_alert(bench, place, alert_look(bench, value.kind), value.children);
          else if constexpr (std::is_same_v<T, CodeBlock>)
            add_code(bench, place, value);
          else if constexpr (std::is_same_v<T, ThematicBreak>)
            add_thematic_break(bench, place);
          else
            add_division(bench, place, block, value);
        }
      },
      block.value);
}

void add_paragraph(Workbench& bench, Place& place, const Inlines& children, const std::string& id) {
  if (children.empty()) return;
  const bool opens_gap = place.gap > Length{} && !place.is_after_break;
  start_block(place, {opens_gap ? place.gap : Length{}});
  const TagId tag = bench.tags.add("P", place.parent, place.language);
  Collected text = collect(bench, children, {place.style.character, tag, place.language, place.document});
  TextBlock block = text_block(bench, place.style, place.language);
  block.x = place.x;
  block.measure = place.measure;
  const bool is_indented = bench.look.is_han || !place.is_after_break;
  if (is_indented && !place.label) block.first_indent = place.indent;
  std::vector<Box> lines = set_text(bench, text.pieces, block);
  set_notes(bench, text.notes, place.parent, place.language);
  if (!id.empty()) place.anchors.push_back({id, tag});
  put(place, std::move(lines));
  place.is_after_break = false;
}

void add_summary(Workbench& bench, Place& place, std::string_view label, const Inlines& text) {
  if (text.empty()) return;
  start_block(place, {.height = bench.look.body.leading / 4});
  const Look& look = bench.look;
  const Length em = look.body.character.size;
  const Length bar = look.is_large_print ? pt(3) : pt(1.5);
  const TagId tag = bench.tags.add("P", place.parent, place.language);
  CharacterStyle word = in_color(in_face(look.body, text::Role::hei, text::Weight::bold), look.accent).character;
  const TagId word_tag = bench.tags.add("Span", tag);
  const TagId text_tag = bench.tags.add("Span", tag);
  Collected body = collect(bench, text, {look.body.character, text_tag, place.language, place.document});
  TextBlock block = text_block(bench, look.body, place.language);
  block.x = place.x + em;
  block.measure = place.measure - em;
  std::vector<Box> lines;
  if (label.empty()) {
    lines = set_text(bench, body.pieces, block);
  } else {
    const Label mark{collect(std::string(label) + " ", {word, word_tag, place.language}), look.is_han ? em : em / 2,
                     Label::Turned::under_label};
    lines = set_labelled(bench, mark, body.pieces, block);
  }
  set_notes(bench, body.notes, place.parent, place.language);
  auto beside = std::make_shared<Overlay>(
      Overlay{.content = {}, .bracket_x = place.x + bar / 2, .inset = {}, .color = look.accent, .stroke = bar});
  for (Box& line : lines) line.overlays.push_back(beside);
  put(place, std::move(lines));
  start_block(place, {.height = look.body.leading / 2, .to_grid = true});
  place.is_after_break = true;
}

AlertLook alert_look(const Workbench& bench, AlertKind kind) {
  const lang::Labels& labels = bench.language.labels();
  const Look& look = bench.look;
  switch (kind) {
    case AlertKind::note: return {labels.alert_note, look.accent, pt(0.75)};
    case AlertKind::tip: return {labels.alert_tip, look.accent, pt(0.75)};
    case AlertKind::important: return {labels.alert_important, look.accent, pt(1.5)};
    case AlertKind::warning: return {labels.alert_warning, look.ink, pt(1.5)};
    case AlertKind::caution: return {labels.alert_caution, look.ink, pt(1.5)};
  }
  return {};
}

void add_alert(Workbench& bench, Place& place, const AlertLook& alert, const Blocks& children) {
  start_block(place, wide_space(bench));
  const TagId tag = bench.tags.add("Div", place.parent);
  Place inner = inside(place, tag);
  inner.style = bench.look.alert;
  inner.indent = {};
  inner.gap = bench.look.alert.leading / 2;
  Box top{.height = kAlertPadding};
  top.items.emplace_back(rule(place.x, {}, place.measure, alert.stroke, alert.color));
  place.flow.add(std::move(top));
  place.flow.keep_all(place.keeps_alerts);
  const TextStyle word = in_color(in_face(bench.look.alert, text::Role::hei, text::Weight::bold), alert.color);
  OneLine label = set_line(bench, std::string(alert.label), word, bench.tags.add("P", tag), place.language);
  move(label.box, place.x, {});
  place.flow.allow_break(kKeep);
  std::vector<Box> lines;
  lines.push_back(std::move(label.box));
  put_kept(inner, std::move(lines));
  place.flow.keep_with_next();
  inner.is_after_break = true;
  add_blocks(bench, inner, children);
  place.flow.allow_break(kKeep);
  Box bottom{.height = kAlertPadding};
  bottom.items.emplace_back(rule(place.x, kAlertPadding, place.measure, alert.stroke, alert.color));
  place.flow.add(std::move(bottom));
  place.flow.keep_all(false);
  start_block(place, wide_space(bench));
  place.is_after_break = true;
}

void start_block(Place& place, Glue above) {
  place.flow.allow_break();
  if (above.height > Length{} || above.to_grid) place.flow.add(above);
}

namespace {

/// What waits for the next box joins it.
void attach(Place& place, std::vector<Box>& lines) {
  if (lines.empty()) return;
  for (Anchor& anchor : place.anchors) lines[0].anchors.push_back(std::move(anchor));
  place.anchors.clear();
  if (!place.label) return;
  Box first = std::move(*place.label);
  place.label.reset();
  first.height = lines[0].height;
  first.overlays = std::move(lines[0].overlays);
  first.ends_hyphenated = lines[0].ends_hyphenated;
  merge(first, std::move(lines[0]), {}, {});
  lines[0] = std::move(first);
}

}  // namespace

void put(Place& place, std::vector<Box>&& lines) {
  attach(place, lines);
  add_lines(place.flow, std::move(lines));
}

void put_kept(Place& place, std::vector<Box>&& lines) {
  attach(place, lines);
  add_kept_lines(place.flow, std::move(lines));
}

Glue wide_space(const Workbench& bench) {
  return {.height = bench.look.body.leading, .to_grid = true};
}

}  // namespace bifolio::layout
