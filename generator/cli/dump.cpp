// Any stage's value, to look at and to compare.
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
  std::string stage, booklet, language, format = "text";
  bool spans = false;
};

int fail(const Finding& error, const Globals& globals) {
  print_error(error, globals);
  return kUsage;
}

void print(const Tree& tree) {
  std::fputs(write_json(tree).c_str(), stdout);
}

int dump_pages(const pipeline::Request& request, const Options& options, const Globals& globals, Findings& findings) {
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) return fail(loaded.error(), globals);
  const pipeline::LaidOut laid_out = pipeline::lay_out(*loaded, request, options.language, findings);
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

int dump(const Options& options, const Globals& globals) {
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
  app.add_option("--format", options->format, std::string(say(globals, {"text or json", "text 或 json"})))
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("FORMAT");
  app.add_flag("--spans", options->spans,
               std::string(say(globals, {"with the bytes each node stands for", "附上每个节点对应的字节位置"})));
  return [options, &globals] { return dump(*options, globals); };
}

}  // namespace bifolio::cli
