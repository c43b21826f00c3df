// The whole run: works registered, ordered and numbered, cites placed and told
// apart, clusters and entries printed. `print` of the door is one of these.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "cite/cite.h"
#include "cite/render.h"

namespace bifolio::cite {

/// A work that is cited or listed.
struct Registered {
  const Item* pair = nullptr;  ///< the same work in another language, printed with it
  std::size_t reference = 0;   ///< index into the library
  Item item;
  int number = 0;  ///< citation-number
  int first_note = 0;
  Expansion expansion;
};

/// A cite in its cluster.
struct Cite {
  const CitedItem* cited = nullptr;
  std::size_t work = 0;  ///< index into Registry::works
  Place place;
};

struct Registry {
  std::vector<Registered> works;         ///< in the order in which they were first met
  std::vector<std::size_t> order;        ///< of the bibliography: indexes into works
  std::vector<std::vector<Cite>> cites;  ///< by cluster
  std::deque<Item> pairs;                ///< items of works that are printed with others
};

/// Locales by language, made once for a run.
class LocaleShelf {
 public:
  LocaleShelf(const Style& style, std::string main) : style_(style), main_(std::move(main)) {}
  const Locale& main() { return get(main_); }
  const Locale& get(const std::string& language);

 private:
  const Style& style_;
  std::string main_;
  std::map<std::string, std::unique_ptr<Locale>> locales_;
};

/// positions.cpp: ibid, subsequent, near-note and the note of the first cite.
void place_cites(Registry&, std::span<const Cluster>, const Style&);

/// sort.cpp: the bibliography's order and the citation numbers that follow from it.
void order_works(Registry&, const Style&, LocaleShelf&, ChineseWorks);
/// The order of cites inside a cluster.
void order_cites(std::vector<Cite>&, const Registry&, const Style&, LocaleShelf&);

/// disambiguate.cpp: names, given names, the condition and year suffixes.
void disambiguate(Registry&, const Style&, LocaleShelf&);

/// The layout for a work: CSL-M may have one for its language.
const Layout& layout_for(const std::vector<Layout>&, const Item&);

/// cluster.cpp: one citation, collapsed and joined.
RichText print_cluster(const std::vector<Cite>&, const Cluster&, const Registry&, const Style&, LocaleShelf&);

/// bibliography.cpp: all entries, with repeated authors substituted.
std::vector<Entry> print_bibliography(const Registry&, const Style&, LocaleShelf&);

}  // namespace bifolio::cite
