// Outline → the model's blocks: each kind of block in turn, with its inlines
// read. What concerns a whole document (title, notes, directives) is in
// `markdown_document.cpp`.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "parse/inlines.h"
#include "parse/markdown.h"
#include "parse/pipe_tables.h"
#include "parse/slugs.h"

namespace bifolio::parse {

class BlockReader {
 public:
  BlockReader(SourceText source, const InlineContext& context) : source_(source), context_(context) {}

  Blocks read(const std::vector<OutlineBlock>&);
  std::vector<Note> take_notes() { return std::move(notes_); }

 private:
  void add(const OutlineBlock&, Blocks&);
  void add_paragraph(const OutlineBlock&, Blocks&);
  void add_text(std::vector<OutlineLine>, Blocks&);
  bool add_caption(const LeafText&, Blocks&);
  void add_table(const std::vector<OutlineLine>&, Blocks&, bool& is_table);
  void add_heading(const OutlineBlock&, Blocks&);
  void add_list(const OutlineBlock&, Blocks&);
  ListItem read_item(const OutlineBlock&);
  std::size_t add_definitions(const std::vector<OutlineBlock>&, std::size_t first, Blocks&);
  ListItem read_term(const OutlineBlock&);
  void add_quote(const OutlineBlock&, Blocks&);
  void add_code(const OutlineBlock&, Blocks&);
  void add_html(const OutlineBlock&, Blocks&);
  void add_division(const OutlineBlock&, const OutlineBlock* end, Blocks&);
  Attributes division_attributes(const OutlineBlock&);
  void report_division(const Attributes&, Span);
  void add_stray_end(const OutlineBlock&, Blocks&);
  void add_note(const OutlineBlock&);

  LeafText leaf(const std::vector<OutlineLine>& lines) const {
    return {source_.text, source_.file, source_.offset, lines};
  }
  Span span(const OutlineBlock& block) const { return source_.span(block.begin, block.end); }
  void cover(std::size_t first_directive, const Blocks&, std::size_t first_block);

  SourceText source_;
  const InlineContext& context_;
  std::vector<Note> notes_;
  std::set<std::string> note_labels_;
  Slugs slugs_;
  int heading_level_ = 1;
  bool has_title_ = false;
  bool is_start_ = true;  ///< nothing but comments has been read
  LinkDefinitions seen_definitions_;
};

/// The label of a note block: `[^label]:`.
std::string_view note_label(std::string_view source, const OutlineBlock&);

}  // namespace bifolio::parse
