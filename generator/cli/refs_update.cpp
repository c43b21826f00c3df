// `refs update`: asks, compares, writes once. Whatever stops it, the lock on disk
// is the old one or the new one.
#include <algorithm>
#include <cstdio>
#include <set>

#include "base/nearest.h"
#include "cli/refs_session.h"
#include "lang/iso_date.h"
#include "lock/change.h"
#include "lock/lock.h"

namespace bifolio::cli {
namespace {

bool is_stale(const ReferenceLock& locked, const LockRecord& record, int max_age, const std::string& today) {
  const auto day = lang::parse_iso_date(lock::last_checked(locked, record)), now = lang::parse_iso_date(today);
  return !day || !now || lang::day_number(*now) - lang::day_number(*day) > max_age;
}

/// The normalised identifier of what a person names: a key of the library, a
/// record, an identifier. Complains and returns nothing where it is none.
std::optional<std::string> wanted_key(const std::string& word, const RefsBooklet& booklet, const Globals& globals) {
  const Library& library = booklet.manuscript.library;
  if (const Reference* reference = library.find(word)) {
    const std::string key = lock::key_of(*reference);
    if (!key.empty()) return key;
    tell(globals, "`" + word + "` has no identifier that a registry knows; give the entry its DOI",
         "条目 `" + word + "` 没有可查询的编号；请补充 DOI");
    return std::nullopt;
  }
  if (booklet.lock.records.contains(word)) return word;
  if (std::string key = lock::key_from(word); !key.empty()) return key;
  std::vector<std::string> known;
  for (const Reference& reference : library.references) known.push_back(reference.key);
  const std::string near = nearest(word, known);
  tell(globals, "the library has no entry `" + word + "`" + (near.empty() ? "" : "; did you mean `" + near + "`?"),
       "文献库中没有条目 `" + word + "`" + (near.empty() ? "" : "；是否应为 `" + near + "`？"));
  return std::nullopt;
}

std::optional<std::vector<std::string>> wanted_keys(const RefsOptions& options, const RefsBooklet& booklet,
                                                    const Globals& globals) {
  std::set<std::string> keys;
  for (const std::string& word : options.keys) {
    const auto key = wanted_key(word, booklet, globals);
    if (!key) return std::nullopt;
    keys.insert(*key);
  }
  if (!options.keys.empty()) return std::vector<std::string>(keys.begin(), keys.end());
  const std::string today = today_of(options, globals);
  for (const Reference& reference : booklet.manuscript.library.references) {
    const std::string key = lock::key_of(reference);
    if (key.empty()) continue;
    const auto at = booklet.lock.records.find(key);
    const bool is_known = at != booklet.lock.records.end();
    const bool is_old = is_known && is_stale(booklet.lock, at->second, booklet.manuscript.booklet.lock_max_age, today);
    const bool is_missing = !is_known || !at->second.is_intact;
    if (options.wants_all || is_old || (is_missing && !options.wants_stale)) keys.insert(key);
  }
  return std::vector<std::string>(keys.begin(), keys.end());
}

struct Tally {
  std::size_t asked = 0, changed = 0;
  std::vector<std::string> held_back;
  std::vector<Finding> failures;
};

void take_answers(std::vector<fetch::Answer> answers, const RefsOptions& options, const Globals& globals,
                  RefsBooklet& booklet, Tally& tally) {
  const std::string today = today_of(options, globals);
  std::set<std::string> compared;
  for (fetch::Answer& answer : answers) {
    if (answer.failure) tally.failures.push_back(*std::move(answer.failure));
    if (!answer.record) continue;
    const auto loss = options.accepts ? lock::Loss::accept : lock::Loss::hold_back;
    const lock::Merged merged = lock::merge(booklet.lock, answer.key, *std::move(answer.record), today, loss);
    compared.insert(answer.key);
    tally.changed += merged == lock::Merged::changed;
    if (merged == lock::Merged::held_back) tally.held_back.push_back(answer.key);
  }
  lock::note_compared(booklet.lock, compared, today);
}

void take_link(const fetch::PageAnswer& answer, const std::string& today, LockedLink& link) {
  link.status = answer.status;
  link.checked = today;
  if (answer.is_reachable) {
    link.failures = 0;
    link.failed.clear();
  } else if (link.failed.empty() || link.failed.back() != today) {  // two looks on one day are one
    ++link.failures;
    link.failed.push_back(today);
    if (link.failed.size() > 2) link.failed.erase(link.failed.begin());
  }
}

void look_at_links(fetch::Session& session, const RefsOptions& options, const Globals& globals, RefsBooklet& booklet) {
  for (const std::string& url : web_links(booklet.manuscript)) {
    if (Interruptible::was_interrupted()) return;
    take_link(session.look_at(url), today_of(options, globals), booklet.lock.links[url]);
  }
}

/// At most once a day; the server is told which copy we have.
int fetch_retractions(fetch::Session& session, const RefsOptions& options, const Globals& globals, RefsBooklet& booklet,
                      Tally& tally) {
  const std::string today = today_of(options, globals);
  LockSource& source = booklet.lock.sources["retraction-watch"];
  const bool has_index = booklet.manuscript.retractions && !booklet.manuscript.retractions->rows.empty();
  if (has_index && source.date == today) return kClean;
  Result<fetch::DataSet> data = session.retractions(has_index ? source.etag : "");
  if (!data) {
    tally.failures.push_back(data.error());
    return kClean;
  }
  source.etag = data->etag;
  if (!data->is_unchanged) return take_retractions(booklet, data->bytes, today, options.accepts, globals);
  source.date = today;
  return kClean;
}

void print_changes(const ReferenceLock& before, const ReferenceLock& after) {
  for (const lock::LockChange& change : lock::compare(before, after)) {
    if (change.kind != lock::LockChange::Kind::standing && change.after < Standing::concern) continue;
    std::printf("%s: %s → %s: %s\n", change.key.c_str(), std::string(lock::name(change.before)).c_str(),
                std::string(lock::name(change.after)).c_str(), change.title.c_str());
  }
}

int report(const Tally& tally, const Globals& globals) {
  for (const Finding& failure : tally.failures) print_error(failure, globals);
  for (const std::string& key : tally.held_back) {
    tell(
        globals,
        key +
            ": the registry no longer reports it as retracted or doubtful, without saying that it was "
            "reinstated. The record is kept; look at the work, then accept the change with --accept",
        key +
            "：登记机构不再报告其撤稿或存疑，但也没有说明已恢复。原记录保持不变；请查看该文献，确认后用 --accept 接受");
  }
  const std::string asked = std::to_string(tally.asked), changed = std::to_string(tally.changed),
                    failures = std::to_string(tally.failures.size());
  tell(globals, asked + " asked, " + changed + " new or changed, " + failures + " failed",
       "查询 " + asked + " 条，新增或变化 " + changed + " 条，失败 " + failures + " 条");
  if (!tally.failures.empty()) return kIncomplete;
  return tally.held_back.empty() ? kClean : kFindings;
}

}  // namespace

int refs_update(const RefsOptions& options, const Globals& globals) {
  std::optional<RefsBooklet> booklet = open_refs(options, globals);
  if (!booklet) return kUsage;
  const auto keys = wanted_keys(options, *booklet, globals);
  if (!keys) return kUsage;
  Result<fetch::Session> session = open_session(options, booklet->manuscript.booklet);
  if (!session) {
    print_error(session.error(), globals);
    return kUsage;
  }
  const Interruptible interruptible;
  const ReferenceLock before = booklet->lock;
  Tally tally{keys->size()};
  const auto show = [&](std::size_t done) {
    const std::string text = std::to_string(done) + "/" + std::to_string(keys->size());
    if (globals.is_terminal && !globals.is_quiet) std::fprintf(stderr, "\r%s", text.c_str());
  };
  std::vector<fetch::Answer> answers = session->look_up(*keys, show);
  if (globals.is_terminal && !globals.is_quiet) std::fprintf(stderr, "\r");
  take_answers(std::move(answers), options, globals, *booklet, tally);
  int status = kClean;
  if (options.wants_retractions || !options.retractions_url.empty())
    status = fetch_retractions(*session, options, globals, *booklet, tally);
  if (options.wants_links) look_at_links(*session, options, globals, *booklet);
  if (Interruptible::was_interrupted()) {
    tell(globals, "interrupted; nothing was written", "已中断，没有写入任何文件");
    return kInterrupted;
  }
  if (const int saved = save_lock(*booklet, globals); saved != kClean) return saved;
  print_changes(before, booklet->lock);
  const int reported = report(tally, globals);
  return reported != kClean ? reported : status;
}

}  // namespace bifolio::cli
