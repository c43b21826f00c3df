// Both languages side by side on A4, paragraph beside paragraph: an opened A5 spread.
// The booklet's first language stands left; each other one has its own file.
#include "edition/edition.h"
#include "layout/layout.h"

namespace bifolio::edition {

void make_parallel(const Inputs& inputs, Made& made, Findings& findings) {
  const std::vector<Book>& books = inputs.publication.books;
  const layout::Format format = layout::format_of("parallel");
  for (std::size_t i = 1; i < books.size(); ++i) {
    if (!is_wanted(inputs, books[0].language) || !is_wanted(inputs, books[i].language)) continue;
    layout::PagedDocument pages = layout::lay_out_parallel(
        inputs.publication, books[0], books[i], format, inputs.theme, inputs.fonts, inputs.stamp, findings);
    add_booklet(inputs, std::move(pages), {books[0].language, books[i].language}, "parallel", made, findings);
  }
}

}  // namespace bifolio::edition
