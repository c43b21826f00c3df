#include "release/assemble.h"

#include <iterator>

#include "base/hash.h"
#include "edition/edition.h"
#include "model/walk.h"
#include "release/archive.h"
#include "release/exports.h"
#include "release/index.h"
#include "release/sources.h"

namespace bifolio::release {
namespace {

std::string file_stem(const Booklet& booklet) {
  return edition::name_for_people(booklet) + "_" + booklet.version;
}

const ChangelogEntry* entry_of(const Publication& publication, const Changelog& changelog) {
  for (const ChangelogEntry& entry : changelog.entries) {
    if (entry.version == publication.booklet.version) return &entry;
  }
  return nullptr;
}

/// The changelog's own words, as its author wrote them.
void add_release_notes(const pipeline::Loaded& loaded, Artifacts& files) {
  for (const Changelog& changelog : loaded.publication.changelogs) {
    const ChangelogEntry* entry = entry_of(loaded.publication, changelog);
    if (!entry) continue;
    std::string text(loaded.sources.text(entry->span).substr(entry->span.begin, entry->span.size()));
    if (!text.ends_with('\n')) text += '\n';
    files.push_back({"RELEASE-NOTES_" + changelog.language + ".md", std::move(text)});
  }
}

/// The site as one file to carry away; its folder is named as in the releases, so
/// that links between versions fit when several are unpacked side by side.
Artifact site_archive(const Booklet& booklet, const Artifacts& site) {
  Artifacts files = lone_index_pages(booklet);
  for (const Artifact& file : site) files.push_back({booklet.id + "/" + booklet.version + "/" + file.path, file.bytes});
  return {file_stem(booklet) + "_site.zip", zip(files)};
}

/// For people in each language, and once for machines.
void add_changes(const Changes& changes, Artifacts& files) {
  const std::string stem = "changes-from-" + changes.before;
  for (const BookChanges& book : changes.books) {
    const std::string name = stem + "_" + book.language;
    const std::vector<PageLink> links = {
        {address(book.language) + "/index.html", text_in(changes.title, book.language)}};
    files.push_back({name + ".html", write_html_page(changes, book, "assets/", links)});
    files.push_back({name + ".md", write_markdown(changes, book)});
  }
  files.push_back({stem + ".json", write_json(changes)});
}

void add_notes(const Blocks& blocks, std::vector<std::string>& notes) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      notes.push_back(plain_text(paragraph->children));
    } else if (const auto* list = std::get_if<List>(&block.value)) {
      for (const ListItem& item : list->items) {
        std::vector<std::string> parts;
        if (!item.term.empty()) parts.push_back(plain_text(item.term));
        add_notes(item.children, parts);
        for (const std::string& part : parts) notes.push_back(part.starts_with("- ") ? part : "- " + part);
      }
    }
  }
}

void describe(const Publication& publication, Manifest& manifest) {
  const Booklet& booklet = publication.booklet;
  manifest.program = BIFOLIO_VERSION;
  manifest.booklet = booklet.id;
  manifest.version = booklet.version;
  manifest.date = booklet.date;
  manifest.title = booklet.title;
  manifest.languages = booklet.languages;
  manifest.acknowledged = booklet.acknowledged;
  manifest.retraction_snapshot = booklet.retraction_snapshot;
  manifest.retraction_date = publication.retractions ? publication.retractions->date : booklet.retraction_date;
  if (publication.lock) manifest.lock_checked = publication.lock->checked;
  for (const std::string& language : booklet.languages) manifest.notes[language] = notes_in(publication, language);
}

}  // namespace

std::string source_bundle_name(const Booklet& booklet) {
  return file_stem(booklet) + "_source.zip";
}

std::vector<std::string> notes_in(const Publication& publication, const std::string& language) {
  std::vector<std::string> notes;
  for (const Changelog& changelog : publication.changelogs) {
    const ChangelogEntry* entry = changelog.language == language ? entry_of(publication, changelog) : nullptr;
    if (entry) add_notes(entry->blocks, notes);
  }
  return notes;
}

void assemble(Prepared& release, pipeline::Editions&& editions, const Artifacts& sources,
              const source::SourceSet& theme, const Changes* changes) {
  const Publication& publication = release.loaded.publication;
  const Booklet& booklet = publication.booklet;
  Manifest& manifest = release.manifest;
  describe(publication, manifest);
  manifest.stamp = editions.stamp;
  manifest.fonts = std::move(editions.fonts);
  manifest.downloads = std::move(editions.downloads);
  manifest.sources = written_sources(sources);
  manifest.source = hash_of(manifest.sources);
  Artifacts& files = release.files;
  files = std::move(editions.artifacts);
  Artifact site = site_archive(booklet, files);
  files.push_back(std::move(site));
  files.push_back({source_bundle_name(booklet), bundle(sources, theme, booklet.theme)});
  files.push_back({"CITATION.cff", citation_file(booklet)});
  files.push_back({"references.bib", bibtex(publication)});
  files.push_back({"references.ris", ris(publication)});
  add_release_notes(release.loaded, files);
  if (changes) add_changes(*changes, files);
  manifest.files = list_files(files);
  release.manifest_text = write_manifest(manifest);
  files.push_back({std::string(kSumsFile), write_sums(manifest, release.manifest_text)});
  files.push_back({std::string(kManifestFile), release.manifest_text});
}

}  // namespace bifolio::release
