#include "model/to_tree.h"

#include "base/tree_text.h"

namespace bifolio {
namespace {

Tree number(std::size_t value) {
  return Tree::of(static_cast<std::int64_t>(value));
}

Tree to_tree(Span span) {
  Tree out = Tree::array();
  out.add(span.file.is_known() ? number(span.file.index) : Tree());
  out.add(number(span.begin));
  out.add(number(span.end));
  return out;
}

/// An object of one kind, with its place.
Tree node(std::string_view kind, Span span) {
  Tree out = Tree::object();
  out.set("kind", Tree::of(kind));
  if (span.file.is_known()) out.set("span", to_tree(span));
  return out;
}

void set_inlines(Tree& out, std::string_view name, const Inlines& inlines) {
  if (!inlines.empty()) out.set(name, to_tree(inlines));
}

void set_attributes(Tree& out, const Attributes& attributes) {
  set_text(out, "id", attributes.id);
  if (!attributes.classes.empty()) {
    Tree& classes = out.set("classes", Tree::array());
    for (const std::string& name : attributes.classes) classes.add(Tree::of(name));
  }
  if (attributes.pairs.empty()) return;
  Tree& pairs = out.set("attributes", Tree::object());
  for (const Attribute& pair : attributes.pairs) pairs.set(pair.name, Tree::of(pair.value));
}

Tree to_tree(const Evidence& evidence) {
  Tree out = Tree::object();
  Tree& kinds = out.set("evidence", Tree::array());
  for (const EvidenceKind kind : evidence.kinds) kinds.add(Tree::of(name(kind)));
  if (evidence.outcome) out.set("outcome", Tree::of(name(*evidence.outcome)));
  Tree& status = out.set("status", Tree::object());
  for (const RegionalStatus& one : evidence.status) status.set(one.region, Tree::of(name(one.status)));
  set_text(out, "as-of", evidence.as_of);
  return out;
}

void set_destination(Tree& out, const Destination& destination) {
  if (destination.kind == Destination::Kind::unknown) return;
  Tree& to = out.set("destination", Tree::object());
  set_text(to, "url", destination.url);
  if (destination.kind == Destination::Kind::anchor) to.set("document", number(destination.document));
  set_text(to, "id", destination.id);
}

Tree to_tree(const CitedWork& work) {
  Tree out = Tree::object();
  out.set("key", Tree::of(work.key));
  set_inlines(out, "prefix", work.prefix);
  set_text(out, "label", work.locator_label);
  set_text(out, "locator", work.locator);
  set_inlines(out, "suffix", work.suffix);
  if (work.suppress_author) out.set("suppress-author", Tree::of(true));
  if (work.reference) out.set("reference", number(*work.reference));
  return out;
}

/// One function for each kind of inline.
struct InlineTree {
  Span span;

  Tree operator()(const Text& text) const { return with_text("text", text.text); }
  Tree operator()(const Code& code) const { return with_text("code", code.text); }
  Tree operator()(const LineBreak&) const { return node("break", span); }
  Tree operator()(const Emphasis& value) const { return with_children("emphasis", value.children); }
  Tree operator()(const Strong& value) const { return with_children("strong", value.children); }
  Tree operator()(const Strikethrough& value) const { return with_children("strikethrough", value.children); }
  Tree operator()(const Phrase& phrase) const {
    Tree out = with_children("span", phrase.children);
    set_attributes(out, phrase.attributes);
    if (phrase.evidence) out.set("evidence", to_tree(*phrase.evidence));
    set_inlines(out, "sentence", phrase.evidence_sentence);
    return out;
  }
  Tree operator()(const Link& link) const {
    Tree out = with_children("link", link.children);
    out.set("target", Tree::of(link.target));
    set_text(out, "title", link.title);
    set_attributes(out, link.attributes);
    set_destination(out, link.destination);
    return out;
  }
  Tree operator()(const Image& image) const {
    Tree out = node("image", span);
    out.set("path", Tree::of(image.path));
    set_inlines(out, "alt", image.alt);
    set_attributes(out, image.attributes);
    return out;
  }
  Tree operator()(const Citation& citation) const {
    Tree out = node("citation", span);
    Tree& works = out.set("works", Tree::array());
    for (const CitedWork& work : citation.works) works.add(to_tree(work));
    if (citation.is_narrative) out.set("narrative", Tree::of(true));
    set_text(out, "anchor", citation.anchor);
    if (!plain_text(citation.rendered).empty()) out.set("printed", to_tree(citation.rendered));
    return out;
  }
  Tree operator()(const CrossReference& reference) const {
    Tree out = with_text("cross-reference", reference.text);
    out.set("id", Tree::of(reference.id));
    set_destination(out, reference.destination);
    return out;
  }
  Tree operator()(const NoteMark& mark) const {
    Tree out = node("note-mark", span);
    out.set("label", Tree::of(mark.label));
    if (mark.note) out.set("note", number(*mark.note));
    return out;
  }

 private:
  Tree with_text(std::string_view kind, std::string_view text) const {
    Tree out = node(kind, span);
    out.set("text", Tree::of(text));
    return out;
  }
  Tree with_children(std::string_view kind, const Inlines& children) const {
    Tree out = node(kind, span);
    out.set("children", bifolio::to_tree(children));
    return out;
  }
};

Tree table_tree(const Table& table) {
  Tree out = Tree::object();
  Tree& columns = out.set("columns", Tree::array());
  for (const Column& column : table.columns) {
    Tree& one = columns.add(Tree::object());
    set_text(one, "id", column.id);
    one.set("role", Tree::of(name(column.role)));
    one.set("heading", to_tree(column.heading));
  }
  Tree& rows = out.set("rows", Tree::array());
  for (const Row& row : table.rows) {
    Tree& one = rows.add(Tree::object());
    if (row.kind == Row::Kind::group) one.set("group-level", number(static_cast<std::size_t>(row.group_level)));
    Tree& cells = one.set("cells", Tree::array());
    for (const Cell& cell : row.cells) {
      Tree& inner = cells.add(Tree::object());
      if (cell.is_covered) inner.set("covered", Tree::of(true));
      if (cell.row_span > 1) inner.set("rows", Tree::of(cell.row_span));
      inner.set("content", to_tree(cell.content));
    }
    if (!row.evidence.is_empty()) one.set("evidence", to_tree(row.evidence));
    set_inlines(one, "sentence", row.evidence_sentence);
  }
  return out;
}

constexpr std::string_view kAlertNames[] = {"note", "tip", "important", "warning", "caution"};

/// One function for each kind of block.
struct BlockTree {
  Span span;

  Tree operator()(const Paragraph& paragraph) const { return with_inlines("paragraph", paragraph.children); }
  Tree operator()(const Heading& heading) const {
    Tree out = with_inlines("heading", heading.children);
    out.set("level", Tree::of(heading.level));
    set_text(out, "number", heading.number);
    return out;
  }
  Tree operator()(const List& list) const {
    const bool is_ordered = list.kind == List::Kind::ordered;
    Tree out = node(list.kind == List::Kind::definition ? "definition-list" : "list", span);
    out.set("ordered", Tree::of(is_ordered));
    if (is_ordered) out.set("start", Tree::of(list.start));
    Tree& items = out.set("items", Tree::array());
    for (const ListItem& item : list.items) {
      Tree& one = items.add(Tree::object());
      set_text(one, "id", item.id);
      if (item.checked) one.set("checked", Tree::of(*item.checked));
      set_inlines(one, "term", item.term);
      one.set("children", bifolio::to_tree(item.children));
    }
    return out;
  }
  Tree operator()(const BlockQuote& quote) const { return with_blocks("quote", quote.children); }
  Tree operator()(const Alert& alert) const {
    Tree out = with_blocks("alert", alert.children);
    out.set("alert", Tree::of(kAlertNames[static_cast<std::size_t>(alert.kind)]));
    return out;
  }
  Tree operator()(const CodeBlock& code) const {
    Tree out = node("code-block", span);
    set_text(out, "language", code.language);
    out.set("text", Tree::of(code.text));
    return out;
  }
  Tree operator()(const ThematicBreak&) const { return node("thematic-break", span); }
  Tree operator()(const Table& table) const {
    Tree out = node("table", span);
    set_inlines(out, "caption", table.caption);
    set_text(out, "number", table.number);
    set_text(out, "source", table.source);
    const Tree body = table_tree(table);
    for (const Member& member : body.members) out.set(member.key, member.value);
    return out;
  }
  Tree operator()(const Figure& figure) const {
    Tree out = node(figure.kind == Figure::Kind::chart ? "chart" : "image", span);
    out.set("source", Tree::of(figure.source));
    set_inlines(out, "caption", figure.caption);
    set_text(out, "alt", figure.alt);
    set_text(out, "number", figure.number);
    return out;
  }
  Tree operator()(const Division& division) const { return with_blocks("division", division.children); }

 private:
  Tree with_inlines(std::string_view kind, const Inlines& children) const {
    Tree out = node(kind, span);
    out.set("children", bifolio::to_tree(children));
    return out;
  }
  Tree with_blocks(std::string_view kind, const Blocks& children) const {
    Tree out = node(kind, span);
    out.set("children", bifolio::to_tree(children));
    return out;
  }
};

Tree to_tree(const Reference& reference) {
  Tree out = Tree::object();
  out.set("id", Tree::of(reference.key));
  out.set("type", Tree::of(reference.type));
  for (const auto& [name, field] : reference.fields) out.set(name, Tree::of(field.value));
  for (const auto& [name, names] : reference.names) {
    Tree& list = out.set(name, Tree::array());
    for (const Name& one : names.names) {
      Tree& entry = list.add(Tree::object());
      set_text(entry, "family", one.family);
      set_text(entry, "given", one.given);
      set_text(entry, "literal", one.literal);
    }
  }
  for (const auto& [name, date] : reference.dates) {
    Tree& parts = out.set(name, Tree::object()).set("date-parts", Tree::array());
    for (const auto& one : date.parts) {
      Tree& part = parts.add(Tree::array());
      for (const int value : one) {
        if (value != 0) part.add(Tree::of(value));
      }
    }
  }
  return out;
}

void set_common(Tree& out, const Booklet& booklet, const std::vector<std::string>& files, const Library& library) {
  Tree& head = out.set("booklet", Tree::object());
  head.set("id", Tree::of(booklet.id));
  head.set("version", Tree::of(booklet.version));
  head.set("date", Tree::of(booklet.date));
  Tree& paths = out.set("files", Tree::array());
  for (const std::string& path : files) paths.add(Tree::of(path));
  Tree& references = out.set("library", Tree::array());
  for (const Reference& reference : library.references) references.add(to_tree(reference));
}

Tree to_tree(const BibliographyEntry& entry) {
  Tree out = Tree::object();
  out.set("id", Tree::of(entry.id));
  set_text(out, "number", entry.number);
  out.set("text", to_tree(entry.text));
  Tree& places = out.set("places", Tree::array());
  for (const CitationPlace& place : entry.places) {
    Tree& one = places.add(Tree::object());
    one.set("document", number(place.document));
    one.set("anchor", Tree::of(place.anchor));
  }
  return out;
}

}  // namespace

Tree to_tree(const Inlines& inlines) {
  Tree out = Tree::array();
  for (const Inline& one : inlines) out.add(one.visit(InlineTree{one.span}));
  return out;
}

Tree to_tree(const Blocks& blocks) {
  Tree out = Tree::array();
  for (const Block& block : blocks) {
    Tree one = std::visit(BlockTree{block.span}, block.value);
    set_attributes(one, block.attributes);
    if (!block.id.empty()) one.set("id", Tree::of(block.id));
    out.add(std::move(one));
  }
  return out;
}

Tree to_tree(const RichText& text) {
  Tree out = Tree::object();
  if (text.children.empty()) out.set("text", Tree::of(text.text));
  if (text.style.slant == RichStyle::Slant::italic) out.set("italic", Tree::of(true));
  if (text.style.weight == RichStyle::Weight::bold) out.set("bold", Tree::of(true));
  if (text.style.position == RichStyle::Position::superscript) out.set("superscript", Tree::of(true));
  set_text(out, "variable", text.variable);
  set_text(out, "url", text.url);
  set_text(out, "language", text.language);
  if (text.children.empty()) return out;
  Tree& children = out.set("children", Tree::array());
  for (const RichText& child : text.children) children.add(to_tree(child));
  return out;
}

Tree to_tree(const Document& document) {
  Tree out = Tree::object();
  out.set("path", Tree::of(document.path));
  out.set("language", Tree::of(document.language));
  set_text(out, "number", document.number);
  set_text(out, "page", document.page);
  if (document.is_missing) out.set("missing", Tree::of(true));
  out.set("title", to_tree(document.title));
  set_inlines(out, "abstract", document.front.abstract);
  set_inlines(out, "takeaway", document.front.takeaway);
  set_text(out, "updated", document.front.updated);
  out.set("blocks", to_tree(document.blocks));
  Tree& notes = out.set("notes", Tree::array());
  for (const Note& note : document.notes) {
    Tree& one = notes.add(Tree::object());
    one.set("label", Tree::of(note.label));
    one.set("blocks", to_tree(note.children));
  }
  return out;
}

Tree to_tree(const Manuscript& manuscript) {
  Tree out = Tree::object();
  set_common(out, manuscript.booklet, manuscript.files, manuscript.library);
  Tree& documents = out.set("documents", Tree::array());
  for (const Document& document : manuscript.documents) documents.add(to_tree(document));
  return out;
}

Tree to_tree(const Publication& publication) {
  Tree out = Tree::object();
  set_common(out, publication.booklet, publication.files, publication.library);
  Tree& books = out.set("books", Tree::array());
  for (const Book& book : publication.books) {
    Tree& one = books.add(Tree::object());
    one.set("language", Tree::of(book.language));
    Tree& documents = one.set("documents", Tree::array());
    for (const Document& document : book.documents) documents.add(to_tree(document));
    Tree& references = one.set("references", Tree::array());
    for (const BibliographyEntry& entry : book.references) references.add(to_tree(entry));
  }
  return out;
}

}  // namespace bifolio
