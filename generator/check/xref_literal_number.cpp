#include <set>

#include "base/unicode.h"
#include "check/checks.h"
#include "check/search.h"
#include "check/term_forms.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule xref_literal_number{"xref-literal-number",
                               Severity::warning,
                               {"This text says {text}, but the document has no such {kind}; it was probably pasted "
                                "from another paper. Write `@{prefix}-…`.",
                                "正文提到{text}，但本文没有这个{kind}，可能是从他文粘贴而来。请写 `@{prefix}-…`。"},
                               {"A number typed by hand does not move when tables and figures do. `@tbl-name` and "
                                "`@fig-name` print the number that is right.",
                                "手写的编号不会随表和图移动。`@tbl-名字`、`@fig-名字` 会印出正确的编号。"}};

namespace {

struct Numbers {
  std::set<std::string> tables, figures;
  std::size_t table_count = 0, figure_count = 0;
};

/// Counts the tables and figures of one document and adds their numbers.
void count_objects(const Document& document, Numbers& numbers) {
  numbers.table_count = numbers.figure_count = 0;
  for_each_block(document.blocks, [&](const Block& block) {
    if (const auto* table = std::get_if<Table>(&block.value)) {
      numbers.tables.insert(table->number);
      ++numbers.table_count;
    } else if (const auto* figure = std::get_if<Figure>(&block.value)) {
      numbers.figures.insert(figure->number);
      ++numbers.figure_count;
    }
  });
}

/// The number after a label: `2`, `1-2`; "" where there is none.
std::string number_at(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text.substr(at).starts_with("\u00A0"))) at += text[at] == ' ' ? 1 : 2;
  std::size_t end = at;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] == '-' && end > at))) ++end;
  while (end > at && text[end - 1] == '-') --end;
  return std::string(text.substr(at, end - at));
}

bool exists(const std::string& number, const std::set<std::string>& known, std::size_t count) {
  if (known.contains(number)) return true;
  return number.size() < 4 && number.find('-') == number.npos && std::stoul(number) <= count;
}

void check_labels(const Passage& passage, const std::vector<std::string_view>& labels, bool is_table,
                  const Numbers& numbers, Findings& findings) {
  for (const Match& match : find_words(passage, labels)) {
    const std::string number = number_at(passage.text, match.end);
    if (number.empty() || is_han(before(passage.text, match.begin))) continue;  // 代表 3 人, 地图 2
    if (!is_running_text(passage, match.begin, match.end)) continue;            // a title, a word that is talked about
    if (exists(number, is_table ? numbers.tables : numbers.figures,
               is_table ? numbers.table_count : numbers.figure_count))
      continue;
    const std::string text = match.text + " " + number;
    findings.add({&xref_literal_number,
                  passage.span(match.begin, match.end),
                  {{"text", text},
                   {"kind", is_table ? "table" : "figure", is_table ? "表" : "图"},
                   {"prefix", is_table ? "tbl" : "fig"}},
                  {},
                  {},
                  text});
  }
}

}  // namespace

void check_xref_literal_number(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    const Document* here = nullptr;
    Numbers numbers;
    for (const Document& document : prose.book->documents) count_objects(document, numbers);
    for (const Passage& passage : prose.passages) {
      const Document& document = prose.book->documents[passage.document];
      if (&document != here) count_objects(document, numbers);
      here = &document;
      check_labels(passage, {"Table", "表"}, true, numbers, findings);
      check_labels(passage, {"Figure", "Fig.", "图"}, false, numbers, findings);
    }
  }
}

}  // namespace bifolio::check
