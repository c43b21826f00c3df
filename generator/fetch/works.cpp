#include "fetch/works.h"

#include <algorithm>

#include "base/unicode.h"
#include "fetch/answer_tree.h"
#include "lock/lock.h"
#include "syntax/syntax.h"

namespace bifolio::fetch {
namespace {

constexpr syntax::Limits kLimits = {64, 2'000'000};

/// Crossref's names of types, where those of CSL differ.
std::string type_of(const std::string& type, const Tree& work) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {{"journal-article", "article-journal"},
                                                                      {"posted-content", "article"},
                                                                      {"book-chapter", "chapter"},
                                                                      {"book-section", "chapter"},
                                                                      {"book-part", "chapter"},
                                                                      {"reference-entry", "entry-encyclopedia"},
                                                                      {"proceedings-article", "paper-conference"},
                                                                      {"monograph", "book"},
                                                                      {"edited-book", "book"},
                                                                      {"reference-book", "book"},
                                                                      {"dissertation", "thesis"},
                                                                      {"report-component", "report"},
                                                                      {"peer-review", "review"},
                                                                      {"database", "dataset"}};
  if (type == "posted-content" && text_at(work, "subtype") == "preprint") return "article";
  for (const auto& [theirs, ours] : kTypes) {
    if (type == theirs) return std::string(ours);
  }
  return type;
}

/// What an update does to a work, in the lock's words; "" for what changes nothing (a new edition).
std::string event_type(std::string type) {
  std::replace(type.begin(), type.end(), '-', '_');
  if (type == "retraction" || type == "withdrawal" || type == "removal" || type == "reinstatement") return type;
  if (type == "expression_of_concern" || type == "partial_retraction") return "concern";
  if (type == "correction" || type == "corrigendum" || type == "erratum" || type == "addendum" ||
      type == "clarification")
    return "correction";
  return "";
}

std::string doi_key(std::string_view doi) {
  const std::string key = lock::key_from(doi);
  return key.starts_with("doi:") ? key : "";
}

void add_events(const Tree& work, LockRecord& record) {
  for (const Tree& update : items_of(work, "updated-by")) {
    LockEvent event{event_type(text_at(update, "type")), "", doi_key(text_at(update, "DOI")),
                    text_at(update, "source")};
    if (event.source.empty()) event.source = "publisher";
    if (const Tree* updated = update.find("updated")) event.date = iso_date(*updated);
    if (!event.type.empty()) record.events.push_back(std::move(event));
  }
}

/// The works that this one takes back. A notice may bear the article's own DOI; then it is the article.
void add_notice(const Tree& work, const std::string& key, LockRecord& record) {
  for (const Tree& update : items_of(work, "update-to")) {
    const std::string type = event_type(text_at(update, "type")), target = doi_key(text_at(update, "DOI"));
    if ((type == "retraction" || type == "withdrawal" || type == "removal") && !target.empty() && target != key)
      record.notice_for.push_back(target);
  }
}

/// Publishers change the title before anything else.
void add_event_of_title(const std::string& title, LockRecord& record) {
  const bool says_so = title.starts_with("RETRACTED:") || title.starts_with("RETRACTED ARTICLE:") ||
                       title.starts_with("[RETRACTED]") || title.starts_with("Retracted:");
  const bool is_known = std::any_of(record.events.begin(), record.events.end(), [](const LockEvent& event) {
    return event.type == "retraction" || event.type == "reinstatement";
  });
  if (says_so && !is_known && record.notice_for.empty()) record.events.push_back({"retraction", "", "", "title"});
}

void add_version(const Tree& work, LockRecord& record) {
  const Tree* relation = work.find("relation");
  if (!relation) return;
  for (const Tree& version : items_of(*relation, "is-preprint-of")) {
    if (std::string key = doi_key(text_at(version, "id")); !key.empty()) record.published_as = std::move(key);
  }
}

}  // namespace

std::optional<Tree> read_json(std::string_view body) {
  Findings faults;
  Tree tree = syntax::parse_json({body, {}}, faults, kLimits);
  if (!faults.is_empty()) return std::nullopt;
  return tree;
}

std::optional<Work> read_work(const Tree& tree, std::string_view agency) {
  Work work{doi_key(text_at(tree, "DOI")), {}};
  if (work.key.empty()) return std::nullopt;
  LockRecord& record = work.record;
  record.agency = agency;
  record.status = LockStatus::found;
  record.meta.type = type_of(text_at(tree, "type"), tree);
  const std::string title = first_text(tree, "title"), subtitle = first_text(tree, "subtitle");
  const bool has_subtitle = subtitle.empty() || title.find(subtitle) != title.npos;
  set_field(record.meta, "title", has_subtitle ? title : title + ": " + subtitle);
  set_field(record.meta, "original-title", first_text(tree, "original-title"));
  set_field(record.meta, "container-title", first_text(tree, "container-title"));
  set_field(record.meta, "container-title-short", first_text(tree, "short-container-title"));
  for (const char* name : {"volume", "issue", "page", "publisher", "ISSN", "ISBN"})
    set_field(record.meta, name, first_text(tree, name));
  set_field(record.meta, "DOI", text_at(tree, "DOI"));
  for (const char* role : {"author", "editor"}) set_names(record.meta, role, items_of(tree, role));
  for (const char* name : {"issued", "published-online", "published-print"}) {
    if (const Tree* date = tree.find(name)) set_date(record.meta, name, *date);
  }
  add_events(tree, record);
  add_notice(tree, work.key, record);
  add_event_of_title(title, record);
  add_version(tree, record);
  record.response = hash_of(tree, kSelect);
  return work;
}

std::optional<std::map<std::string, LockRecord>> read_crossref(std::string_view body) {
  const std::optional<Tree> tree = read_json(body);
  const Tree* message = tree ? tree->find("message") : nullptr;
  if (!message || !message->is_object()) return std::nullopt;
  std::map<std::string, LockRecord> works;
  const auto add = [&](const Tree& item) {
    if (auto work = read_work(item, "crossref")) works.emplace(std::move(work->key), std::move(work->record));
  };
  if (message->find("items")) {
    for (const Tree& item : items_of(*message, "items")) add(item);
  } else {
    add(*message);
  }
  return works;
}

std::optional<std::string> read_agency(std::string_view body, std::string_view doi) {
  const std::optional<Tree> tree = read_json(body);
  if (!tree || tree->items.size() != 1) return std::nullopt;
  const Tree& answer = tree->items.front();
  if (fold_case(text_at(answer, "DOI")) != fold_case(doi)) return std::nullopt;
  const std::string agency = to_lower(text_at(answer, "RA"));
  if (!agency.empty()) return agency;
  if (to_lower(text_at(answer, "status")).find("does not exist") != std::string::npos) return "";
  return std::nullopt;
}

}  // namespace bifolio::fetch
