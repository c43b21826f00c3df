#include <algorithm>

#include "layout/block.h"

namespace bifolio::layout {
namespace {

/// “①” at the head of the note leads back to its mark.
Box note_label(Workbench& bench, int note, TagId tag, const TextStyle& style, const std::string& language,
               Length& width) {
  const TagId label = bench.tags.add("Lbl", tag);
  const TagId link_tag = bench.tags.add("Link", label);
  const std::string name = "note-" + std::to_string(note);
  const int link =
      add_link(bench, {.destination = name + "-mark", .contents = std::string(bench.language.labels().back_to_text)});
  bench.places[link_tag] = name;
  CharacterStyle mark = style.character;
  mark.color = bench.look.accent;
  if (!bench.look.is_han && !bench.look.is_large_print) mark.slant = text::Slant::italic;
  bench.note_tags[link_tag] = {note, mark, language};
  Piece piece{.text = bench.language.note_mark(1), .style = mark, .language = language, .tag = link_tag, .link = link};
  OneLine line = set_line(bench, {piece}, style, language);
  width = line.width;
  return std::move(line.box);
}

/// What a flow wrote down, as lines: space becomes an empty box, a place where no
/// page should end a line that keeps the next.
std::vector<Box> lines_of(std::vector<Element>&& list) {
  std::vector<Box> lines;
  Length above;
  int penalty = kKeep;
  for (Element& element : list) {
    if (const auto* glue = std::get_if<Glue>(&element)) {
      above = std::max(above, glue->height);
    } else if (const auto* end = std::get_if<Break>(&element)) {
      penalty = std::min(penalty, end->penalty);
    } else {
      if (!lines.empty()) lines.back().keeps_next = penalty >= kStrong;
      if (!lines.empty() && above > Length{}) lines.push_back({.height = above, .keeps_next = true});
      lines.push_back(std::move(std::get<Box>(element)));
      lines.back().notes.clear();
      above = {};
      penalty = kKeep;
    }
  }
  return lines;
}

class NoteSetter {
 public:
  NoteSetter(Workbench& bench, int number, TagId parent, const std::string& language)
      : bench_(bench), number_(number), flow_(bench.look.page.block_height, list_), place_{.flow = flow_} {
    const Look& look = bench.look;
    const FootNote& note = bench.notes[static_cast<std::size_t>(number)];
    place_.parent = bench.tags.add("Note", parent, language);
    bench.tags[place_.parent].detail().id = "note-" + std::to_string(number);
    place_.document = note.document;
    place_.language = language;
    place_.style = look.small;
    place_.measure = look.page.block_width;
    place_.gap = look.gap;
    place_.indent = look.is_large_print ? Length{} : scale(look.small.character.size, look.is_han ? 4 : 3, 2);
    place_.is_note = true;
    place_.is_after_break = false;
  }

  std::vector<Box> set() {
    const FootNote& note = bench_.notes[static_cast<std::size_t>(number_)];
    std::span<const Block> blocks = bench_.book.documents[note.document].notes[note.note].children;
    Length width;
    Box label = note_label(bench_, number_, place_.parent, place_.style, place_.language, width);
    move(label, place_.indent, {});
    const auto* first = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks[0].value);
    if (first != nullptr) {
      add_first(first->children, std::move(label), width);
      blocks = blocks.subspan(1);
    } else {
      label.height = place_.style.leading;
      flow_.add(std::move(label));
      flow_.keep_with_next();
    }
    add_blocks(bench_, place_, blocks);
    return lines_of(std::move(list_));
  }

 private:
  /// The first paragraph stands behind the label.
  void add_first(const Inlines& text, Box&& label, Length width) {
    const TagId paragraph = bench_.tags.add("P", place_.parent, place_.language);
    Collected collected = collect(bench_, text, {place_.style.character, paragraph, place_.language, place_.document});
    const Length em = place_.style.character.size;
    TextBlock block = text_block(bench_, place_.style, place_.language);
    block.first_indent = place_.indent + width + (bench_.look.is_han ? em : em / 2);
    std::vector<Box> lines = set_text(bench_, collected.pieces, block);
    if (lines.empty()) lines.push_back({.height = place_.style.leading});
    set_notes(bench_, collected.notes, place_.parent, place_.language);
    place_.label = std::move(label);
    put(place_, std::move(lines));
  }

  Workbench& bench_;
  const int number_;
  std::vector<Element> list_;
  Flow flow_;
  Place place_;
};

}  // namespace

void set_notes(Workbench& bench, const std::vector<int>& notes, TagId parent, const std::string& language) {
  if (bench.nested_notes != nullptr) {  // they are set after the note that mentions them
    bench.nested_notes->insert(bench.nested_notes->end(), notes.begin(), notes.end());
    return;
  }
  std::vector<int> waiting(notes.rbegin(), notes.rend());
  while (!waiting.empty()) {
    const int number = waiting.back();
    waiting.pop_back();
    std::vector<int> nested;
    bench.nested_notes = &nested;
    std::vector<Box> lines = NoteSetter(bench, number, parent, language).set();
    bench.nested_notes = nullptr;
    waiting.insert(waiting.end(), nested.rbegin(), nested.rend());
    FootNote& note = bench.notes[static_cast<std::size_t>(number)];
    note.lines = std::move(lines);
    note.nested = std::move(nested);
  }
}

}  // namespace bifolio::layout
