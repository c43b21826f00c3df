// Our inlines against cmark's own, on random CommonMark without our additions:
// the same blocks, the same emphasis, links, code and text.
#include <cmark-gfm.h>
#include <gtest/gtest.h>

#include <random>

#include "base/owned.h"
#include "base/quote.h"
#include "parse/parse.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kFragments[] = {"word",
                                           "a",
                                           "b",
                                           "_",
                                           "__",
                                           "*",
                                           "*",
                                           "**",
                                           "**",
                                           "***",
                                           " ",
                                           " ",
                                           "\n",
                                           "\n\n",
                                           "`",
                                           "``",
                                           "[",
                                           "]",
                                           "](/d)",
                                           "(/u)",
                                           "(</v w> 'T')",
                                           "(/x \"a\n b\")",
                                           "![",
                                           "[r]",
                                           "[r][]",
                                           "[t][r]",
                                           "[R ]",
                                           "\n\n[r]: /url 'title'\n\n",
                                           "\n\n[s]:\n</s>\n\n",
                                           "[s]",
                                           "\\*",
                                           "\\",
                                           "  \n",
                                           "\\\n",
                                           "&amp;",
                                           "&copy;",
                                           "&nope;",
                                           "&#65;",
                                           "\n> ",
                                           "\n- ",
                                           "\n1. ",
                                           "\n    ",
                                           "\n\n    ",
                                           "\n## ",
                                           " ##\n",
                                           "\n---\n",
                                           "\n***\n",
                                           "\n```\n",
                                           "~~~ x\n",
                                           ".",
                                           "-",
                                           "!",
                                           "\"",
                                           "'",
                                           "(c)",
                                           "é",
                                           "\u00A0",
                                           "+ ",
                                           "> > ",
                                           "\t",
                                           "- - a",
                                           "12) "};

/// Both trees as one line: `p(text, em(text), link[/u|T](…))`.
class Writer {
 public:
  std::string out;

  /// Runs of spaces count as one: cmark keeps the indentation of lazy lines after
  /// `\\` and in code, where the specification drops it.
  void text(std::string_view text) {
    for (const char c : text) {
      const bool is_dropped = (c == ' ' || c == '\t') && !out.empty() &&
                              std::string_view(" \n\x04").find(out.back()) != std::string_view::npos;
      if (!is_dropped) out += c;
    }
  }
  void open(std::string_view name) {
    out += '\x02';
    text(name);
    out += '(';
  }
  void close() { out += ")\x03"; }
};

std::string_view or_empty(const char* text) {
  return text ? text : "";
}

void write(cmark_node* node, Writer& to) {
  using std::string;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT: return to.text(cmark_node_get_literal(node));
    case CMARK_NODE_SOFTBREAK: return to.text(" ");
    case CMARK_NODE_LINEBREAK: return to.text("\x04");
    case CMARK_NODE_CODE:
      to.open("code");
      to.text(cmark_node_get_literal(node));
      return to.close();
    case CMARK_NODE_CODE_BLOCK: {
      string text = cmark_node_get_literal(node);
      if (text.ends_with('\n')) text.pop_back();
      const string info(or_empty(cmark_node_get_fence_info(node)));
      to.open("block " + info.substr(0, info.find_first_of(" \t")));
      to.text(text);
      return to.close();
    }
    case CMARK_NODE_PARAGRAPH: to.open("p"); break;
    case CMARK_NODE_HEADING: to.open("h" + std::to_string(cmark_node_get_heading_level(node))); break;
    case CMARK_NODE_THEMATIC_BREAK: to.open("hr"); break;
    case CMARK_NODE_BLOCK_QUOTE: to.open("quote"); break;
    case CMARK_NODE_LIST:
      to.open("list" + std::to_string(cmark_node_get_list_start(node)) +
              (cmark_node_get_list_tight(node) ? "" : " loose"));
      break;
    case CMARK_NODE_ITEM: to.open("item"); break;
    case CMARK_NODE_EMPH: to.open("em"); break;
    case CMARK_NODE_STRONG: to.open("strong"); break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      to.open((cmark_node_get_type(node) == CMARK_NODE_LINK ? "link " : "image ") +
              string(or_empty(cmark_node_get_url(node))) + "|" + string(or_empty(cmark_node_get_title(node))));
      break;
    default: to.open("?"); break;
  }
  for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) write(child, to);
  to.close();
}

void write(const Inlines& nodes, Writer& to);

void write(std::string_view name, const Inlines& children, Writer& to) {
  to.open(name);
  write(children, to);
  to.close();
}

void write(const Inline& node, Writer& to) {
  if (const auto* value = std::get_if<Text>(&node.value))
    to.text(value->text);
  else if (std::holds_alternative<LineBreak>(node.value))
    to.text("\x04");
  else if (const auto* value = std::get_if<Code>(&node.value))
    write("code", {{Text{value->text}}}, to);
  else if (const auto* value = std::get_if<Emphasis>(&node.value))
    write("em", value->children, to);
  else if (const auto* value = std::get_if<Strong>(&node.value))
    write("strong", value->children, to);
  else if (const auto* value = node.get_if<Link>())
    write("link " + value->target + "|" + value->title, value->children, to);
  else if (const auto* value = node.get_if<Image>())
    write("image " + value->path + "|" + value->title, value->alt, to);
  else
    to.open("?");
}

void write(const Inlines& nodes, Writer& to) {
  for (const Inline& node : nodes) write(node, to);
}

void write(const Blocks& blocks, Writer& to);

void write(const Block& block, Writer& to) {
  if (const auto* value = std::get_if<Paragraph>(&block.value))
    write("p", value->children, to);
  else if (const auto* value = std::get_if<Heading>(&block.value))
    write("h" + std::to_string(value->level), value->children, to);
  else if (const auto* value = std::get_if<CodeBlock>(&block.value))
    write("block " + value->language, {{Text{value->text}}}, to);
  else if (std::holds_alternative<ThematicBreak>(block.value))
    write("hr", {}, to);
  else if (const auto* value = std::get_if<BlockQuote>(&block.value)) {
    to.open("quote");
    write(value->children, to);
    to.close();
  } else if (const auto* value = std::get_if<List>(&block.value)) {
    to.open("list" + std::to_string(value->kind == List::Kind::ordered ? value->start : 0) +
            (value->is_tight ? "" : " loose"));
    for (const ListItem& item : value->items) {
      to.open("item");
      write(item.children, to);
      to.close();
    }
    to.close();
  } else {
    to.open("?");
  }
}

void write(const Blocks& blocks, Writer& to) {
  for (const Block& block : blocks) write(block, to);
}

std::string as_cmark_reads(const std::string& text) {
  const Owned<cmark_node, cmark_node_free> root(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  Writer writer;
  for (cmark_node* child = cmark_node_first_child(root.get()); child; child = cmark_node_next(child))
    write(child, writer);
  return writer.out;
}

std::string as_we_read(const std::string& text) {
  Findings findings;
  Writer writer;
  write(parse_markdown(text, {0}, 0, "en", findings).blocks, writer);
  return writer.out;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t count = 1 + random() % 25; count > 0; --count) text += kFragments[random() % std::size(kFragments)];
  return text;
}

/// A picture alone is a figure to us.
bool is_comparable(const std::string& text) {
  return as_we_read(text).find("?(") == std::string::npos;
}

TEST(MarkdownConformance, ReadsCommonMarkAsCmarkDoes) {
  std::mt19937 random(7);
  int compared = 0;
  for (int i = 0; i < 30000; ++i) {
    const std::string text = random_text(random);
    if (!is_comparable(text)) continue;
    ++compared;
    ASSERT_EQ(as_we_read(text), as_cmark_reads(text)) << quote(text);
  }
  EXPECT_GT(compared, 25000);
}

}  // namespace
}  // namespace bifolio::parse
