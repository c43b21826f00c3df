#include "html/plain_documents.h"

#include "model/walk.h"

namespace bifolio::html {
namespace {

void add_text(std::string& text, const std::string& more) {
  if (!more.empty()) text.append(more).append("\n");
}

/// The words of one block, not of blocks inside it.
std::string own_words(const Block& block) {
  std::string text;
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) text = plain_text(paragraph->children);
  if (const auto* figure = std::get_if<Figure>(&block.value)) text = plain_text(figure->caption) + "\n" + figure->alt;
  if (const auto* code = std::get_if<CodeBlock>(&block.value)) text = code->text;
  if (const auto* table = std::get_if<Table>(&block.value)) {
    add_text(text, plain_text(table->caption));
    for (const Column& column : table->columns) add_text(text, plain_text(column.heading));
    for (const Row& row : table->rows) {
      for (const Cell& cell : row.cells) add_text(text, plain_text(cell.content));
      add_text(text, plain_text(row.evidence_sentence));
    }
  }
  return text;
}

}  // namespace

std::vector<Section> sections_of(const Document& document) {
  const std::string title = (document.number.empty() ? "" : document.number + " ") + plain_text(document.title);
  std::vector<Section> sections = {{title, "", title + "\n"}};
  add_text(sections.back().text, plain_text(document.front.takeaway));
  add_text(sections.back().text, plain_text(document.front.abstract));
  const auto add_term = [&](const ListItem& item) { add_text(sections.back().text, plain_text(item.term)); };
  const auto add_block = [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.value)) {
      const std::string name = (heading->number.empty() ? "" : heading->number + " ") + plain_text(heading->children);
      sections.push_back({name, block.id, name + "\n"});
    } else {
      add_text(sections.back().text, own_words(block));
    }
  };
  for_each_block(document.blocks, add_block, add_term);
  for (const Note& note : document.notes) {
    for_each_block(
        note.children, [&](const Block& block) { add_text(sections.front().text, own_words(block)); },
        [&](const ListItem& item) { add_text(sections.front().text, plain_text(item.term)); });
  }
  return sections;
}

}  // namespace bifolio::html
