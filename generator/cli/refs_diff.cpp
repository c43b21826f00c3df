// `refs diff` and `refs prune`: what the lock lacks, holds too much, or changed.
#include <cstdio>
#include <set>

#include "cli/refs.h"
#include "lang/iso_date.h"
#include "lock/change.h"
#include "lock/lock.h"

namespace bifolio::cli {
namespace {

void print(const char* mark, const std::string& key, const std::string& rest) {
  std::printf("%s %s%s%s\n", mark, key.c_str(), rest.empty() ? "" : "  ", rest.c_str());
}

/// What `refs update` and `refs prune` would have to do.
bool print_needs(const RefsBooklet& booklet, const std::string& today, const Globals& globals) {
  const auto words = [&](Words both) { return std::string(say(globals, both)); };
  std::set<std::string> wanted;
  bool has_any = false;
  for (const Reference& reference : booklet.manuscript.library.references) {
    const std::string key = lock::key_of(reference);
    if (key.empty() || !wanted.insert(key).second) continue;
    const auto at = booklet.lock.records.find(key);
    if (at == booklet.lock.records.end()) {
      print("+", key, reference.key);
      has_any = true;
      continue;
    }
    const auto day = lang::parse_iso_date(lock::last_checked(booklet.lock, at->second)),
               now = lang::parse_iso_date(today);
    const long age = day && now ? lang::day_number(*now) - lang::day_number(*day) : 0;
    const bool is_old = !day || age > booklet.manuscript.booklet.lock_max_age;
    if (!is_old && at->second.is_intact) continue;
    const std::string days = std::to_string(age);
    print("~", key,
          !at->second.is_intact ? words({"hash does not match", "哈希不符"})
                                : words({"asked ", "已 "}) + days + words({" days ago", " 天未核对"}));
    has_any = true;
  }
  for (const auto& [key, record] : booklet.lock.records) {
    if (wanted.contains(key)) continue;
    print("-", key, std::string(record.meta.field("title")));
    has_any = true;
  }
  return has_any;
}

void print_change(const lock::LockChange& change, const Globals& globals) {
  const std::string standing = std::string(lock::name(change.before)) + " → " + std::string(lock::name(change.after));
  switch (change.kind) {
    case lock::LockChange::Kind::added:
      return print("+", change.key, std::string(lock::name(change.after)) + "  " + change.title);
    case lock::LockChange::Kind::removed: return print("-", change.key, change.title);
    case lock::LockChange::Kind::standing: return print("!", change.key, standing + "  " + change.title);
    case lock::LockChange::Kind::content:
      return print("~", change.key, std::string(say(globals, {"metadata changed  ", "元数据有变化  "})) + change.title);
  }
}

}  // namespace

int refs_diff(const RefsOptions& options, const Globals& globals) {
  const std::optional<RefsBooklet> booklet = open_refs(options, globals);
  if (!booklet) return kUsage;
  if (options.file.empty()) return print_needs(*booklet, today_of(options, globals), globals) ? kFindings : kClean;
  Findings faults;
  const Result<source::SourceSet> file = source::load_file(options.file, faults);
  if (!file) {
    print_error(file.error(), globals);
    return kUsage;
  }
  const ReferenceLock before = lock::read_lock(file->files().front().bytes, FileId{0}, faults);
  if (!before.is_readable) {
    for (const Finding& fault : faults.all()) print_error(fault, globals);
    return kUsage;
  }
  const std::vector<lock::LockChange> changes = lock::compare(before, booklet->lock);
  for (const lock::LockChange& change : changes) print_change(change, globals);
  return changes.empty() ? kClean : kFindings;
}

int refs_prune(const RefsOptions& options, const Globals& globals) {
  std::optional<RefsBooklet> booklet = open_refs(options, globals);
  if (!booklet) return kUsage;
  if (booklet->lock_bytes.empty()) {
    tell(globals, "there is no lock; `bifolio refs update` makes one", "还没有锁文件；`bifolio refs update` 会生成");
    return kClean;
  }
  const std::vector<std::string> links = web_links(booklet->manuscript);
  const std::size_t count = lock::prune(booklet->lock, booklet->manuscript.library, {links.begin(), links.end()});
  const std::string number = std::to_string(count);
  tell(globals, number + " removed", "已删除 " + number + " 条");
  return save_lock(*booklet, globals);
}

}  // namespace bifolio::cli
