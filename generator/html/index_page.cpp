// The index: every term of the glossary with the parts that mention it. It finds
// things where there is no script to search with.
#include <algorithm>
#include <map>

#include "html/alphabet.h"
#include "html/markup.h"
#include "html/plain_documents.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// A word of the index, and where it leads beside the documents that hold it.
struct IndexWord {
  std::string word;
  std::string see = {};  ///< for an abbreviation: the full term
  const Term* term = nullptr;
  std::vector<std::size_t> documents = {};
};

std::vector<IndexWord> words_of(const Site& site, const Scope& scope) {
  std::vector<IndexWord> words;
  for (const Term& term : site.publication.glossary.terms) {
    const std::string& approved = text_in(term.approved, scope.language());
    if (!approved.empty()) words.push_back({approved, "", &term});
    if (!term.abbreviation.empty() && term.abbreviation != approved)
      words.push_back({term.abbreviation, approved, &term});
  }
  return words;
}

std::string whole_text(const Document& document) {
  std::string text;
  for (const Section& section : sections_of(document)) text += section.text;
  return fold_case(text);
}

void find_documents(const Scope& scope, std::vector<IndexWord>& words) {
  std::vector<std::string> folded;
  for (const IndexWord& word : words) folded.push_back(fold_case(word.word));
  const auto& documents = scope.the_book().documents;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string text = whole_text(documents[i]);
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (text.find(folded[k]) != text.npos) words[k].documents.push_back(i);
    }
  }
}

void write_word(const Site& site, const Scope& scope, const IndexWord& word, std::string& out) {
  TextWriter writer(scope, out);
  out += "<li><a";
  append_attribute(out, "href", scope.url(site.map.glossary(scope.language())) + fragment("term-" + word.term->id));
  out += ">";
  writer.write_text(word.word);
  if (!word.see.empty()) {
    out += " – ";
    writer.write_text(word.see);
  }
  out += "</a>";
  for (const std::size_t index : word.documents) {
    const Document& document = scope.the_book().documents[index];
    out += " <a";
    append_attribute(out, "href", scope.document_url(index));
    out += ">";
    writer.write_text(document.number.empty() ? plain_text(document.title) : document.number);
    out += "</a>";
  }
  out += "</li>\n";
}

void write_letters(const std::map<char, std::vector<const IndexWord*>>& letters, const lang::Labels& labels,
                   std::string& out) {
  out += "<nav class=\"letters\"";
  append_attribute(out, "aria-label", labels.index);
  out += ">\n<ul class=\"controls\">\n";
  for (const auto& [letter, words] : letters) {
    const std::string name(1, letter);
    append(out, "<li><a class=\"control\" href=\"#letter-", letter == '#' ? "0" : name, "\">", name, "</a></li>\n");
  }
  out += "</ul>\n</nav>\n";
}

}  // namespace

Artifact index_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.index(site.publication.books[book].language));
  std::vector<IndexWord> words = words_of(site, scope);
  find_documents(scope, words);
  const Alphabet alphabet(scope.words());
  std::stable_sort(words.begin(), words.end(),
                   [&](const IndexWord& a, const IndexWord& b) { return alphabet.compare(a.word, b.word) < 0; });
  std::map<char, std::vector<const IndexWord*>> letters;
  for (const IndexWord& word : words) letters[alphabet.letter(word.word)].push_back(&word);

  std::string main = "<p>";
  append_text(main, scope.labels().index_explained);
  main += "</p>\n";
  write_letters(letters, scope.labels(), main);
  for (const auto& [letter, of_letter] : letters) {
    const std::string name(1, letter);
    append(main, "<section class=\"letter\">\n<h2 id=\"letter-", letter == '#' ? "0" : name, "\">", name,
           "</h2>\n<ul>\n");
    for (const IndexWord* word : of_letter) write_word(site, scope, *word, main);
    main += "</ul>\n</section>\n";
  }
  return list_page(site, scope, "index-page", scope.labels().index, &SiteMap::index, std::move(main));
}

}  // namespace bifolio::html
