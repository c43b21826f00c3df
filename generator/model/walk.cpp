#include "model/walk.h"

#include <type_traits>

namespace bifolio {
namespace {

/// The inlines inside an inline, by the kinds that have any.
template <typename Node, typename Visit>
void with_children(Node& node, const Visit& visit) {
  node.visit([&](auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<T, Phrase>) {
      visit(value.children);
      visit(value.evidence_sentence);
    } else if constexpr (std::is_same_v<T, Image>) {
      visit(value.alt);
    } else if constexpr (std::is_same_v<T, Citation>) {
      for (auto& work : value.works) {
        visit(work.prefix);
        visit(work.suffix);
      }
    } else if constexpr (std::is_same_v<T, Emphasis> || std::is_same_v<T, Strong> || std::is_same_v<T, Strikethrough> ||
                         std::is_same_v<T, Link>) {
      visit(value.children);
    } else {
      static_assert(std::is_same_v<T, Text> || std::is_same_v<T, Code> || std::is_same_v<T, LineBreak> ||
                    std::is_same_v<T, CrossReference> || std::is_same_v<T, NoteMark>);
    }
  });
}

/// The blocks inside a block, and the items that have terms, each before its blocks.
template <typename Node, typename Visit, typename VisitItem>
void with_blocks(Node& block, const Visit& visit, const VisitItem& visit_term) {
  std::visit(
      [&](auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, List>) {
          for (auto& item : value.items) {
            if (!item.term.empty()) visit_term(item);
            visit(item.children);
          }
        } else if constexpr (std::is_same_v<T, BlockQuote> || std::is_same_v<T, Alert> || std::is_same_v<T, Division>) {
          visit(value.children);
        }
      },
      block.value);
}

/// The inlines that stand in a block itself, not in blocks inside it.
template <typename Node, typename Visit>
void with_inlines(Node& block, const Visit& visit) {
  std::visit(
      [&](auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, Paragraph> || std::is_same_v<T, Heading>) {
          visit(value.children);
        } else if constexpr (std::is_same_v<T, Figure>) {
          visit(value.caption);
        } else if constexpr (std::is_same_v<T, Table>) {
          visit(value.caption);
          for (auto& column : value.columns) visit(column.heading);
          for (auto& row : value.rows) {
            for (auto& cell : row.cells) visit(cell.content);
            visit(row.evidence_sentence);
          }
        }
      },
      block.value);
}

template <typename Nodes, typename Visit, typename VisitItem>
void walk(Nodes& blocks, const Visit& visit, const VisitItem& visit_term) {
  for (auto& block : blocks) {
    visit(block);
    with_blocks(
        block, [&](auto& inner) { walk(inner, visit, visit_term); }, visit_term);
  }
}

/// Every list of inlines that stands in blocks themselves, in reading order.
template <typename Nodes, typename Visit>
void walk_inlines(Nodes& blocks, const Visit& visit) {
  walk(
      blocks, [&](auto& block) { with_inlines(block, visit); }, [&](auto& item) { visit(item.term); });
}

}  // namespace

void for_each_block(const Blocks& blocks, const VisitBlock& visit) {
  walk(blocks, visit, [](const ListItem&) {});
}

void for_each_block(const Blocks& blocks, const VisitBlock& visit, const VisitTerm& visit_term) {
  walk(blocks, visit, visit_term);
}

void for_each_block(Blocks& blocks, const EditBlock& edit) {
  walk(blocks, edit, [](ListItem&) {});
}

void for_each_inline(const Inlines& inlines, const VisitInline& visit) {
  for (const Inline& node : inlines) {
    visit(node);
    with_children(node, [&](const Inlines& children) { for_each_inline(children, visit); });
  }
}

void for_each_inline(const Blocks& blocks, const VisitInline& visit) {
  walk_inlines(blocks, [&](const Inlines& inlines) { for_each_inline(inlines, visit); });
}

void for_each_inline(Inlines& inlines, const EditInline& edit) {
  for (Inline& node : inlines) {
    edit(node);
    with_children(node, [&](Inlines& children) { for_each_inline(children, edit); });
  }
}

void for_each_inline(Blocks& blocks, const EditInline& edit) {
  walk_inlines(blocks, [&](Inlines& inlines) { for_each_inline(inlines, edit); });
}

void for_each_inlines(Inlines& inlines, const EditInlines& edit) {
  edit(inlines);
  for (Inline& node : inlines) {
    with_children(node, [&](Inlines& children) { for_each_inlines(children, edit); });
  }
}

void for_each_inlines(Blocks& blocks, const EditInlines& edit) {
  walk_inlines(blocks, [&](Inlines& inlines) { for_each_inlines(inlines, edit); });
}

void for_each_inlines(Document& document, const EditInlines& edit) {
  for_each_inlines(document.title, edit);
  for_each_inlines(document.front.abstract, edit);
  for_each_inlines(document.front.takeaway, edit);
  for_each_inlines(document.blocks, edit);
  for (Note& note : document.notes) for_each_inlines(note.children, edit);
}

}  // namespace bifolio
