#include "layout/reading_order.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace bifolio::layout {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Pages on which the texts of an element begin: the first and the last of them.
struct Reach {
  std::size_t first = kNowhere, last = 0;
  bool is_empty() const { return first == kNowhere; }
};

bool is_note(const Tag& tag) {
  return tag.role == "Note";
}

/// Elements that hold text or blocks; in between (Table, TR, L, LI) a note has no place.
bool may_hold_note(const Tag& tag) {
  static constexpr std::array kHolders = {"Sect"sv, "Div"sv,  "P"sv,       "LBody"sv,     "TD"sv,
                                          "TH"sv,   "Note"sv, "Caption"sv, "BlockQuote"sv};
  return std::find(kHolders.begin(), kHolders.end(), tag.role.name()) != kHolders.end();
}

std::vector<Reach> reaches(const std::vector<Tag>& tags, const std::vector<Page>& pages) {
  std::vector<Reach> all(tags.size());
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto use = [&](TagId tag) {
      if (tag == kArtifact) return;
      Reach& reach = all[static_cast<std::size_t>(tag)];
      if (reach.is_empty()) reach = {page, page};
    };
    for (const Item& item : pages[page].items) std::visit([&](const auto& value) { use(value.tag); }, item);
  }
  // Children stand behind their parents, so one pass from the end is enough.
  for (std::size_t i = tags.size(); i-- > 1;) {
    if (all[i].is_empty()) continue;
    Reach& parent = all[static_cast<std::size_t>(tags[i].parent)];
    parent.first = std::min(parent.first, all[i].first);
    parent.last = std::max(parent.last, all[i].last);
  }
  return all;
}

class Reader {
 public:
  Reader(std::vector<Tag>& tags, const std::vector<Page>& pages, const Orders& orders)
      : tags_(tags), reaches_(reaches(tags, pages)), children_(tags.size()) {
    for (std::size_t i = 1; i < tags.size(); ++i) children_[index(tags[i].parent)].push_back(static_cast<TagId>(i));
    for (const auto& [parent, children] : orders) children_[index(parent)] = children;
  }

  std::vector<TagId> order() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const auto is_one = [&](TagId child) { return is_note(tag(child)); };
      if (std::any_of(children_[i].begin(), children_[i].end(), is_one)) place_notes(children_[i]);
    }
    std::vector<TagId> order, waiting{0};
    order.reserve(tags_.size());
    while (!waiting.empty()) {
      order.push_back(waiting.back());
      waiting.pop_back();
      const auto& children = children_[index(order.back())];
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return order;
  }

 private:
  static std::size_t index(TagId id) { return static_cast<std::size_t>(id); }
  const Tag& tag(TagId id) const { return tags_[index(id)]; }
  const Reach& reach(TagId id) const { return reaches_[index(id)]; }

  /// A note stands after what mentions it. It moves back into an element that goes
  /// on on a later page, and forward where it was itself carried to a later page.
  void place_notes(std::vector<TagId>& siblings) {
    std::vector<TagId> placed;
    std::vector<TagId> waiting;  // notes, until a text comes that is read after them
    TagId before = kArtifact;    // the last sibling that is no note
    for (const TagId id : siblings) {
      if (is_note(tag(id))) {
        const bool is_inside = waiting.empty() && before != kArtifact && put_inside(before, id);
        if (!is_inside) waiting.push_back(id);
        continue;
      }
      before = id;
      const auto first_later =
          std::find_if(waiting.begin(), waiting.end(), [&](TagId note) { return reach(id).first < reach(note).last; });
      placed.insert(placed.end(), waiting.begin(), first_later);
      waiting.erase(waiting.begin(), first_later);
      placed.push_back(id);
    }
    placed.insert(placed.end(), waiting.begin(), waiting.end());
    siblings = std::move(placed);
  }

  /// Puts the note before the first text in `holder` that begins on a later page.
  bool put_inside(TagId holder, TagId note) {
    std::vector<TagId>& children = children_[index(holder)];
    const std::size_t page = reach(note).first;
    const auto at = std::find_if(children.begin(), children.end(), [&](TagId child) {
      return !reach(child).is_empty() && reach(child).last > page && !is_note(tag(child));
    });
    if (at == children.end() || reach(note).is_empty()) return false;
    if (reach(*at).first <= page) return put_inside(*at, note);
    if (!may_hold_note(tag(holder))) return false;
    children.insert(at, note);
    tags_[index(note)].parent = holder;
    return true;
  }

  std::vector<Tag>& tags_;
  std::vector<Reach> reaches_;
  std::vector<std::vector<TagId>> children_;
};

}  // namespace

std::vector<TagId> reading_order(std::vector<Tag>& tags, const std::vector<Page>& pages, const Orders& orders) {
  if (orders.empty() && std::none_of(tags.begin(), tags.end(), is_note)) {
    std::vector<TagId> as_made(tags.size());
    std::iota(as_made.begin(), as_made.end(), 0);
    return as_made;
  }
  return Reader(tags, pages, orders).order();
}

}  // namespace bifolio::layout
