#include "layout/layout.h"

#include <gtest/gtest.h>

#include "layout/dump.h"
#include "support/golden.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio {
namespace {

layout::PagedDocument pages_of(const testing::Case& one, Findings& findings) {
  Publication publication = testing::sketch(one.text("sketch"));
  std::string edition = "pdf";
  for (const testing::Section& section : one.sections) {
    if (section.name == "sketch" && !section.argument.empty()) edition = section.argument;
  }
  layout::Format format = layout::format_of(edition);
  format.has_cover = one.name.find("cover") != std::string::npos;
  if (!one.text("other").empty()) {
    publication.books.push_back(testing::sketch(one.text("other")).books[0]);
    return layout::lay_out_parallel(publication, publication.books[0], publication.books[1], format,
                                    testing::icebreaker(), testing::icebreaker_fonts(), {2025, 9, 8}, findings);
  }
  return layout::lay_out(publication, publication.books[0], format, testing::icebreaker(), testing::icebreaker_fonts(),
                         {2025, 9, 8}, findings);
}

/// The pages of the body: those with an arabic folio.
std::string body_pages(const layout::PagedDocument& document) {
  layout::PagedDocument body = document;
  std::erase_if(body.pages, [](const layout::Page& page) { return page.folio.find_first_of("0123456789") != 0; });
  return layout::dump_pages(body);
}

/// The structure without the front matter, which is the first section.
std::string body_tags(const layout::PagedDocument& document) {
  const std::string tags = layout::dump_tags(document);
  const std::size_t first = tags.find("\n  Sect");
  const std::size_t second = tags.find("\n  Sect", first + 1);
  return second == tags.npos ? tags : tags.substr(second + 1);
}

std::string show(const testing::Case& one) {
  Findings findings;
  const layout::PagedDocument document = pages_of(one, findings);
  std::string out;
  const std::string what(one.text("show"));
  if (what.find("front\n") != what.npos) out += layout::dump_pages(document);
  if (what.find("pages\n") != what.npos) out += body_pages(document);
  if (what.find("outline\n") != what.npos) out += layout::dump_outline(document);
  if (what.find("tags\n") != what.npos) out += body_tags(document);
  if (what.find("whole-tree\n") != what.npos) out += layout::dump_tags(document);
  for (const Finding& finding : findings.all())
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
  return out;
}

TEST(Layout, Blocks) {
  testing::run_cases("golden/layout/blocks.case", show);
}
TEST(Layout, Notes) {
  testing::run_cases("golden/layout/notes.case", show);
}
TEST(Layout, Tables) {
  testing::run_cases("golden/layout/tables.case", show);
}
TEST(Layout, Editions) { testing::run_cases("golden/layout/editions.case", show); }
TEST(Layout, Parallel) {
  testing::run_cases("golden/layout/parallel.case", show);
}
TEST(Layout, FrontAndBack) {
  testing::run_cases("golden/layout/front.case", show);
}

}  // namespace
}  // namespace bifolio
