#include "resolve/books.h"

#include <algorithm>
#include <map>
#include <set>

namespace bifolio::resolve {
namespace {

/// Where a document stands: phases in the booklet's order, documents outside
/// them before the first phase or after the last, as their paths say.
struct Order {
  std::size_t group;
  bool after_opener;
  std::string relative;
  auto operator<=>(const Order&) const = default;
};

Order order_of(const Booklet& booklet, const Document& document) {
  const auto& phases = booklet.phases;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (phases[i].id == document.phase) return {i + 1, !document.is_chapter_opener, document.relative};
  }
  const bool before = phases.empty() || document.relative < phases.front().id;
  return {before ? 0 : phases.size() + 1, true, document.relative};
}

/// The document that a language lacks, under the title of one that has it.
Document stand_in(const Document& original, const std::string& language) {
  Document missing;
  missing.file = original.file;
  missing.path = original.path;
  missing.relative = original.relative;
  missing.language = language;
  missing.front.id = original.front.id;
  missing.title_id = original.title_id;
  missing.is_chapter_opener = original.is_chapter_opener;
  missing.is_unnumbered = original.is_unnumbered;
  missing.phase = original.phase;
  missing.is_missing = true;
  Attributes attributes;
  attributes.pairs.push_back({"lang", original.language});
  missing.title.push_back({Phrase{attributes, original.title}, original.title_span});
  return missing;
}

using Versions = std::map<std::string, Document>;  // by language

std::vector<Versions> align(const Booklet& booklet, std::vector<Document> documents) {
  std::map<Order, Versions> aligned;
  for (Document& document : documents) {
    const Order order = order_of(booklet, document);
    aligned[order].emplace(document.language, std::move(document));
  }
  std::vector<Versions> ordered;
  for (auto& [order, versions] : aligned) ordered.push_back(std::move(versions));
  return ordered;
}

const Document& original_of(const Versions& versions, const Booklet& booklet) {
  for (const std::string& language : booklet.languages) {
    const auto at = versions.find(language);
    if (at != versions.end() && !at->second.is_missing) return at->second;
  }
  return versions.begin()->second;
}

std::optional<std::size_t> phase_of(const Booklet& booklet, const Document& document) {
  for (std::size_t i = 0; i < booklet.phases.size(); ++i) {
    if (booklet.phases[i].id == document.phase) return i;
  }
  return std::nullopt;
}

std::vector<Chapter> group_chapters(const Booklet& booklet, const Book& book) {
  std::vector<Chapter> chapters;
  for (std::size_t i = 0; i < book.documents.size(); ++i) {
    const Document& document = book.documents[i];
    const auto phase = phase_of(booklet, document);
    const bool joins = phase && !chapters.empty() && chapters.back().phase == phase;
    if (!joins) chapters.push_back({phase ? document.phase : document.relative, "", phase, std::nullopt, {}});
    if (phase && document.is_chapter_opener && !chapters.back().opener) {
      chapters.back().opener = i;
    } else {
      chapters.back().documents.push_back(i);
    }
  }
  return chapters;
}

}  // namespace

std::vector<Book> make_books(const Booklet& booklet, std::vector<Document> documents) {
  std::vector<Book> books;
  for (const std::string& language : booklet.languages) books.push_back({.language = language});
  for (Versions& versions : align(booklet, std::move(documents))) {
    const Document original = original_of(versions, booklet);
    for (Book& book : books) {
      const auto at = versions.find(book.language);
      book.documents.push_back(at == versions.end() ? stand_in(original, book.language) : std::move(at->second));
    }
  }
  for (Book& book : books) book.chapters = group_chapters(booklet, book);
  return books;
}

}  // namespace bifolio::resolve
