#include "parse/markdown.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <mutex>

#include "base/owned.h"
#include "parse/pipe_tables.h"

namespace bifolio::parse {
namespace {

using Parser = Owned<cmark_parser, cmark_parser_free>;
using Tree = Owned<cmark_node, cmark_node_free>;
using Kind = OutlineBlock::Kind;

constexpr int kMaxDepth = 100;
constexpr int kDefinitionIndent = 4;  ///< columns, of notes as well

/// Our four kinds of block and the two extensions that own them. cmark keeps
/// such types for the whole process, so they are made once.
struct Extensions {
  cmark_node_type division, division_end, note, definition;
  cmark_syntax_extension* containers;
  cmark_syntax_extension* leaves;  ///< set on paragraphs and headings: “no inlines here, please”
};

const Extensions& extensions();

std::string_view line_from_first_nonspace(cmark_parser* parser, const unsigned char* input, int length) {
  const int at = cmark_parser_get_first_nonspace(parser);
  std::string_view line(reinterpret_cast<const char*>(input) + at, static_cast<std::size_t>(std::max(0, length - at)));
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

bool is_within_depth(cmark_node* node) {
  int depth = 0;
  for (; node && depth < kMaxDepth; ++depth) node = cmark_node_parent(node);
  return depth < kMaxDepth;
}

cmark_node* add_container(cmark_parser* parser, cmark_node* parent, cmark_node_type type) {
  cmark_node* node = cmark_parser_add_child(parser, parent, type, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(node, extensions().containers);
  return node;
}

void advance(cmark_parser* parser, unsigned char* input, int to) {
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), to - cmark_parser_get_offset(parser), 0);
}

/// `[^label]:`, seen through the shadow. The rest of the line is the note's first block.
cmark_node* open_note(cmark_parser* parser, cmark_node* parent, unsigned char* input, std::string_view line) {
  const std::size_t close = line.find(']');
  if (line.size() < 5 || line[1] != '^' || close == line.npos || close < 3 || !line.substr(close).starts_with("]:")) {
    return nullptr;
  }
  const std::string_view label = line.substr(2, close - 2);
  if (label.find_first_of(" \t\x01") != label.npos || !is_within_depth(parent)) return nullptr;
  const int after = cmark_parser_get_first_nonspace(parser) + static_cast<int>(close) + 2;
  cmark_node* note = add_container(parser, parent, extensions().note);
  advance(parser, input, after);
  return note;
}

/// cmark finalizes every block that cannot hold what is added to it. A division
/// that is to end is marked, and `can_contain` then refuses its own end.
void mark_division_to_end(cmark_node* parent) {
  while (parent &&
         (cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH || cmark_node_get_type(parent) == CMARK_NODE_LIST)) {
    parent = cmark_node_parent(parent);
  }
  if (parent && cmark_node_get_type(parent) == extensions().division) cmark_node_set_user_data(parent, parent);
}

/// `::: {.name}` opens; a bare `:::` closes the division that the line stands in.
cmark_node* open_division(cmark_parser* parser, cmark_node* parent, unsigned char* input, int length,
                          std::string_view line) {
  std::size_t colons = 0;
  while (colons < line.size() && line[colons] == ':') ++colons;
  if (colons < 3) return nullptr;
  std::string_view rest = line.substr(colons);
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t')) rest.remove_prefix(1);
  if (!rest.empty() && rest[0] == ':') return nullptr;
  if (!rest.empty() && !is_within_depth(parent)) return nullptr;
  if (rest.empty()) mark_division_to_end(parent);
  cmark_node* node = add_container(parser, parent, rest.empty() ? extensions().division_end : extensions().division);
  advance(parser, input, length - 1);
  return node;
}

/// Whether the line could be a term, and is nothing else: a paragraph of one line,
/// no caption of a table, no link reference.
bool is_term(cmark_node* paragraph, int last_line) {
  if (cmark_node_get_start_line(paragraph) != last_line) return false;
  const std::string_view text = cmark_node_get_string_content(paragraph);
  if (caption_start(text) > 0) return false;
  return !text.starts_with(kMaskedBracket) || text.find("]:") == text.npos;
}

/// Whether a line that begins with a colon defines something: it stands below a
/// term, with no more than one blank line between, or below another definition.
bool has_term(cmark_parser* parser, cmark_node* parent) {
  const int line = cmark_parser_get_line_number(parser);
  if (cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH) return is_term(parent, line - 1);
  cmark_node* before = cmark_node_last_child(parent);
  if (!before) return false;
  if (cmark_node_get_type(before) == extensions().definition) return true;
  const int end = cmark_node_get_end_line(before);
  return cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH && line - end <= 2 && is_term(before, end);
}

/// `: …` as pandoc's `definition_lists` has it: what belongs to it is indented by four columns.
cmark_node* open_definition(cmark_parser* parser, cmark_node* parent, unsigned char* input, std::string_view line) {
  if (line.size() < 3 || (line[1] != ' ' && line[1] != '\t')) return nullptr;
  if (!has_term(parser, parent) || !is_within_depth(parent)) return nullptr;
  const int mark = cmark_parser_get_first_nonspace(parser);
  const int blanks = std::max(1, kDefinitionIndent - cmark_parser_get_indent(parser) - 1);
  cmark_node* definition = add_container(parser, parent, extensions().definition);
  advance(parser, input, mark + 1);
  for (int i = 0; i < blanks; ++i) {  // columns: a tab may be used up in part
    const unsigned char next = input[cmark_parser_get_offset(parser)];
    if (next == ' ' || next == '\t') cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), 1, 1);
  }
  return definition;
}

cmark_node* open_block(cmark_syntax_extension*, int indented, cmark_parser* parser, cmark_node* parent,
                       unsigned char* input, int length) {
  if (indented) return nullptr;
  const std::string_view line = line_from_first_nonspace(parser, input, length);
  if (line.starts_with(kMaskedBracket)) return open_note(parser, parent, input, line);
  if (line.starts_with(":::")) return open_division(parser, parent, input, length, line);
  if (line.starts_with(':')) return open_definition(parser, parent, input, line);
  return nullptr;
}

/// A division goes on until its end; a note and a definition while their lines are indented.
int goes_on(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int, cmark_node* container) {
  const cmark_node_type type = cmark_node_get_type(container);
  if (type == extensions().division) return 1;
  if (type != extensions().note && type != extensions().definition) return 0;
  if (cmark_parser_is_blank(parser)) return 1;
  if (cmark_parser_get_indent(parser) < kDefinitionIndent) return 0;
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), kDefinitionIndent, 1);
  return 1;
}

int can_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == extensions().division_end || child == CMARK_NODE_ITEM) return 0;
  if (child == extensions().division_end && cmark_node_get_user_data(node)) return 0;
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

int has_no_inlines(cmark_syntax_extension*, cmark_node*) {
  return 0;
}

const Extensions& extensions() {
  static Extensions all;
  static std::once_flag once;
  std::call_once(once, [] {
    all.containers = cmark_syntax_extension_new("bifolio-containers");
    cmark_syntax_extension_set_open_block_func(all.containers, open_block);
    cmark_syntax_extension_set_match_block_func(all.containers, goes_on);
    cmark_syntax_extension_set_can_contain_func(all.containers, can_contain);
    all.leaves = cmark_syntax_extension_new("bifolio-leaves");
    cmark_syntax_extension_set_contains_inlines_func(all.leaves, has_no_inlines);
    all.division = cmark_syntax_extension_add_node(0);
    all.division_end = cmark_syntax_extension_add_node(0);
    all.note = cmark_syntax_extension_add_node(0);
    all.definition = cmark_syntax_extension_add_node(0);
  });
  return all;
}

bool is_leaf_of_text(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

/// Keeps cmark's inline pass away, which leaves each block's text as its string content.
void skip_inlines(cmark_node* root) {
  using Iterator = Owned<cmark_iter, cmark_iter_free>;
  const Iterator iterator(cmark_iter_new(root));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (is_leaf_of_text(node)) cmark_node_set_syntax_extension(node, extensions().leaves);
  }
}

Tree parse_blocks(std::string_view text) {
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_attach_syntax_extension(parser.get(), extensions().containers);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  // The only look inside: cmark has no call that hands out the tree before it
  // parses inlines.
  skip_inlines(parser->root);
  return Tree(cmark_parser_finish(parser.get()));
}

/// cmark's tree as plain values.
class OutlineBuilder {
 public:
  explicit OutlineBuilder(const Shadow& shadow) : shadow_(shadow) {}

  Outline build(cmark_node* root) {
    outline_.document.end = shadow_.text.size();
    add_children(root, outline_.document, 0);
    return std::move(outline_);
  }

 private:
  void add_children(cmark_node* node, OutlineBlock& parent, int depth) {
    for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
      if (depth >= kMaxDepth && cmark_node_first_child(child))
        flatten(child, parent, depth);
      else
        add(child, parent, depth);
    }
  }

  /// Keeps what is in a container that nests too deep, without the container.
  void flatten(cmark_node* node, OutlineBlock& parent, int depth) {
    if (!outline_.is_too_deep) outline_.too_deep_at = start_of(node);
    outline_.is_too_deep = true;
    add_children(node, parent, depth);
  }

  void add(cmark_node* node, OutlineBlock& parent, int depth) {
    OutlineBlock block;
    block.kind = kind_of(node);
    block.begin = start_of(node);
    block.end = std::max(block.begin, end_of(node));
    read_details(node, block);
    add_children(node, block, depth + 1);
    // cmark's end of a container may lie in blank lines after it.
    if (!block.children.empty()) block.end = block.children.back().end;
    parent.children.push_back(std::move(block));
  }

  static Kind kind_of(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == extensions().division) return Kind::division;
    if (type == extensions().division_end) return Kind::division_end;
    if (type == extensions().note) return Kind::note;
    if (type == extensions().definition) return Kind::definition;
    switch (type) {
      case CMARK_NODE_BLOCK_QUOTE: return Kind::quote;
      case CMARK_NODE_LIST: return Kind::list;
      case CMARK_NODE_ITEM: return Kind::item;
      case CMARK_NODE_CODE_BLOCK: return Kind::code;
      case CMARK_NODE_HTML_BLOCK: return Kind::html;
      case CMARK_NODE_HEADING: return Kind::heading;
      case CMARK_NODE_THEMATIC_BREAK: return Kind::thematic_break;
      default: return Kind::paragraph;
    }
  }

  void read_details(cmark_node* node, OutlineBlock& block) {
    switch (block.kind) {
      case Kind::list:
        block.is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.start = block.is_ordered ? cmark_node_get_list_start(node) : 1;
        block.is_tight = cmark_node_get_list_tight(node) != 0;
        break;
      case Kind::paragraph: read_lines(cmark_node_get_string_content(node), line_of(node), block); break;
      case Kind::heading: read_heading(node, block); break;
      case Kind::html: read_lines(cmark_node_get_literal(node), line_of(node), block); break;
      case Kind::code: read_code(node, block); break;
      case Kind::definition: block.is_apart = is_apart(node); break;
      default: break;
    }
  }

  static bool is_apart(cmark_node* definition) {
    cmark_node* before = cmark_node_previous(definition);
    return before && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH &&
           cmark_node_get_start_line(definition) > cmark_node_get_end_line(before) + 1;
  }

  void read_heading(cmark_node* node, OutlineBlock& block) {
    block.level = cmark_node_get_heading_level(node);
    std::size_t at = block.begin;
    while (shadow_.text[at] == '#') ++at;
    const bool is_atx =
        at > block.begin && std::string_view(" \t\r\n").find(shadow_.text[at]) != std::string_view::npos;
    if (!is_atx) return read_lines(cmark_node_get_string_content(node), line_of(node), block);
    const std::size_t line_end = shadow_.line_end(line_of(node));
    while (at < line_end && (shadow_.text[at] == ' ' || shadow_.text[at] == '\t')) ++at;
    block.lines = {{at, heading_end(at, line_end)}};
    block.end = line_end;
  }

  /// Without closing `#`s, which stand apart from the words (CommonMark 0.31, 4.2).
  std::size_t heading_end(std::size_t begin, std::size_t end) const {
    const auto is_blank = [&](std::size_t at) { return shadow_.text[at] == ' ' || shadow_.text[at] == '\t'; };
    while (end > begin && is_blank(end - 1)) --end;
    std::size_t words = end;
    while (words > begin && shadow_.text[words - 1] == '#') --words;
    if (words > begin && !is_blank(words - 1)) return end;
    while (words > begin && is_blank(words - 1)) --words;
    return words;
  }

  void read_code(cmark_node* node, OutlineBlock& block) {
    int length = 0, offset = 0;
    char mark = 0;
    block.is_fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0;
    read_lines(cmark_node_get_literal(node), line_of(node) + (block.is_fenced ? 1 : 0), block);
  }

  /// A line of a leaf is the end of its line in the source: containers take
  /// their marks from the left only. A tab that a container used up in part
  /// leaves spaces in front, which code keeps.
  void read_lines(const char* content, std::size_t line, OutlineBlock& block) {
    std::string_view rest = content ? content : "";
    for (; !rest.empty() && line < shadow_.line_count(); ++line) {
      const std::string_view text = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), text.size() + 1));
      const std::size_t blanks = std::min(text.find_first_not_of(" \t"), text.size());
      const std::size_t end = shadow_.line_end(line);
      const std::size_t kept = std::min(text.size() - blanks, end - shadow_.starts[line]);
      if (keeps_indentation(block.kind)) {
        block.lines.push_back(with_indentation(text.substr(0, blanks), line, end - kept, end));
      } else {
        block.lines.push_back({end - kept, end});
      }
    }
    if (!block.lines.empty() && block.kind != Kind::code) block.end = std::max(block.end, block.lines.back().end);
  }

  /// Lazy continuation lines come with theirs, and a paragraph has none.
  static bool keeps_indentation(Kind kind) { return kind == Kind::code || kind == Kind::html; }

  OutlineLine with_indentation(std::string_view blanks, std::size_t line, std::size_t begin, std::size_t end) const {
    const std::string_view before =
        std::string_view(shadow_.text).substr(shadow_.starts[line], begin - shadow_.starts[line]);
    if (before.ends_with(blanks)) return {begin - blanks.size(), end, 0};
    return {begin, end, static_cast<int>(blanks.size())};
  }

  static std::size_t line_of(cmark_node* node) {
    return static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node))) - 1;
  }

  std::size_t start_of(cmark_node* node) const {
    return offset_of(cmark_node_get_start_line(node), cmark_node_get_start_column(node) - 1);
  }

  std::size_t end_of(cmark_node* node) const {
    return offset_of(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
  }

  std::size_t offset_of(int line, int column) const {
    if (line < 1 || shadow_.starts.empty()) return 0;
    const std::size_t index = std::min(static_cast<std::size_t>(line), shadow_.line_count()) - 1;
    return std::min(shadow_.starts[index] + static_cast<std::size_t>(std::max(0, column)), shadow_.line_end(index));
  }

  const Shadow& shadow_;
  Outline outline_;
};

struct Buffer {
  cmark_strbuf bytes;
  Buffer() { cmark_strbuf_init(cmark_get_default_mem_allocator(), &bytes, 0); }
  ~Buffer() { cmark_strbuf_free(&bytes); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
};

}  // namespace

Outline read_outline(const Shadow& shadow) {
  const Tree tree = parse_blocks(shadow.text);
  return OutlineBuilder(shadow).build(tree.get());
}

DecodedEntity decode_entity(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return {};
  // The longest name has 31 letters.
  const std::string_view name = text.substr(1, 40);
  Buffer buffer;
  const int size = houdini_unescape_ent(&buffer.bytes, reinterpret_cast<const unsigned char*>(name.data()),
                                        static_cast<int>(name.size()));
  if (size == 0) return {};
  return {std::string(reinterpret_cast<const char*>(buffer.bytes.ptr), static_cast<std::size_t>(buffer.bytes.size)),
          static_cast<std::size_t>(size) + 1};
}

}  // namespace bifolio::parse
