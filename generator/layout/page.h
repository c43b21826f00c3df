// Pages: the text block at its place on paper, running heads, folios, and the
// names of places. What the flow ships becomes a Page here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/flow.h"
#include "layout/furniture.h"
#include "layout/text_block.h"
#include "layout/workbench.h"

namespace bifolio::layout {

/// Pages that are numbered together: the front matter, the body.
struct Part {
  PageLabels::Style style = PageLabels::Style::arabic;
  std::vector<Page> pages = {};
  std::map<std::string, DestinationPlace> destinations = {};
};

class Pager {
 public:
  /// `other` is the right-hand column of a parallel edition.
  Pager(Workbench& bench, Part& part, Workbench* other = nullptr);

  /// Has the last word on where the boxes of a page stand.
  using Arrange = std::function<void(PageBody&)>;
  /// References that are collected from now on guess their pages by what stands on these.
  void guess_pages();
  /// A flow over the text block that fills pages of this part.
  Flow flow(Arrange arrange = {});
  Flow::Measures measures() const;
  Furniture furniture = Furniture::full;

  /// A page whose items already stand at their places on the paper.
  void add_page(Box&&, Furniture);
  /// The next page will be a right-hand one, where the edition has two sides.
  void start_on_right();
  bool next_is_right() const;
  /// The left edge of the text block on the next page.
  Length left() const;

 private:
  bool is_rehearsal() const;
  void add(PageBody&&);
  void number_notes(const std::vector<int>& notes);
  void place(Page&, PlacedBox&&, Length left);
  void place_item(Page&, Item&&);
  void note_reference(TagId);
  void renumber(GlyphRun&);
  void place_links(Page&, const std::vector<LinkPart>&);
  void finish(Page&&, Furniture, bool is_turned = false);
  Rect block(bool is_turned) const;
  Page with_turned(Page&&) const;

  Workbench& bench_;
  Part& part_;
  Workbench* other_;
  std::string section_, other_section_;
  std::map<int, std::size_t> links_on_page_;
  std::map<std::string, int> notes_on_page_;  ///< by language
};

/// Where a named place of the part is.
std::optional<PageReferences::Found> find_place(const Part&, const std::string& name);

/// “iv” or “12”.
std::string folio(PageLabels::Style, std::size_t number);

}  // namespace bifolio::layout
