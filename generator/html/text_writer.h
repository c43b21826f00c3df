// Blocks and inlines as HTML. One writer writes one text of one page, straight
// into the page's bytes; it remembers only what spans blocks: the language it
// stands in, the last heading's level, and how often each note was called.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "html/scope.h"
#include "model/document.h"

namespace bifolio::html {

/// Whether paragraphs end in a small link to themselves in another language.
struct ParagraphSwitch {
  std::string label;  ///< EN, 中
  std::string language;
  std::string page;                          ///< address of the other page
  std::unordered_set<std::string_view> ids;  ///< paragraphs that exist there
};

class TextWriter {
 public:
  TextWriter(const Scope& scope, std::string& out);

  void write(const Blocks&);
  void write(const Block&);
  void write(const Inlines&);
  void write(const RichText&);
  /// Text with passages of the other script marked.
  void write_text(std::string_view);
  /// The list of notes of the scope's document, with links back; nothing where there are none.
  void write_notes();

  /// The script of what comes next, where that is not the book's.
  void set_writing(lang::Writing writing) { writing_ = writing; }
  void use_switch(const ParagraphSwitch* paragraph_switch) { switch_ = paragraph_switch; }
  /// The level of the heading above: the next one goes at most one deeper.
  void set_heading_level(int level) { heading_level_ = level; }

 private:
  // inlines.cpp
  void write(const Inline&);
  void write_one(const Text&, const Inline&);
  void write_one(const Code&, const Inline&);
  void write_one(const LineBreak&, const Inline&);
  void write_one(const Emphasis&, const Inline&);
  void write_one(const Strong&, const Inline&);
  void write_one(const Strikethrough&, const Inline&);
  void write_one(const Phrase&, const Inline&);
  void write_one(const Link&, const Inline&);
  void write_one(const Image&, const Inline&);
  void write_one(const Citation&, const Inline&);
  void write_one(const CrossReference&, const Inline&);
  void write_one(const NoteMark&, const Inline&);
  void write_linked(const std::string& href, const Inlines& children);
  std::string href(const Destination&) const;
  void write_evidence(const Inlines& sentence);

  // citations.cpp
  std::string reference_href(std::size_t entry) const;
  std::string number_of(std::size_t entry) const;
  bool is_listed(const CitedWork&) const;
  const CitedWork* work_numbered(const Citation&, std::string_view number) const;
  void open_reference_link(std::size_t entry, const std::string& numbers);

  // blocks.cpp
  void write_block(const Paragraph&, const Block&);
  void write_block(const Heading&, const Block&);
  void write_block(const List&, const Block&);
  void write_block(const BlockQuote&, const Block&);
  void write_block(const Alert&, const Block&);
  void write_block(const CodeBlock&, const Block&);
  void write_block(const ThematicBreak&, const Block&);
  void write_block(const Table&, const Block&);
  void write_block(const Figure&, const Block&);
  void write_block(const Division&, const Block&);
  void write_item(const ListItem&, const List&);
  void write_definition(const ListItem&, const List&);
  void write_children(const ListItem&, const List&);
  void write_switch(const Block&);
  void open(std::string_view element, const Block&, std::string_view class_name = {});
  void write_id(std::string_view id);
  void write_alias(const Heading&, const Block&);
  void write_note(const Note&, std::size_t index);
  void write_backlinks(std::size_t note);

  // tables.cpp
  void write_caption(const std::string& label, const Inlines& caption);

  // images.cpp
  void write_chart(const Figure&);
  void write_chart_data(const Figure&, const Block&);
  void write_picture(const std::string& path, std::string_view alt, const Span& place);

  /// Sets the language of what is inside, for as long as it lives.
  class Inside {
   public:
    Inside(TextWriter& writer, const Attributes& attributes);
    ~Inside() { writer_.writing_ = before_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    TextWriter& writer_;
    lang::Writing before_;
  };

  const Scope& scope_;
  std::string& out_;
  lang::Writing writing_;
  const ParagraphSwitch* switch_ = nullptr;
  const Citation* split_ = nullptr;  ///< the citation whose numbers become links one by one
  int heading_level_ = 1;
  std::vector<int> note_calls_;
  std::unordered_set<std::string_view> taken_;  ///< ids of the document's blocks, and slugs written so far
};

}  // namespace bifolio::html
