// Any stage's value, to look at and to compare.
#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "layout/layout.h"
#include "model/dump.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string stage, booklet, language;
  bool spans = false;
};

int dump_pages(const pipeline::Request& request, const std::string& language, const Globals& globals,
               Findings& findings) {
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  for (const layout::PagedDocument& pages : pipeline::lay_out(*loaded, request, language, findings)) {
    std::fputs(layout::dump(pages).c_str(), stdout);
  }
  return kClean;
}

int dump(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  const pipeline::Request request = request_for(*folder, globals);
  const DumpSpans spans = options.spans ? DumpSpans::yes : DumpSpans::no;
  Findings findings;
  if (options.stage == "pages") return dump_pages(request, options.language, globals, findings);
  if (options.stage == "manuscript") {
    source::SourceSet sources;
    const Result<Manuscript> manuscript = pipeline::load_manuscript(request, sources, findings);
    if (manuscript)
      std::fputs(bifolio::dump(*manuscript, spans).c_str(), stdout);
    else
      print_error(manuscript.error(), globals);
    return manuscript ? kClean : kUsage;
  }
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (loaded)
    std::fputs(bifolio::dump(loaded->publication, spans).c_str(), stdout);
  else
    print_error(loaded.error(), globals);
  return loaded ? kClean : kUsage;
}

}  // namespace

Run declare_dump(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"print what a stage made: manuscript, publication, pages",
                                            "输出某一步的结果：manuscript、publication、pages"})));
  auto options = std::make_shared<Options>();
  app.add_option("STAGE", options->stage,
                 std::string(say(globals, {"manuscript, publication or pages", "manuscript、publication 或 pages"})))
      ->required()
      ->check(CLI::IsMember({"manuscript", "publication", "pages"}));
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_option("--lang", options->language, std::string(say(globals, {"only this language", "只输出这种语言"})))
      ->option_text("LANG");
  app.add_flag("--spans", options->spans,
               std::string(say(globals, {"with the bytes each node stands for", "附上每个节点对应的字节位置"})));
  return [options, &globals] { return dump(*options, globals); };
}

}  // namespace bifolio::cli
