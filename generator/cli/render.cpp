// One page of an edition as a picture: for covers, previews and a look at what was set.
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "raster/raster.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string booklet, out, edition = "pdf", language;
  int page = 1;
  double scale = 2;
};

int refuse(const Globals& globals, const std::string& english, const std::string& chinese) {
  std::fprintf(stderr, "bifolio: %s\n", std::string(say(globals, {english, chinese})).c_str());
  return kUsage;
}

bool is_pdf(std::string_view path) {
  return path.ends_with(".pdf") || path.ends_with(".PDF");
}

/// Only pages that were just set have their glyphs at hand; other programs draw finished files.
int refuse_pdf(const Options& options, const Globals& globals) {
  const std::string page = std::to_string(options.page);
  return refuse(
      globals,
      "render draws pages while they are set; it does not read PDF files. Give the booklet's folder and "
      "--edition, or draw the finished file with `pdftoppm -png -r 144 -f " +
          page + " -l " + page + " " + options.booklet + "`.",
      "render 在排版时画出页面，不读 PDF 文件。请给出手册的文件夹和 --edition，或用 `pdftoppm -png -r 144 -f " + page +
          " -l " + page + " " + options.booklet + "` 画出已有的文件。");
}

int render(const Options& options, const Globals& globals) {
  if (is_pdf(options.booklet)) return refuse_pdf(options, globals);
  if (!options.out.ends_with(".png")) return refuse(globals, "-o must end in .png", "-o 的文件名须以 .png 结尾");
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  pipeline::Request request = request_for(*folder, globals);
  request.editions = {options.edition};
  if (!options.language.empty() && options.edition != "parallel") request.languages = {options.language};
  Findings findings;
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) return print_error(loaded.error(), globals), kUsage;
  Findings about_pages;
  const pipeline::LaidOut laid_out = pipeline::lay_out(*loaded, request, about_pages);
  for (const Finding& finding : about_pages.all()) {
    const bool is_about_request = finding.rule->id == "edition-unknown" || finding.rule->id == "language-unknown";
    if (is_about_request) return print_error(finding, globals), kUsage;
  }
  if (laid_out.documents.empty())
    return refuse(globals, "the edition `" + options.edition + "` has no pages",
                  "版式 `" + options.edition + "` 没有页面");
  const layout::PagedDocument& document = laid_out.documents.front();
  const int count = static_cast<int>(document.pages.size());
  if (options.page < 1 || options.page > count) {
    return refuse(
        globals,
        "there is no page " + std::to_string(options.page) + ": the edition has " + std::to_string(count) +
            " pages, counted from the cover",
        "没有第 " + std::to_string(options.page) + " 页：这个版式共 " + std::to_string(count) + " 页，从封面数起");
  }
  const Result<std::string> png =
      raster::png(document, static_cast<std::size_t>(options.page) - 1, *laid_out.fonts, options.scale);
  if (!png) return print_error(png.error(), globals), kIncomplete;
  const Outcome written = store::write_file(options.out, *png);
  if (!written) return print_error(written.error(), globals), kIncomplete;
  return kClean;
}

}  // namespace

Run declare_render(CLI::App& app, const Globals& globals) {
  app.description(
      std::string(say(globals, {"draw a page of an edition as a PNG picture", "把某一版式的一页画成 PNG 图片"})));
  auto options = std::make_shared<Options>();
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_option("-o,--out", options->out,
                 std::string(say(globals, {"where to write: FILE.png", "写到哪个文件：.png"})))
      ->option_text("FILE")
      ->required();
  app.add_option("--edition", options->edition,
                 std::string(say(globals, {"of which edition; default: pdf", "哪一种版式，默认 pdf"})))
      ->option_text("EDITION");
  app.add_option("--lang", options->language,
                 std::string(say(
                     globals, {"in which language; default: the booklet's first", "哪一种语言，默认为手册的第一种"})))
      ->option_text("LANG");
  app.add_option(
         "--page", options->page,
         std::string(say(globals, {"which page, counted from the cover; default: 1", "第几页，从封面数起，默认 1"})))
      ->option_text("N");
  app.add_option("--scale", options->scale,
                 std::string(say(globals, {"pixels to the point; default: 2", "每磅几个像素，默认 2"})))
      ->option_text("N");
  return [options, &globals] { return render(*options, globals); };
}

}  // namespace bifolio::cli
