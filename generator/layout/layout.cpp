#include "layout/layout.h"

#include "layout/book.h"

namespace bifolio::layout {

PagedDocument lay_out(const Publication& publication, const Book& book, const Format& format, const theme::Theme& theme,
                      const text::Fonts& fonts, const BuildStamp& stamp, Findings& findings) {
  const lang::Language& language = lang::get(book.language);
  Ledger ledger(book.language);
  Workbench bench{publication, book, format, theme, fonts, stamp, language, findings, ledger};
  bench.look = read_look(theme, format, language);
  Part front{.style = PageLabels::Style::roman}, body, back{.style = PageLabels::Style::none};
  set_body(bench, body);
  set_front(bench, front, body);
  set_back(bench, back, body);
  return assemble(bench, std::move(front), std::move(body), std::move(back));
}

}  // namespace bifolio::layout
