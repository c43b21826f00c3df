#include <algorithm>

#include "layout/block.h"

namespace bifolio::layout {

TagId add_heading_tag(Workbench& bench, TagId parent, int level) {
  level = std::clamp(level, 1, std::min(6, bench.heading_level + 1));
  bench.heading_level = level;
  return bench.tags.add("H" + std::to_string(level), parent);
}

void add_to_outline(Workbench& bench, int level, const std::string& number, const std::string& title,
                    const std::string& id) {
  // A heading in another column joins the entry of its own.
  std::vector<OutlineEntry>& outline = bench.out.outline;
  if (!bench.place_prefix.empty() && !outline.empty() && outline.back().destination == id) {
    outline.back().title += " / " + title;
    return;
  }
  const int deepest = outline.empty() ? 1 : outline.back().level + 1;
  outline.push_back(
      {std::clamp(level, 1, deepest), number.empty() ? title : number + " " + title, place_name(bench, id)});
}

/// The number is a Span of its own, so that the rest of the heading is its title,
/// letter for letter. The space after the number belongs to the number.
TagId add_heading_text(Workbench& bench, Place& place, const HeadingText& heading, const std::string& id) {
  const TagId tag = add_heading_tag(bench, place.parent, heading.level);
  const CharacterStyle& style = heading.style.character;
  Label label{.pieces = {}, .gap = scale(style.size, 3, 4)};
  TagId title_tag = tag;
  if (!heading.number.empty()) {
    CharacterStyle number = style;
    number.weight = text::Weight::regular;
    number.color = bench.look.accent;
    label.pieces = collect(heading.number + " ", {number, bench.tags.add("Span", tag), place.language});
    title_tag = bench.tags.add("Span", tag);
  }
  Collected title = collect(bench, heading.title, {style, title_tag, place.language, place.document, false});
  TextBlock block = text_block(bench, heading.style, place.language);
  block.x = place.x;
  block.measure = place.measure;
  block.setting = ParagraphStyle::Setting::left;
  block.hyphenate = false;
  std::vector<Box> lines = set_labelled(bench, label, title.pieces, block);
  set_notes(bench, title.notes, place.parent, place.language);

  start_block(place, {.height = heading.space.above, .ahead = height(lines) + heading.space.below});
  if (!id.empty()) place.anchors.push_back({id, tag});
  put_kept(place, std::move(lines));
  place.flow.keep_with_next();
  place.flow.allow_break();
  place.flow.add(Glue{.height = heading.space.below, .to_grid = true});
  place.flow.keep_with_next();
  place.is_after_break = true;
  return tag;
}

void add_heading(Workbench& bench, Place& place, const Heading& heading, const std::string& id) {
  const int look = std::clamp(heading.level - 1, 0, 3);
  HeadingText text{.level = heading.level + place.heading_shift,
                   .number = heading.number,
                   .title = heading.children,
                   .style = bench.look.headings[look],
                   .space = bench.look.spaces[look]};
  add_heading_text(bench, place, text, id);
  add_to_outline(bench, bench.heading_level, heading.number, plain_text(heading.children), id);
}

}  // namespace bifolio::layout
