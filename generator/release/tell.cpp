// The changes told in words. One list of lines is made for a language; text,
// Markdown and HTML only differ in how they write a line.
#include "release/diff.h"

#include "base/json_write.h"
#include "base/markup_text.h"
#include "lang/lang.h"

namespace bifolio::release {
namespace {

/// The words of the report in one language.
struct Telling {
  std::string_view title, nothing, full_stop, colon, comma;
  std::string_view claims, therapies, sections, tables, works, figures;
  std::string_view before, now, unknown;
  std::string_view section_added, section_removed, section_moved, section_rewritten;
  std::string_view paragraph_added, paragraph_removed;
  std::string_view table_added, table_removed, rows_added, rows_removed, columns_added, columns_removed;
  std::string_view work_added, work_removed, work_corrected, work_retracted;
  std::string_view figure_added, figure_removed, figure_redrawn, figure_reworded;
};

constexpr Telling kEnglish = {
    .title = "What changed from version {before} to version {after}",
    .nothing = "Nothing that a reader would notice.",
    .full_stop = ".",
    .colon = ": ",
    .comma = ", ",
    .claims = "Claims whose numbers changed",
    .therapies = "Therapies: what is known of them",
    .sections = "Text",
    .tables = "Tables",
    .works = "Sources",
    .figures = "Figures and data",
    .before = "Before",
    .now = "Now",
    .unknown = "not listed",
    .section_added = "New",
    .section_removed = "Left out",
    .section_moved = "Moved",
    .section_rewritten = "Rewritten",
    .paragraph_added = "New paragraph",
    .paragraph_removed = "Paragraph left out",
    .table_added = "New table",
    .table_removed = "Table left out",
    .rows_added = "New rows",
    .rows_removed = "Rows left out",
    .columns_added = "New columns",
    .columns_removed = "Columns left out",
    .work_added = "New",
    .work_removed = "No longer cited",
    .work_corrected = "Details corrected",
    .work_retracted = "RETRACTED by its publisher since",
    .figure_added = "New",
    .figure_removed = "Left out",
    .figure_redrawn = "Drawn from other data",
    .figure_reworded = "Described in other words",
};

constexpr Telling kChinese = {
    .title = "从 {before} 版到 {after} 版的变化",
    .nothing = "没有读者会注意到的变化。",
    .full_stop = "。",
    .colon = "：",
    .comma = "、",
    .claims = "数字有变的论断",
    .therapies = "疗法：已知情况的变化",
    .sections = "正文",
    .tables = "表格",
    .works = "文献",
    .figures = "图与数据",
    .before = "原为",
    .now = "现为",
    .unknown = "未列出",
    .section_added = "新增",
    .section_removed = "删去",
    .section_moved = "移动了位置",
    .section_rewritten = "改写",
    .paragraph_added = "新增一段",
    .paragraph_removed = "删去一段",
    .table_added = "新增表格",
    .table_removed = "删去表格",
    .rows_added = "新增的行",
    .rows_removed = "删去的行",
    .columns_added = "新增的列",
    .columns_removed = "删去的列",
    .work_added = "新增",
    .work_removed = "不再引用",
    .work_corrected = "著录信息有更正",
    .work_retracted = "已被撤稿",
    .figure_added = "新增",
    .figure_removed = "删去",
    .figure_redrawn = "数据有变，重新绘制",
    .figure_reworded = "说明文字有改动",
};

const Telling& telling(const std::string& language) {
  return lang::get(language).writing() == lang::Writing::han ? kChinese : kEnglish;
}

struct Line {
  enum class Kind { title, heading, item, detail, paragraph };
  Kind kind;
  Pieces pieces;
};

/// Collects the lines of one language.
class Teller {
 public:
  Teller(const Changes& changes, const BookChanges& book) : book_(book), words_(telling(book.language)) {
    std::string title = lang::fill(words_.title, "before", changes.before);
    add(Line::Kind::title, lang::fill(title, "after", changes.after));
    if (book.is_empty()) add(Line::Kind::paragraph, std::string(words_.nothing));
    tell_claims();
    tell_therapies();
    tell_sections();
    tell_tables();
    tell_works();
    tell_figures();
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void add(Line::Kind kind, std::string text) { lines_.push_back({kind, {{Piece::Kind::kept, std::move(text)}}}); }

  void heading(bool is_needed, std::string_view text) {
    if (is_needed) add(Line::Kind::heading, std::string(text));
  }

  void labelled(Line::Kind kind, std::string_view label, const std::string& text) {
    add(kind, std::string(label) + std::string(words_.colon) + text);
  }

  /// The old words and the new ones as two lines: heard one after the other, they make sense.
  void two_sides(const Pieces& pieces) {
    one_side(words_.before, pieces, Piece::Kind::added);
    one_side(words_.now, pieces, Piece::Kind::removed);
  }

  void one_side(std::string_view label, const Pieces& pieces, Piece::Kind left_out) {
    Line line{Line::Kind::detail, {{Piece::Kind::kept, std::string(label) + std::string(words_.colon)}}};
    for (const Piece& piece : pieces) {
      if (piece.kind != left_out) line.pieces.push_back(piece);
    }
    if (line.pieces.size() == 1) line.pieces.push_back({Piece::Kind::kept, "—"});
    lines_.push_back(std::move(line));
  }

  void tell_claims() {
    heading(!book_.claims.empty(), words_.claims);
    for (const ClaimChange& claim : book_.claims) {
      add(Line::Kind::item, claim.section);
      two_sides(claim.sentence);
    }
  }

  void tell_therapies() {
    heading(!book_.therapies.empty(), words_.therapies);
    for (const TherapyChange& therapy : book_.therapies) {
      add(Line::Kind::item, therapy.name);
      labelled(Line::Kind::detail, words_.before,
               therapy.before.empty() ? std::string(words_.unknown) : therapy.before);
      labelled(Line::Kind::detail, words_.now, therapy.after.empty() ? std::string(words_.unknown) : therapy.after);
    }
  }

  std::string_view label(SectionChange::Kind kind) const {
    switch (kind) {
      case SectionChange::Kind::added: return words_.section_added;
      case SectionChange::Kind::removed: return words_.section_removed;
      case SectionChange::Kind::moved: return words_.section_moved;
      case SectionChange::Kind::rewritten: break;
    }
    return words_.section_rewritten;
  }

  void tell_sections() {
    heading(!book_.sections.empty(), words_.sections);
    for (const SectionChange& section : book_.sections) {
      labelled(Line::Kind::item, label(section.kind), section.title);
      for (const Pieces& paragraph : section.paragraphs) tell_paragraph(paragraph);
    }
  }

  void tell_paragraph(const Pieces& pieces) {
    if (pieces.size() != 1) return two_sides(pieces);
    const bool is_new = pieces.front().kind == Piece::Kind::added;
    labelled(Line::Kind::detail, is_new ? words_.paragraph_added : words_.paragraph_removed, pieces.front().text);
  }

  void list(std::string_view label, const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : std::string(words_.comma)) + name;
    if (!all.empty()) labelled(Line::Kind::detail, label, all);
  }

  void tell_tables() {
    heading(!book_.tables.empty(), words_.tables);
    for (const TableChange& table : book_.tables) {
      if (table.kind == TableChange::Kind::changed)
        add(Line::Kind::item, table.title);
      else
        labelled(Line::Kind::item, table.kind == TableChange::Kind::added ? words_.table_added : words_.table_removed,
                 table.title);
      list(words_.rows_added, table.rows_added);
      list(words_.rows_removed, table.rows_removed);
      list(words_.columns_added, table.columns_added);
      list(words_.columns_removed, table.columns_removed);
      for (const CellChange& cell : table.cells) {
        add(Line::Kind::item, table.title + " · " + cell.row + " · " + cell.column);
        two_sides(cell.text);
      }
    }
  }

  void tell_works() {
    heading(!book_.works.empty(), words_.works);
    for (const WorkChange::Kind kind : {WorkChange::Kind::retracted, WorkChange::Kind::added,
                                        WorkChange::Kind::corrected, WorkChange::Kind::removed}) {
      for (const WorkChange& work : book_.works) {
        if (work.kind == kind) labelled(Line::Kind::item, label(kind), work.text);
      }
    }
  }

  std::string_view label(WorkChange::Kind kind) const {
    switch (kind) {
      case WorkChange::Kind::added: return words_.work_added;
      case WorkChange::Kind::removed: return words_.work_removed;
      case WorkChange::Kind::corrected: return words_.work_corrected;
      case WorkChange::Kind::retracted: break;
    }
    return words_.work_retracted;
  }

  void tell_figures() {
    heading(!book_.figures.empty(), words_.figures);
    for (const FigureChange& figure : book_.figures) labelled(Line::Kind::item, label(figure.kind), figure.title);
  }

  std::string_view label(FigureChange::Kind kind) const {
    switch (kind) {
      case FigureChange::Kind::added: return words_.figure_added;
      case FigureChange::Kind::removed: return words_.figure_removed;
      case FigureChange::Kind::redrawn: return words_.figure_redrawn;
      case FigureChange::Kind::reworded: break;
    }
    return words_.figure_reworded;
  }

  const BookChanges& book_;
  const Telling& words_;
  std::vector<Line> lines_;
};

/// Marks around changed words; blanks stay outside them.
std::string marked(const Piece& piece, std::string_view open, std::string_view close) {
  const std::size_t begin = piece.text.find_first_not_of(' '), end = piece.text.find_last_not_of(' ');
  if (begin == piece.text.npos || piece.kind == Piece::Kind::kept) return piece.text;
  return piece.text.substr(0, begin) + std::string(open) + piece.text.substr(begin, end + 1 - begin) +
         std::string(close) + piece.text.substr(end + 1);
}

std::string plain(const Pieces& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += marked(piece, "[", "]");
  return text;
}

/// What Markdown would read as marks is escaped.
std::string escaped_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_~[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string markdown(const Pieces& pieces) {
  std::string text;
  for (Piece piece : pieces) {
    piece.text = escaped_markdown(piece.text);
    text += piece.kind == Piece::Kind::removed ? marked(piece, "~~", "~~") : marked(piece, "**", "**");
  }
  return text;
}

std::string html(const Pieces& pieces) {
  std::string text;
  for (Piece piece : pieces) {
    piece.text = escape_markup(piece.text);
    text += piece.kind == Piece::Kind::removed ? marked(piece, "<del>", "</del>") : marked(piece, "<ins>", "</ins>");
  }
  return text;
}

/// Items with their details, as nested lists.
class HtmlLines {
 public:
  std::string write(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      const int depth = line.kind == Line::Kind::item ? 1 : line.kind == Line::Kind::detail ? 2 : 0;
      open(depth);
      const std::string text = html(line.pieces);
      if (line.kind == Line::Kind::title) out_ += "<h1>" + text + "</h1>\n";
      if (line.kind == Line::Kind::heading) out_ += "<h2>" + text + "</h2>\n";
      if (line.kind == Line::Kind::paragraph) out_ += "<p>" + text + "</p>\n";
      if (depth > 0) out_ += "<li>" + text;
    }
    open(0);
    return std::move(out_);
  }

 private:
  /// Ends and begins lists until an entry of that depth can follow.
  void open(int depth) {
    if (depth_ >= depth && depth > 0) close_to(depth, true);
    if (depth == 0) close_to(0, false);
    for (; depth_ < depth; ++depth_) out_ += "\n<ul>\n";
  }
  void close_to(int depth, bool keep_list) {
    for (; depth_ > depth; --depth_) out_ += "</li>\n</ul>\n";
    if (keep_list) out_ += "</li>\n";
  }

  std::string out_;
  int depth_ = 0;
};

// For machines

Tree tree_of(const std::vector<std::string>& words) {
  Tree tree = Tree::array();
  for (const std::string& word : words) tree.add(Tree::of(word));
  return tree;
}

Tree tree_of(const Pieces& pieces) {
  constexpr std::string_view kKinds[] = {"kept", "removed", "added"};
  Tree tree = Tree::array();
  for (const Piece& piece : pieces)
    tree.add(Tree::object()).set(kKinds[static_cast<int>(piece.kind)], Tree::of(piece.text));
  return tree;
}

Tree sections_of(const BookChanges& book) {
  constexpr std::string_view kKinds[] = {"added", "removed", "moved", "rewritten"};
  Tree tree = Tree::array();
  for (const SectionChange& section : book.sections) {
    Tree& item = tree.add(Tree::object());
    item.set("change", Tree::of(kKinds[static_cast<int>(section.kind)]));
    item.set("title", Tree::of(section.title));
    Tree& paragraphs = item.set("paragraphs", Tree::array());
    for (const Pieces& paragraph : section.paragraphs) paragraphs.add(tree_of(paragraph));
  }
  return tree;
}

Tree claims_of(const BookChanges& book) {
  Tree tree = Tree::array();
  for (const ClaimChange& claim : book.claims) {
    Tree& item = tree.add(Tree::object());
    item.set("section", Tree::of(claim.section));
    item.set("before", tree_of(claim.before));
    item.set("after", tree_of(claim.after));
    item.set("sentence", tree_of(claim.sentence));
  }
  return tree;
}

Tree tables_of(const BookChanges& book) {
  constexpr std::string_view kKinds[] = {"added", "removed", "changed"};
  Tree tree = Tree::array();
  for (const TableChange& table : book.tables) {
    Tree& item = tree.add(Tree::object());
    item.set("change", Tree::of(kKinds[static_cast<int>(table.kind)]));
    item.set("title", Tree::of(table.title));
    item.set("rows-added", tree_of(table.rows_added));
    item.set("rows-removed", tree_of(table.rows_removed));
    item.set("columns-added", tree_of(table.columns_added));
    item.set("columns-removed", tree_of(table.columns_removed));
    Tree& cells = item.set("cells", Tree::array());
    for (const CellChange& cell : table.cells) {
      Tree& one = cells.add(Tree::object());
      one.set("row", Tree::of(cell.row));
      one.set("column", Tree::of(cell.column));
      one.set("text", tree_of(cell.text));
    }
  }
  return tree;
}

Tree therapies_of(const BookChanges& book) {
  Tree tree = Tree::array();
  for (const TherapyChange& therapy : book.therapies) {
    Tree& item = tree.add(Tree::object());
    item.set("name", Tree::of(therapy.name));
    item.set("before", Tree::of(therapy.before));
    item.set("after", Tree::of(therapy.after));
  }
  return tree;
}

Tree works_of(const BookChanges& book) {
  constexpr std::string_view kKinds[] = {"added", "removed", "corrected", "retracted"};
  Tree tree = Tree::array();
  for (const WorkChange& work : book.works) {
    Tree& item = tree.add(Tree::object());
    item.set("change", Tree::of(kKinds[static_cast<int>(work.kind)]));
    item.set("work", Tree::of(work.text));
  }
  return tree;
}

Tree figures_of(const BookChanges& book) {
  constexpr std::string_view kKinds[] = {"added", "removed", "redrawn", "reworded"};
  Tree tree = Tree::array();
  for (const FigureChange& figure : book.figures) {
    Tree& item = tree.add(Tree::object());
    item.set("change", Tree::of(kKinds[static_cast<int>(figure.kind)]));
    item.set("title", Tree::of(figure.title));
  }
  return tree;
}

}  // namespace

std::string write_text(const Changes& changes, const BookChanges& book) {
  std::string out;
  for (const Line& line : Teller(changes, book).take()) {
    const std::string text = plain(line.pieces);
    if (line.kind == Line::Kind::heading) out += "\n";
    if (line.kind == Line::Kind::item) out += "  - ";
    if (line.kind == Line::Kind::detail) out += "      ";
    out += text + "\n";
  }
  return out;
}

std::string write_markdown(const Changes& changes, const BookChanges& book) {
  std::string out;
  Line::Kind last = Line::Kind::title;
  for (const Line& line : Teller(changes, book).take()) {
    const std::string text = markdown(line.pieces);
    const bool is_list = line.kind == Line::Kind::item || line.kind == Line::Kind::detail;
    const bool was_list = last == Line::Kind::item || last == Line::Kind::detail;
    if (!out.empty() && (!is_list || !was_list)) out += "\n";
    if (line.kind == Line::Kind::title) out += "# ";
    if (line.kind == Line::Kind::heading) out += "## ";
    if (line.kind == Line::Kind::item) out += "- ";
    if (line.kind == Line::Kind::detail) out += "  - ";
    out += text + "\n";
    last = line.kind;
  }
  return out;
}

std::string write_html_page(const Changes& changes, const BookChanges& book, const std::string& assets,
                            const std::vector<PageLink>& links) {
  const std::vector<Line> lines = Teller(changes, book).take();
  PageFrame frame{book.language, plain(lines.front().pieces) + " – " + text_in(changes.title, book.language), assets,
                  links, HtmlLines().write(lines)};
  return write_page(frame);
}

std::string write_json(const Changes& changes) {
  Tree tree = Tree::object();
  tree.set("format", Tree::of("bifolio-changes/1"));
  tree.set("before", Tree::of(changes.before));
  tree.set("after", Tree::of(changes.after));
  Tree& books = tree.set("books", Tree::array());
  for (const BookChanges& book : changes.books) {
    Tree& item = books.add(Tree::object());
    item.set("language", Tree::of(book.language));
    item.set("claims", claims_of(book));
    item.set("therapies", therapies_of(book));
    item.set("sections", sections_of(book));
    item.set("tables", tables_of(book));
    item.set("works", works_of(book));
    item.set("figures", figures_of(book));
  }
  return bifolio::write_json(tree);
}

}  // namespace bifolio::release
