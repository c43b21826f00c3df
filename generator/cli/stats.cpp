// What a booklet rests on, in numbers.
#include <cstdio>
#include <memory>

#include "base/json_write.h"
#include "base/unicode.h"
#include "check/check.h"
#include "check/stats.h"
#include "cli/command.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string booklet, format = "text";
};

std::string as_text(const std::vector<check::CountGroup>& groups, UiLanguage language) {
  const bool is_english = language == UiLanguage::en;
  std::string out;
  for (const check::CountGroup& group : groups) {
    out += (out.empty() ? "" : "\n") + std::string(group.title.in(language)) + "\n";
    int width = 0;
    for (const check::Count& count : group.counts)
      width = std::max(width, terminal_width(is_english ? count.en : count.zh_hans));
    for (const check::Count& count : group.counts) {
      const std::string& words = is_english ? count.en : count.zh_hans;
      const std::string number = std::to_string(count.number);
      const auto gap = static_cast<std::size_t>(width - terminal_width(words) + 2);
      out += "  " + words + std::string(gap, ' ') + std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') +
             number + "\n";
    }
  }
  return out;
}

std::string as_json(const std::vector<check::CountGroup>& groups) {
  Tree root = Tree::object();
  root.set("format", Tree::of("bifolio-stats/1"));
  for (const check::CountGroup& group : groups) {
    Tree& out = root.set(group.id, Tree::object());
    for (const check::Count& count : group.counts) out.set(count.id, Tree::of(count.number));
  }
  std::string json = write_json(root);
  return json.ends_with('\n') ? json : json + "\n";
}

int stats(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Findings findings;
  const Result<pipeline::Loaded> loaded = pipeline::load(request_for(*folder, globals), findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  pipeline::check(*loaded, {}, findings);
  const auto groups = check::statistics(loaded->publication, findings);
  std::fputs((options.format == "json" ? as_json(groups) : as_text(groups, globals.language)).c_str(), stdout);
  return kClean;
}

}  // namespace

Run declare_stats(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"count references, sources, evidence and differences between languages",
                                            "统计参考文献、出处、证据和语言差异"})));
  auto options = std::make_shared<Options>();
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_option("--format", options->format, std::string(say(globals, {"text or json", "text 或 json"})))
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("FORMAT");
  return [options, &globals] { return stats(*options, globals); };
}

}  // namespace bifolio::cli
