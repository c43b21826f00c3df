#include "support/sketch.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "model/walk.h"

namespace bifolio::testing {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == text.npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

/// “1.3 病情” → {"1.3", "病情"}
std::pair<std::string, std::string> numbered(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == text.npos || text.find_first_not_of("0123456789.-") != space) return {"", text};
  return {text.substr(0, space), trimmed(text.substr(space))};
}

class InlineSketch {
 public:
  explicit InlineSketch(std::string_view text) : text_(text) {}

  Inlines read() {
    while (at_ < text_.size()) {
      if (!read_mark()) plain_ += text_[at_++];
    }
    flush();
    return std::move(out_);
  }

 private:
  bool read_mark() {
    return enclosed("**", "**",
                    [](std::string_view inner) {
                      return Inline{Strong{sketch_inlines(inner)}, {}};
                    }) ||
           enclosed("*", "*",
                    [](std::string_view inner) {
                      return Inline{Emphasis{sketch_inlines(inner)}, {}};
                    }) ||
           enclosed("~~", "~~",
                    [](std::string_view inner) {
                      return Inline{Strikethrough{sketch_inlines(inner)}, {}};
                    }) ||
           enclosed("`", "`",
                    [](std::string_view inner) {
                      return Inline{Code{std::string(inner)}, {}};
                    }) ||
           enclosed("[^", "]", note) || enclosed("[", "]", citation) || enclosed("(#", ")", reference) ||
           enclosed("<", ">", link) || enclosed("{", "}", phrase);
  }

  template <typename Make>
  bool enclosed(std::string_view open, std::string_view close, Make make) {
    if (text_.substr(at_, open.size()) != open) return false;
    const std::size_t end = text_.find(close, at_ + open.size());
    if (end == text_.npos) return false;
    flush();
    out_.push_back(make(text_.substr(at_ + open.size(), end - at_ - open.size())));
    at_ = end + close.size();
    return true;
  }

  static std::size_t number(std::string_view digits) {
    std::size_t value = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  static Inline note(std::string_view inner) { return {NoteMark{std::string(inner), number(inner) - 1}, {}}; }

  /// [1+2]: two works, of which each number is printed.
  static Inline citations(std::string_view inner, std::size_t plus) {
    Citation citation;
    citation.anchor = "cite-" + std::string(inner);
    citation.rendered.style.position = RichStyle::Position::superscript;
    for (const std::string_view one : {inner.substr(0, plus), inner.substr(plus + 1)}) {
      CitedWork work{.key = std::string(one)};
      work.reference = number(one) - 1;
      citation.works.push_back(std::move(work));
      if (!citation.rendered.children.empty()) citation.rendered.children.push_back({.text = ","});
      citation.rendered.children.push_back({.text = std::string(one), .variable = "citation-number"});
    }
    return {std::move(citation), {}};
  }

  static Inline citation(std::string_view inner) {
    if (const std::size_t plus = inner.find('+'); plus != inner.npos) return citations(inner, plus);
    Citation citation;
    CitedWork work{.key = std::string(inner)};
    work.reference = number(inner) - 1;
    citation.works.push_back(std::move(work));
    citation.anchor = "cite-" + std::string(inner);
    citation.rendered = {.text = "[" + std::string(inner) + "]"};
    citation.rendered.style.position = RichStyle::Position::superscript;
    return {std::move(citation), {}};
  }

  static Inline reference(std::string_view inner) {
    CrossReference to{.id = std::string(inner), .text = std::string(inner)};
    to.destination = {.kind = Destination::Kind::anchor, .id = std::string(inner)};
    return {std::move(to), {}};
  }

  static Inline link(std::string_view inner) {
    Link link{.target = std::string(inner), .children = {{Text{std::string(inner)}, {}}}};
    link.is_bare = true;
    link.destination = {.kind = Destination::Kind::external, .url = std::string(inner)};
    return {std::move(link), {}};
  }

  static Inline phrase(std::string_view inner) {
    Phrase phrase;
    if (const std::size_t bar = inner.find('|'); bar != inner.npos) {
      phrase.children = sketch_inlines(inner.substr(0, bar));
      phrase.evidence_sentence = sketch_inlines(inner.substr(bar + 1));
      return {std::move(phrase), {}};
    }
    const std::size_t colon = inner.find(':');
    phrase.attributes.pairs.push_back({"lang", std::string(inner.substr(0, colon))});
    phrase.children = sketch_inlines(colon == inner.npos ? inner : inner.substr(colon + 1));
    return {std::move(phrase), {}};
  }

  void flush() {
    if (!plain_.empty()) out_.push_back({Text{std::move(plain_)}, {}});
    plain_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string plain_;
  Inlines out_;
};

class Sketch {
 public:
  Publication read(std::string_view text) {
    publication_.books.emplace_back();
    bool in_facts = true;
    for (const std::string& line : split_lines(text)) {
      if (line.empty())
        in_facts = false;
      else if (in_facts && line.find(": ") != line.npos && line[0] >= 'a' && line[0] <= 'z')
        fact(line);
      else
        add(line);
      if (!in_facts && line.empty()) table_ = nullptr;
    }
    finish();
    return std::move(publication_);
  }

 private:
  static std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines.emplace_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return lines;
  }

  Book& book() { return publication_.books[0]; }
  Document& document() {
    if (book().documents.empty()) open_document("");
    return book().documents.back();
  }

  void fact(const std::string& line) {
    const std::size_t colon = line.find(": ");
    const std::string name = line.substr(0, colon), value = line.substr(colon + 2);
    Booklet& booklet = publication_.booklet;
    if (name == "language") {
      book().language = value;
      booklet.languages = {value};
    } else if (name == "version") {
      booklet.version = value;
    } else if (name == "date") {
      booklet.date = value;
    } else if (name == "licence") {
      booklet.licence = value;
    } else if (name == "contact") {
      booklet.contact = value;
    } else {
      // `title@en: …` in that language, `title: …` in the book's
      const std::size_t at = name.find('@');
      const std::string language = at == name.npos ? book().language : name.substr(at + 1);
      const std::string what = name.substr(0, at);
      LocalText* texts[] = {&booklet.title, &booklet.subtitle, &booklet.group,
                            &booklet.motto, &booklet.notice,   &booklet.purpose};
      constexpr std::string_view kNames[] = {"title", "subtitle", "group", "motto", "notice", "purpose"};
      for (std::size_t i = 0; i < 6; ++i) {
        if (what == kNames[i]) (*texts[i])[language] = value;
      }
      if (language != book().language &&
          std::count(booklet.languages.begin(), booklet.languages.end(), language) == 0) {
        booklet.languages.push_back(language);
      }
    }
  }

  void open_document(const std::string& title) {
    Document document;
    document.language = book().language;
    const auto [number, text] = numbered(title);
    document.number = number;
    document.title = sketch_inlines(text);
    document.id = "doc-" + std::to_string(book().documents.size() + 1);
    const std::size_t index = book().documents.size();
    book().documents.push_back(std::move(document));
    if (!in_phase_) book().chapters.push_back({.id = "chapter", .documents = {}});
    book().chapters.back().documents.push_back(index);
    book().contents.push_back({in_phase_ ? ContentsEntry::Kind::document : ContentsEntry::Kind::chapter,
                               in_phase_ ? 2 : 1, number, book().documents[index].title, index, ""});
  }

  void open_chapter(const std::string& line) {
    std::vector<std::string> parts = split(line, '|');
    parts.resize(5);
    Document opener;
    opener.language = book().language;
    opener.title = sketch_inlines(parts[1]);
    opener.front.abstract = sketch_inlines(parts[2]);
    opener.is_chapter_opener = true;
    opener.number = std::to_string(book().chapters.size() + 1);
    opener.id = "chapter-" + opener.number;
    Phase phase{
        .id = opener.id, .title = {{book().language, parts[0]}}, .period_begin = parts[3], .period_end = parts[4]};
    publication_.booklet.phases.push_back(phase);
    Chapter chapter{.id = opener.id,
                    .number = opener.number,
                    .phase = publication_.booklet.phases.size() - 1,
                    .opener = book().documents.size(),
                    .documents = {}};
    book().contents.push_back(
        {ContentsEntry::Kind::chapter, 1, opener.number, opener.title, book().documents.size(), ""});
    book().documents.push_back(std::move(opener));
    book().chapters.push_back(std::move(chapter));
    in_phase_ = true;
  }

  Block& add_block(Block::Value value) {
    Block block{std::move(value), {}};
    block.id = "b" + std::to_string(++blocks_);
    document().blocks.push_back(std::move(block));
    return document().blocks.back();
  }

  void add(const std::string& line) {
    if (line.empty()) return;
    const auto after = [&](std::size_t count) { return trimmed(std::string_view(line).substr(count)); };
    if (line.starts_with("@ ")) return open_chapter(after(2));
    if (line.starts_with("# ")) return open_document(after(2));
    if (line.starts_with("~ ")) {
      document().front.abstract = sketch_inlines(after(2));
      return;
    }
    if (line.starts_with("##")) return add_heading(line);
    if (line.starts_with("- ") || line.starts_with("1. ")) return add_item(line);
    if (line.starts_with("?") || line.starts_with(": ")) return add_definition(line);
    if (line.starts_with("> ")) {
      add_block(BlockQuote{{{Paragraph{sketch_inlines(after(2))}, {}}}});
      return;
    }
    if (line == "!missing") {
      document().is_missing = true;
      return;
    }
    if (line.starts_with("!")) return add_alert(line);
    if (line.starts_with("=table ")) return open_table(after(7));
    if (line.starts_with("=figure ")) return add_figure(after(8));
    if (line.starts_with("|")) return add_row(line);
    if (line.starts_with("```")) {
      add_block(CodeBlock{"", after(3) + "\n"});
      return;
    }
    if (line.starts_with("[^")) return add_note(line);
    if (line.starts_with("$ ")) return add_reference(after(2));
    add_block(Paragraph{sketch_inlines(line)});
  }

  void add_heading(const std::string& line) {
    Heading heading;
    heading.level = static_cast<int>(line.find(' '));
    const auto [number, text] = numbered(trimmed(line.substr(line.find(' '))));
    heading.number = number;
    heading.children = sketch_inlines(text);
    Block& block = add_block(heading);
    book().contents.push_back({ContentsEntry::Kind::heading, heading.level + (in_phase_ ? 1 : 0), number,
                               heading.children, book().documents.size() - 1, block.id});
  }

  void add_item(const std::string& line) {
    const bool is_ordered = line[0] == '1';
    auto& blocks = document().blocks;
    auto* last = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back().value);
    const auto kind = is_ordered ? List::Kind::ordered : List::Kind::bullet;
    if (last == nullptr || last->kind != kind) {
      last = &std::get<List>(add_block(List{.kind = kind, .items = {}}).value);
    }
    ListItem item;
    item.children.push_back({Paragraph{sketch_inlines(trimmed(line.substr(line.find(' '))))}, {}});
    last->items.push_back(std::move(item));
  }

  /// `?term` stands before `: definition`; another definition of the term has none.
  void add_definition(const std::string& line) {
    if (line[0] == '?') {
      term_ = sketch_inlines(line.substr(1));
      return;
    }
    auto& blocks = document().blocks;
    auto* last = blocks.empty() ? nullptr : std::get_if<List>(&blocks.back().value);
    if (last == nullptr || last->kind != List::Kind::definition) {
      last = &std::get<List>(add_block(List{.kind = List::Kind::definition, .items = {}}).value);
    }
    ListItem item{.term = std::exchange(term_, {})};
    item.children.push_back({Paragraph{sketch_inlines(line.substr(2))}, {}});
    last->items.push_back(std::move(item));
  }

  void add_alert(const std::string& line) {
    const std::string kind = line.substr(1, line.find(' ') - 1);
    const AlertKind kinds[] = {AlertKind::note, AlertKind::tip, AlertKind::important, AlertKind::warning,
                               AlertKind::caution};
    constexpr std::string_view kNames[] = {"note", "tip", "important", "warning", "caution"};
    const auto at = std::find(std::begin(kNames), std::end(kNames), kind) - std::begin(kNames);
    add_block(Alert{kinds[at % 5], {{Paragraph{sketch_inlines(trimmed(line.substr(line.find(' '))))}, {}}}});
  }

  void open_table(const std::string& line) {
    const auto [number, text] = numbered(line);
    Table table;
    table.number = number;
    table.caption = sketch_inlines(text);
    table_ = &std::get<Table>(add_block(std::move(table)).value);
  }

  void add_row(const std::string& line) {
    if (table_ == nullptr) open_table("");
    if (line.starts_with("|=")) {
      Row group{.kind = Row::Kind::group, .group_level = line.starts_with("|==") ? 1 : 0};
      group.cells.push_back({.content = sketch_inlines(trimmed(line.substr(group.group_level + 2)))});
      table_->rows.push_back(std::move(group));
      return;
    }
    std::vector<std::string> cells = split(line.substr(1, line.rfind('|') - 1), '|');
    if (table_->columns.empty()) {
      for (const std::string& heading : cells) table_->columns.push_back({.heading = sketch_inlines(heading)});
      table_->columns[0].role = ColumnRole::name;
      return;
    }
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Cell cell{.content = sketch_inlines(cells[i])};
      if (cells[i] == "^") {
        cell = {.content = {}, .is_covered = true};
        for (std::size_t k = table_->rows.size(); k-- > 0;) {
          if (table_->rows[k].cells[i].is_covered) continue;
          ++table_->rows[k].cells[i].row_span;
          break;
        }
      } else if (const std::size_t bar = cells[i].find(" / "); bar != std::string::npos) {
        cell.content = sketch_inlines(cells[i].substr(0, bar));
        row.evidence_sentence = sketch_inlines(cells[i].substr(bar + 3));
        table_->has_evidence = true;
        table_->evidence_column = i;
      }
      row.cells.push_back(std::move(cell));
    }
    table_->rows.push_back(std::move(row));
  }

  void add_figure(const std::string& line) {
    const auto [number, text] = numbered(line);
    Figure figure;
    figure.number = number;
    figure.caption = sketch_inlines(text);
    figure.alt = "What the figure shows";
    add_block(std::move(figure));
  }

  void add_note(const std::string& line) {
    Note note;
    note.children.push_back({Paragraph{sketch_inlines(trimmed(line.substr(line.find(':') + 1)))}, {}});
    document().notes.push_back(std::move(note));
  }

  void add_reference(const std::string& line) {
    const std::size_t space = line.find(' ');
    BibliographyEntry entry;
    entry.reference = book().references.size();
    entry.number = line.substr(0, space);
    entry.text = {.text = trimmed(line.substr(space))};
    entry.id = "ref-" + std::to_string(book().references.size() + 1);
    book().references.push_back(std::move(entry));
  }

  /// Citations know their entries, entries the citations.
  void finish() {
    for (std::size_t i = 0; i < book().documents.size(); ++i) {
      for_each_inline(book().documents[i].blocks, [&](const Inline& node) {
        const auto* citation = node.get_if<Citation>();
        if (citation == nullptr || *citation->works[0].reference >= book().references.size()) return;
        book().references[*citation->works[0].reference].places.push_back({i, citation->anchor});
      });
    }
  }

  Publication publication_;
  Table* table_ = nullptr;
  bool in_phase_ = false;
  Inlines term_;  ///< waiting for its definition
  int blocks_ = 0;
};

}  // namespace

Inlines sketch_inlines(std::string_view text) {
  return InlineSketch(text).read();
}

Publication sketch(std::string_view text) {
  return Sketch().read(text);
}

}  // namespace bifolio::testing
