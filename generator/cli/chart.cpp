// A chart by itself, without a booklet: SVG, PNG or PDF by the ending of the file.
#include "chart/chart.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/percent.h"
#include "cli/command.h"
#include "html/svg.h"
#include "parse/parse.h"
#include "pdf/pdf.h"
#include "raster/raster.h"
#include "store/store.h"
#include "syntax/syntax.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string specification, out, language = "en", theme;
  double scale = 2, width = 0;
};

/// The specification and the data files beside it, as one small SourceSet whose root is their folder.
struct ChartFiles {
  std::string folder;
  source::SourceSet sources;
  Chart chart;
};

void find_urls(const Tree& tree, std::vector<std::string>& urls) {
  for (const Tree& item : tree.items) find_urls(item, urls);
  for (const Member& member : tree.members) {
    const Tree* url = member.key == "data" ? member.value.find("url") : nullptr;
    if (url && url->is_string())
      urls.push_back(percent_decoded(url->text));
    else
      find_urls(member.value, urls);
  }
}

/// Whether the name can be tried: a file below the folder. Of others, parsing says what is wrong with them.
bool lies_below(std::string_view path) {
  const std::string walled = "/" + std::string(path) + "/";
  return !path.empty() && path[0] != '/' && walled.find("/../") == walled.npos && walled.find(':') == walled.npos;
}

/// Reads twice: the first time only to learn which files belong to it.
Result<ChartFiles> read_files(const std::string& path, Findings& findings) {
  const Result<source::SourceSet> file = source::load_file(path, findings);
  if (!file) return file.error();
  const std::size_t slash = path.rfind('/');
  const std::string name = path.substr(slash + 1);
  ChartFiles out;
  out.folder = slash == path.npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
  std::vector<source::SourceFile> files = file->files();
  files.front().path = name;
  std::vector<std::string> urls;
  Findings ignored;  // the second reading reports
  find_urls(syntax::parse_json({files.front().bytes, {}}, ignored), urls);
  std::sort(urls.begin(), urls.end());
  urls.erase(std::unique(urls.begin(), urls.end()), urls.end());
  for (const std::string& url : urls) {
    if (!lies_below(url) || url == name) continue;
    const Result<source::SourceSet> data = source::load_file(out.folder + "/" + url, ignored);
    if (data) files.push_back({url, data->files().front().bytes});
  }
  out.sources = source::SourceSet(std::move(files));
  out.chart = parse::read_chart(out.sources, *out.sources.find(name), findings);
  return out;
}

struct Dress {
  std::optional<theme::Theme> theme;
  text::Fonts fonts;
};

Result<Dress> open_dress(const std::string& name, const Globals& globals) {
  if (name.empty()) {
    Result<text::Fonts> fonts = text::Fonts::open(text::default_families());
    if (!fonts) return fonts.error();
    return Dress{std::nullopt, std::move(*fonts)};
  }
  Findings theme_findings;
  const Result<source::SourceSet> files = source::load_folder(globals.themes + "/" + name, theme_findings);
  if (!files) return files.error();
  theme::Theme theme = theme::Theme::read(*files, theme_findings);
  Result<text::Fonts> fonts = text::Fonts::open(theme);
  if (!fonts) return fonts.error();
  return Dress{std::move(theme), std::move(*fonts)};
}

/// One page as large as the drawing, tagged as a figure with its description.
Result<std::string> as_pdf(const Drawing& drawing, const Options& options, const text::Fonts& fonts,
                           const Globals& globals, Findings& findings) {
  layout::PagedDocument document;
  document.facts.title = drawing.title.empty() ? drawing.description : drawing.title;
  document.facts.language = options.language;
  if (globals.stamp) document.facts.stamp = *globals.stamp;
  const Rect area{{}, {}, pt(drawing.width), pt(drawing.height)};
  layout::Tag root, figure;
  root.role = "Document";
  figure.role = "Figure";
  figure.parent = 0;
  figure.detail().alt = drawing.description.empty() ? drawing.title : drawing.description;
  figure.detail().placement = "Block";
  figure.detail().bounding_box = area;
  document.tags = {root, figure};
  layout::Page page;
  page.width = area.width;
  page.height = area.height;
  page.items.push_back(layout::PlacedDrawing{0, area, 1});
  document.pages.push_back(std::move(page));
  document.drawings.push_back(drawing);
  return pdf::write(document, fonts, findings);
}

Result<std::string> paint(const Drawing& drawing, const Options& options, const text::Fonts& fonts,
                          const Globals& globals, Findings& findings) {
  if (options.out.ends_with(".png")) return raster::png(drawing, fonts, options.scale);
  if (options.out.ends_with(".pdf")) return as_pdf(drawing, options, fonts, globals, findings);
  html::SvgOptions svg;
  svg.language = options.language;
  svg.font_family = "'Noto Sans','Noto Sans CJK SC',sans-serif";
  return html::write_svg(drawing, svg);
}

bool has_known_ending(std::string_view path) {
  return path.ends_with(".svg") || path.ends_with(".png") || path.ends_with(".pdf");
}

bool report_findings(Findings& findings, const ChartFiles& files, const Globals& globals) {
  findings.sort();
  std::vector<report::Entry> entries;
  for (const Finding& finding : findings.all()) entries.push_back({&finding, finding.rule->severity});
  return print_findings(entries, files.sources, files.folder, "text", Severity::error, globals);
}

int chart(const Options& options, const Globals& globals) {
  if (!has_known_ending(options.out)) {
    std::fprintf(
        stderr, "bifolio: %s\n",
        std::string(say(globals, {"-o must end in .svg, .png or .pdf", "-o 的文件名须以 .svg、.png 或 .pdf 结尾"}))
            .c_str());
    return kUsage;
  }
  Findings findings;
  const Result<ChartFiles> files = read_files(options.specification, findings);
  if (!files) return print_error(files.error(), globals), kUsage;
  const Result<Dress> dress = open_dress(options.theme, globals);
  if (!dress) return print_error(dress.error(), globals), kUsage;
  chart::Options how;
  how.language = options.language;
  how.theme = dress->theme ? &*dress->theme : nullptr;
  how.container_width = options.width;
  const Drawing drawing = chart::draw(files->chart, how, dress->fonts, findings);
  const Result<std::string> bytes = paint(drawing, options, dress->fonts, globals, findings);
  if (!bytes) return print_error(bytes.error(), globals), kIncomplete;
  const Outcome written = store::write_file(options.out, *bytes);
  if (!written) return print_error(written.error(), globals), kIncomplete;
  return report_findings(findings, *files, globals) ? kFindings : kClean;
}

}  // namespace

Run declare_chart(CLI::App& app, const Globals& globals) {
  app.description(std::string(
      say(globals, {"draw a Vega-Lite specification as SVG, PNG or PDF", "把 Vega-Lite 图表绘成 SVG、PNG 或 PDF"})));
  auto options = std::make_shared<Options>();
  app.add_option("SPEC", options->specification,
                 std::string(say(globals, {"the specification, a .vl.json file", "图表文件（.vl.json）"})))
      ->required();
  app.add_option("-o,--out", options->out,
                 std::string(say(
                     globals, {"where to write: FILE.svg, FILE.png or FILE.pdf", "写到哪个文件：.svg、.png 或 .pdf"})))
      ->option_text("FILE")
      ->required();
  app.add_option("--lang", options->language,
                 std::string(say(globals, {"the language of its words; default: en", "图中文字的语言，默认 en"})))
      ->option_text("LANG");
  app.add_option(
         "--scale", options->scale,
         std::string(say(globals, {"pixels to a unit of a PNG, 1 to 4; default: 2", "PNG 的放大倍数，1 到 4，默认 2"})))
      ->option_text("N")
      ->check(CLI::Range(1, 4));
  app.add_option("--theme", options->theme,
                 std::string(say(globals, {"fonts, sizes and colours of this theme; default: those of Vega-Lite",
                                           "采用这个主题的字体、字号和颜色，默认为 Vega-Lite 的样子"})))
      ->option_text("NAME");
  app.add_option("--width", options->width,
                 std::string(say(globals, {"what `\"width\": \"container\"` means, in units",
                                           "`\"width\": \"container\"` 所指的宽度"})))
      ->option_text("UNITS");
  return [options, &globals] { return chart(*options, globals); };
}

}  // namespace bifolio::cli
