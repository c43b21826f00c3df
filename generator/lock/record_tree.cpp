#include "lock/record_tree.h"

#include <algorithm>

#include "base/hash.h"
#include "base/json_write.h"
#include "base/tree_text.h"
#include "base/unicode.h"
#include "lock/lock.h"

namespace bifolio::lock {
namespace {

/// What is kept of a work: enough to compare an entry with it and to print it.
constexpr std::string_view kFields[] = {"title",
                                        "title-short",
                                        "original-title",
                                        "container-title",
                                        "container-title-short",
                                        "volume",
                                        "issue",
                                        "page",
                                        "publisher",
                                        "DOI",
                                        "PMID",
                                        "ISSN",
                                        "ISBN"};
constexpr std::string_view kNames[] = {"author", "editor"};
constexpr std::string_view kDates[] = {"issued", "published-online", "published-print"};
constexpr std::size_t kMostNames = 1000;

Tree tree_of(const Name& name) {
  Tree tree = Tree::object();
  set_text(tree, "family", name.family);
  set_text(tree, "given", name.given);
  set_text(tree, "literal", name.literal);
  set_text(tree, "suffix", name.suffix);
  return tree;
}

/// [2022, 9, 21]: the first of a range.
Tree tree_of(const ReferenceDate& date) {
  Tree tree = Tree::array();
  for (const int part : date.parts.front()) {
    if (part == 0) break;
    tree.add(Tree::of(part));
  }
  return tree;
}

Tree tree_of_meta(const Reference& meta) {
  Tree tree = Tree::object();
  set_text(tree, "type", meta.type);
  for (const std::string_view field : kFields) set_text(tree, field, meta.field(field));
  for (const std::string_view role : kNames) {
    const auto at = meta.names.find(role);
    if (at == meta.names.end() || at->second.names.empty()) continue;
    Tree& list = tree.set(role, Tree::array());
    for (const Name& name : at->second.names) list.add(tree_of(name));
  }
  for (const std::string_view date : kDates) {
    const auto at = meta.dates.find(date);
    if (at != meta.dates.end() && !at->second.parts.empty() && at->second.parts.front()[0] != 0)
      tree.set(date, tree_of(at->second));
  }
  return tree;
}

Tree tree_of(const LockEvent& event) {
  Tree tree = Tree::object();
  tree.set("type", Tree::of(event.type));
  set_text(tree, "date", event.date);
  set_text(tree, "notice", event.notice);
  set_text(tree, "source", event.source);
  return tree;
}

Reference meta_of(const Tree& tree) {
  Reference meta;
  meta.type = text_at(tree, "type");
  for (const std::string_view field : kFields) {
    if (std::string text = text_at(tree, field); !text.empty()) meta.fields[std::string(field)] = {std::move(text)};
  }
  for (const std::string_view role : kNames) {
    const Tree* list = tree.find(role);
    if (!list) continue;
    for (const Tree& item : list->items) {
      if (meta.names[std::string(role)].names.size() == kMostNames) break;
      Name name;
      name.family = text_at(item, "family");
      name.given = text_at(item, "given");
      name.literal = text_at(item, "literal");
      name.suffix = text_at(item, "suffix");
      meta.names[std::string(role)].names.push_back(std::move(name));
    }
  }
  for (const std::string_view date : kDates) {
    const Tree* list = tree.find(date);
    if (!list || list->items.empty()) continue;
    std::array<int, 3> parts = {};
    for (std::size_t i = 0; i < std::min<std::size_t>(3, list->items.size()); ++i)
      parts[i] = static_cast<int>(std::clamp<std::int64_t>(as_integer(list->items[i]).value_or(0), 0, 9999));
    meta.dates[std::string(date)].parts = {parts};
  }
  return meta;
}

LockStatus status_named(std::string_view word) {
  for (const LockStatus status : {LockStatus::found, LockStatus::not_found, LockStatus::other_agency}) {
    if (name(status) == word) return status;
  }
  return LockStatus::unchecked;
}

Standing standing_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(Standing::retracted); ++i) {
    if (name(static_cast<Standing>(i)) == word) return static_cast<Standing>(i);
  }
  return Standing::unknown;
}

}  // namespace

int integer_at(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  const auto number = value ? as_integer(*value) : std::nullopt;
  return number ? static_cast<int>(std::clamp<std::int64_t>(*number, 0, 1'000'000'000)) : 0;
}

Tree canonical(const Tree& tree) {
  Tree out = tree;
  if (tree.is_string()) out.text = normalize_nfc(tree.text);
  for (Tree& item : out.items) item = canonical(item);
  for (Member& member : out.members) {
    member.key = normalize_nfc(member.key);
    member.value = canonical(member.value);
  }
  std::sort(out.members.begin(), out.members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
  return out;
}

Tree tree_of(const LockRecord& record) {
  Tree tree = Tree::object();
  set_text(tree, "agency", record.agency);
  tree.set("status", Tree::of(name(record.status)));
  set_text(tree, "retrieved", record.retrieved);
  if (Tree meta = tree_of_meta(record.meta); !meta.members.empty()) tree.set("meta", std::move(meta));
  if (!record.events.empty()) {
    Tree& list = tree.set("events", Tree::array());
    for (const LockEvent& event : record.events) list.add(tree_of(event));
  }
  if (!record.notice_for.empty()) {
    Tree& list = tree.set("notice-for", Tree::array());
    for (const std::string& key : record.notice_for) list.add(Tree::of(key));
  }
  set_text(tree, "published-as", record.published_as);
  tree.set("standing", Tree::of(name(record.standing)));
  set_text(tree, "response", record.response);
  return canonical(tree);
}

LockRecord record_of(const Tree& tree) {
  LockRecord record;
  record.agency = text_at(tree, "agency");
  record.status = status_named(text_at(tree, "status"));
  record.retrieved = text_at(tree, "retrieved");
  if (const Tree* meta = tree.find("meta")) record.meta = meta_of(*meta);
  if (const Tree* events = tree.find("events")) {
    for (const Tree& item : events->items)
      record.events.push_back(
          {text_at(item, "type"), text_at(item, "date"), text_at(item, "notice"), text_at(item, "source")});
  }
  if (const Tree* works = tree.find("notice-for")) {
    for (const Tree& item : works->items) record.notice_for.push_back(item.text);
  }
  record.published_as = text_at(tree, "published-as");
  record.standing = standing_named(text_at(tree, "standing"));
  record.response = text_at(tree, "response");
  record.sha256 = text_at(tree, "sha256");
  return record;
}

std::string hash_of(const LockRecord& record, std::string_view key) {
  return sha256_hex(std::string(key) + "\n" + write_json(tree_of(record), JsonLayout::compact));
}

void seal(LockRecord& record, std::string_view key) {
  put_in_order(record.events);
  std::sort(record.notice_for.begin(), record.notice_for.end());
  record.standing = standing_of(record.events, record.status);
  record.sha256 = hash_of(record, key);
  record.is_intact = true;
}

}  // namespace bifolio::lock
