#include "parse/pipe_tables.h"

#include <algorithm>

#include "parse/markdown_rules.h"

namespace bifolio::parse {
namespace {

/// Cells that rows leave out are filled in up to this many in a table, or a few
/// bytes could ask for gigabytes; then the table ends.
constexpr std::size_t kMaxFilledCells = 1 << 19;
constexpr std::size_t kMaxRaggedReports = 100;
constexpr std::string_view kWidePipe = "｜";

struct CellRange {
  std::size_t begin, end;
};

/// The length of a pipe that starts at `at`; 0 where there is none.
std::size_t pipe_size(std::string_view line, std::size_t at, bool wide_too) {
  if (line[at] == '|') return 1;
  return wide_too && line.substr(at).starts_with(kWidePipe) ? kWidePipe.size() : 0;
}

/// A pipe after a backslash belongs to the text, in code as well.
std::vector<CellRange> split_cells(std::string_view line, bool wide_too) {
  std::vector<CellRange> cells;
  std::size_t begin = line.find_first_not_of(" \t"), end = line.find_last_not_of(" \t") + 1;
  if (begin == line.npos) return cells;
  begin += pipe_size(line, begin, wide_too);
  std::size_t cell = begin;
  for (std::size_t at = begin; at < end; ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (const std::size_t size = pipe_size(line, at, wide_too)) {
      cells.push_back({cell, at});
      cell = at + size;
      at = cell - 1;
    }
  }
  if (cell < end && line.substr(cell, end - cell).find_first_not_of(" \t") != line.npos) cells.push_back({cell, end});
  return cells;
}

bool has_pipe(std::string_view line) {
  return line.find('|') != line.npos || line.find(kWidePipe) != line.npos;
}

std::string with_narrow_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool is_dash = rest.starts_with("－") || rest.starts_with("—");
    if (is_dash || rest.starts_with("：")) {
      out += is_dash ? '-' : ':';
      at += 3;
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// `---`, `:--`, `:-:`, `--:`
std::optional<Alignment> read_alignment(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(" \t");
  if (begin == cell.npos) return std::nullopt;
  std::string mark = with_narrow_marks(cell.substr(begin, cell.find_last_not_of(" \t") + 1 - begin));
  const bool left = mark.front() == ':', right = mark.size() > 1 && mark.back() == ':';
  const std::string_view dashes =
      std::string_view(mark).substr(left ? 1 : 0, mark.size() - (left ? 1 : 0) - (right ? 1 : 0));
  if (dashes.empty() || dashes.find_first_not_of('-') != dashes.npos) return std::nullopt;
  return left && right ? Alignment::center : left ? Alignment::left : right ? Alignment::right : Alignment::none;
}

std::vector<Alignment> read_delimiters(std::string_view line, bool wide_too) {
  std::vector<Alignment> all;
  for (const CellRange cell : split_cells(line, wide_too)) {
    const auto alignment = read_alignment(line.substr(cell.begin, cell.end - cell.begin));
    if (!alignment) return {};
    all.push_back(*alignment);
  }
  return all;
}

class TableReader {
 public:
  TableReader(const SourceText& source, const std::vector<OutlineLine>& lines, const InlineContext& context)
      : source_(source), lines_(lines), context_(context) {}

  std::optional<PipeTable> read() {
    for (std::size_t line = 0; line + 1 < lines_.size(); ++line) {
      if (is_header(line)) return read_from(line);
    }
    return std::nullopt;
  }

 private:
  /// A header and the row of dashes below it; counts may differ, which is then reported.
  bool is_header(std::size_t line) {
    const std::string_view dashes = source_.line(lines_[line + 1]);
    if (dashes.find_first_not_of("|:- \t") != dashes.npos && dashes.find_first_of("\xEF\xE2") == dashes.npos)
      return false;
    const std::string_view header = source_.line(lines_[line]);
    if (!has_pipe(header)) return false;
    is_wide_ = header.find(kWidePipe) != header.npos || dashes.find(kWidePipe) != dashes.npos;
    alignments_ = read_delimiters(dashes, is_wide_);
    const std::size_t columns = split_cells(header, is_wide_).size();
    return !alignments_.empty() && (columns == alignments_.size() || (has_pipe(dashes) && columns > 1));
  }

  PipeTable read_from(std::size_t line) {
    result_.first = line;
    read_header(lines_[line]);
    if (alignments_.size() != columns()) report_ragged(lines_[line + 1], alignments_.size());
    report_wide_pipes(line);
    for (line += 2; line < lines_.size() && filled_ < kMaxFilledCells; ++line) {
      if (line + 1 == lines_.size() && !has_pipe(source_.line(lines_[line])) &&
          caption_start(source_.line(lines_[line])))
        break;
      read_row(lines_[line]);
    }
    result_.end = line;
    return std::move(result_);
  }

  std::size_t columns() const { return result_.table.columns.size(); }

  Inlines read_cell(const OutlineLine& line, CellRange cell) {
    const LeafText text = LeafText::of(source_.line(line).substr(cell.begin, cell.end - cell.begin), source_.file,
                                       source_.offset + static_cast<std::uint32_t>(line.begin + cell.begin));
    return read_inlines(text, context_, InCell::yes);
  }

  /// The place of the cell's words, or of the bytes between its pipes where it has none.
  Span cell_span(const OutlineLine& line, CellRange cell) const {
    const std::string_view text = source_.line(line);
    while (cell.begin < cell.end && (text[cell.begin] == ' ' || text[cell.begin] == '\t')) ++cell.begin;
    while (cell.end > cell.begin && (text[cell.end - 1] == ' ' || text[cell.end - 1] == '\t')) --cell.end;
    return source_.span(line.begin + cell.begin, line.begin + cell.end);
  }

  void read_header(const OutlineLine& line) {
    for (const CellRange cell : split_cells(source_.line(line), is_wide_)) {
      Column column;
      column.heading = read_cell(line, cell);
      column.span = cell_span(line, cell);
      if (columns() < alignments_.size()) column.alignment = alignments_[columns()];
      result_.table.columns.push_back(std::move(column));
    }
  }

  void read_row(const OutlineLine& line) {
    std::vector<CellRange> cells = split_cells(source_.line(line), is_wide_);
    if (cells.size() != columns()) report_ragged(line, cells.size());
    // What stands beyond the last column stays readable in it.
    if (cells.size() > columns()) {
      cells[columns() - 1].end = cells.back().end;
      cells.resize(columns());
    }
    Row row;
    row.span = source_.span(line.begin, line.end);
    row.cells.reserve(columns());
    for (const CellRange cell : cells) {
      row.cells.push_back({read_cell(line, cell)});
      row.cells.back().span = cell_span(line, cell);
    }
    for (; row.cells.size() < columns(); ++filled_) {
      row.cells.push_back({});
      row.cells.back().span = source_.span(line.end, line.end);
    }
    result_.table.rows.push_back(std::move(row));
  }

  void report_ragged(const OutlineLine& line, std::size_t count) {
    if (++ragged_ > kMaxRaggedReports) return;
    context_.findings.add({&table_ragged,
                           source_.span(line.begin, line.end),
                           {{"count", std::to_string(count), {}}, {"expected", std::to_string(columns()), {}}}});
  }

  void report_wide_pipes(std::size_t first) {
    if (!is_wide_) return;
    Finding finding{&syntax_fullwidth_markup,
                    source_.span(lines_[first].begin, lines_[first].end),
                    {{"seen", "｜", {}}, {"meant", "|", {}}}};
    for (std::size_t line = first; line < lines_.size(); ++line) {
      const std::string_view text = source_.line(lines_[line]);
      for (std::size_t at = text.find(kWidePipe); at != text.npos; at = text.find(kWidePipe, at + kWidePipe.size())) {
        const std::size_t begin = lines_[line].begin + at;
        finding.fixes.push_back({source_.span(begin, begin + kWidePipe.size()), "|"});
      }
    }
    context_.findings.add(std::move(finding));
  }

  const SourceText& source_;
  const std::vector<OutlineLine>& lines_;
  const InlineContext& context_;
  PipeTable result_;
  std::vector<Alignment> alignments_;
  bool is_wide_ = false;
  std::size_t filled_ = 0, ragged_ = 0;
};

}  // namespace

std::optional<PipeTable> read_pipe_table(const SourceText& source, const std::vector<OutlineLine>& lines,
                                         const InlineContext& context) {
  return TableReader(source, lines, context).read();
}

std::size_t caption_start(std::string_view line) {
  for (const std::string_view mark : {"Table:", "table:", "表：", "表:", "表格：", "表格:", ": "}) {
    if (!line.starts_with(mark)) continue;
    const std::size_t words = line.find_first_not_of(" \t", mark.size());
    return words == line.npos ? 0 : words;
  }
  return 0;
}

}  // namespace bifolio::parse
