// What the paged editions share: one PDF a language.
#include <algorithm>

#include "edition/edition.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

namespace bifolio::edition {
namespace {

/// `als-exploration_2.0.0_zh-Hans.pdf`, `…_large.pdf`: found again by their names in a folder of downloads.
std::string file_name(const Booklet& booklet, const std::string& language, std::string_view edition) {
  std::string name = booklet.id + "_" + booklet.version + "_" + language;
  if (edition != "pdf") name += "_" + std::string(edition);
  return name + ".pdf";
}

bool is_wanted(const Inputs& inputs, const std::string& language) {
  return std::find(inputs.languages.begin(), inputs.languages.end(), language) != inputs.languages.end();
}

}  // namespace

void add_booklet(const Inputs& inputs, const layout::PagedDocument& pages, const std::string& language,
                 std::string_view edition, Made& made, Findings& findings) {
  Result<std::string> bytes = pdf::write(pages, inputs.fonts, findings);
  if (!bytes) {
    findings.add(bytes.error());
    return;
  }
  const std::string path = file_name(inputs.publication.booklet, language, edition);
  made.downloads.push_back({language, std::string(edition), path, bytes->size(), pages.pages.size()});
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
    add_booklet(inputs, pages, book.language, edition, made, findings);
  }
}

}  // namespace bifolio::edition
