#include "release/diff.h"

#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "release/release.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string before, after, out = "output/releases", format = "text", language;
};

/// A published version by its name or its folder, or the folder of a booklet.
std::optional<Publication> open(const std::string& name, const Options& options, const Globals& globals) {
  const Result<std::string> folder = release::find_version(options.out, name);
  release::Request request{request_for(folder ? *folder : name, globals), options.out, globals.scratch};
  const bool is_booklet = !folder && find_booklet(name, globals);
  if (!folder && !is_booklet) {
    print_error(folder.error(), globals);
    return std::nullopt;
  }
  Result<Publication> publication = release::read_publication(request);
  if (publication) return *std::move(publication);
  print_error(publication.error(), globals);
  return std::nullopt;
}

int diff(const Options& options, const Globals& globals) {
  std::string after = options.after;
  if (after.empty()) {
    const auto folder = find_booklet("", globals);
    if (!folder) return kUsage;
    after = *folder;
  }
  const auto old = open(options.before, options, globals);
  const auto now = old ? open(after, options, globals) : std::nullopt;
  if (!now) return kUsage;
  const release::Changes changes = release::compare(*old, *now);
  if (options.format == "json") {
    std::fputs(release::write_json(changes).c_str(), stdout);
    return kClean;
  }
  const char* between = "";
  for (const release::BookChanges& book : changes.books) {
    if (!options.language.empty() && book.language != options.language) continue;
    const std::string text = options.format == "markdown" ? release::write_markdown(changes, book)
                             : options.format == "html"   ? release::write_html_page(changes, book, "", {})
                                                          : release::write_text(changes, book);
    std::printf("%s%s", between, text.c_str());
    between = "\n";
  }
  return kClean;
}

std::string words(const Globals& globals, Words both) {
  return std::string(say(globals, both));
}

}  // namespace

Run declare_diff(CLI::App& app, const Globals& globals) {
  app.description(words(globals, {"tell what changed between two versions, in the words of each language",
                                  "用各自的语言说明两个版本之间的变化"}));
  auto options = std::make_shared<Options>();
  app.add_option("BEFORE", options->before,
                 words(globals, {"a published version, its folder, or a booklet's folder",
                                 "已发布的版本号、它的文件夹，或手册的文件夹"}))
      ->required();
  app.add_option("AFTER", options->after,
                 words(globals, {"the same; default: the booklet as it is now", "同上，默认是现在的手册"}));
  app.add_option("--format", options->format,
                 words(globals, {"text, markdown, html, json", "text、markdown、html、json"}))
      ->check(CLI::IsMember({"text", "markdown", "html", "json"}))
      ->option_text("FORMAT");
  app.add_option("--lang", options->language, words(globals, {"only this language", "只输出这种语言"}))
      ->option_text("LANG");
  app.add_option("--out", options->out,
                 words(globals, {"the folder of all releases; default: output/releases",
                                 "存放全部发布的文件夹，默认 output/releases"}))
      ->option_text("DIR");
  return [options, &globals] { return diff(*options, globals); };
}

}  // namespace bifolio::cli
