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

/// The first paragraph stands behind the label; others follow as paragraphs.
void add_note_paragraph(Workbench& bench, FootNote& note, const Inlines& text, TagId tag, Box* label,
                        Length label_width, const std::string& language) {
  const Look& look = bench.look;
  const TagId paragraph = bench.tags.add("P", tag, language);
  Collected collected = collect(bench, text, {look.small.character, paragraph, language, note.document});
  const Length em = look.small.character.size;
  TextBlock block = text_block(bench, look.small, language);
  block.first_indent = look.is_large_print ? Length{} : look.is_han ? em * 2 : em * 3 / 2;
  const Length indent = block.first_indent;
  if (label != nullptr) block.first_indent += label_width + (look.is_han ? em : em / 2);
  std::vector<Box> lines = set_text(bench, collected.pieces, block);
  if (lines.empty()) lines.push_back({.height = look.small.leading});
  if (label != nullptr) {
    Box first = std::move(*label);
    move(first, indent, {});
    first.height = lines[0].height;
    merge(first, std::move(lines[0]), {}, {});
    lines[0] = std::move(first);
  }
  for (Box& line : lines) {
    line.notes.clear();
    note.lines.push_back(std::move(line));
  }
  note.nested.insert(note.nested.end(), collected.notes.begin(), collected.notes.end());
}

/// The texts of a note's blocks; what is no paragraph is printed as one.
std::vector<const Inlines*> texts_of(const Blocks& blocks) {
  std::vector<const Inlines*> texts;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) texts.push_back(&paragraph->children);
    if (const auto* heading = std::get_if<Heading>(&block.value)) texts.push_back(&heading->children);
    const Blocks* children = nullptr;
    if (const auto* quote = std::get_if<BlockQuote>(&block.value)) children = &quote->children;
    if (const auto* alert = std::get_if<Alert>(&block.value)) children = &alert->children;
    if (const auto* division = std::get_if<Division>(&block.value)) children = &division->children;
    std::vector<const Inlines*> inner;
    if (children != nullptr) inner = texts_of(*children);
    if (const auto* list = std::get_if<List>(&block.value)) {
      for (const ListItem& item : list->items) {
        const auto more = texts_of(item.children);
        inner.insert(inner.end(), more.begin(), more.end());
      }
    }
    texts.insert(texts.end(), inner.begin(), inner.end());
  }
  return texts;
}

FootNote set_note(Workbench& bench, int number, TagId parent, const std::string& language) {
  FootNote note{.document = bench.notes[static_cast<std::size_t>(number)].document,
                .note = bench.notes[static_cast<std::size_t>(number)].note,
                .language = bench.book.language};
  const TagId tag = bench.tags.add("Note", parent, language);
  bench.tags[tag].id = "note-" + std::to_string(number);
  Length width;
  Box label = note_label(bench, number, tag, bench.look.small, language, width);
  const Blocks& blocks = bench.book.documents[note.document].notes[note.note].children;
  bool is_first = true;
  for (const Inlines* text : texts_of(blocks)) {
    add_note_paragraph(bench, note, *text, tag, is_first ? &label : nullptr, width, language);
    is_first = false;
  }
  if (is_first) {
    label.height = bench.look.small.leading;
    note.lines.push_back(std::move(label));
  }
  return note;
}

}  // namespace

void set_notes(Workbench& bench, const std::vector<int>& notes, TagId parent, const std::string& language) {
  std::vector<int> waiting(notes.rbegin(), notes.rend());
  while (!waiting.empty()) {
    const int number = waiting.back();
    waiting.pop_back();
    FootNote note = set_note(bench, number, parent, language);
    waiting.insert(waiting.end(), note.nested.rbegin(), note.nested.rend());
    bench.notes[static_cast<std::size_t>(number)] = std::move(note);
  }
}

}  // namespace bifolio::layout
