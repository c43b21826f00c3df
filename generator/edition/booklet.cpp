// What the paged editions share: one PDF a language.
#include <algorithm>
#include <utility>

#include "edition/edition.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

namespace bifolio::edition {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The word as a title spells it (als → ALS), or as it is.
std::string as_titles_spell(const std::string& word, const LocalText& titles) {
  const auto same = [](char a, char b) { return (a | 32) == (b | 32); };
  for (const auto& [language, title] : titles) {
    for (auto at = title.begin();;) {
      at = std::search(at, title.end(), word.begin(), word.end(), same);
      if (at == title.end()) break;
      const auto end = at + static_cast<std::ptrdiff_t>(word.size());
      const bool is_whole =
          (at == title.begin() || !is_ascii_letter(at[-1])) && (end == title.end() || !is_ascii_letter(*end));
      if (is_whole) return std::string(at, end);
      at = end;
    }
  }
  return word;
}

/// `ALS-Exploration_2.0.0_zh-Hans.pdf`, `…_large-print.pdf`: found again by their names in a folder of downloads.
std::string file_name(const Booklet& booklet, const std::vector<std::string>& languages, std::string_view edition) {
  std::string name = name_for_people(booklet) + "_" + booklet.version;
  char before = '_';
  for (const std::string& language : languages) name += std::exchange(before, '-') + language;
  if (edition != "pdf") name += "_" + (edition == "large" ? "large-print" : std::string(edition));
  return name + ".pdf";
}

}  // namespace

bool is_wanted(const Inputs& inputs, const std::string& language) {
  return std::find(inputs.languages.begin(), inputs.languages.end(), language) != inputs.languages.end();
}

std::string name_for_people(const Booklet& booklet) {
  std::string name, word;
  for (const char c : booklet.id + "-") {
    if (c != '-') {
      word += c;
      continue;
    }
    const bool is_word = !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_letter);
    name += (name.empty() ? "" : "-") + (is_word ? as_titles_spell(word, booklet.title) : word);
    word.clear();
  }
  return name;
}

void add_booklet(const Inputs& inputs, layout::PagedDocument&& pages, const std::vector<std::string>& languages,
                 std::string_view edition, Made& made, Findings& findings) {
  if (inputs.take_pages) return inputs.take_pages(std::move(pages));
  Result<std::string> bytes = pdf::write(pages, inputs.fonts, findings);
  if (!bytes) {
    findings.add(bytes.error());
    return;
  }
  const std::string path = file_name(inputs.publication.booklet, languages, edition);
  for (const std::string& language : languages) {
    made.downloads.push_back({language, std::string(edition), path, bytes->size(), pages.pages.size()});
  }
  made.artifacts.push_back({path, *std::move(bytes)});
}

void make_booklets(const Inputs& inputs, std::string_view edition, Made& made, Findings& findings,
                   const Finish& finish) {
  const layout::Format format = layout::format_of(edition);
  for (const Book& book : inputs.publication.books) {
    if (!is_wanted(inputs, book.language)) continue;
    layout::PagedDocument pages =
        layout::lay_out(inputs.publication, book, format, inputs.theme, inputs.fonts, inputs.stamp, findings);
    if (finish) pages = finish(pages);
    add_booklet(inputs, std::move(pages), {book.language}, edition, made, findings);
  }
}

}  // namespace bifolio::edition
