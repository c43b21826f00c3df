// Any stage's value, to look at and to compare.
#include <charconv>
#include <cstdio>
#include <memory>

#include "base/json_write.h"
#include "cli/command.h"
#include "layout/dump_pages.h"
#include "layout/layout.h"
#include "model/dump.h"
#include "model/to_tree.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string stage, booklet, language, edition, measure, format = "text";
  bool spans = false;
};

int fail(const Finding& error, const Globals& globals) {
  print_error(error, globals);
  return kUsage;
}

void print(const Tree& tree) {
  std::fputs(write_json(tree).c_str(), stdout);
}

int dump_pages(pipeline::Request request, const Options& options, const Globals& globals, Findings& findings) {
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) return fail(loaded.error(), globals);
  if (!options.language.empty()) request.languages = {options.language};
  if (!options.edition.empty()) request.editions = {options.edition};
  const pipeline::LaidOut laid_out = pipeline::lay_out(*loaded, request, findings);
  Tree all = Tree::array();
  for (const layout::PagedDocument& pages : laid_out.documents) {
    if (options.format == "json") {
      all.add(layout::dump_pages(pages, *laid_out.fonts));
    } else {
      std::fputs(layout::dump(pages).c_str(), stdout);
    }
  }
  if (options.format == "json") print(all);
  return kClean;
}

int dump_manuscript(const pipeline::Request& request, const Options& options, const Globals& globals,
                    Findings& findings) {
  source::SourceSet sources;
  const Result<Manuscript> manuscript = pipeline::load_manuscript(request, sources, findings);
  if (!manuscript) return fail(manuscript.error(), globals);
  if (options.format == "json") {
    print(to_tree(*manuscript));
  } else {
    std::fputs(bifolio::dump(*manuscript, options.spans ? DumpSpans::yes : DumpSpans::no).c_str(), stdout);
  }
  return kClean;
}

int dump_publication(const pipeline::Request& request, const Options& options, const Globals& globals,
                     Findings& findings) {
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) return fail(loaded.error(), globals);
  if (options.format == "json") {
    print(to_tree(loaded->publication));
  } else {
    std::fputs(bifolio::dump(loaded->publication, options.spans ? DumpSpans::yes : DumpSpans::no).c_str(), stdout);
  }
  return kClean;
}

/// “20em”, “210pt”, or nothing where it is neither.
std::optional<layout::MeasureWanted> read_measure(std::string_view text) {
  layout::MeasureWanted measure;
  if (text.empty()) return measure;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || !(number > 0 && number < 10000) || (unit != "em" && unit != "pt")) return std::nullopt;
  (unit == "em" ? measure.ems : measure.points) = number;
  return measure;
}

int dump_lines(const Options& options, const Globals& globals) {
  const auto measure = read_measure(options.measure);
  if (!measure) {
    std::fputs(
        say(globals, {"--measure takes a width such as 20em or 210pt\n", "--measure 应写成 20em 或 210pt 这样\n"})
            .data(),
        stderr);
    return kUsage;
  }
  const bool is_single = options.booklet.ends_with(".md");
  const auto folder = is_single ? std::string(".") : find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  const pipeline::Request request = request_for(*folder, globals);
  Findings findings;
  const std::string language = is_single && options.language.empty() ? "zh-Hans" : options.language;
  const Result<pipeline::Loaded> loaded = is_single
                                              ? pipeline::load_single(options.booklet, language, request, findings)
                                              : pipeline::load(request, findings);
  if (!loaded) return fail(loaded.error(), globals);
  for (const Tree& lines : pipeline::dump_lines(*loaded, request, language, *measure, findings)) print(lines);
  return kClean;
}

int dump(const Options& options, const Globals& globals) {
  if (options.stage == "lines") return dump_lines(options, globals);
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  const pipeline::Request request = request_for(*folder, globals);
  Findings findings;
  if (options.stage == "pages") return dump_pages(request, options, globals, findings);
  if (options.stage == "manuscript") return dump_manuscript(request, options, globals, findings);
  return dump_publication(request, options, globals, findings);
}

}  // namespace

Run declare_dump(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"print what a stage made: manuscript, publication, lines, pages",
                                            "输出某一步的结果：manuscript、publication、lines、pages"})));
  auto options = std::make_shared<Options>();
  app.add_option("STAGE", options->stage,
                 std::string(say(
                     globals, {"manuscript, publication, lines or pages", "manuscript、publication、lines 或 pages"})))
      ->required()
      ->check(CLI::IsMember({"manuscript", "publication", "lines", "pages"}));
  app.add_option("BOOKLET", options->booklet,
                 std::string(say(globals, {"the booklet's folder; for lines also one Markdown file",
                                           "手册的文件夹；lines 也可以是一个 Markdown 文件"})));
  app.add_option("--lang", options->language, std::string(say(globals, {"only this language", "只输出这种语言"})))
      ->option_text("LANG");
  app.add_option("--edition", options->edition,
                 std::string(say(globals, {"pages of which edition; default: pdf", "哪一种版式的页面，默认 pdf"})))
      ->option_text("EDITION");
  app.add_option("--format", options->format, std::string(say(globals, {"text or json", "text 或 json"})))
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("FORMAT");
  app.add_option("--measure", options->measure,
                 std::string(say(globals, {"width of lines: 20em, 210pt", "行宽：20em、210pt"})))
      ->option_text("WIDTH");
  app.add_flag("--spans", options->spans,
               std::string(say(globals, {"with the bytes each node stands for", "附上每个节点对应的字节位置"})));
  return [options, &globals] { return dump(*options, globals); };
}

}  // namespace bifolio::cli
