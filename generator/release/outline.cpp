#include "release/outline.h"

#include <map>

#include "lang/lang.h"
#include "model/walk.h"

namespace bifolio::release {
namespace {

template <typename... Visitors>
struct Visit : Visitors... {
  using Visitors::operator()...;
};

void drop_space(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
}

/// “Table 1-2” → “Table”: the words of a cross reference.
std::string without_number(const std::string& text) {
  std::string words;
  for (const char c : text) {
    const bool is_number = (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (!is_number) words += c;
  }
  drop_space(words);
  return words;
}

/// Id → what it names: the title of a part, the caption of a table or a figure.
using Titles = std::map<std::string, std::string, std::less<>>;

/// A cross reference is told by the title it leads to: its number may change though nothing else has.
std::string words_of(const CrossReference& reference, const Titles& titles) {
  const auto title = titles.find(reference.id);
  return title == titles.end() ? without_number(reference.text) : "“" + title->second + "”";
}

void read(const Inlines& inlines, const Titles& titles, std::string& out) {
  for (const Inline& node : inlines) {
    node.visit(Visit{[&](const Text& text) { out += text.text; }, [&](const Code& code) { out += code.text; },
                     [&](const LineBreak&) { out += ' '; }, [&](const Image& image) { read(image.alt, titles, out); },
                     [&](const Citation& citation) {
                       if (!citation.is_narrative) return drop_space(out);
                       for (const CitedWork& work : citation.works) out += "@" + work.key;
                     },
                     [&](const CrossReference& reference) { out += words_of(reference, titles); },
                     [&](const NoteMark&) {}, [&](const auto& parent) { read(parent.children, titles, out); }});
  }
}

Titles titles_of(const Book& book) {
  Titles titles;
  for (const Document& document : book.documents) {
    titles.emplace(document.title_id.empty() ? document.id : document.title_id, readable_text(document.title));
    for_each_block(document.blocks, [&](const Block& block) {
      if (block.attributes.id.empty()) return;
      if (const auto* heading = std::get_if<Heading>(&block.value))
        titles.emplace(block.attributes.id, readable_text(heading->children));
      if (const auto* table = std::get_if<Table>(&block.value))
        titles.emplace(block.attributes.id, readable_text(table->caption));
      if (const auto* figure = std::get_if<Figure>(&block.value))
        titles.emplace(block.attributes.id, readable_text(figure->caption));
    });
  }
  std::erase_if(titles, [](const auto& named) { return named.second.empty(); });
  return titles;
}

class Reader {
 public:
  explicit Reader(const Book& book) : book_(book), words_(lang::get(book.language)), titles_(titles_of(book)) {}

  Outline read_book() {
    for (const Document& document : book_.documents) {
      if (document.is_missing) continue;
      document_ = document.id;
      outline_.sections.push_back({document.id, document.title_id, readable_text(document.title), document.number, {}});
      add_text(document.front.takeaway);
      add_text(document.front.abstract);
      add_blocks(document.blocks);
      for (const Note& note : document.notes) add_blocks(note.children);
    }
    return std::move(outline_);
  }

 private:
  void add_text(const Inlines& inlines) {
    std::string text;
    read(inlines, titles_, text);
    if (!text.empty()) outline_.sections.back().texts.push_back(std::move(text));
    for_each_inline(inlines, [&](const Inline& node) {
      const auto* phrase = node.get_if<Phrase>();
      if (phrase && phrase->evidence) add_therapy(readable_text(phrase->children), *phrase->evidence);
    });
  }

  void add_blocks(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit(Visit{[&](const Paragraph& paragraph) { add_text(paragraph.children); },
                       [&](const Heading& heading) { add_section(block, heading); },
                       [&](const List& list) {
                         for (const ListItem& item : list.items) {
                           add_text(item.term);
                           add_blocks(item.children);
                         }
                       },
                       [&](const CodeBlock& code) { outline_.sections.back().texts.push_back(code.text); },
                       [&](const ThematicBreak&) {}, [&](const Table& table) { add_table(block, table); },
                       [&](const Figure& figure) { add_figure(block, figure); },
                       [&](const auto& parent) { add_blocks(parent.children); }},
                 block.value);
    }
  }

  void add_section(const Block& block, const Heading& heading) {
    outline_.sections.push_back({document_, block.attributes.id, readable_text(heading.children), heading.number, {}});
  }

  void add_table(const Block& block, const Table& table) {
    const std::string title = readable_text(table.caption);
    std::string key = block.attributes.id;
    if (key.empty()) key = table.source.empty() ? document_ + " " + title : table.source;
    outline_.tables.push_back({key, title.empty() ? key : title, &table});
    const auto names = row_names(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (!table.rows[i].evidence.is_empty()) add_therapy(names[i], table.rows[i].evidence);
    }
  }

  void add_figure(const Block& block, const Figure& figure) {
    const std::string title = readable_text(figure.caption);
    const std::string key = block.attributes.id.empty() ? figure.source : block.attributes.id;
    outline_.figures.push_back({key, title.empty() ? key : title, &figure});
  }

  void add_therapy(const std::string& name, const Evidence& evidence) {
    outline_.therapies.push_back({name, plain_text(words_.evidence_sentence(evidence))});
  }

  const Book& book_;
  const lang::Language& words_;
  Titles titles_;
  std::string document_;
  Outline outline_;
};

/// The column that names its rows.
std::size_t name_column(const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].role == ColumnRole::name) return i;
  }
  return 0;
}

}  // namespace

std::string readable_text(const Inlines& inlines) {
  std::string text;
  read(inlines, {}, text);
  return text;
}

std::string cell_text(const Table& table, std::size_t row, std::size_t column) {
  while (row > 0 && column < table.rows[row].cells.size() && table.rows[row].cells[column].is_covered) --row;
  const Row& of = table.rows[row];
  return column < of.cells.size() ? readable_text(of.cells[column].content) : "";
}

std::vector<std::string> row_names(const Table& table) {
  std::vector<std::string> names;
  std::map<std::string, int> seen;
  const std::size_t column = name_column(table);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::string name = cell_text(table, i, table.rows[i].kind == Row::Kind::group ? 0 : column);
    if (const int n = ++seen[name]; n > 1) name += " (" + std::to_string(n) + ")";
    names.push_back(std::move(name));
  }
  return names;
}

Outline outline_of(const Book& book) {
  return Reader(book).read_book();
}

}  // namespace bifolio::release
