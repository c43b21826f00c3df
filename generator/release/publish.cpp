// From a version in memory to the folder of releases.
#include "base/hash.h"
#include "release/folder.h"
#include "release/index.h"
#include "release/release.h"
#include "release/rules.h"
#include "store/store.h"

namespace bifolio::release {
namespace {

std::string record_path(const Request& request) {
  return request.build.folder + "/" + std::string(kRecordFile);
}

/// The record and the pages that list all versions: both follow from what is
/// published, so that a run that was stopped before them can be finished.
Outcome finish(const Request& request, const Booklet& booklet, const Record& record) {
  if (Outcome written = store::write_file(record_path(request), write_record(record)); !written) return written;
  for (const Artifact& page : index_pages(request.releases, booklet, record)) {
    if (Outcome written = store::write_file(request.releases + "/" + page.path, page.bytes); !written) return written;
  }
  return Done{};
}

}  // namespace

Outcome publish(const Prepared& release, const Request& request) {
  const Booklet& booklet = release.loaded.publication.booklet;
  const std::string of_booklet = request.releases + "/" + booklet.id, folder = of_booklet + "/" + booklet.version;
  for (const std::string& place : {request.releases, of_booklet, request.build.folder}) store::remove_leftovers(place);
  if (!release.is_published) {
    if (Outcome written = store::publish(folder, release.files); !written) return written;
  }
  Record record = release.record;
  if (!record.find(booklet.version)) {
    const auto text = read_file(folder + "/" + std::string(kManifestFile));
    const auto manifest = published_manifest(folder);
    if (!text || !manifest) return Finding{&release_not_found, {}, {{"name", folder}, {"known", ""}}};
    record.releases.push_back({booklet.version, manifest->date, sha256_hex(*text), manifest->source});
  }
  return finish(request, booklet, record);
}

Outcome withdraw(const Request& request, std::string_view version, std::string_view day, const LocalText& reason) {
  Findings findings;
  const auto loaded = pipeline::load(request.build, findings);
  if (!loaded) return loaded.error();
  const Booklet& booklet = loaded->publication.booklet;
  Record record;
  if (const auto file = loaded->sources.find(kRecordFile))
    record = read_record(loaded->sources.bytes(*file), *file, findings);
  RecordedRelease* release = record.find(version);
  if (!release) return Finding{&release_not_found, {}, {{"name", std::string(version)}, {"known", ""}}};
  release->withdrawn = day;
  release->reason = reason;
  return finish(request, booklet, record);
}

}  // namespace bifolio::release
