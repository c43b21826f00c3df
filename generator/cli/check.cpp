#include <cstdio>
#include <memory>

#include "check/check.h"
#include "cli/command.h"
#include "lang/iso_date.h"
#include "pipeline/mend.h"
#include "release/release.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string booklet, format = "text", fail_on, today, releases = "output/releases";
  bool is_frozen = false, wants_fix = false;
};

Severity severity_named(const std::string& word, Severity otherwise) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (word == name(severity)) return severity;
  }
  return otherwise;
}

/// “12 baselined, 2 expire within 14 days, 7 references unchecked”: what is hidden
/// or not known is never silent.
void print_unseen(const pipeline::Judged& judged, int unchecked, const Globals& globals) {
  const bool is_english = globals.language == UiLanguage::en;
  std::string line;
  const auto add = [&](int count, const std::string& en, const std::string& zh) {
    if (count > 0) line += line.empty() ? (is_english ? en : zh) : (is_english ? ", " + en : "，" + zh);
  };
  const std::string all = std::to_string(judged.baselined), soon = std::to_string(judged.expiring);
  const std::string references = std::to_string(unchecked);
  add(judged.baselined, all + " baselined", "基线中有 " + all + " 条");
  add(judged.expiring, soon + " expire within 14 days", "其中 " + soon + " 条将在14天内到期");
  add(unchecked, references + (unchecked == 1 ? " reference" : " references") + " unchecked",
      references + " 条文献未核查是否撤稿");
  if (!line.empty()) std::fprintf(stderr, "%s\n", line.c_str());
}

std::string check_date(const std::string& text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->day != 0 ? "" : "YYYY-MM-DD";
}

/// Shows each repair and writes the mended files, each at once. How many, or
/// nothing where one could not be written (and said so).
std::optional<std::size_t> mend(const std::vector<report::Entry>& entries, const source::SourceSet& sources,
                                const std::string& folder, const Globals& globals) {
  const std::vector<pipeline::MendedFile> files = pipeline::mend(entries, sources);
  for (const pipeline::MendedFile& file : files) {
    std::fputs(file.diff.c_str(), stdout);
    const Outcome written = store::write_file(folder + "/" + sources.file(file.file).path, file.text);
    if (written) continue;
    print_error(written.error(), globals);
    return std::nullopt;
  }
  return files.size();
}

int check(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Findings findings;
  const pipeline::Request request = request_for(*folder, globals);
  const Result<pipeline::Loaded> loaded = pipeline::load(request, findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  const Booklet& booklet = loaded->publication.booklet;
  pipeline::Strictness strictness;
  strictness.settings.today = options.today.empty() ? globals.today : options.today;
  strictness.is_frozen = options.is_frozen;
  pipeline::check(*loaded, strictness.settings, findings);
  pipeline::check_charts(*loaded, request, findings);
  release::check_history(*loaded, {*folder, options.releases, strictness.settings.today, false}, findings);
  const Severity fail_on = severity_named(options.fail_on, booklet.fail_on);
  const pipeline::Judged judged = pipeline::judge(findings, *loaded, strictness);
  if (options.wants_fix) {
    const auto count = mend(judged.entries, loaded->sources, *folder, globals);
    Options again = options;
    again.wants_fix = false;
    if (!count || *count > 0) return count ? check(again, globals) : static_cast<int>(kIncomplete);
  }
  const bool failed = print_findings(judged.entries, loaded->sources, *folder, options.format, fail_on, globals);
  if (options.format == "text") print_unseen(judged, check::unchecked_references(loaded->publication), globals);
  return failed ? kFindings : kClean;
}

std::vector<std::string> formats() {
  std::vector<std::string> names;
  for (const report::Reporter& reporter : report::reporters()) names.emplace_back(reporter.name);
  return names;
}

}  // namespace

Run declare_check(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"report what is wrong with a booklet; nothing is written but with --fix",
                                            "报告手册中的问题；除非用 --fix，不写任何文件"})));
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
  app.add_option("--today", options->today,
                 std::string(say(globals, {"judge ages and expiries as on this day; default: the clock",
                                           "按这一天判断是否过期，默认按系统日期"})))
      ->check(check_date)
      ->option_text("DATE");
  app.add_flag("--fix", options->wants_fix,
               std::string(say(globals, {"make the mechanical repairs, show them, and check again",
                                         "执行可自动完成的修正并列出，然后重新检查"})));
  app.add_flag(
      "--frozen", options->is_frozen,
      std::string(
          say(globals, {"for CI: a suppression that hides nothing, or a lock that would have to change, is an error",
                        "用于持续集成：没有用处的屏蔽、需要更新的锁文件都算错误"})));
  app.add_option("--releases", options->releases,
                 std::string(say(globals, {"where the published versions are; default: output/releases",
                                           "已发布版本所在的文件夹，默认 output/releases"})))
      ->option_text("DIR");
  return [options, &globals] { return check(*options, globals); };
}

}  // namespace bifolio::cli
