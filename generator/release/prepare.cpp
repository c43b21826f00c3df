// From a booklet to a version in memory.
#include "release/prepare.h"

#include <algorithm>

#include "base/hash.h"
#include "check/check.h"
#include "release/assemble.h"
#include "release/diff.h"
#include "release/folder.h"
#include "release/rules.h"
#include "release/sources.h"
#include "release/unpacked.h"

namespace bifolio::release {
namespace {

CheckSummary summary_of(Findings findings, const Prepared& release) {
  CheckSummary summary;
  for (const report::Entry& entry : pipeline::judge(findings, release.loaded, {release.settings}).entries) {
    if (entry.suppression) continue;
    if (entry.severity == Severity::error) ++summary.errors;
    if (entry.severity == Severity::warning) ++summary.warnings;
    if (entry.severity == Severity::info) ++summary.infos;
  }
  return summary;
}

std::string day_of(const BuildStamp& stamp) {
  return iso_time(stamp).substr(0, 10);
}

Span version_place(const Booklet& booklet) {
  const auto at = booklet.places.find("booklet.version");
  return at == booklet.places.end() ? Span{booklet.file, 0, 0} : at->second;
}

bool holds(const Artifacts& files, const std::string& path) {
  return std::any_of(files.begin(), files.end(), [&](const Artifact& file) { return file.path == path; });
}

/// Whether an edition was made in a language; the parallel one stands for all.
bool was_made(const pipeline::Editions& made, const std::string& edition, const std::string& language) {
  if (edition == "html") return holds(made.artifacts, language + "/index.html");
  return std::any_of(made.downloads.begin(), made.downloads.end(), [&](const html::Download& download) {
    return download.edition == edition && (download.language == language || edition == "parallel");
  });
}

void check_editions(const Booklet& booklet, const pipeline::Editions& made, Findings& findings) {
  for (const std::string& edition : booklet.editions) {
    for (const std::string& language : booklet.languages) {
      if (was_made(made, edition, language)) continue;
      const std::string what = edition + " (" + language + ")";
      findings.add({&release_edition_missing,
                    version_place(booklet),
                    {{"version", booklet.version}, {"what", "the edition " + what, "版式 " + what}},
                    {},
                    {},
                    what});
    }
  }
}

/// The version that comes before this one, by the record.
void name_previous(Prepared& release) {
  for (const RecordedRelease& one : release.record.releases) {
    if (compare_versions(one.version, release.loaded.publication.booklet.version) >= 0) break;
    release.manifest.previous = one.version;
    release.manifest.previous_manifest = one.manifest;
  }
}

/// Whether the version stands in the releases folder, made from this very source.
/// What else stands there is reported by the rules of history.
bool is_published(const Prepared& release, const Artifacts& sources, const std::string& folder, Findings& findings) {
  const auto manifest = published_manifest(folder);
  if (!manifest) return false;
  const Booklet& booklet = release.loaded.publication.booklet;
  if (manifest->source == hash_of(written_sources(sources))) return true;
  if (!release.record.find(booklet.version))  // else reported with the record
    findings.add({&release_immutable,
                  version_place(booklet),
                  {{"version", booklet.version}, {"what", "the booklet has changed since", "手册此后有改动"}}});
  return false;
}

/// A version that is on record and made again must come out the same.
void compare_with_record(const Prepared& release, Findings& findings) {
  const Booklet& booklet = release.loaded.publication.booklet;
  const RecordedRelease* same = release.record.find(booklet.version);
  if (!same || same->source != release.manifest.source) return;  // other sources are reported one by one
  if (same->manifest == sha256_hex(release.manifest_text)) return;
  findings.add(
      {&release_immutable,
       version_place(booklet),
       {{"version", booklet.version}, {"what", "made again, its manifest is another one", "重新制作后清单不同"}}});
}

/// Against the version before, where its files are here.
std::optional<Changes> changes_of(const Prepared& release, const Request& request) {
  const Publication& now = release.loaded.publication;
  if (release.manifest.previous.empty()) return std::nullopt;
  Request of_previous = request;
  of_previous.build.folder = request.releases + "/" + now.booklet.id + "/" + release.manifest.previous;
  if (!published_manifest(of_previous.build.folder)) return std::nullopt;
  const Result<Publication> previous = read_publication(of_previous);
  if (!previous) return std::nullopt;
  return compare(*previous, now);
}

Result<Prepared> load_and_check(const pipeline::Request& build, Findings& findings) {
  Prepared release;
  Result<pipeline::Loaded> loaded = pipeline::load(build, findings);
  if (!loaded) return loaded.error();
  release.loaded = *std::move(loaded);
  const BuildStamp stamp = pipeline::stamp_of(build, release.loaded.publication.booklet);
  release.settings = {day_of(stamp), true};
  pipeline::check(release.loaded, release.settings, findings);
  return release;
}

void make(Prepared& release, const Request& request, const Artifacts& sources, Findings& of_booklet,
          Findings& of_release) {
  pipeline::Request build = request.build;
  build.surroundings = html::Surroundings::releases;
  const Booklet& booklet = release.loaded.publication.booklet;
  pipeline::Editions made = pipeline::make_editions(release.loaded, build, of_booklet, pipeline::NameFonts::yes);
  check_editions(booklet, made, of_release);
  release.manifest.check = summary_of(of_booklet, release);
  Findings of_theme;  // reported with the editions
  const auto theme = source::load_folder(build.themes + "/" + booklet.theme, of_theme);
  const std::optional<Changes> changes = changes_of(release, request);
  assemble(release, std::move(made), sources, theme ? *theme : source::SourceSet(), changes ? &*changes : nullptr);
}

}  // namespace

Result<Prepared> prepare(const Request& request, std::string_view version, Findings& findings) {
  Findings of_booklet;
  Result<Prepared> loaded = load_and_check(request.build, of_booklet);
  if (!loaded) return loaded.error();
  Prepared release = *std::move(loaded);
  const Booklet& booklet = release.loaded.publication.booklet;
  if (booklet.version != version || !is_version(version))
    return Finding{&release_version_other, {}, {{"version", booklet.version}, {"asked", std::string(version)}}};
  Findings ignored;  // check_history reads the record too, and reports
  if (const auto file = release.loaded.sources.find(kRecordFile))
    release.record = read_record(release.loaded.sources.bytes(*file), *file, ignored);
  name_previous(release);
  const Artifacts sources = sources_of(release.loaded.sources, request.build.folder, request.releases);
  release.is_published =
      is_published(release, sources, request.releases + "/" + booklet.id + "/" + booklet.version, findings);
  if (!release.is_published) {
    make(release, request, sources, of_booklet, findings);
    compare_with_record(release, findings);
  }
  check_history(release.loaded, {request.build.folder, request.releases, "", true}, findings);
  findings.append(std::move(of_booklet));
  return release;
}

Result<Prepared> make_again(const Request& request, const Manifest& manifest) {
  Findings of_booklet, of_release;
  Result<Prepared> loaded = load_and_check(request.build, of_booklet);
  if (!loaded) return loaded;
  Prepared release = *std::move(loaded);
  release.manifest.previous = manifest.previous;
  release.manifest.previous_manifest = manifest.previous_manifest;
  make(release, request, sources_of(release.loaded.sources, request.build.folder, request.releases), of_booklet,
       of_release);
  return release;
}

void add_signature(Prepared& release, const SigningKey& key) {
  const Booklet& booklet = release.loaded.publication.booklet;
  const std::string comment = booklet.id + " " + booklet.version + " " + iso_time(release.manifest.stamp);
  release.files.push_back({std::string(kSignatureFile), sign(release.manifest_text, comment, key)});
}

Result<Publication> read_publication(const Request& request) {
  Request of_version = request;
  std::optional<Unpacked> source;
  if (published_manifest(request.build.folder)) {
    Result<Unpacked> unpacked = Unpacked::open(request.build.folder, request.scratch);
    if (!unpacked) return unpacked.error();
    source.emplace(*std::move(unpacked));
    of_version.build.folder = source->booklet();
    of_version.build.themes = source->themes();
  }
  Findings ignored;  // told when it was checked
  Result<pipeline::Loaded> loaded = pipeline::load(of_version.build, ignored);
  if (!loaded) return loaded.error();
  return (*std::move(loaded)).publication;
}

}  // namespace bifolio::release
