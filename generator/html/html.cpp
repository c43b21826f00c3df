#include "html/html.h"

#include "html/reading_time.h"
#include "html/site.h"

namespace bifolio::html {
namespace {

Site::PerDocument minutes_of(const Publication& publication) {
  Site::PerDocument minutes;
  for (const Book& book : publication.books) {
    auto& of_book = minutes.emplace_back();
    for (const Document& document : book.documents) of_book.push_back(reading_minutes(document));
  }
  return minutes;
}

/// Which entries each document cites, in the order of the list.
std::vector<std::vector<std::vector<std::size_t>>> cited_in(const Publication& publication) {
  std::vector<std::vector<std::vector<std::size_t>>> cited;
  for (const Book& book : publication.books) {
    auto& of_book = cited.emplace_back(book.documents.size());
    for (std::size_t entry = 0; entry < book.references.size(); ++entry) {
      for (const CitationPlace& place : book.references[entry].places) {
        if (place.document >= of_book.size()) continue;
        auto& entries = of_book[place.document];
        if (entries.empty() || entries.back() != entry) entries.push_back(entry);
      }
    }
  }
  return cited;
}

void add_book(const Site& site, std::size_t index, Artifacts& pages) {
  const Book& book = site.publication.books[index];
  pages.push_back(home_page(site, index));
  for (std::size_t i = 0; i < book.documents.size(); ++i) {
    pages.push_back(document_page(site, index, i));
    pages.push_back(gaze_page(site, index, i));
  }
  pages.push_back(contents_page(site, index));
  if (!book.references.empty()) pages.push_back(references_page(site, index));
  if (site.has_glossary()) {
    pages.push_back(glossary_page(site, index));
    pages.push_back(index_page(site, index));
  }
  if (site.has_changes(book.language)) pages.push_back(changes_page(site, index));
  pages.push_back(search_page(site, index));
  pages.push_back(search_index(site, index));
}

}  // namespace

Artifacts write_site(const Publication& publication, const theme::Theme& theme, const chart::SiteCharts* charts,
                     const std::vector<Download>& downloads, const BuildStamp&, Findings& findings,
                     Surroundings surroundings) {
  const SiteMap map(publication);
  const Shell shell(theme, surroundings, findings);
  const Site site = {publication,
                     theme,
                     downloads,
                     map,
                     shell,
                     findings,
                     minutes_of(publication),
                     cited_in(publication),
                     charts,
                     drawings_of(publication)};
  Artifacts pages;
  if (publication.books.empty()) return pages;
  pages.push_back(root_page(site));
  for (std::size_t i = 0; i < publication.books.size(); ++i) add_book(site, i, pages);
  if (site.has_languages()) {
    for (std::size_t i = 0; i < publication.books.front().documents.size(); ++i)
      pages.push_back(parallel_page(site, i));
  }
  add_assets(site, pages);
  return pages;
}

}  // namespace bifolio::html
