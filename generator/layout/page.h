// Pages: the text block at its place on paper, running heads, folios, and the
// names of places. What the flow ships becomes a Page here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/flow.h"
#include "layout/text_block.h"
#include "layout/workbench.h"

namespace bifolio::layout {

/// Pages that are numbered together: the front matter, the body.
struct Part {
  PageLabels::Style style = PageLabels::Style::arabic;
  std::vector<Page> pages = {};
  std::map<std::string, DestinationPlace> destinations = {};
};

/// What stands around the text block.
enum class Furniture {
  full,  ///< running head and foot
  foot,  ///< openers and contents: no running head
  none   ///< covers
};

class Pager {
 public:
  Pager(Workbench& bench, Part& part);

  /// A flow over the text block that fills pages of this part.
  Flow flow();
  Furniture furniture = Furniture::full;

  /// A page whose items already stand at their places on the paper.
  void add_page(Box&&, Furniture);
  /// The next page will be a right-hand one, where the edition has two sides.
  void start_on_right();
  bool next_is_right() const;
  /// The left edge of the text block on the next page.
  Length left() const;

 private:
  void add(PageBody&&);
  void number_notes(const std::vector<int>& notes);
  void place(Page&, PlacedBox&&, Length left);
  void place_item(Page&, Item&&);
  void renumber(GlyphRun&);
  void place_overlays(Page&, std::vector<PlacedBox>&, Length left);
  void place_links(Page&, const std::vector<LinkPart>&);
  void finish(Page&&, Furniture);
  void add_running_head(Page&, Length left);
  void add_foot(Page&, Length left);
  OneLine set_notice(const std::string& notice, const std::string& version);
  void add_line(Page&, OneLine&&, const TextStyle&, Length x, Length baseline_y);

  Workbench& bench_;
  Part& part_;
  std::string section_;
  std::map<int, std::size_t> links_on_page_;
  int notes_on_page_ = 0;
};

/// “iv” or “12”.
std::string folio(PageLabels::Style, std::size_t number);

}  // namespace bifolio::layout
