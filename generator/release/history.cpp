// The release-* rules: order, changelog, metadata, editions, and that nothing
// published has changed.
#include <algorithm>

#include "base/hash.h"
#include "lang/lang.h"
#include "release/folder.h"
#include "release/release.h"
#include "release/rules.h"
#include "release/sources.h"

namespace bifolio::release {
namespace {

Span place(const Booklet& booklet, std::string_view key) {
  const auto at = booklet.places.find(key);
  return at == booklet.places.end() ? Span{booklet.file, 0, 0} : at->second;
}

void check_metadata(const Booklet& booklet, Findings& findings) {
  const auto missing = [&](std::string en, std::string zh) {
    findings.add({&release_metadata_missing, {booklet.file, 0, 0}, {{"what", std::move(en), std::move(zh)}}});
  };
  if (booklet.version.empty()) missing("a `version`", "版本号（`version`）");
  if (booklet.date.empty()) missing("a `date`", "日期（`date`）");
  if (booklet.licence.empty()) missing("a licence (`licence`)", "许可协议（`licence`）");
  for (const std::string& language : booklet.languages) {
    const auto people = booklet.contributors.find(language);
    if (people == booklet.contributors.end() || people->second.empty())
      missing("contributors in " + language + " (`contributors`)", language + " 的贡献者（`contributors`）");
  }
}

const ChangelogEntry* entry_of(const Publication& publication, const std::string& language) {
  for (const Changelog& changelog : publication.changelogs) {
    if (changelog.language != language) continue;
    for (const ChangelogEntry& entry : changelog.entries) {
      if (entry.version == publication.booklet.version) return &entry;
    }
  }
  return nullptr;
}

void check_changelogs(const Publication& publication, Findings& findings) {
  const Booklet& booklet = publication.booklet;
  for (const std::string& language : booklet.languages) {
    if (entry_of(publication, language)) continue;
    Span span = place(booklet, "booklet.version");
    for (const Changelog& changelog : publication.changelogs) {
      if (changelog.language == language) span = {changelog.file, 0, 0};
    }
    findings.add({&release_changelog_missing,
                  span,
                  {{"version", booklet.version},
                   {"language", std::string(lang::get(language).labels().language_name)},
                   {"date", booklet.date},
                   {"path", text_in(booklet.folder, language) + "/CHANGELOG.md"}},
                  {},
                  {},
                  language});
  }
}

void check_translations(const Publication& publication, Findings& findings) {
  for (const Book& book : publication.books) {
    for (const Document& document : book.documents) {
      if (!document.is_missing) continue;
      const std::string path = text_in(publication.booklet.folder, book.language) + "/" + document.relative;
      findings.add({&release_edition_missing,
                    {document.file, 0, 0},
                    {{"version", publication.booklet.version}, {"what", "`" + path + "`"}},
                    {},
                    {},
                    path});
    }
  }
}

/// Dates of any precision: 2025-03 is before 2025-03-01's month has ended only where the texts differ.
bool is_before(std::string_view date, std::string_view other) {
  const std::size_t common = std::min(date.size(), other.size());
  return date.substr(0, common) < other.substr(0, common);
}

void check_order(const Booklet& booklet, const Record& record, std::string_view today, Findings& findings) {
  const auto wrong = [&](std::string_view key, std::string en, std::string zh) {
    findings.add(
        {&release_order, place(booklet, key), {{"version", booklet.version}, {"why", std::move(en), std::move(zh)}}});
  };
  if (!record.releases.empty() && !record.find(booklet.version)) {
    const RecordedRelease& last = record.releases.back();
    if (compare_versions(booklet.version, last.version) <= 0)
      wrong("booklet.version", "the last release was " + last.version, "上一版是 " + last.version);
    if (is_before(booklet.date, last.date))
      wrong("booklet.date", "it is dated " + booklet.date + ", before the last release of " + last.date,
            "日期 " + booklet.date + " 早于上一版的 " + last.date);
  }
  if (!today.empty() && is_before(today, booklet.date))
    wrong("booklet.date", "its date " + booklet.date + " is in the future", "日期 " + booklet.date + " 还没有到");
  for (const Phase& phase : booklet.phases) {
    if (!phase.period_end.empty() && is_before(booklet.date, phase.period_end))
      wrong("booklet.date", "it is dated " + booklet.date + " but covers work to " + phase.period_end,
            "日期 " + booklet.date + " 早于所涵盖时期的结束 " + phase.period_end);
  }
}

void report_change(const Booklet& booklet, const std::string& version, Argument what, Span span, Findings& findings) {
  const std::string subject = what.text;
  findings.add({&release_immutable,
                span.file.is_known() ? span : place(booklet, "booklet.version"),
                {{"version", version}, std::move(what)},
                {},
                {},
                subject});
}

/// Which files of the booklet are not those that the version was made from.
void report_changed_sources(const pipeline::Loaded& loaded, const std::vector<ListedFile>& now,
                            const std::optional<Manifest>& manifest, const std::string& version, Findings& findings) {
  const Booklet& booklet = loaded.publication.booklet;
  if (!manifest) {
    report_change(booklet, version, {"what", "the booklet has changed since", "手册此后有改动"}, {}, findings);
    return;
  }
  std::map<std::string, std::string> before;
  for (const ListedFile& file : manifest->sources) before[file.path] = file.hash;
  for (const ListedFile& file : now) {
    const auto at = before.find(file.path);
    const auto kind = at == before.end() ? Difference::Kind::added : Difference::Kind::changed;
    const bool is_same = at != before.end() && at->second == file.hash;
    if (at != before.end()) before.erase(at);
    if (is_same) continue;
    const auto id = loaded.sources.find(file.path);
    report_change(booklet, version, in_words({kind, file.path}), id ? Span{*id, 0, 0} : Span{}, findings);
  }
  for (const auto& [path, hash] : before)
    report_change(booklet, version, in_words({Difference::Kind::missing, path}), {}, findings);
}

void check_published(const pipeline::Loaded& loaded, const Record& record, const Occasion& occasion,
                     Findings& findings) {
  const Booklet& booklet = loaded.publication.booklet;
  for (const RecordedRelease& release : record.releases) {
    const std::string folder = occasion.releases + "/" + booklet.id + "/" + release.version;
    const auto text = read_file(folder + "/" + std::string(kManifestFile));
    if (!text) continue;  // published elsewhere
    const auto manifest = published_manifest(folder);
    if (sha256_hex(*text) != release.manifest || !manifest) {
      report_change(booklet, release.version, in_words({Difference::Kind::changed, std::string(kManifestFile)}), {},
                    findings);
      continue;
    }
    for (const Difference& difference : compare_with_manifest(folder, *manifest))
      report_change(booklet, release.version, in_words(difference), {}, findings);
  }
}

}  // namespace

void check_history(const pipeline::Loaded& loaded, const Occasion& occasion, Findings& findings) {
  const Publication& publication = loaded.publication;
  const Booklet& booklet = publication.booklet;
  Record record;
  if (const auto file = loaded.sources.find(kRecordFile))
    record = read_record(loaded.sources.bytes(*file), *file, findings);
  if (record.releases.empty() && !occasion.is_release) return;
  check_metadata(booklet, findings);
  check_changelogs(publication, findings);
  check_translations(publication, findings);
  check_order(booklet, record, occasion.today, findings);
  if (const RecordedRelease* same = record.find(booklet.version)) {
    const auto now = written_sources(sources_of(loaded.sources, occasion.folder, occasion.releases));
    const std::string folder = occasion.releases + "/" + booklet.id + "/" + booklet.version;
    if (hash_of(now) != same->source)
      report_changed_sources(loaded, now, published_manifest(folder), booklet.version, findings);
  }
  if (!occasion.releases.empty()) check_published(loaded, record, occasion, findings);
}

}  // namespace bifolio::release
