// CSV as RFC 4180 has it, read as leniently as places allow: any line end, text
// after a closing quote, quotes that never close.
#include "base/utf8.h"
#include "syntax/place.h"
#include "syntax/rules.h"

namespace bifolio::syntax {
namespace {

constexpr int kMostOpenQuotes = 100;  // each costs a search to the end of the file

class Reader {
 public:
  Reader(const Input& input, Findings& findings, char separator)
      : input_(input), text_(input.text), findings_(findings), separator_(separator), at_(first_byte(input)) {}

  Csv read() {
    Csv csv;
    while (at_ < text_.size()) {
      if (is_line_end(at_)) {
        skip_line_end();  // an empty line is no row
      } else {
        csv.rows.push_back(row());
      }
    }
    return csv;
  }

 private:
  CsvRow row() {
    CsvRow row;
    const std::size_t begin = at_;
    row.fields.push_back(field());
    while (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      row.fields.push_back(field());
    }
    row.span = place(input_, begin, at_);
    skip_line_end();
    return row;
  }

  CsvField field() {
    const bool is_quoted = at_ < text_.size() && text_[at_] == '"' && open_quotes_ < kMostOpenQuotes;
    return is_quoted ? quoted() : plain();
  }

  CsvField plain() {
    const std::size_t begin = at_;
    skip_plain();
    return {std::string(text_.substr(begin, at_ - begin)), place(input_, begin, at_), false};
  }

  CsvField quoted() {
    const std::size_t begin = at_;
    const std::size_t close = closing_quote(begin + 1);
    if (close == text_.npos || closes_another(begin, close)) return unclosed();
    CsvField field{unescaped(text_.substr(begin + 1, close - begin - 1)), {}, true};
    at_ = close + 1;
    if (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(at_)) add_rest(field);
    field.span = place(input_, begin, at_);
    return field;
  }

  /// Over a line's end to a quote with text right behind it: that one opens the next quoted cell.
  bool closes_another(std::size_t begin, std::size_t close) const {
    const std::size_t next = close + 1;
    const bool ends_cell = next >= text_.size() || text_[next] == separator_ || is_line_end(next);
    return !ends_cell && text_.substr(begin, close - begin).find_first_of("\r\n") != text_.npos;
  }

  /// `"text" and more`: the rest belongs to the cell, as every spreadsheet reads it.
  void add_rest(CsvField& field) {
    const std::size_t begin = at_;
    skip_plain();
    field.text += text_.substr(begin, at_ - begin);
    report(begin, at_,
           {"Text follows the cell's closing quote; a quote inside a cell is written twice, \"\".",
            "单元格的结尾引号之后还有文字；单元格内的引号要写两次（\"\"）。"},
           {"after it", "其后"});
  }

  /// Nothing closes the quote: the cell ends with its line.
  CsvField unclosed() {
    const std::size_t begin = at_++;
    ++open_quotes_;
    while (at_ < text_.size() && !is_line_end(at_)) ++at_;
    report(begin, begin + 1, {"This quote never closes.", "此引号没有结尾。"}, {"at the next line", "下一行"});
    return {unescaped(text_.substr(begin + 1, at_ - begin - 1)), place(input_, begin, at_), true};
  }

  std::size_t closing_quote(std::size_t from) const {
    for (std::size_t at = text_.find('"', from); at != text_.npos; at = text_.find('"', at + 2)) {
      if (at + 1 >= text_.size() || text_[at + 1] != '"') return at;
    }
    return text_.npos;
  }

  static std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      if (text[i] == '"' && text.substr(i + 1).starts_with('"')) ++i;
    }
    return out;
  }

  void skip_plain() {
    while (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(at_)) ++at_;
  }

  bool is_line_end(std::size_t at) const { return text_[at] == '\n' || text_[at] == '\r'; }

  void skip_line_end() {
    if (at_ < text_.size()) at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
  }

  void report(std::size_t begin, std::size_t end, Words reason, Words where) {
    findings_.add({&syntax_csv_quote,
                   place(input_, begin, end),
                   {{"reason", std::string(reason.en), std::string(reason.zh_hans)},
                    {"place", std::string(where.en), std::string(where.zh_hans)}}});
  }

  const Input& input_;
  std::string_view text_;
  Findings& findings_;
  char separator_;
  std::size_t at_;
  int open_quotes_ = 0;
};

}  // namespace

Csv parse_csv(const Input& input, Findings& findings, char separator) {
  return Reader(input, findings, separator).read();
}

}  // namespace bifolio::syntax
