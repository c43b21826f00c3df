#include "parse/chart_file.h"

#include "parse/file_block.h"
#include "parse/parse.h"
#include "parse/paths.h"
#include "parse/rules.h"
#include "syntax/syntax.h"

namespace bifolio::parse {
namespace {

/// Every `"data": {"url": …}` of the specification, however deep (layers, look-ups).
void read_data(const source::SourceSet& files, const Tree& tree, Chart& chart, Findings& findings) {
  for (const Tree& item : tree.items) read_data(files, item, chart, findings);
  for (const Member& member : tree.members) {
    const Tree* url = member.key == "data" ? member.value.find("url") : nullptr;
    if (!url || !url->is_string()) {
      read_data(files, member.value, chart, findings);
    } else if (!chart.data.contains(url->text)) {
      const auto file = find_file(files, folder_of(chart.source), url->text, url->span, findings);
      if (file) chart.data[url->text] = {*file, std::string(files.bytes(*file))};
    }
  }
}

}  // namespace

Chart read_chart(const source::SourceSet& files, FileId file, Findings& findings) {
  Chart chart;
  chart.source = files.file(file).path;
  chart.file = file;
  const std::size_t before = findings.all().size();
  chart.specification = syntax::parse_json({files.bytes(file), file}, findings);
  const bool is_read = findings.all().size() == before;
  if (is_read && !chart.specification.is_object())
    findings.add({&chart_not_object, chart.specification.span, {{"path", chart.source}}});
  read_data(files, chart.specification, chart, findings);
  return chart;
}

void ChartFiles::fill(Block& block, std::string_view language) {
  FileBlock from = read_file_block(block, language, chart_source_missing, {"a chart", "图表"}, findings_);
  Figure figure;
  figure.kind = Figure::Kind::chart;
  figure.source = from.source;
  figure.source_span = from.source_span;
  figure.caption = std::move(from.caption);
  if (const Attribute* alt = block.attributes.find_pair("alt")) {
    figure.alt = alt->value;
    figure.alt_span = alt->span;
  }
  const auto file =
      from.source.empty() ? std::nullopt : find_file(files_, "", from.source, from.source_span, findings_);
  if (file) {
    figure.source = files_.file(*file).path;
    figure.chart = index_of(*file);
  }
  block.value = std::move(figure);
}

std::size_t ChartFiles::index_of(FileId file) {
  const auto [at, is_new] = indexes_.emplace(file, charts_.size());
  if (is_new) charts_.push_back(read_chart(files_, file, findings_));
  return at->second;
}

}  // namespace bifolio::parse
