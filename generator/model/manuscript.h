// Everything that was parsed, before anything is numbered, cited or linked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/booklet.h"
#include "model/chart.h"
#include "model/document.h"
#include "model/glossary.h"
#include "model/lock.h"
#include "model/reference.h"

namespace bifolio {

/// A picture's bytes, by booklet-relative path.
struct Picture {
  FileId file = {};
  std::string bytes;
};

/// `## VERSION — DATE` sections of a language's CHANGELOG.md.
struct ChangelogEntry {
  std::string version, date;
  Blocks blocks;
  Span span = {};
};
struct Changelog {
  std::string language;
  FileId file = {};
  std::vector<ChangelogEntry> entries;
};

struct Manuscript {
  Booklet booklet;
  std::vector<std::string> files;  ///< FileId::index → booklet-relative path
  /// Documents of all languages: by language in the booklet's order, then by path.
  std::vector<Document> documents;
  std::vector<Chart> charts;
  std::map<std::string, Picture, std::less<>> pictures;
  Library library;
  Glossary glossary;
  std::vector<Changelog> changelogs;
  std::optional<ReferenceLock> lock;           ///< bifolio.lock.json, where there is one
  std::optional<RetractionIndex> retractions;  ///< the snapshot of retractions, where there is one
};

}  // namespace bifolio
