#include "layout/layout.h"

#include "layout/book.h"
#include "layout/rehearsal.h"

namespace bifolio::layout {

PagedDocument lay_out(const Publication& publication, const Book& book, const Format& format, const theme::Theme& theme,
                      const text::Fonts& fonts, const BuildStamp& stamp, Findings& findings) {
  const lang::Language& language = lang::get(book.language);
  PageReferences references;
  Rehearsal rehearsal;
  for (;; rehearsal.start_next_pass()) {
    Findings found;
    Ledger ledger(book.language);
    Workbench bench{publication, book, format, theme, fonts, stamp, language, found, ledger};
    bench.look = read_look(theme, format, language);
    bench.page_references = &references;
    bench.rehearsal = &rehearsal;
    Part front{.style = PageLabels::Style::roman}, body, back{.style = PageLabels::Style::none};
    set_body(bench, body);
    const bool is_settled = references.settle([&](const std::string& name) { return find_place(body, name); });
    if (!is_settled || rehearsal.is_on()) continue;
    bench.rehearsal = nullptr;
    set_front(bench, front, body);
    set_back(bench, back, body);
    findings.append(std::move(found));
    return assemble(bench, std::move(front), std::move(body), std::move(back));
  }
}

}  // namespace bifolio::layout
