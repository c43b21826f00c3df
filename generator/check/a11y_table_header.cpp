#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule a11y_table_header{
    "a11y-table-header",
    Severity::error,
    {"{what}; a screen reader cannot say what its cells are. Give every column a heading.",
     "{what}，读屏软件无法说明单元格的含义。请给每一列写上标题。"},
    {"A screen reader reads a column's heading before each of its cells. The first heading may stay blank where the "
     "column only names the rows.",
     "读屏软件会在每个单元格前朗读列标题。若第一列只是各行的名称，其标题可以空着。"}};

namespace {

bool is_blank(const Inlines& inlines) {
  for (const Inline& node : inlines) {
    const auto* text = std::get_if<Text>(&node.value);
    if (!text || text->text.find_first_not_of(' ') != std::string::npos) return false;
  }
  return true;
}

bool has_text(const Table& table, std::size_t column) {
  for (const Row& row : table.rows) {
    if (row.kind == Row::Kind::body && column < row.cells.size() && !is_blank(row.cells[column].content)) return true;
  }
  return false;
}

void judge(const Table& table, Span span, Findings& findings) {
  std::string unnamed;
  std::size_t count = 0, filled = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!has_text(table, i)) continue;
    ++filled;
    if (!is_blank(table.columns[i].heading)) continue;
    ++count;
    if (i > 0) unnamed += (unnamed.empty() ? "" : ", ") + std::to_string(i + 1);
  }
  const bool has_none = filled > 0 && count == filled;
  if (unnamed.empty() && !has_none) return;
  Finding finding{&a11y_table_header, span};
  finding.arguments.push_back(has_none ? Argument{"what", "This table has no column headings", "此表没有列标题"}
                                       : Argument{"what", "This table has no heading over column " + unnamed,
                                                  "此表第 " + unnamed + " 列没有标题"});
  finding.subject = unnamed;
  findings.add(std::move(finding));
}

}  // namespace

void check_a11y_table_header(const Context& context, Findings& findings) {
  for (const Book& book : context.publication.books) {
    for (const Document& document : book.documents) {
      for_each_block(document.blocks, [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block.value);
        if (!table || !table->source.empty()) return;  // a sheet's headings: table-heading-missing
        const bool is_known = !table->columns.empty() && table->columns[0].span.file.is_known();
        const Span heading = is_known ? join(table->columns.front().span, table->columns.back().span) : block.span;
        judge(*table, heading, findings);
      });
    }
  }
}

}  // namespace bifolio::check
