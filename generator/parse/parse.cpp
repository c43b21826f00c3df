// The whole of reading, step by step: settings, documents, what they show from
// files of its own, and what stands beside them.
#include "parse/parse.h"

#include <algorithm>
#include <optional>

#include "lock/lock.h"
#include "lock/retraction_watch.h"
#include "model/walk.h"
#include "parse/chart_file.h"
#include "parse/config.h"
#include "parse/documents.h"
#include "parse/glossary.h"
#include "parse/library.h"
#include "parse/paths.h"
#include "parse/rules.h"
#include "parse/table_file.h"
#include "picture/picture.h"

namespace bifolio::parse {
namespace {

std::vector<std::string> all_paths(const source::SourceSet& files) {
  std::vector<std::string> paths;
  for (const source::SourceFile& file : files.files()) paths.push_back(file.path);
  return paths;
}

/// Blocks that stand for files, wherever they are in the document.
void fill_file_blocks(Blocks& blocks, std::string_view language, TableFiles& tables, ChartFiles& charts) {
  for_each_block(blocks, [&](Block& block) {
    if (!std::holds_alternative<Division>(block.value)) return;
    if (block.attributes.has_class("table"))
      tables.fill(block, language);
    else if (block.attributes.has_class("chart"))
      charts.fill(block, language);
  });
}

std::vector<Chart> fill_files(const source::SourceSet& files, Manuscript& manuscript, Findings& findings) {
  TableFiles tables(files, manuscript.booklet.languages, findings);
  ChartFiles charts(files, findings);
  for (Document& document : manuscript.documents) {
    fill_file_blocks(document.blocks, document.language, tables, charts);
    for (Note& note : document.notes) fill_file_blocks(note.children, document.language, tables, charts);
  }
  return charts.take();
}

/// The pictures that documents show. Paths become those of the files, so that
/// `img/a%20b.png` and `./img/a b.png` are one picture.
class PictureReader {
 public:
  PictureReader(const source::SourceSet& files, std::map<std::string, Picture, std::less<>>& pictures,
                Findings& findings)
      : files_(files), pictures_(pictures), findings_(findings) {}

  void read(Blocks& blocks) {
    for_each_block(blocks, [&](Block& block) {
      auto* figure = std::get_if<Figure>(&block.value);
      if (figure && figure->kind == Figure::Kind::image) read(figure->source, figure->source_span);
    });
    for_each_inlines(blocks, [&](Inlines& inlines) {
      for (Inline& node : inlines) {
        if (auto* image = node.get_if<Image>()) read(image->path, image->path_span);
      }
    });
  }

 private:
  void read(std::string& path, Span span) {
    if (path.empty()) return;  // reported where Markdown is read
    const auto file = find_file(files_, "", path, span, findings_);
    if (!file) return;
    path = files_.file(*file).path;
    if (pictures_.contains(path)) return;
    const Picture& picture = pictures_[path] = {*file, std::string(files_.bytes(*file))};
    // Each edition draws it anew; what is wrong with it is said here, once.
    if (picture::is_markup(path, picture.bytes)) picture::read_svg(picture, "", findings_);
  }

  const source::SourceSet& files_;
  std::map<std::string, Picture, std::less<>>& pictures_;
  Findings& findings_;
};

void read_pictures(const source::SourceSet& files, Manuscript& manuscript, Findings& findings) {
  PictureReader pictures(files, manuscript.pictures, findings);
  for (Document& document : manuscript.documents) {
    pictures.read(document.blocks);
    for (Note& note : document.notes) pictures.read(note.children);
  }
}

Library read_libraries(const source::SourceSet& files, const Booklet& booklet, Findings& findings) {
  Library library;
  for (const std::string& path : booklet.libraries) {
    const auto file = files.find(path);
    if (!file) continue;  // reported with the setting
    read_library(path, files.bytes(*file), *file, library, findings);
  }
  return library;
}

/// The snapshot of retractions: the index that `refs` writes, or the data set itself.
std::optional<RetractionIndex> read_retractions(const source::SourceSet& files, const Booklet& booklet,
                                                Findings& findings) {
  if (booklet.retraction_snapshot.empty()) return std::nullopt;
  const auto place = booklet.places.find("check.retractions.snapshot");
  const Span span = place == booklet.places.end() ? Span{booklet.file, 0, 0} : place->second;
  const auto file = find_file(files, "", booklet.retraction_snapshot, span, findings);
  if (!file) return std::nullopt;
  if (!booklet.retraction_snapshot.ends_with(".csv")) return lock::read_index(files.bytes(*file), *file, findings);
  const Result<lock::RetractionWatch> data = lock::read_retraction_watch(files.bytes(*file));
  if (!data) {
    Finding finding = data.error();
    finding.span = {*file, 0, 0};
    findings.add(std::move(finding));
    return std::nullopt;
  }
  RetractionIndex index =
      lock::index_of(*data, booklet.retraction_date.empty() ? data->newest : booklet.retraction_date);
  index.file = *file;
  return index;
}

bool is_same(const Finding& a, const Finding& b) {
  const auto same_argument = [](const Argument& x, const Argument& y) { return x.name == y.name && x.text == y.text; };
  return a.rule == b.rule && a.span == b.span &&
         std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(), same_argument);
}

/// A cell that is shown in two languages is read twice; its faults are told once.
void add_each_once(Findings&& found, Findings& findings) {
  found.sort();
  const Finding* last = nullptr;
  std::vector<const Finding*> here;  // those at the same place
  for (const Finding& finding : found.all()) {
    if (last && last->span != finding.span) here.clear();
    last = &finding;
    const bool is_known =
        std::any_of(here.begin(), here.end(), [&](const Finding* one) { return is_same(*one, finding); });
    if (is_known) continue;
    here.push_back(&finding);
    findings.add(finding);
  }
}

}  // namespace

Manuscript parse(const source::SourceSet& files, Findings& findings) {
  Findings found;
  Manuscript manuscript;
  manuscript.files = all_paths(files);
  manuscript.booklet = read_booklet(files, found);
  manuscript.documents = read_documents(files, manuscript.booklet, found);
  manuscript.charts = fill_files(files, manuscript, found);
  read_pictures(files, manuscript, found);
  manuscript.library = read_libraries(files, manuscript.booklet, found);
  if (const auto file = files.find(lock::kLockFile))
    manuscript.lock = lock::read_lock(files.bytes(*file), *file, found);
  manuscript.retractions = read_retractions(files, manuscript.booklet, found);
  manuscript.changelogs = read_changelogs(files, manuscript.booklet, found);
  if (const auto glossary = files.find("glossary.csv")) {
    manuscript.glossary = read_glossary(files.bytes(*glossary), *glossary, manuscript.booklet.languages, found);
  }
  add_each_once(std::move(found), findings);
  return manuscript;
}

}  // namespace bifolio::parse
