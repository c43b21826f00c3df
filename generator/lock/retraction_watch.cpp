#include "lock/retraction_watch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "base/unicode.h"
#include "lang/iso_date.h"
#include "lock/compare.h"
#include "lock/lock.h"
#include "lock/rules.h"
#include "model/identifiers.h"
#include "syntax/syntax.h"

namespace bifolio::lock {
namespace {

constexpr double kSameTitle = 0.95;

enum Column { record, title, author, date, notice_doi, notice_pmid, doi, pmid, nature, article_date, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {"Record ID",        "Title",
                                                           "Author",           "RetractionDate",
                                                           "RetractionDOI",    "RetractionPubMedID",
                                                           "OriginalPaperDOI", "OriginalPaperPubMedID",
                                                           "RetractionNature", "OriginalPaperDate"};

std::string doi_key(std::string_view text) {
  const std::string bare = bare_doi(text);
  return is_doi(bare) ? "doi:" + normalize_nfc(folded_doi(bare)) : "";
}

std::string pmid_key(std::string_view text) {
  return is_pmid(text) ? "pmid:" + std::string(text) : "";
}

int number_at(std::string_view text, std::size_t& at) {
  int number = 0;
  const auto result = std::from_chars(text.data() + at, text.data() + text.size(), number);
  at = static_cast<std::size_t>(result.ptr - text.data());
  return result.ec == std::errc() ? number : 0;
}

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// `M/D/YYYY 0:00`, or a date as ISO 8601 has it; "" where it is none.
std::string iso_date(std::string_view text) {
  const std::string_view day = text.substr(0, text.find_first_of(" T"));
  if (lang::parse_iso_date(day)) return std::string(day);
  std::size_t at = 0;
  const int month = number_at(day, at);
  if (at >= day.size() || day[at++] != '/') return "";
  const int of_month = number_at(day, at);
  if (at >= day.size() || day[at++] != '/') return "";
  const std::string date = std::to_string(number_at(day, at)) + "-" + padded(month) + "-" + padded(of_month);
  return date.size() == 10 && lang::parse_iso_date(date) ? date : "";
}

std::optional<RetractionNature> nature_named(std::string_view words) {
  const std::string folded = to_lower(words);
  if (folded == "retraction") return RetractionNature::retraction;
  if (folded == "expression of concern") return RetractionNature::concern;
  if (folded == "correction") return RetractionNature::correction;
  if (folded == "reinstatement") return RetractionNature::reinstatement;
  if (folded == "withdrawal" || folded == "removal") return RetractionNature::withdrawal;
  return std::nullopt;
}

/// Where each column stands; nothing where one is missing.
std::optional<std::array<std::size_t, kColumns>> find_columns(const syntax::CsvRow& head) {
  std::array<std::size_t, kColumns> places = {};
  for (std::size_t column = 0; column < kColumns; ++column) {
    const auto is_it = [&](const syntax::CsvField& field) {
      const std::string_view text = field.text;
      return (text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text) == kNames[column];
    };
    const auto at = std::find_if(head.fields.begin(), head.fields.end(), is_it);
    if (at == head.fields.end()) return std::nullopt;
    places[column] = static_cast<std::size_t>(at - head.fields.begin());
  }
  return places;
}

LockEvent event_of(const RetractionWatchRow& row) {
  return {std::string(name(row.nature)), row.date, row.notice, std::string(kDataSetSource)};
}

std::uint16_t day_of(const std::string& date) {
  const auto parsed = lang::parse_iso_date(date);
  if (!parsed) return 0;
  const long day = lang::day_number(*parsed) - lang::day_number({1900, 1, 1});
  return day > 0 && day < 65536 ? static_cast<std::uint16_t>(day) : 0;
}

/// The first author of “Given Family;Given Family”. Which word is the family's
/// name differs, so each is tried.
bool is_first_author(const Name& name, std::string_view authors) {
  const std::string family = folded_family(name);
  std::string_view first = authors.substr(0, authors.find(';'));
  while (!first.empty()) {
    const std::size_t end = std::min(first.find(' '), first.size());
    if (!family.empty() && folded_family({.family = std::string(first.substr(0, end))}) == family) return true;
    first.remove_prefix(std::min(end + 1, first.size()));
  }
  return !family.empty() &&
         folded_family({.family = std::string(authors.substr(0, authors.find(';')))}).ends_with(family);
}

int year_of(const Reference& reference) {
  const auto issued = reference.dates.find("issued");
  return issued == reference.dates.end() || issued->second.parts.empty() ? 0 : issued->second.parts.front()[0];
}

PossibleMatch possible_match(const RetractionWatchRow& row) {
  return {row.record, row.title, std::string(name(row.nature)), row.date, row.notice};
}

/// Rows by the identifiers of articles and of notices.
class RowsByKey {
 public:
  explicit RowsByKey(const RetractionWatch& data) {
    for (const RetractionWatchRow& row : data.rows) {
      if (!row.doi.empty()) by_work_.emplace(row.doi, &row);
      if (!row.pmid.empty()) by_work_.emplace(row.pmid, &row);
      // A notice that shares the article's identifier is the article.
      const bool is_its_own = row.notice == row.doi || row.notice == row.pmid;
      if (!row.notice.empty() && !is_its_own && row.nature == RetractionNature::retraction)
        by_notice_.emplace(row.notice, &row);
    }
  }

  /// Replaces what an earlier data set told.
  void tell(const std::vector<std::string>& keys, LockRecord& record) const {
    std::erase_if(record.events, [](const LockEvent& event) { return event.source == kDataSetSource; });
    std::set<std::string> works(record.notice_for.begin(), record.notice_for.end());
    for (const std::string& key : keys) {
      for (auto [row, end] = by_work_.equal_range(key); row != end; ++row)
        record.events.push_back(event_of(*row->second));
      for (auto [row, end] = by_notice_.equal_range(key); row != end; ++row)
        works.insert(row->second->doi.empty() ? row->second->pmid : row->second->doi);
    }
    works.erase("");
    record.notice_for.assign(works.begin(), works.end());
  }

 private:
  std::unordered_multimap<std::string_view, const RetractionWatchRow*> by_work_, by_notice_;
};

/// Rows by the year of the article, for works that only their titles name.
class TitleSearch {
 public:
  explicit TitleSearch(const RetractionWatch& data) {
    for (const RetractionWatchRow& row : data.rows) {
      const bool is_grave = row.nature == RetractionNature::retraction || row.nature == RetractionNature::withdrawal;
      if (is_grave && row.year != 0) by_year_[row.year].push_back(&row);
    }
  }

  const RetractionWatchRow* find(const Reference& reference) const {
    const auto authors = reference.names.find("author");
    const auto rows = by_year_.find(year_of(reference));
    if (rows == by_year_.end() || authors == reference.names.end() || authors->second.names.empty()) return nullptr;
    const std::string wanted = folded_title(reference.field("title"));
    for (const RetractionWatchRow* row : rows->second) {
      if (!is_first_author(authors->second.names.front(), row->authors)) continue;
      if (similarity(wanted, folded_title(row->title)) >= kSameTitle) return row;
    }
    return nullptr;
  }

 private:
  std::unordered_map<int, std::vector<const RetractionWatchRow*>> by_year_;
};

}  // namespace

Result<RetractionWatch> read_retraction_watch(std::string_view csv) {
  Findings ignored;  // quotes that never close and the like: one row of seventy thousand
  const syntax::Csv table = syntax::parse_csv({csv, {}}, ignored);
  const auto columns = table.rows.empty() ? std::nullopt : find_columns(table.rows.front());
  if (!columns) {
    return Finding{
        &retract_snapshot_corrupt,
        {},
        {{"why", "its first line does not name the columns of the Retraction Watch data (Record ID, Title, …)",
          "首行不是 Retraction Watch 数据的列名（Record ID、Title 等）"}}};
  }
  RetractionWatch data;
  data.sha256 = sha256_hex(csv);
  data.rows.reserve(table.rows.size());
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto& fields = table.rows[i].fields;
    const auto text = [&](Column column) {
      const std::size_t at = (*columns)[column];
      return at < fields.size() ? std::string_view(fields[at].text) : std::string_view();
    };
    const auto kind = nature_named(text(nature));
    if (!kind) {
      ++data.skipped;
      continue;
    }
    RetractionWatchRow row{std::string(text(record)),
                           std::string(text(title)),
                           std::string(text(author)),
                           doi_key(text(doi)),
                           pmid_key(text(pmid)),
                           doi_key(text(notice_doi)),
                           *kind,
                           iso_date(text(date))};
    if (row.notice.empty()) row.notice = pmid_key(text(notice_pmid));
    if (const std::string of_article = iso_date(text(article_date)); !of_article.empty())
      row.year = lang::parse_iso_date(of_article)->year;
    data.newest = std::max(data.newest, row.date);
    data.rows.push_back(std::move(row));
  }
  return data;
}

RetractionIndex index_of(const RetractionWatch& data, const std::string& date) {
  RetractionIndex index;
  index.date = date;
  index.source_rows = static_cast<int>(data.rows.size());
  index.source_sha256 = data.sha256;
  for (const RetractionWatchRow& row : data.rows) {
    for (const std::string& key : {row.doi, row.pmid}) {
      if (!key.empty()) index.rows.push_back({index_hash(key), row.nature, day_of(row.date)});
    }
  }
  std::sort(index.rows.begin(), index.rows.end());
  index.rows.erase(std::unique(index.rows.begin(), index.rows.end()), index.rows.end());
  return index;
}

std::vector<std::string> apply(const RetractionWatch& data, const RetractionIndex& index, const Library& library,
                               Loss loss, ReferenceLock& lock) {
  const RowsByKey rows(data);
  const TitleSearch titles(data);
  std::vector<std::string> held_back;
  lock.possible.clear();
  for (const Reference& reference : library.references) {
    const std::vector<std::string> keys = keys_of(reference);
    if (keys.empty()) {
      if (const RetractionWatchRow* row = titles.find(reference))
        lock.possible[work_key(reference)] = possible_match(*row);
      continue;
    }
    const auto at = lock.records.find(keys.front());
    if (at == lock.records.end() || !at->second.is_intact) continue;
    LockRecord record = at->second;
    rows.tell(keys, record);
    seal(record, at->first);
    if (loss == Loss::hold_back && is_loss(at->second.standing, record.standing))
      held_back.push_back(at->first);
    else
      at->second = std::move(record);
  }
  LockSource& source = lock.sources["retraction-watch"];
  source.date = index.date;
  source.rows = index.source_rows;
  source.sha256 = index.source_sha256;
  return held_back;
}

}  // namespace bifolio::lock
