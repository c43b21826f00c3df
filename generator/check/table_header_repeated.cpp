#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule table_header_repeated{"table-header-repeated",
                                 Severity::warning,
                                 {"The header row repeats in the body; remove it or split the table.",
                                  "表头在表体中重复出现，请删除，或拆成两个表。"},
                                 {"A table that was pasted from a printed page often carries its header again where a "
                                  "page ended. bifolio repeats headers "
                                  "on each page by itself.",
                                  "从印刷页面粘贴来的表格，常在换页处又带上一次表头。bifolio 会自动在每页重复表头。"},
                                 Repair::yes};

namespace {

bool equals_header(const Row& row, const Table& table) {
  if (row.kind != Row::Kind::body || row.cells.size() != table.columns.size()) return false;
  bool any_text = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string heading = plain_text(table.columns[i].heading);
    if (plain_text(row.cells[i].content) != heading) return false;
    any_text |= !heading.empty();
  }
  return any_text;
}

/// From this row to the next, or from the one before to its end: what to take away.
std::vector<Fix> removal(const std::vector<Row>& rows, std::size_t i) {
  const auto is_neighbour = [&](std::size_t j) {
    return j < rows.size() && rows[j].kind == Row::Kind::body && rows[j].span.file == rows[i].span.file;
  };
  if (is_neighbour(i + 1) && rows[i].span.end <= rows[i + 1].span.begin)
    return {{{rows[i].span.file, rows[i].span.begin, rows[i + 1].span.begin}, ""}};
  if (is_neighbour(i - 1) && rows[i - 1].span.end <= rows[i].span.begin)
    return {{{rows[i].span.file, rows[i - 1].span.end, rows[i].span.end}, ""}};
  return {};
}

}  // namespace

void check_table_header_repeated(const Context& context, Findings& findings) {
  for (const Book& book : context.publication.books) {
    for (const Document& document : book.documents) {
      for_each_block(document.blocks, [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block.value);
        if (!table) return;
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
          if (equals_header(table->rows[i], *table))
            findings.add({&table_header_repeated, table->rows[i].span, {}, {}, removal(table->rows, i)});
        }
      });
    }
  }
}

}  // namespace bifolio::check
