// PubMed's summaries (E-utilities, ESummary version 2.0 as JSON).
#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "fetch/answer_tree.h"
#include "fetch/works.h"
#include "lock/lock.h"

namespace bifolio::fetch {
namespace {

constexpr std::string_view kRead =
    "uid,title,vernaculartitle,fulljournalname,source,volume,issue,pages,articleids,authors,pubdate,epubdate,pubtype,"
    "references";

/// “Miller TM” → Miller, TM; groups have a type of their own.
Name name_of(const Tree& author) {
  const std::string text = text_at(author, "name");
  const std::size_t space = text.rfind(' ');
  Name name;
  if (text_at(author, "authtype") == "CollectiveName" || space == text.npos) {
    name.literal = text;
  } else {
    name.family = text.substr(0, space);
    name.given = text.substr(space + 1);
  }
  return name;
}

/// “2022 Sep 22”: the year is what is compared.
void set_year(Reference& meta, std::string_view name, const std::string& date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + date.size(), year);
  if (year >= 1000 && year <= 9999) meta.dates[std::string(name)].parts = {{year, 0, 0}};
}

void add_reference(const Tree& reference, LockRecord& record) {
  const std::string type = to_lower(text_at(reference, "reftype"));
  const std::string notice = lock::key_from("pmid:" + first_text(reference, "pmid"));
  if (type == "retraction of" && !notice.empty()) record.notice_for.push_back(notice);
  std::string event;
  if (type == "retraction in") event = "retraction";
  if (type.starts_with("expression of concern in") || type == "partial retraction in") event = "concern";
  if (type.starts_with("erratum in") || type.starts_with("corrected and republished in")) event = "correction";
  if (!event.empty()) record.events.push_back({event, "", notice, "pubmed"});
}

bool has_type(const Tree& summary, std::string_view type) {
  const auto& types = items_of(summary, "pubtype");
  return std::any_of(types.begin(), types.end(), [&](const Tree& one) { return to_lower(one.text) == type; });
}

LockRecord read_summary(const Tree& summary) {
  LockRecord record;
  record.agency = "pubmed";
  record.status = LockStatus::found;
  Reference& meta = record.meta;
  meta.type = has_type(summary, "preprint") ? "article" : "article-journal";
  std::string title = first_text(summary, "title");
  if (title.ends_with('.')) title.pop_back();
  set_field(meta, "title", title);
  set_field(meta, "original-title", first_text(summary, "vernaculartitle"));
  set_field(meta, "container-title", first_text(summary, "fulljournalname"));
  set_field(meta, "container-title-short", first_text(summary, "source"));
  set_field(meta, "volume", first_text(summary, "volume"));
  set_field(meta, "issue", first_text(summary, "issue"));
  set_field(meta, "page", first_text(summary, "pages"));
  set_field(meta, "PMID", first_text(summary, "uid"));
  for (const Tree& id : items_of(summary, "articleids")) {
    if (text_at(id, "idtype") == "doi") set_field(meta, "DOI", text_at(id, "value"));
  }
  for (const Tree& author : items_of(summary, "authors")) {
    if (meta.names["author"].names.size() < 1000) meta.names["author"].names.push_back(name_of(author));
  }
  set_year(meta, "issued", first_text(summary, "pubdate"));
  set_year(meta, "published-online", first_text(summary, "epubdate"));
  for (const Tree& reference : items_of(summary, "references")) add_reference(reference, record);
  const bool is_told = std::any_of(record.events.begin(), record.events.end(),
                                   [](const LockEvent& event) { return event.type == "retraction"; });
  if (has_type(summary, "retracted publication") && !is_told) record.events.push_back({"retraction", "", "", "pubmed"});
  record.response = hash_of(summary, kRead);
  return record;
}

}  // namespace

std::optional<std::map<std::string, LockRecord>> read_pubmed(std::string_view body) {
  const std::optional<Tree> tree = read_json(body);
  const Tree* result = tree ? tree->find("result") : nullptr;
  if (!result || !result->is_object()) return std::nullopt;
  std::map<std::string, LockRecord> works;
  for (const Member& member : result->members) {
    const std::string key = lock::key_from("pmid:" + member.key);
    if (key.empty() || !member.value.is_object()) continue;
    if (member.value.find("error")) {
      works[key].status = LockStatus::not_found;
      works[key].agency = "pubmed";
    } else if (first_text(member.value, "uid") == member.key) {
      works[key] = read_summary(member.value);
    }
  }
  return works;
}

}  // namespace bifolio::fetch
