// The blocks of a document, one after the other into the flow of pages. Each kind
// of block adds its element to the structure tree and its boxes to the flow.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layout/flow.h"
#include "layout/text_block.h"
#include "layout/workbench.h"

namespace bifolio::layout {

/// Where the next block stands: the flow, the element it belongs to, its column.
struct Place {
  Flow& flow;
  TagId parent = kArtifact;
  std::size_t document = 0;
  std::string language;
  TextStyle style;  ///< of paragraphs
  Length x, measure;
  Length indent, gap;                ///< of and between paragraphs
  int level = 0;                     ///< of lists around it
  bool is_note = false;              ///< at the foot: headings are no headings of the book
  bool keeps_alerts = false;         ///< no page ends in one
  bool is_inside = false;            ///< of a quotation, an alert, a list: its figures stay there
  int heading_shift = 0;             ///< from a heading's level in the file to its level in the book
  bool is_after_break = true;        ///< a heading, a figure or a summary stands before: English does not indent
  std::vector<Anchor> anchors = {};  ///< waiting for the next box
  std::optional<Box> label = {};     ///< of a list item, waiting for its first line
};

/// The whole text block, for paragraphs of the body.
Place body_place(const Workbench&, Flow&, TagId parent, const std::string& language);

void add_blocks(Workbench&, Place&, std::span<const Block>);
void add_block(Workbench&, Place&, const Block&);

/// Each of these adds one kind of block. `id` is its anchor, "" for none.
void add_paragraph(Workbench&, Place&, const Inlines&, const std::string& id);
void add_heading(Workbench&, Place&, const Heading&, const std::string& id);
void add_list(Workbench&, Place&, const List&, const std::string& id);
void add_table(Workbench&, Place&, const Table&, const Block&);
void add_figure(Workbench&, Place&, const Figure&, const std::string& id, Span);

/// Adds a block and returns its element.
using MakeFloat = std::function<TagId(Place&)>;
/// Outside lists, quotations, alerts and notes.
bool may_float(const Workbench&, const Place&);
/// A block that floats where the edition lets it and it is no taller than that.
void add_float(Workbench&, Place&, Length tallest, const MakeFloat&);
/// A block on landscape pages of its own, which follow the page of its place.
void add_turned(Workbench&, Place&, const MakeFloat&);

/// A word in Heiti, then the text, beside a bar: 摘要.
void add_summary(Workbench&, Place&, std::string_view label, const Inlines&);
/// Two rules with open sides and a word that says what it is.
struct AlertLook {
  std::string_view label;
  Color color;
  Length stroke;
};
AlertLook alert_look(const Workbench&, AlertKind);
void add_alert(Workbench&, Place&, const AlertLook&, const Blocks&);

/// A heading's line and its element; returns the element.
struct HeadingText {
  int level = 1;  ///< in the structure tree and the outline; never skips
  std::string number;
  const Inlines& title;
  TextStyle style;
  HeadingSpace space;
};
TagId add_heading_text(Workbench&, Place&, const HeadingText&, const std::string& id);
/// H1–H6 at that level, or one below the heading before it: levels are never skipped.
TagId add_heading_tag(Workbench&, TagId parent, int level);
void add_to_outline(Workbench&, int level, const std::string& number, const std::string& title, const std::string& id);

/// Sets notes that were mentioned for the first time, after what mentions them.
void set_notes(Workbench&, const std::vector<int>& notes, TagId parent, const std::string& language);

// What they share

/// A break may come here; `above` is the space where it does not.
void start_block(Place&, Glue above = {});
/// Lines into the flow, with the anchors and the label that wait for them.
void put(Place&, std::vector<Box>&&);
void put_kept(Place&, std::vector<Box>&&);
/// The space around figures, tables, alerts and quotations: a lead, rounded up to the grid.
Glue wide_space(const Workbench&);

}  // namespace bifolio::layout
