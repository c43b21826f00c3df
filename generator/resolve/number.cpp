// Numbers: 1, 1.3, 1.3.1, 1.4.1.1; tables and figures 1-1, counted in a chapter.
#include <algorithm>
#include <set>
#include <string_view>

#include "base/unicode.h"
#include "model/walk.h"
#include "resolve/books.h"

namespace bifolio::resolve {
namespace {

/// `phase-1/10-targets.md` → `phase-1/targets`: the number that sorts files is no part of an address.
std::string stem(std::string_view relative) {
  const std::size_t slash = relative.rfind('/');
  const std::string folder(slash == relative.npos ? "" : relative.substr(0, slash + 1));
  std::string_view name = slash == relative.npos ? relative : relative.substr(slash + 1);
  if (name.ends_with(".md")) name.remove_suffix(3);
  const std::size_t digits = name.find_first_not_of("0123456789");
  if (digits != name.npos && digits > 0 && name[digits] == '-' && digits + 1 < name.size())
    name.remove_prefix(digits + 1);
  return folder + std::string(name);
}

std::string id_from(std::string_view text) {
  std::string id(text);
  std::replace(id.begin(), id.end(), '/', '-');
  return id;
}

/// Pages are `STEM.html`; two files with the same stem keep their numbers.
void name_pages(Book& book) {
  std::multiset<std::string> stems;
  for (const Document& document : book.documents) stems.insert(stem(document.relative));
  for (Document& document : book.documents) {
    std::string name = stem(document.relative);
    if (stems.count(name) > 1 || name == "index") name = document.relative.substr(0, document.relative.rfind('.'));
    const bool would_be_home = name == "index";  // the language's home page has that name
    document.page = (would_be_home ? "start" : name) + ".html";
    document.id = !document.front.id.empty()   ? document.front.id
                  : !document.title_id.empty() ? document.title_id
                                               : id_from(name);
  }
}

void number_headings(Document& document) {
  int counters[7] = {};
  for_each_block(document.blocks, [&](Block& block) {
    auto* heading = std::get_if<Heading>(&block.value);
    if (!heading || heading->is_unnumbered || document.number.empty()) return;
    const int level = std::clamp(heading->level, 2, 6);
    ++counters[level];
    std::fill(counters + level + 1, counters + 7, 0);
    heading->number = document.number;
    for (int i = 2; i <= level; ++i) heading->number += "." + std::to_string(counters[i]);
  });
}

class ObjectNumbers {
 public:
  explicit ObjectNumbers(std::string chapter) : prefix_(chapter.empty() ? "" : chapter + "-") {}

  void number(Document& document) {
    for_each_block(document.blocks, [&](Block& block) {
      const bool named = !block.attributes.id.empty();
      if (auto* table = std::get_if<Table>(&block.value); table && (named || !table->caption.empty())) {
        table->number = prefix_ + std::to_string(++tables_);
      } else if (auto* figure = std::get_if<Figure>(&block.value); figure && !figure->is_decorative) {
        if (named || !figure->caption.empty()) figure->number = prefix_ + std::to_string(++figures_);
      }
    });
  }

 private:
  std::string prefix_;
  int tables_ = 0, figures_ = 0;
};

/// A chapter has no number where it stands outside the phases of a booklet that has phases.
bool is_numbered(const Chapter& chapter, const Book& book, bool has_phases) {
  if (has_phases) return chapter.phase.has_value();
  return !book.documents[chapter.documents.front()].is_unnumbered;
}

void number_documents(Chapter& chapter, Book& book) {
  if (chapter.opener) book.documents[*chapter.opener].number = chapter.number;
  int ordinal = 0;
  for (const std::size_t index : chapter.documents) {
    Document& document = book.documents[index];
    if (chapter.number.empty() || document.is_unnumbered) continue;
    document.number = chapter.phase ? chapter.number + "." + std::to_string(++ordinal) : chapter.number;
  }
}

}  // namespace

void number(Book& book) {
  name_pages(book);
  const bool has_phases =
      std::any_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& chapter) { return chapter.phase; });
  int chapters = 0;
  ObjectNumbers outside("");
  for (Chapter& chapter : book.chapters) {
    if (is_numbered(chapter, book, has_phases)) chapter.number = std::to_string(++chapters);
    number_documents(chapter, book);
    ObjectNumbers inside(chapter.number);
    ObjectNumbers& objects = chapter.number.empty() ? outside : inside;
    std::vector<std::size_t> members = chapter.documents;
    if (chapter.opener) members.insert(members.begin(), *chapter.opener);
    for (const std::size_t index : members) {
      number_headings(book.documents[index]);
      objects.number(book.documents[index]);
    }
  }
}

std::vector<ContentsEntry> make_contents(const Book& book) {
  std::vector<ContentsEntry> contents;
  const auto add_document = [&](std::size_t index, ContentsEntry::Kind kind, int level) {
    const Document& document = book.documents[index];
    contents.push_back({kind, level, document.number, document.title, index, ""});
    for_each_block(document.blocks, [&](const Block& block) {
      const auto* heading = std::get_if<Heading>(&block.value);
      if (!heading) return;
      contents.push_back({ContentsEntry::Kind::heading, level + heading->level - 1, heading->number, heading->children,
                          index, block.id});
    });
  };
  for (const Chapter& chapter : book.chapters) {
    if (chapter.opener) add_document(*chapter.opener, ContentsEntry::Kind::chapter, 1);
    for (const std::size_t index : chapter.documents) {
      if (chapter.phase) {
        add_document(index, ContentsEntry::Kind::document, 2);
      } else {
        add_document(index, ContentsEntry::Kind::chapter, 1);
      }
    }
  }
  return contents;
}

}  // namespace bifolio::resolve
