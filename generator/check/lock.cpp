// The reference lock against the library: what is missing, old, or too much.
#include <algorithm>
#include <set>

#include "check/checks.h"
#include "lang/iso_date.h"

namespace bifolio::check {

const Rule lock_missing{
    "lock-missing",
    Severity::error,
    {"{what} in the reference lock, so nobody has compared it with its registry; run `bifolio refs update{keys}`.",
     "{what}不在锁文件中，尚未与登记机构核对；请运行 `bifolio refs update{keys}`。"},
    {"bifolio.lock.json keeps what registries say about each cited work, so that a check needs no network and gives "
     "the same answer everywhere. A maintainer with a network runs `bifolio refs update` and commits the file.",
     "bifolio.lock.json 保存登记机构对每篇被引文献的答复，因此检查无需联网，在任何电脑上结果都相同。"
     "由能联网的维护者运行 `bifolio refs update` 并提交该文件。"},
    Repair::update};

const Rule lock_stale{
    "lock-stale",
    Severity::warning,
    {"{count} of {all} records in the reference lock are older than {limit} days, the oldest {age} days; run "
     "`bifolio refs update --stale`.",
     "锁文件的 {all} 条记录中有 {count} 条超过 {limit} 天，最早的已有 {age} 天；请运行 "
     "`bifolio refs update --stale`。"},
    {"Works are corrected and retracted after they are published. `max-age` under [lock] says after how many days a "
     "record must be compared again.",
     "文献发表后仍可能更正或撤稿。[lock] 的 `max-age` 规定记录多少天后须重新核对。"},
    Repair::update};

const Rule lock_not_found{
    "lock-not-found",
    Severity::error,
    {"{id} is registered with no agency; the reference may be invented. Look the work up by its title and correct the "
     "identifier, or remove the reference.",
     "{id} 未在任何机构注册，该文献可能不存在。请按题名查找并更正编号，或删除这条文献。"},
    {"Not one registry that lacks it, but the look-up of all agencies says that this identifier does not exist. Usual "
     "causes: a digit copied wrongly, or a reference that a language model made up.",
     "并非某一登记机构没有收录，而是总查询表示该编号不存在。常见原因：抄错一位，或由语言模型编造。"},
    Repair::no,
    true};

const Rule lock_unused{"lock-unused",
                       Severity::warning,
                       {"No entry of the library has `{id}`; remove the record with `bifolio refs prune`.",
                        "文献库中没有编号为 `{id}` 的条目；请用 `bifolio refs prune` 删除该记录。"},
                       {"The entry was removed, or its identifier corrected, after the lock was written.",
                        "写入锁文件之后，相应条目被删除，或其编号被更正。"},
                       Repair::update};

const Rule lock_form{
    "lock-form",
    Severity::info,
    {"The reference lock is not as bifolio writes it; `bifolio refs prune` puts it in order.",
     "锁文件的排版与 bifolio 写出的不同；`bifolio refs prune` 会整理它。"},
    {"Equal locks are equal bytes, so that their history shows only what changed. An editor or a merge has touched "
     "this one without changing a record.",
     "内容相同的锁文件逐字节相同，这样历史记录只显示真正的变化。此文件被编辑器或合并改动过，但记录本身没有变。"},
    Repair::update};

namespace {

void check_missing(const Context& context, const ReferenceLock* locked, Findings& findings) {
  if (!locked) {  // one cause, one finding
    const auto count = std::count_if(context.works.begin(), context.works.end(),
                                     [](const KnownWork& work) { return work.is_cited() && !work.known.key.empty(); });
    if (count == 0) return;
    const Booklet& booklet = context.publication.booklet;
    const auto place = booklet.places.find("lock");
    const std::string number = std::to_string(count);
    findings.add({&lock_missing,
                  place == booklet.places.end() ? Span{booklet.file, 0, 0} : place->second,
                  {{"what", count == 1 ? "The cited identifier is not" : "The " + number + " cited identifiers are not",
                    number + " 个被引编号都"},
                   {"keys", ""}}});
    return;
  }
  for (const KnownWork& work : context.works) {
    if (!work.is_cited() || work.known.key.empty() || work.known.record) continue;
    const std::string id = shown_id(work.known.key);
    findings.add({&lock_missing,
                  identifier_span(work),
                  {{"what", "`" + id + "` is not", "`" + id + "` "}, {"keys", " " + work.reference->key}},
                  {},
                  {},
                  work.known.key});
  }
}

void check_stale(const Context& context, const ReferenceLock& locked, Findings& findings) {
  const auto today = lang::parse_iso_date(context.settings.today);
  if (!today) return;
  const int limit = context.publication.booklet.lock_max_age;
  long oldest = 0;
  int count = 0;
  for (const auto& [key, record] : locked.records) {
    const auto day = lang::parse_iso_date(lock::last_checked(locked, record));
    const long age = day ? lang::day_number(*today) - lang::day_number(*day) : limit + 1;
    count += age > limit;
    oldest = std::max(oldest, age);
  }
  if (count == 0) return;
  const Span place = locked.checked_span.file.is_known() ? locked.checked_span : Span{locked.file, 0, 0};
  findings.add({&lock_stale,
                place,
                {{"count", std::to_string(count)},
                 {"all", std::to_string(locked.records.size())},
                 {"limit", std::to_string(limit)},
                 {"age", std::to_string(oldest)}}});
}

void check_not_found(const Context& context, Findings& findings) {
  for (const KnownWork& work : context.works) {
    const LockRecord* record = work.known.record;
    if (!record || !record->is_intact || record->status != LockStatus::not_found) continue;
    const std::string id =
        work.known.key.starts_with("doi:") ? "DOI " + shown_id(work.known.key) : shown_id(work.known.key);
    findings.add({&lock_not_found, identifier_span(work), {{"id", id}}, {}, {}, work.known.key, record->response});
  }
}

void check_unused(const Context& context, const ReferenceLock& locked, Findings& findings) {
  std::set<std::string_view> wanted;
  for (const KnownWork& work : context.works) wanted.insert(work.known.key);
  for (const auto& [key, record] : locked.records) {
    if (!wanted.contains(key)) findings.add({&lock_unused, record.span, {{"id", key}}, {}, {}, key});
  }
}

}  // namespace

void check_lock(const Context& context, Findings& findings) {
  const Publication& publication = context.publication;
  const ReferenceLock* locked = publication.lock ? &*publication.lock : nullptr;
  if (locked && !locked->is_readable) return;  // reported where it was read
  // An import of retractions alone makes a lock without records; that asks for nothing.
  const bool is_wanted = publication.booklet.has_lock || (locked && !locked->records.empty());
  if (is_wanted) check_missing(context, locked, findings);
  if (!locked) return;
  check_stale(context, *locked, findings);
  check_not_found(context, findings);
  check_unused(context, *locked, findings);
  const bool is_intact =
      std::all_of(locked->records.begin(), locked->records.end(), [](const auto& one) { return one.second.is_intact; });
  if (!locked->is_canonical && is_intact) findings.add({&lock_form, {locked->file, 0, 0}});
}

}  // namespace bifolio::check
