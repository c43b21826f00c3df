#include "check/known_works.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "model/walk.h"

namespace bifolio::check {
namespace {

using Places = std::map<std::string_view, std::vector<Span>>;

void add_citations(const Document& document, Places& places) {
  const VisitInline visit = [&](const Inline& node) {
    const auto* citation = node.get_if<Citation>();
    if (!citation) return;
    for (const CitedWork& work : citation->works) places[work.key].push_back(work.key_span);
  };
  for_each_inline(document.front.abstract, visit);
  for_each_inline(document.blocks, visit);
  for (const Note& note : document.notes) for_each_inline(note.children, visit);
}

const Acknowledgement* acknowledgement(const Booklet& booklet, const std::string& key) {
  const auto at = std::find_if(booklet.acknowledged.begin(), booklet.acknowledged.end(),
                               [&](const Acknowledgement& one) { return one.key == key; });
  return at == booklet.acknowledged.end() ? nullptr : &*at;
}

}  // namespace

std::vector<KnownWork> known_works(const Publication& publication) {
  Places places;
  for (const Book& book : publication.books) {
    for (const Document& document : book.documents) add_citations(document, places);
  }
  const ReferenceLock* locked = publication.lock ? &*publication.lock : nullptr;
  const RetractionIndex* index = publication.retractions ? &*publication.retractions : nullptr;
  std::vector<KnownWork> works;
  for (const Reference& reference : publication.library.references) {
    KnownWork work{&reference, lock::what_is_known(reference, locked, index),
                   acknowledgement(publication.booklet, reference.key)};
    if (const auto at = places.find(reference.key); at != places.end()) work.citations = at->second;
    works.push_back(std::move(work));
  }
  return works;
}

Span identifier_span(const KnownWork& work) {
  const std::string_view key = work.known.key;
  const std::string_view kind = key.substr(0, key.find(':'));
  for (const auto& [name, field] : work.reference->fields) {
    if (to_lower(name) == kind) return field.span;
  }
  return work.reference->key_span;
}

std::string shown_id(std::string_view key) {
  const std::size_t colon = key.find(':');
  if (key.starts_with("doi:")) return std::string(key.substr(4));
  if (colon == key.npos) return std::string(key);
  return to_upper(key.substr(0, colon)) + " " + std::string(key.substr(colon + 1));
}

}  // namespace bifolio::check
