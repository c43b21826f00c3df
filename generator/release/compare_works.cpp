// Works that are cited, and figures with their data.
#include <map>

#include "base/json_write.h"
#include "base/unicode.h"
#include "release/compare.h"

namespace bifolio::release {
namespace {

/// All that the library says of a work, but when it was looked at.
std::string record_of(const Reference& work) {
  std::string text = work.type;
  for (const auto& [name, field] : work.fields) text += "\n" + name + "=" + field.value;
  for (const auto& [role, people] : work.names) {
    text += "\n" + role;
    for (const Name& name : people.names) text += ";" + name.family + "," + name.given + "," + name.literal;
  }
  for (const auto& [name, date] : work.dates) {
    if (name == "accessed") continue;
    text += "\n" + name + date.literal + date.raw;
    for (const auto& parts : date.parts)
      for (const int part : parts) text += " " + std::to_string(part);
  }
  return text;
}

struct CitedEntry {
  const BibliographyEntry* entry;
  const Reference* work;
};

/// By key, and by DOI for a work whose key was changed.
std::map<std::string, CitedEntry> cited(const Publication& publication, const Book& book) {
  std::map<std::string, CitedEntry> all;
  for (const BibliographyEntry& entry : book.references) {
    if (entry.reference >= publication.library.references.size()) continue;
    const Reference& work = publication.library.references[entry.reference];
    all[work.key] = {&entry, &work};
    if (const std::string doi = to_lower(work.field("DOI")); !doi.empty()) all["doi:" + doi] = {&entry, &work};
  }
  return all;
}

const CitedEntry* find(const std::map<std::string, CitedEntry>& all, const Reference& work) {
  auto at = all.find(work.key);
  if (at == all.end()) at = all.find("doi:" + to_lower(work.field("DOI")));
  return at == all.end() ? nullptr : &at->second;
}

/// What is drawn: the specification and its data, or the picture's bytes.
std::string drawn(const Publication& publication, const Figure& figure) {
  if (figure.kind == Figure::Kind::image) {
    const auto at = publication.pictures.find(figure.source);
    return at == publication.pictures.end() ? "" : at->second.bytes;
  }
  if (!figure.chart || *figure.chart >= publication.charts.size()) return "";
  const Chart& chart = publication.charts[*figure.chart];
  std::string text = bifolio::write_json(chart.specification);
  for (const auto& [url, data] : chart.data) text += url + "\n" + data.bytes;
  return text;
}

const OutlineFigure* find(const std::vector<OutlineFigure>& figures, const std::string& key) {
  for (const OutlineFigure& one : figures) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

}  // namespace

void compare_works(const TwoBooks& books, BookChanges& changes) {
  const auto before = cited(books.before_publication, books.before_book);
  const auto after = cited(books.after_publication, books.after_book);
  for (const BibliographyEntry& entry : books.after_book.references) {
    if (entry.reference >= books.after_publication.library.references.size()) continue;
    const Reference& work = books.after_publication.library.references[entry.reference];
    const CitedEntry* old = find(before, work);
    const std::string text = plain_text(entry.text);
    if (!old) changes.works.push_back({WorkChange::Kind::added, text});
    if (entry.is_retracted && (!old || !old->entry->is_retracted))
      changes.works.push_back({WorkChange::Kind::retracted, text});
    if (old && record_of(*old->work) != record_of(work)) changes.works.push_back({WorkChange::Kind::corrected, text});
  }
  for (const BibliographyEntry& entry : books.before_book.references) {
    if (entry.reference >= books.before_publication.library.references.size()) continue;
    if (!find(after, books.before_publication.library.references[entry.reference]))
      changes.works.push_back({WorkChange::Kind::removed, plain_text(entry.text)});
  }
}

void compare_figures(const TwoBooks& books, BookChanges& changes) {
  for (const OutlineFigure& now : books.after.figures) {
    const OutlineFigure* old = find(books.before.figures, now.key);
    if (!old) {
      changes.figures.push_back({FigureChange::Kind::added, now.title});
      continue;
    }
    if (drawn(books.before_publication, *old->figure) != drawn(books.after_publication, *now.figure))
      changes.figures.push_back({FigureChange::Kind::redrawn, now.title});
    if (old->title != now.title || old->figure->alt != now.figure->alt)
      changes.figures.push_back({FigureChange::Kind::reworded, now.title});
  }
  for (const OutlineFigure& old : books.before.figures) {
    if (!find(books.after.figures, old.key)) changes.figures.push_back({FigureChange::Kind::removed, old.title});
  }
}

}  // namespace bifolio::release
