#include "release/cited.h"

#include <set>

#include "base/utf8.h"

namespace bifolio::release {

std::vector<const Reference*> cited_works(const Publication& publication) {
  std::set<std::size_t> cited;
  for (const Book& book : publication.books) {
    for (const BibliographyEntry& entry : book.references) cited.insert(entry.reference);
  }
  std::vector<const Reference*> works;
  for (const std::size_t index : cited) {
    if (index < publication.library.references.size()) works.push_back(&publication.library.references[index]);
  }
  return works;
}

WorkDate date_of(const Reference& work, std::string_view variable) {
  const auto at = work.dates.find(variable);
  if (at == work.dates.end() || at->second.parts.empty()) return {};
  const auto& [year, month, day] = at->second.parts.front();
  return {year, month, day};
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const auto at : code_points(text))
    append_utf8(line, at.code_point < 0x20 || at.code_point == 0x7F ? U' ' : at.code_point);
  return line;
}

}  // namespace bifolio::release
