#include "check/prose.h"

#include <algorithm>
#include <utility>

namespace bifolio::check {
namespace {

/// Flattens inlines into one passage.
class Flattener {
 public:
  explicit Flattener(Passage& passage) : passage_(passage) {}

  void add(const Inlines& inlines, const std::string& language) {
    for (const Inline& node : inlines) add(node, language);
  }

 private:
  void add(const Inline& node, const std::string& language) {
    using Kind = Stretch::Kind;
    node.visit([&](const auto& value) {
      using T = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::is_same_v<T, Text>) {
        append(Kind::text, value.text, node.span, language);
      } else if constexpr (std::is_same_v<T, Code>) {
        append(Kind::code, value.text, node.span, language);
      } else if constexpr (std::is_same_v<T, LineBreak>) {
        append(Kind::text, " ", node.span, language);
      } else if constexpr (std::is_same_v<T, Citation>) {
        append(Kind::citation, kObject, node.span, language);
      } else if constexpr (std::is_same_v<T, CrossReference>) {
        append(Kind::reference, kObject, node.span, language);
      } else if constexpr (std::is_same_v<T, NoteMark>) {
        append(Kind::note, kObject, node.span, language);
      } else if constexpr (std::is_same_v<T, Image>) {
        add(value.alt, language);
      } else if constexpr (std::is_same_v<T, Link>) {
        link_ = &value;
        if (value.is_bare) {
          append(Kind::address, plain_text(value.children), node.span, language);
        } else {
          add(value.children, language);
        }
        link_ = nullptr;
      } else if constexpr (std::is_same_v<T, Phrase>) {
        const std::string* own = value.attributes.find("lang");
        add(value.children, own ? *own : language);
      } else {
        const bool was_emphasised = std::exchange(is_emphasised_, is_emphasised_ || std::is_same_v<T, Emphasis>);
        add(value.children, language);
        is_emphasised_ = was_emphasised;
      }
    });
  }

  void append(Stretch::Kind kind, std::string_view text, Span span, const std::string& language) {
    const std::size_t begin = passage_.text.size();
    passage_.text += text;
    passage_.stretches.push_back({kind, begin, passage_.text.size(), span, language, link_, is_emphasised_});
  }

  Passage& passage_;
  const Link* link_ = nullptr;  // links do not nest
  bool is_emphasised_ = false;
};

/// Walks one document in reading order.
class Collector {
 public:
  Collector(BookProse& prose, std::size_t document) : prose_(prose), document_(document) {}

  void collect(const Document& document) {
    add(Passage::Kind::title, document.title, nullptr);
    add(Passage::Kind::abstract, document.front.abstract, nullptr);
    add(Passage::Kind::abstract, document.front.takeaway, nullptr);
    collect(document.blocks, Passage::Kind::paragraph);
    for (const Note& note : document.notes) collect(note.children, Passage::Kind::note);
  }

 private:
  void collect(const Blocks& blocks, Passage::Kind kind) {
    for (const Block& block : blocks) collect(block, kind);
  }

  void collect(const Block& block, Passage::Kind kind) {
    std::visit(
        [&](const auto& value) {
          using T = std::remove_cvref_t<decltype(value)>;
          if constexpr (std::is_same_v<T, Paragraph>) {
            add(kind, value.children, &block);
          } else if constexpr (std::is_same_v<T, Heading>) {
            ++section_;
            add(Passage::Kind::heading, value.children, &block);
          } else if constexpr (std::is_same_v<T, List>) {
            for (const ListItem& item : value.items) {
              add(kind == Passage::Kind::paragraph ? Passage::Kind::term : kind, item.term, &block);
              collect(item.children, kind);
            }
          } else if constexpr (std::is_same_v<T, BlockQuote> || std::is_same_v<T, Alert> ||
                               std::is_same_v<T, Division>) {
            collect(value.children, kind);
          } else if constexpr (std::is_same_v<T, Table>) {
            collect(value, block);
          } else if constexpr (std::is_same_v<T, Figure>) {
            add(Passage::Kind::caption, value.caption, &block);
          } else {
            static_assert(std::is_same_v<T, CodeBlock> || std::is_same_v<T, ThematicBreak>);
          }
        },
        block.value);
  }

  void collect(const Table& table, const Block& block) {
    add(Passage::Kind::caption, table.caption, &block);
    for (const Column& column : table.columns) add(Passage::Kind::cell, column.heading, &block);
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        if (!cell.is_covered) add(Passage::Kind::cell, cell.content, &block);
      }
    }
  }

  void add(Passage::Kind kind, const Inlines& inlines, const Block* block) {
    if (inlines.empty()) return;
    Passage passage = passage_of(inlines);
    passage.kind = kind;
    passage.document = document_;
    passage.block = block;
    passage.section = section_;
    prose_.passages.push_back(std::move(passage));
  }

  BookProse& prose_;
  std::size_t document_;
  std::size_t section_ = 0;
};

Span part_of(const Stretch& stretch, std::size_t begin, std::size_t end) {
  const bool exact = stretch.span.size() == stretch.end - stretch.begin;
  if (!exact) return stretch.span;
  const auto shift = [&](std::size_t at) {
    return stretch.span.begin + static_cast<std::uint32_t>(at - stretch.begin);
  };
  return {stretch.span.file, shift(std::max(begin, stretch.begin)), shift(std::min(end, stretch.end))};
}

}  // namespace

std::span<const Stretch> Passage::touched(std::size_t begin, std::size_t end) const {
  const auto first = std::partition_point(stretches.begin(), stretches.end(),
                                          [&](const Stretch& stretch) { return stretch.end <= begin; });
  const auto last =
      std::partition_point(first, stretches.end(), [&](const Stretch& stretch) { return stretch.begin < end; });
  return {first, last};
}

Span Passage::span(std::size_t begin, std::size_t end) const {
  Span out;
  for (const Stretch& stretch : touched(begin, end)) {
    if (stretch.end > stretch.begin) out = join(out, part_of(stretch, begin, end));
  }
  return out;
}

Span Passage::span() const {
  return span(0, text.size());
}

bool Passage::is_text(std::size_t begin, std::size_t end) const {
  const auto in_it = touched(begin, end);
  return std::all_of(in_it.begin(), in_it.end(),
                     [](const Stretch& stretch) { return stretch.kind == Stretch::Kind::text; });
}

bool Passage::has_source(std::size_t begin, std::size_t end) const {
  const auto in_it = touched(begin, end);
  return std::any_of(in_it.begin(), in_it.end(), [](const Stretch& stretch) {
    return stretch.link || stretch.kind == Stretch::Kind::citation || stretch.kind == Stretch::Kind::address;
  });
}

Passage passage_of(const Inlines& inlines) {
  Passage passage;
  passage.inlines = &inlines;
  Flattener(passage).add(inlines, "");
  return passage;
}

BookProse prose_of(const Book& book) {
  BookProse prose{&book, {}};
  for (std::size_t i = 0; i < book.documents.size(); ++i) {
    if (!book.documents[i].is_missing) Collector(prose, i).collect(book.documents[i]);
  }
  return prose;
}

}  // namespace bifolio::check
