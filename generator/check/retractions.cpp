// What became of the cited works: retracted, corrected, under a cloud. Nobody
// may silence a retraction; it can be acknowledged, and then it is printed.
#include <algorithm>

#include "check/checks.h"
#include "lang/iso_date.h"

namespace bifolio::check {

const Rule retract_retracted{
    "retract-retracted",
    Severity::error,
    {"`{key}` {what}. Remove the claim, or acknowledge the work with a reason under [[check.acknowledge]] in "
     "bifolio.toml.",
     "`{key}` {what}。请删除相关论述，或在 bifolio.toml 的 [[check.acknowledge]] 中说明理由。"},
    {"The publisher has taken this work back: what it says must not be relied on. Where the text speaks about the "
     "retraction itself, acknowledge the work: `key` and `reason`. It is then printed with the mark “[Retracted]” "
     "wherever it is cited. No other setting hides this finding.",
     "出版方已撤回这篇文献，其内容不可再作依据。若正文讨论的正是撤稿这件事，请用 `key` 和 `reason` 声明知悉；"
     "凡引用之处都会印出“[已撤稿]”。没有其他办法可以隐去这条提示。"},
    Repair::no,
    true};

const Rule retract_unmarked{
    "retract-unmarked",
    Severity::error,
    {"`{key}` is acknowledged as retracted but its reference does not say so: the list of references lacks it. Choose "
     "a citation style that prints a list.",
     "`{key}` 已确认撤稿，但文献表没有标注：文献表中没有这一条。请改用会印出文献表的引文格式。"},
    {"A retracted work may be cited only where readers see that it is retracted. The mark stands in the list of "
     "references.",
     "引用已撤稿的文献时必须让读者看到它已撤稿。标记印在文献表中。"},
    Repair::no,
    true};

const Rule retract_concern{
    "retract-concern",
    Severity::warning,
    {"An expression of concern was published about `{key}`{when}; read the notice{notice} before relying on the work.",
     "`{key}` {when}被表达关注；引用前请先阅读声明{notice}。"},
    {"The journal doubts the work and has not decided yet. Say so beside the claim, or look for another source.",
     "期刊对该文存疑，尚无定论。请在论述旁说明，或另找出处。"}};

const Rule retract_corrected{
    "retract-corrected",
    Severity::info,
    {"`{key}` was corrected{when}{notice}; check that what you quote still holds.",
     "`{key}` 已{when}更正{notice}；请核对所引内容是否仍然成立。"},
    {"A correction later than the entry's date of access. After reading it, give the entry a new `accessed` date.",
     "更正晚于条目的访问日期。读过更正之后，请更新条目的 `accessed` 日期。"}};

const Rule retract_reinstated{
    "retract-reinstated",
    Severity::info,
    {"`{key}` was retracted and later reinstated{when}; no action needed.",
     "`{key}` 曾被撤稿，后{when}恢复；无需处理。"},
    {"The last word of the publisher is that the work stands.", "出版方最后的决定是该文有效。"}};

const Rule retract_notice_cited{
    "retract-notice-cited",
    Severity::warning,
    {"`{key}` is the notice that retracts {work}, not the work; cite the article if you mean the article.",
     "`{key}` 是撤回 {work} 的声明，而非论文本身；若要引用论文，请引用论文的编号。"},
    {"A retraction notice often bears the title of the article and is easily taken for it.",
     "撤稿声明常与论文同题，容易误引。"}};

const Rule retract_title_match{
    "retract-title-match",
    Severity::warning,
    {"`{key}` is possibly retracted: title, first author and year match record {record} of Retraction Watch{when}. Add "
     "the DOI to be sure.",
     "`{key}` 可能已撤稿：题名、第一作者和年份与 Retraction Watch 第 {record} 号记录{when}吻合。请补充 DOI 以确认。"},
    {"The entry has neither DOI nor PMID, so only its words could be compared.",
     "该条目没有 DOI 或 PMID，只能比较文字。"}};

const Rule retract_unchecked{
    "retract-unchecked",
    Severity::info,
    {"{count} of {all} references were not checked for retraction: {why}.",
     "{all} 条文献中有 {count} 条未核查是否撤稿：{why}。"},
    {"Not checked is not the same as sound. Give entries a DOI or a PMID where one exists; keep a reference lock "
     "(`bifolio refs update`) or a snapshot of retractions (`bifolio refs import-retractions FILE.csv`).",
     "未核查不等于没有问题。请为条目补充 DOI 或 PMID；并保存锁文件（`bifolio refs update`）"
     "或撤稿数据快照（`bifolio refs import-retractions FILE.csv`）。"}};

const Rule retract_snapshot_stale{
    "retract-snapshot-stale",
    Severity::warning,
    {"Retraction data is {age} days old (limit: {limit}); run `bifolio refs update --retractions`, or import a newer "
     "file with `bifolio refs import-retractions`.",
     "撤稿数据已 {age} 天未更新（上限 {limit} 天）；请运行 `bifolio refs update --retractions`，或用 "
     "`bifolio refs import-retractions` 导入较新的文件。"},
    {"Works are retracted every day. `max-age` under [check.retractions] says how old the snapshot may be; at a "
     "release this is an error.",
     "每天都有文献被撤稿。[check.retractions] 的 `max-age` 规定快照最多可以多旧；发布时这是错误。"},
    Repair::update};

namespace {

/// “ on 2024-03-04”, “于 2024-03-04 ”.
Argument when(std::string_view date) {
  if (date.empty()) return {"when", "", ""};
  return {"when", " on " + std::string(date), "于 " + std::string(date) + " "};
}

Argument notice(std::string_view key) {
  if (key.empty()) return {"notice", "", ""};
  return {"notice", " (" + shown_id(key) + ")", "（" + shown_id(key) + "）"};
}

Argument what_happened(Standing standing, const LockEvent& event) {
  const bool was_withdrawn = standing == Standing::withdrawn;
  std::string en = was_withdrawn ? "was withdrawn" : "was retracted", zh = "已";
  if (!event.date.empty()) {
    en += " on " + event.date;
    zh += "于 " + event.date + " ";
  }
  zh += was_withdrawn ? "撤回" : "撤稿";
  if (!event.notice.empty()) {
    en += " (notice " + shown_id(event.notice) + ")";
    zh += "（声明 " + shown_id(event.notice) + "）";
  }
  return {"what", en, zh};
}

std::string evidence(const LockEvent& event) {
  return event.type + " " + event.date;
}

/// At every citation, where the text relies on it.
void report_retracted(const KnownWork& work, const LockEvent& event, Findings& findings) {
  for (const Span& place : work.citations) {
    Finding finding{&retract_retracted,
                    place,
                    {{"key", work.reference->key}, what_happened(work.known.standing, event)},
                    {},
                    {},
                    work.reference->key,
                    evidence(event)};
    finding.related.push_back({work.reference->key_span, {"the entry", "文献条目"}});
    findings.add(std::move(finding));
  }
}

void report_at_entry(const Rule& rule, const KnownWork& work, const LockEvent& event, Findings& findings) {
  findings.add({&rule,
                work.reference->key_span,
                {{"key", work.reference->key}, when(event.date), notice(event.notice)},
                {},
                {},
                work.reference->key,
                evidence(event)});
}

/// A reader who looked after the correction has seen it.
bool was_read_since(const Reference& reference, const std::string& date) {
  const auto accessed = reference.dates.find("accessed");
  if (accessed == reference.dates.end() || accessed->second.parts.empty() || date.empty()) return false;
  const auto corrected = lang::parse_iso_date(date);
  const auto& parts = accessed->second.parts.front();
  return corrected && lang::day_number({parts[0], parts[1], parts[2]}) >= lang::day_number(*corrected);
}

void check_marks(const Context& context, const KnownWork& work, Findings& findings) {
  const auto& library = context.publication.library.references;
  for (const Book& book : context.publication.books) {
    const auto is_its = [&](const BibliographyEntry& entry) { return &library[entry.reference] == work.reference; };
    const auto entry = std::find_if(book.references.begin(), book.references.end(), is_its);
    if (entry != book.references.end() && entry->is_retracted) continue;
    findings.add({&retract_unmarked,
                  work.acknowledged->span,
                  {{"key", work.reference->key}},
                  {},
                  {},
                  work.reference->key + " " + book.language});
  }
}

void check_work(const Context& context, const KnownWork& work, Findings& findings) {
  const lock::Known& known = work.known;
  const LockEvent event = lock::decisive(known.events, known.standing).value_or(LockEvent{});
  switch (known.standing) {
    case Standing::retracted:
    case Standing::withdrawn:
      if (work.acknowledged)
        check_marks(context, work, findings);
      else
        report_retracted(work, event, findings);
      break;
    case Standing::concern: report_at_entry(retract_concern, work, event, findings); break;
    case Standing::corrected:
      if (!was_read_since(*work.reference, event.date)) report_at_entry(retract_corrected, work, event, findings);
      break;
    case Standing::reinstated: report_at_entry(retract_reinstated, work, event, findings); break;
    case Standing::clear:
    case Standing::unknown: break;
  }
  if (known.record && known.record->is_intact && !known.record->notice_for.empty())
    findings.add({&retract_notice_cited,
                  identifier_span(work),
                  {{"key", work.reference->key}, {"work", shown_id(known.record->notice_for.front())}},
                  {},
                  {},
                  work.reference->key});
  if (known.possible) {
    const auto title = work.reference->fields.find("title");
    const std::string& date = known.possible->date;
    findings.add({&retract_title_match,
                  title == work.reference->fields.end() ? work.reference->key_span : title->second.span,
                  {{"key", work.reference->key},
                   {"record", known.possible->record},
                   {"when", date.empty() ? "" : " (" + date + ")", date.empty() ? "" : "（" + date + "）"}},
                  {},
                  {},
                  work.reference->key,
                  known.possible->record + " " + date});
  }
}

/// “12 have no DOI or PMID, 3 are registered where …”.
Argument why_unchecked(const Context& context, int anonymous, int others) {
  const Publication& publication = context.publication;
  const bool has_lock = publication.lock && !publication.lock->records.empty();
  if (!has_lock && (!publication.retractions || publication.retractions->rows.empty()))
    return {"why", "there is no reference lock and no snapshot of retractions", "没有锁文件，也没有撤稿数据快照"};
  std::string en, zh;
  if (anonymous > 0) {
    en = std::to_string(anonymous) + (anonymous == 1 ? " has" : " have") + " no DOI or PMID";
    zh = std::to_string(anonymous) + " 条没有 DOI 或 PMID";
  }
  if (others > 0) {
    en += (en.empty() ? "" : ", ") + std::to_string(others) + (others == 1 ? " is" : " are") +
          " not in the lock, or registered with an agency that reports no retractions";
    zh += (zh.empty() ? "" : "，") + std::to_string(others) + " 条不在锁文件中，或其登记机构不报告撤稿";
  }
  return {"why", en, zh};
}

void check_unchecked(const Context& context, Findings& findings) {
  int cited = 0, anonymous = 0, others = 0;
  for (const KnownWork& work : context.works) {
    if (!work.is_cited()) continue;
    ++cited;
    if (work.known.is_checked) continue;
    const std::string_view key = work.known.key;
    ++(key.starts_with("doi:") || key.starts_with("pmid:") ? others : anonymous);
  }
  if (anonymous + others == 0) return;
  findings.add({&retract_unchecked,
                {context.publication.booklet.file, 0, 0},
                {{"count", std::to_string(anonymous + others)},
                 {"all", std::to_string(cited)},
                 why_unchecked(context, anonymous, others)}});
}

void check_snapshot(const Context& context, Findings& findings) {
  const auto& index = context.publication.retractions;
  const Booklet& booklet = context.publication.booklet;
  const auto today = lang::parse_iso_date(context.settings.today);
  if (!index || index->rows.empty() || !today) return;
  const auto date = lang::parse_iso_date(index->date);
  const long age = date ? lang::day_number(*today) - lang::day_number(*date) : 0;
  if (date && age <= booklet.retraction_max_age) return;
  findings.add({&retract_snapshot_stale,
                {index->file, 0, 0},
                {{"age", date ? std::to_string(age) : "?"}, {"limit", std::to_string(booklet.retraction_max_age)}}});
}

}  // namespace

void check_retractions(const Context& context, Findings& findings) {
  for (const KnownWork& work : context.works) {
    if (work.is_cited()) check_work(context, work, findings);
  }
  check_unchecked(context, findings);
  check_snapshot(context, findings);
}

int unchecked_references(const Publication& publication) {
  const std::vector<KnownWork> works = known_works(publication);
  return static_cast<int>(std::count_if(
      works.begin(), works.end(), [](const KnownWork& work) { return work.is_cited() && !work.known.is_checked; }));
}

}  // namespace bifolio::check
