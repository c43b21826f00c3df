// What stands between blocks and pages: a vertical list of boxes, glue, breaks and
// floats. A box is a finished strip of the text block, one line most often.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/span.h"
#include "layout/frame.h"

namespace bifolio::layout {

struct Overlay;

/// A part of a link, as Workbench::links numbers them; the tag is its Link element.
struct LinkPart {
  int link = -1;
  Rect area;
  TagId tag = kArtifact;
};

/// A named place at the top of its box.
struct Anchor {
  std::string name;
  TagId tag = kArtifact;
};

/// A strip of a page. Places in it count from its top left, which stands at the
/// left edge of the text block.
struct Box {
  Length height;
  std::vector<Item> items = {};
  std::vector<LinkPart> links = {};
  std::vector<Anchor> anchors = {};
  std::vector<int> notes = {};  ///< called in it, as Workbench::notes numbers them
  std::vector<std::shared_ptr<Overlay>> overlays = {};
  std::string section = {};        ///< the running head from this box on
  std::string other_section = {};  ///< the same of the other column
  Span span = {};                  ///< of the block it belongs to, for findings
  bool ends_hyphenated = false;
  bool keeps_next = false;  ///< of a line of a note: no page ends after it while that can be
};

/// The ground of several boxes.
struct Ground {
  Length x, width;
  std::optional<Color> fill = {};
  /// Rules along its top, from x as wide as that, where a box with a ground stands above it.
  std::vector<std::pair<Length, Length>> rules = {};
  Length stroke = {};
  Color color = {};
};

/// Something that stands beside several boxes, as long as they are: a merged cell
/// with its bracket, the ground of a row. It is drawn again, as furniture, after a page break.
struct Overlay {
  Box content;
  Length bracket_x;
  Length inset;  ///< of the bracket's ends from those of the boxes
  Color color;
  Length stroke = pt(0.75);
  bool is_drawn = false;
  std::optional<Ground> ground = {};  ///< behind the boxes
};

/// Space that falls away at the top of a page. `ahead` > 0 asks that what stands
/// that far below the glue begins on the grid: the glue opens until it does, at the
/// top of a page as well.
struct Glue {
  Length height;
  bool to_grid = false;
  Length ahead = {};
};

/// What a page break adds: a closing rule above it, a repeated head below.
struct BreakMatter {
  std::vector<Box> before, after;
};

/// A place where a page may end. Penalties from `kForbidden` down to `kStrong`
/// are constraints: such a break is taken only where no other is left.
struct Break {
  int penalty = 0;
  std::shared_ptr<const BreakMatter> matter = {};
  bool starts_level = false;  ///< columns beside each other go on from here at one height
  bool starts_block = false;  ///< what follows belongs to no list, table or quotation that has begun
};

struct PageBody;

/// A figure or a short table with its caption. It stands where its author put it if that page has room
/// for it; if not, the text goes on and it stands at the top of a later page.
struct Float {
  Box box;
  Glue space = {};                                    ///< above and below
  TagId tag = kArtifact;                              ///< of all that is in it
  bool is_late = false;                               ///< text that follows it stands before it
  std::shared_ptr<std::vector<PageBody>> pages = {};  ///< of its own, instead of the box: they follow a full page
};

constexpr int kKeep = 10000;    ///< after a heading, inside a row
constexpr int kWidow = 5000;    ///< a single line of a paragraph at a page's end or top
constexpr int kRowGroup = 250;  ///< inside rows that share a merged cell: better than a page a quarter empty
constexpr int kStrong = 1000;
constexpr int kHyphen = 300;  ///< a page that ends in a hyphen (N01)

using Element = std::variant<Box, Glue, Break, Float>;

void move(Item&, Length dx, Length dy);
void move(Box&, Length dx, Length dy);
/// Takes the other's content into this box, shifted.
void merge(Box& into, Box&& other, Length dx, Length dy);
/// The same marks on paper, read by nobody: a repeated table head.
Box as_furniture(Box);
Length height(const std::vector<Box>&);

/// A rule from x to x + width at y.
Path rule(Length x, Length y, Length width, Length stroke, Color);

}  // namespace bifolio::layout
