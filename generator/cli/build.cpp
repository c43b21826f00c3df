#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string booklet, out;
  std::vector<std::string> languages, editions;
};

int build(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  pipeline::Request request = request_for(*folder, globals);
  request.languages = options.languages;
  request.editions = options.editions;
  Findings findings;
  progress(globals, {"reading …", "读取……"});
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  progress(globals, {"making the editions …", "制作各版式……"});
  const Artifacts artifacts = pipeline::make_editions(*loaded, request, findings).artifacts;
  const Booklet& booklet = loaded->publication.booklet;
  const std::string out = options.out.empty() ? "output/preview/" + booklet.id : options.out;
  // Where nothing could be made, what was made before is better than an empty folder.
  const bool has_made = !artifacts.empty();
  const Outcome written = has_made ? store::write(out, artifacts, store::Stale::remove) : Outcome(Done{});
  pipeline::Strictness strictness;
  strictness.settings.today = globals.today;
  strictness.every_check_ran = false;
  const auto entries = pipeline::judge(findings, *loaded, strictness).entries;
  const bool failed = print_findings(entries, loaded->sources, *folder, "text", Severity::error, globals);
  if (!written) {
    print_error(written.error(), globals);
    return kIncomplete;
  }
  if (has_made && !globals.is_quiet) {
    std::fprintf(stderr, "%s%s (%zu)\n", std::string(say(globals, {"written to ", "已写入 "})).c_str(), out.c_str(),
                 artifacts.size());
  }
  return failed ? kFindings : kClean;
}

}  // namespace

Run declare_build(CLI::App& app, const Globals& globals) {
  app.description(
      std::string(say(globals, {"make the site and the booklets of a folder", "制作一个文件夹的网站和小册子"})));
  auto options = std::make_shared<Options>();
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_option("--lang", options->languages, std::string(say(globals, {"only this language", "只做这种语言"})))
      ->option_text("LANG");
  app.add_option("--edition", options->editions, std::string(say(globals, {"only these editions", "只做这些版式"})))
      ->delimiter(',')
      ->option_text("EDITION,…");
  app.add_option("--out", options->out,
                 std::string(say(globals, {"where to write; default: output/preview/BOOKLET",
                                           "写到哪里，默认 output/preview/手册"})))
      ->option_text("DIR");
  return [options, &globals] { return build(*options, globals); };
}

}  // namespace bifolio::cli
