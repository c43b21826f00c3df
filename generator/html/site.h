// One site while it is being written, and the pages it is made of: each a
// function from the site to a finished file.
#pragma once

#include <span>
#include <vector>

#include "base/artifact.h"
#include "html/html.h"
#include "html/scope.h"
#include "html/shell.h"

namespace bifolio::html {

struct Site {
  const Publication& publication;
  const theme::Theme& theme;
  const std::vector<Download>& downloads;
  const SiteMap& map;
  const Shell& shell;
  Findings& findings;
  using PerDocument = std::vector<std::vector<std::size_t>>;  ///< by book and document
  PerDocument minutes = {};
  std::vector<std::vector<std::vector<std::size_t>>> cited = {};  ///< by book and document: entries of Book::references

  const chart::SiteCharts* charts = nullptr;  ///< null where nothing is drawn
  Drawings drawings = {};

  bool has_languages() const { return publication.books.size() > 1; }
  bool has_glossary() const { return !publication.glossary.terms.empty(); }
  bool has_changes(std::string_view language) const;
  Scope scope(std::size_t book, std::string page) const { return scope(book, std::move(page), findings); }
  /// For pages that say again what another page says: findings go into `already_reported`.
  Scope scope(std::size_t book, std::string page, Findings& already_reported) const {
    Scope scope = {publication, theme, map, already_reported, book, std::move(page)};
    scope.charts = charts;
    scope.drawings = &drawings;
    return scope;
  }
};

/// Where a document stands in its book.
struct DocumentPlace {
  const Chapter* chapter = nullptr;
  std::size_t part = 0, parts = 0;  ///< 1 of 4; 0 for openers and for chapters of one document
  std::optional<std::size_t> previous = {}, next = {};
};
DocumentPlace place_of(const Book&, std::size_t document);

/// The document's number and title as plain text: “1.3 病情进展怎样度量”.
std::string full_title(const Document&);

/// The title of a chapter: its phase's, its opener's, or its only document's.
std::string chapter_title(const Site&, const Book&, const Chapter&);

/// Header and foot, the same on every page in the same order (WCAG 2.2, 3.2.6).
/// `paths` has the page in each language; `document` the one that it shows.
void add_navigation(const Site&, const Scope&, const std::vector<std::string>& paths,
                    std::optional<std::size_t> document, Frame&);

/// The parts of the booklet beside the text, `document` marked as the current one.
std::string sidebar(const Site&, const Scope&, std::optional<std::size_t> document);

/// What stands above a document's text: its one sentence; its summary, version line and notice.
void write_takeaway(const Site&, const Scope&, std::string& out);
void write_summary(const Site&, const Scope&, std::string& out);
void write_heading_one(const Scope&, std::string& out);
/// What stands in for a translation that does not exist.
void write_missing_translation(const Scope&, std::string& out);
/// Previous and next, at the foot.
void write_pager(const Site&, const Scope&, std::string& out);

/// The entries that the scope's document cites, with links back to each place.
void write_cited_references(const Site&, const Scope&, std::string& out);
/// Some of them, without a heading.
void write_reference_list(const Scope&, std::span<const std::size_t> entries, std::string& out);

/// A page that is one list, in each language under the path that `path_in` gives.
Artifact list_page(const Site&, const Scope&, std::string_view kind, std::string_view title,
                   std::string (SiteMap::*path_in)(std::string_view language) const, std::string list);

Artifact root_page(const Site&);
Artifact home_page(const Site&, std::size_t book);
Artifact document_page(const Site&, std::size_t book, std::size_t document);
Artifact gaze_page(const Site&, std::size_t book, std::size_t document);
Artifact parallel_page(const Site&, std::size_t document);
Artifact contents_page(const Site&, std::size_t book);
Artifact references_page(const Site&, std::size_t book);
Artifact glossary_page(const Site&, std::size_t book);
Artifact index_page(const Site&, std::size_t book);
Artifact changes_page(const Site&, std::size_t book);
Artifact search_page(const Site&, std::size_t book);
/// The words of a language and where they stand, as a classic script.
Artifact search_index(const Site&, std::size_t book);
/// Drawings of strangers are not shown as they came: they are drawn anew.
Drawings drawings_of(const Publication&);
/// Style sheets, scripts, the icon, pictures.
void add_assets(const Site&, Artifacts&);

}  // namespace bifolio::html
