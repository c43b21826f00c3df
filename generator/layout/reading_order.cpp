#include "layout/reading_order.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

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

/// Stands behind text that follows it (ISO 32000-1, 14.8.5.4.2).
bool is_float(const Tag& tag) {
  return tag.details().placement == "Before";
}

/// Elements that hold text or blocks; in between (Table, TR, L, LI) a note has no place.
bool may_hold_note(const Tag& tag) {
  static constexpr std::array kHolders = {"Sect"sv, "Div"sv,  "P"sv,       "LBody"sv,     "TD"sv,
                                          "TH"sv,   "Note"sv, "Caption"sv, "BlockQuote"sv};
  return std::find(kHolders.begin(), kHolders.end(), tag.role.name()) != kHolders.end();
}

/// Elements that hold blocks.
bool may_hold_block(const Tag& tag) {
  return tag.role == "Sect" || tag.role == "Div" || tag.role == "LBody" || tag.role == "BlockQuote";
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
      if (is_note(tags_[i]) && !reaches_[i].is_empty()) carry(static_cast<TagId>(i));
    }
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const auto floats = [&](TagId child) { return is_float(tag(child)); };
      if (std::any_of(children_[i].begin(), children_[i].end(), floats)) place_floats(children_[i]);
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

  /// A float is read before the first of its siblings that begins on its page or on a
  /// later one: where a reader who looks finds it, and never a page too early. The notes
  /// that it mentions go along.
  void place_floats(std::vector<TagId>& siblings) {
    std::vector<TagId> placed;
    std::deque<std::vector<TagId>> waiting;  // each with its notes
    const auto page = [&] { return reach(waiting.front().front()).first; };
    bool is_behind_float = false;
    for (const TagId id : siblings) {
      is_behind_float = is_float(tag(id)) || (is_behind_float && is_note(tag(id)));
      if (is_float(tag(id))) waiting.emplace_back();
      if (is_behind_float) {
        waiting.back().push_back(id);
        continue;
      }
      for (; !waiting.empty() && !reach(id).is_empty() && reach(id).first >= page(); waiting.pop_front()) {
        placed.insert(placed.end(), waiting.front().begin(), waiting.front().end());
      }
      placed.push_back(id);
      while (!waiting.empty() && reach(id).last > page() && put_inside(id, waiting.front(), may_hold_block)) {
        waiting.pop_front();
      }
    }
    for (const auto& group : waiting) placed.insert(placed.end(), group.begin(), group.end());
    siblings = std::move(placed);
  }

  /// A note that was carried to a later page leaves the item, the quotation that calls
  /// it: what follows there and begins before that page is read first.
  void carry(TagId note) {
    const std::size_t page = reach(note).last;
    bool leaves = false;  // something that is read first stands behind it
    for (TagId branch = tag(note).parent; branch != 0 && begins_before(page, branch); branch = tag(branch).parent) {
      const TagId around = tag(branch).parent;
      const std::vector<TagId>& siblings = children_[index(around)];
      const auto [last, covers_rest] = last_before(page, siblings, branch);
      leaves = leaves || last != kArtifact;
      if (leaves && may_hold_note(tag(around))) {
        put(note, around, std::find(siblings.begin(), siblings.end(), branch) - siblings.begin() + 1);
        leaves = false;
      } else if (leaves && !covers_rest) {
        put_at_end(note, last == kArtifact ? branch : last);
      }
      if (!covers_rest) return;
    }
  }

  /// Whether all text of the element begins before that page, notes left out.
  bool begins_before(std::size_t page, TagId element) const {
    const auto& children = children_[index(element)];
    const auto text = std::find_if(children.rbegin(), children.rend(),
                                   [&](TagId child) { return !is_note(tag(child)) && !reach(child).is_empty(); });
    return text == children.rend() || is_before(page, *text);
  }

  bool is_before(std::size_t page, TagId id) const { return reach(id).is_empty() || reach(id).first < page; }

  /// The last of the siblings behind `branch`, one after the other, that begin before
  /// that page, and whether there are no others.
  std::pair<TagId, bool> last_before(std::size_t page, const std::vector<TagId>& siblings, TagId branch) const {
    TagId last = kArtifact;
    for (auto at = std::find(siblings.begin(), siblings.end(), branch) + 1; at != siblings.end(); ++at) {
      if (is_note(tag(*at)) || reach(*at).is_empty()) continue;
      if (!is_before(page, *at)) return {last, false};
      last = *at;
    }
    return {last, true};
  }

  /// Into the last element of `branch` that may hold it, before what begins on its page.
  void put_at_end(TagId note, TagId branch) {
    const TagId holder = last_holder(branch, may_hold_note);
    if (holder == kArtifact) return;
    const auto& children = children_[index(holder)];
    const auto at = std::find_if(children.begin(), children.end(), [&](TagId child) {
      return !is_note(tag(child)) && !is_before(reach(note).last, child);
    });
    put(note, holder, at - children.begin());
  }

  /// Behind the notes that are there already.
  void put(TagId note, TagId holder, std::ptrdiff_t at) {
    std::erase(children_[index(tag(note).parent)], note);
    const std::vector<TagId>& children = children_[index(holder)];
    while (at < std::ssize(children) && is_note(tag(children[static_cast<std::size_t>(at)]))) ++at;
    insert(holder, at, {note});
  }

  /// A note stands after what mentions it. It moves back into an element that goes
  /// on on a later page, and forward where it was itself carried to a later page.
  void place_notes(std::vector<TagId>& siblings) {
    std::vector<TagId> placed;
    std::vector<TagId> waiting;  // notes, until a text comes that is read after them
    TagId before = kArtifact;    // the last sibling that is no note
    for (const TagId id : siblings) {
      if (is_note(tag(id))) {
        const bool is_inside = waiting.empty() && before != kArtifact && put_inside(before, {id}, may_hold_note);
        if (!is_inside) waiting.push_back(id);
        continue;
      }
      before = id;
      const auto first_later =
          std::find_if(waiting.begin(), waiting.end(), [&](TagId note) { return reach(id).first < reach(note).last; });
      placed.insert(placed.end(), waiting.begin(), first_later);
      waiting.erase(waiting.begin(), first_later);
      placed.push_back(id);
      while (!waiting.empty() && reach(id).last > reach(waiting.front()).first &&
             put_inside(id, {waiting.front()}, may_hold_note)) {
        waiting.erase(waiting.begin());
      }
    }
    placed.insert(placed.end(), waiting.begin(), waiting.end());
    siblings = std::move(placed);
  }

  /// Puts what belongs together before the first text in `holder` that begins on a later page.
  bool put_inside(TagId holder, const std::vector<TagId>& group, bool (*may_hold)(const Tag&)) {
    std::vector<TagId>& children = children_[index(holder)];
    const std::size_t page = reach(group.front()).first;
    const auto at = std::find_if(children.begin(), children.end(), [&](TagId child) {
      return !reach(child).is_empty() && reach(child).last > page && !is_note(tag(child));
    });
    if (at == children.end() || reach(group.front()).is_empty()) return false;
    if (reach(*at).first <= page) return put_inside(*at, group, may_hold);
    if (may_hold(tag(holder))) {
      insert(holder, at - children.begin(), group);
      return true;
    }
    if (tag(holder).role != "L" || at == children.begin()) return false;
    const TagId body = last_holder(*std::prev(at), may_hold);  // of the item before the page's end
    if (body == kArtifact) return false;
    insert(body, std::ssize(children_[index(body)]), group);
    return true;
  }

  /// The last element in `branch`, as far out as can be, that may hold it.
  TagId last_holder(TagId branch, bool (*may_hold)(const Tag&)) const {
    while (!may_hold(tag(branch))) {
      if (children_[index(branch)].empty()) return kArtifact;
      branch = children_[index(branch)].back();
    }
    return branch;
  }

  void insert(TagId holder, std::ptrdiff_t at, const std::vector<TagId>& group) {
    std::vector<TagId>& children = children_[index(holder)];
    children.insert(children.begin() + at, group.begin(), group.end());
    for (const TagId one : group) tags_[index(one)].parent = holder;
  }

  std::vector<Tag>& tags_;
  std::vector<Reach> reaches_;
  std::vector<std::vector<TagId>> children_;
};

}  // namespace

std::vector<TagId> reading_order(std::vector<Tag>& tags, const std::vector<Page>& pages, const Orders& orders) {
  const auto may_move = [](const Tag& tag) { return is_note(tag) || is_float(tag); };
  if (orders.empty() && std::none_of(tags.begin(), tags.end(), may_move)) {
    std::vector<TagId> as_made(tags.size());
    std::iota(as_made.begin(), as_made.end(), 0);
    return as_made;
  }
  return Reader(tags, pages, orders).order();
}

}  // namespace bifolio::layout
