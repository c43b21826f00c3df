// bifolio.lock.json. Read with mistrust: it is merged by git and can be edited by
// anyone; what does not fit its hash is reported and not believed.
#include <algorithm>
#include <set>

#include "base/json_write.h"
#include "base/tree_text.h"
#include "lock/lock.h"
#include "lock/record_tree.h"
#include "lock/rules.h"
#include "syntax/syntax.h"

namespace bifolio::lock {
namespace {

constexpr std::string_view kFormat = "bifolio-lock/1";
constexpr std::size_t kLargest = 32u << 20;  // bytes; 2,000 works need 3 MB
constexpr syntax::Limits kLimits = {16, 2'000'000};

void report(Span span, Words what, std::string detail, Words repair, const std::string& subject, Findings& findings) {
  findings.add({&lock_corrupt,
                span,
                {{"what", detail + std::string(what.en), detail + std::string(what.zh_hans)},
                 {"repair", std::string(repair.en), std::string(repair.zh_hans)}},
                {},
                {},
                subject});
}

constexpr Words kMakeAgain = {"restore the last good version, or delete the file and run `bifolio refs update`",
                              "请恢复上一个正确的版本，或删除该文件后运行 `bifolio refs update`"};

void refuse(ReferenceLock& lock, FileId file, Words what, Findings& findings) {
  lock.is_readable = false;
  report({file, 0, 0}, what, "", kMakeAgain, "", findings);
}

void read_sources(const Tree& tree, ReferenceLock& lock) {
  for (const Member& member : tree.members) {
    const Tree& value = member.value;
    lock.sources[member.key] = {text_at(value, "checked"), text_at(value, "date"), integer_at(value, "rows"),
                                text_at(value, "sha256"), text_at(value, "etag")};
  }
}

/// The whole record must read as it was written: members that nobody knows are a hand's.
bool is_as_written(const Tree& tree, const LockRecord& record) {
  Tree again = tree_of(record);
  again.set("sha256", Tree::of(record.sha256));
  return write_json(canonical(tree)) == write_json(canonical(again));
}

void read_records(const Tree& tree, ReferenceLock& lock, Findings& findings) {
  for (const Member& member : tree.members) {
    LockRecord record = record_of(member.value);
    record.span = member.key_span;
    record.is_intact = record.sha256 == hash_of(record, member.key) && is_as_written(member.value, record) &&
                       record.standing == standing_of(record.events, record.status);
    if (!record.is_intact) {
      const std::string refresh = "bifolio refs update " + member.key;
      findings.add({&lock_corrupt,
                    record.span,
                    {{"what", "Record `" + member.key + "` was edited by hand or merged badly; its hash does not match",
                      "记录 `" + member.key + "` 被手工改动或合并出错，哈希不符"},
                     {"repair", "refresh it with `" + refresh + "`", "请用 `" + refresh + "` 重新获取"}},
                    {},
                    {},
                    member.key});
    }
    lock.records.emplace(member.key, std::move(record));
  }
}

void read_possible(const Tree& tree, ReferenceLock& lock) {
  for (const Member& member : tree.members) {
    const Tree& value = member.value;
    lock.possible[member.key] = {text_at(value, "record"), text_at(value, "title"), text_at(value, "type"),
                                 text_at(value, "date"), text_at(value, "notice")};
  }
}

void read_links(const Tree& tree, ReferenceLock& lock) {
  for (const Member& member : tree.members) {
    LockedLink link{
        integer_at(member.value, "status"), text_at(member.value, "checked"), {}, integer_at(member.value, "failures")};
    if (const Tree* days = member.value.find("failed")) {
      for (const Tree& day : days->items) link.failed.push_back(day.text);
    }
    lock.links[member.key] = std::move(link);
  }
}

Tree tree_of(const LockSource& source) {
  Tree tree = Tree::object();
  set_text(tree, "checked", source.checked);
  set_text(tree, "date", source.date);
  if (source.rows > 0) tree.set("rows", Tree::of(source.rows));
  set_text(tree, "sha256", source.sha256);
  set_text(tree, "etag", source.etag);
  return tree;
}

Tree tree_of(const PossibleMatch& match) {
  Tree tree = Tree::object();
  set_text(tree, "record", match.record);
  set_text(tree, "title", match.title);
  set_text(tree, "type", match.type);
  set_text(tree, "date", match.date);
  set_text(tree, "notice", match.notice);
  return tree;
}

Tree tree_of(const LockedLink& link) {
  Tree tree = Tree::object();
  tree.set("status", Tree::of(link.status));
  set_text(tree, "checked", link.checked);
  tree.set("failures", Tree::of(link.failures));
  if (!link.failed.empty()) {
    Tree& days = tree.set("failed", Tree::array());
    for (const std::string& day : link.failed) days.add(Tree::of(day));
  }
  return tree;
}

template <typename Map>
void set_all(Tree& tree, std::string_view key, const Map& map) {
  if (map.empty()) return;
  Tree& all = tree.set(key, Tree::object());
  all.members.reserve(map.size());
  for (const auto& [name, value] : map) all.members.push_back({name, {}, tree_of(value)});
}

}  // namespace

ReferenceLock read_lock(std::string_view text, FileId file, Findings& findings) {
  ReferenceLock lock;
  lock.file = file;
  if (text.size() > kLargest) {
    refuse(lock, file, {"This lock is larger than 32 MB", "锁文件超过 32 MB"}, findings);
    return lock;
  }
  const std::size_t before = findings.all().size();
  const Tree tree = syntax::parse_json({text, file}, findings, kLimits);
  if (text_at(tree, "format") != kFormat) {
    const Words what = {"This is no lock of the format bifolio-lock/1", "这不是 bifolio-lock/1 格式的锁文件"};
    lock.is_readable = false;
    if (findings.all().size() == before) refuse(lock, file, what, findings);
    return lock;
  }
  // A fault of grammar was reported; what could be read still warns of retractions, but nothing is built on it.
  lock.is_readable = findings.all().size() == before;
  lock.checked = text_at(tree, "checked");
  if (const Tree* checked = tree.find("checked")) lock.checked_span = checked->span;
  if (const Tree* sources = tree.find("sources")) read_sources(*sources, lock);
  if (const Tree* records = tree.find("records")) read_records(*records, lock, findings);
  if (const Tree* possible = tree.find("possible")) read_possible(*possible, lock);
  if (const Tree* links = tree.find("links")) read_links(*links, lock);
  lock.is_canonical = write_lock(lock) == text;
  return lock;
}

std::string write_lock(const ReferenceLock& lock) {
  Tree tree = Tree::object();
  tree.set("format", Tree::of(kFormat));
  set_text(tree, "checked", lock.checked);
  set_all(tree, "sources", lock.sources);
  Tree& records = tree.set("records", Tree::object());
  records.members.reserve(lock.records.size());
  for (const auto& [key, record] : lock.records) {
    Tree one = tree_of(record);
    set_text(one, "sha256", record.sha256);
    records.members.push_back({key, {}, std::move(one)});
  }
  set_all(tree, "possible", lock.possible);
  set_all(tree, "links", lock.links);
  std::string json = write_json(canonical(tree));
  if (!json.ends_with('\n')) json.push_back('\n');
  return json;
}

}  // namespace bifolio::lock
