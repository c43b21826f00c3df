#include <memory>

#include "check/check.h"
#include "cli/command.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string booklet, format = "text", fail_on;
};

Severity severity_named(const std::string& word, Severity otherwise) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (word == name(severity)) return severity;
  }
  return otherwise;
}

int check(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Findings findings;
  const Result<pipeline::Loaded> loaded = pipeline::load(request_for(*folder, globals), findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  const Booklet& booklet = loaded->publication.booklet;
  check::check(loaded->publication, {}, findings);
  const Severity fail_on = severity_named(options.fail_on, booklet.fail_on);
  const auto entries = pipeline::judge(findings, booklet);
  return print_findings(entries, loaded->sources, *folder, options.format, fail_on, globals) ? kFindings : kClean;
}

std::vector<std::string> formats() {
  std::vector<std::string> names;
  for (const report::Reporter& reporter : report::reporters()) names.emplace_back(reporter.name);
  return names;
}

}  // namespace

Run declare_check(CLI::App& app, const Globals& globals) {
  app.description(std::string(
      say(globals, {"report what is wrong with a booklet, and write nothing", "报告手册中的问题，不写任何文件"})));
  auto options = std::make_shared<Options>();
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_option("--format", options->format, std::string(say(globals, {"format of the report", "报告的格式"})))
      ->check(CLI::IsMember(formats()))
      ->option_text("FORMAT");
  app.add_option("--fail-on", options->fail_on,
                 std::string(say(globals, {"exit with 1 from this severity on: info, warning, error",
                                           "从这一级起以 1 退出：info、warning、error"})))
      ->check(CLI::IsMember({"info", "warning", "error"}))
      ->option_text("SEVERITY");
  return [options, &globals] { return check(*options, globals); };
}

}  // namespace bifolio::cli
