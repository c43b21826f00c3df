// Entries of the library against what the registry says of the same identifier:
// a DOI that belongs to another paper is the commonest fault of invented
// references. Names and titles are compared with patience (lock/compare.h).
#include <algorithm>

#include "check/checks.h"
#include "lock/compare.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule reg_title_mismatch{
    "reg-title-mismatch",
    Severity::error,
    {"{id} belongs to “{registered}”, not to the title of `{key}`. Correct the identifier or the title.",
     "{id} 对应的题名是“{registered}”，与条目 `{key}` 不符，请核对编号或题名。"},
    {"The registry knows this identifier under another title. Usually the identifier of another paper was pasted. "
     "Markup, case, a missing subtitle and `RETRACTED:` make no difference.",
     "登记机构中该编号对应另一题名，多半是粘贴了别的论文的编号。标记、大小写、缺少副题名和“RETRACTED:”不影响比较。"},
    Repair::no};

const Rule reg_author_mismatch{
    "reg-author-mismatch",
    Severity::error,
    {"`{key}`: {what}. Correct the entry, or its identifier.", "`{key}`：{what}。请更正条目或编号。"},
    {"The first author must be the one that is registered, and of three or more authors at least six in ten. "
     "Diacritics, particles and the order of family and given name make no difference.",
     "第一作者须与登记的一致；三位及以上作者时，至少六成一致。变音符号、姓名前缀和姓名顺序不影响比较。"},
    Repair::no};

const Rule reg_year_mismatch{
    "reg-year-mismatch",
    Severity::error,
    {"`{key}` says {year}; registered {registered}.", "条目 `{key}` 的年份为 {year}，登记的是{registered}。"},
    {"The year must be that of the issue, of the publication online or of the one in print.",
     "年份须与期次、在线发表或印刷发表的年份之一相同。"},
    Repair::no};

const Rule reg_year_near{"reg-year-near",
                         Severity::warning,
                         {"`{key}` says {year}; registered {registered}. One of the two years is another version's.",
                          "条目 `{key}` 的年份为 {year}，登记的是{registered}。其中一个年份属于另一版本。"},
                         {"A difference of one year is usually that between the publication online and in print.",
                          "相差一年通常是在线发表与印刷发表之别。"},
                         Repair::no};

const Rule reg_container_mismatch{
    "reg-container-mismatch",
    Severity::warning,
    {"`{key}` says “{container}”; the registry says “{registered}”.",
     "条目 `{key}` 的刊名为“{container}”，登记的是“{registered}”。"},
    {"The journal is neither the registered one nor its short title nor an abbreviation of it.",
     "刊名既不是登记的刊名，也不是其简称或缩写。"},
    Repair::yes};

const Rule reg_type_mismatch{
    "reg-type-mismatch",
    Severity::warning,
    {"`{key}`: {what}.", "`{key}`：{what}。"},
    {"A preprint was not reviewed, a data set holds no findings, a chapter is found through its book. Readers need to "
     "know which it is.",
     "预印本未经评审，数据集没有结论，章节要通过整本书查找。读者需要知道引用的是哪一种。"},
    Repair::no};

namespace {

constexpr double kSameTitle = 0.85;
constexpr double kSharedAuthors = 0.6;

Span field_span(const Reference& reference, std::string_view name) {
  if (const auto field = reference.fields.find(name); field != reference.fields.end()) return field->second.span;
  if (const auto names = reference.names.find(name); names != reference.names.end()) return names->second.span;
  if (const auto date = reference.dates.find(name); date != reference.dates.end()) return date->second.span;
  return reference.key_span;
}

void report(const Rule& rule, const KnownWork& work, std::string_view field, std::vector<Argument> arguments,
            std::string_view registered, Findings& findings) {
  const Reference& reference = *work.reference;
  const Span span = field_span(reference, field);
  arguments.insert(arguments.begin(), {"key", reference.key});
  findings.add({&rule,
                span.file.is_known() ? span : reference.key_span,
                std::move(arguments),
                {},
                {},
                reference.key,
                std::string(registered)});
}

/// The title and, apart from it, what stands before its subtitle.
struct Title {
  std::string full, main;
};

Title title_of(std::string_view text) {
  std::size_t colon = text.npos;
  for (const std::string_view mark : {": ", "：", " – ", " — ", "——"}) colon = std::min(colon, text.find(mark));
  Title title{lock::folded_title(text), ""};
  if (colon != text.npos) title.main = lock::folded_title(text.substr(0, colon));
  return title;
}

/// A subtitle may be missing on one side, not on both.
double likeness(const Title& a, const Title& b) {
  double best = lock::similarity(a.full, b.full);
  if (b.main.empty() && !a.main.empty()) best = std::max(best, lock::similarity(a.main, b.full));
  if (a.main.empty() && !b.main.empty()) best = std::max(best, lock::similarity(a.full, b.main));
  return best;
}

void check_title(const KnownWork& work, const Reference& meta, Findings& findings) {
  bool was_compared = false;
  for (const std::string_view own : {"title", "original-title", "translated-title"}) {
    for (const std::string_view registered : {"title", "original-title"}) {
      const std::string_view a = work.reference->field(own), b = meta.field(registered);
      if (a.empty() || b.empty() || lock::is_other_script(a, b)) continue;
      was_compared = true;
      if (likeness(title_of(a), title_of(b)) >= kSameTitle) return;
    }
  }
  if (!was_compared) return;  // a Chinese title against its translation
  const std::string registered(meta.field("title"));
  const std::string id = (work.known.key.starts_with("doi:") ? "DOI " : "") + shown_id(work.known.key);
  report(reg_title_mismatch, work, "title", {{"id", id}, {"registered", registered}}, registered, findings);
}

std::string shown(const Name& name) {
  return name.family.empty() ? name.literal : name.family;
}

void check_authors(const KnownWork& work, const Reference& meta, Findings& findings) {
  const auto own = work.reference->names.find("author"), registered = meta.names.find("author");
  if (own == work.reference->names.end() || registered == meta.names.end()) return;
  const std::vector<Name>&ours = own->second.names, &theirs = registered->second.names;
  if (ours.empty() || theirs.empty()) return;
  if (!lock::may_be_same_person(ours.front(), theirs.front())) {
    const std::string a = shown(ours.front()), b = shown(theirs.front());
    return report(
        reg_author_mismatch, work, "author",
        {{"what", "the registry lists " + b + " first, the entry " + a, "登记的第一作者为 " + b + "，条目为 " + a}}, b,
        findings);
  }
  if (ours.size() < 3 || theirs.size() < 3) return;
  const auto is_known = [&](const Name& name) {
    return std::any_of(theirs.begin(), theirs.end(),
                       [&](const Name& one) { return lock::may_be_same_person(name, one); });
  };
  const auto shared = std::count_if(ours.begin(), ours.end(), is_known);
  if (static_cast<double>(shared) >= kSharedAuthors * static_cast<double>(ours.size())) return;
  const std::string some = std::to_string(shared), all = std::to_string(ours.size());
  report(reg_author_mismatch, work, "author",
         {{"what", "only " + some + " of its " + all + " authors are registered for this work",
           "其 " + all + " 位作者中只有 " + some + " 位与登记的一致"}},
         shown(theirs.front()), findings);
}

int year_of(const Reference& reference, std::string_view name) {
  const auto date = reference.dates.find(name);
  return date == reference.dates.end() || date->second.parts.empty() ? 0 : date->second.parts.front()[0];
}

void check_year(const KnownWork& work, const Reference& meta, Findings& findings) {
  const int year = year_of(*work.reference, "issued");
  if (year == 0) return;
  std::string en, zh;
  int nearest = 0;
  const std::pair<const char*, Words> kinds[] = {
      {"published-online", {"online ", "在线"}}, {"published-print", {"in print ", "印刷"}}, {"issued", {"", ""}}};
  for (const auto& [name, words] : kinds) {
    const int registered = year_of(meta, name);
    if (registered == 0) continue;
    if (registered == year) return;
    if (nearest == 0 || std::abs(registered - year) < std::abs(nearest - year)) nearest = registered;
    if (std::string_view(name) == "issued" && !en.empty()) continue;  // one of the two again
    en += (en.empty() ? "" : ", ") + std::string(words.en) + std::to_string(registered);
    zh += (zh.empty() ? " " : "、") + std::string(words.zh_hans) + " " + std::to_string(registered);
  }
  if (nearest == 0) return;
  const Rule& rule = std::abs(nearest - year) == 1 ? reg_year_near : reg_year_mismatch;
  report(rule, work, "issued", {{"year", std::to_string(year)}, {"registered", en, zh}}, en, findings);
}

void check_container(const KnownWork& work, const Reference& meta, Findings& findings) {
  const std::string_view own = work.reference->field("container-title");
  const std::string_view full = meta.field("container-title"), brief = meta.field("container-title-short");
  if (own.empty() || full.empty() || lock::may_be_same_container(own, full)) return;
  if (!brief.empty() && lock::may_be_same_container(own, brief)) return;
  const ReferenceField& field = work.reference->fields.find("container-title")->second;
  Finding finding{&reg_container_mismatch,
                  field.span.file.is_known() ? field.span : work.reference->key_span,
                  {{"key", work.reference->key}, {"container", std::string(own)}, {"registered", std::string(full)}},
                  {},
                  {},
                  work.reference->key,
                  std::string(full)};
  // What a library's syntax would take for its own needs a person.
  const bool is_plain = full.find_first_of("\"\\{}$%&#") == full.npos;
  if (const auto place = value_span(field); place && is_plain) finding.fixes.push_back({*place, std::string(full)});
  findings.add(std::move(finding));
}

void check_type(const KnownWork& work, const LockRecord& record, Findings& findings) {
  const std::string& own = work.reference->type;
  const std::string& registered = record.meta.type;
  if (!record.published_as.empty()) {
    const std::string id = shown_id(record.published_as);
    return report(reg_type_mismatch, work, "type",
                  {{"what", "this is a preprint with a published version (" + id + "); cite that",
                    "此为预印本，正式版本为 " + id + "，请改引"}},
                  record.published_as, findings);
  }
  const bool is_article = own == "article-journal" || own == "article-magazine" || own == "article-newspaper";
  if (!is_article) return;
  const auto say = [&](const char* en, const char* zh) {
    report(reg_type_mismatch, work, "type", {{"what", en, zh}}, registered, findings);
  };
  if (registered == "article")
    say("this is a preprint, but the entry is that of a journal article", "此为预印本，条目却是期刊论文");
  if (registered == "dataset")
    say("this is a data set, but the entry is that of a journal article", "此为数据集，条目却是期刊论文");
  if (registered == "chapter")
    say("this is a chapter, but the entry is that of a journal article", "此为书中章节，条目却是期刊论文");
}

}  // namespace

void check_registry(const Context& context, Findings& findings) {
  for (const KnownWork& work : context.works) {
    const LockRecord* record = work.known.record;
    if (!record || !record->is_intact || record->status != LockStatus::found) continue;
    check_title(work, record->meta, findings);
    check_authors(work, record->meta, findings);
    check_year(work, record->meta, findings);
    check_container(work, record->meta, findings);
    check_type(work, *record, findings);
  }
}

}  // namespace bifolio::check
