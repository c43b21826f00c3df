// `baseline add`: accept what old text has, for a while and for a reason.
// `baseline move`: follow a file that was renamed.
#include <cstdio>
#include <memory>

#include "check/baseline.h"
#include "check/check.h"
#include "cli/command.h"
#include "lang/iso_date.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

constexpr long kDefaultDays = 180;

struct Options {
  std::string booklet, reason, expires, rule, file;
  std::string from, to;
};

/// A booklet that was read, checked and judged.
struct Checked {
  pipeline::Loaded loaded;
  Findings findings;
  pipeline::Judged judged;
};

bool judge(const std::string& folder, const Globals& globals, Checked& run) {
  const pipeline::Request request = request_for(folder, globals);
  Result<pipeline::Loaded> loaded = pipeline::load(request, run.findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return false;
  }
  run.loaded = *std::move(loaded);
  pipeline::Strictness strictness;
  strictness.settings.today = globals.today;
  pipeline::check(run.loaded, strictness.settings, run.findings);
  pipeline::check_charts(run.loaded, request, run.findings);
  run.judged = pipeline::judge(run.findings, run.loaded, strictness);
  return true;
}

std::vector<check::BaselineEntry> entries_of(const pipeline::Loaded& loaded) {
  Findings ignored;  // judging reported them
  const auto file = loaded.sources.find(check::kBaselineFile);
  return file ? check::read_baseline(loaded.sources.bytes(*file), *file, ignored) : std::vector<check::BaselineEntry>();
}

int save(const std::string& folder, std::vector<check::BaselineEntry> entries, std::size_t count,
         const Globals& globals) {
  const std::string path = folder + "/" + std::string(check::kBaselineFile);
  const Outcome written = store::write_file(path, check::write_baseline(std::move(entries)));
  if (!written) {
    print_error(written.error(), globals);
    return kIncomplete;
  }
  std::fprintf(stderr, "%s: %zu %s\n", std::string(check::kBaselineFile).c_str(), count,
               std::string(say(globals, {"entries written anew", "条已写入"})).c_str());
  return kClean;
}

bool is_wanted(const report::Entry& entry, const pipeline::Loaded& loaded, const Options& options) {
  const Finding& finding = *entry.finding;
  if (entry.suppression || finding.rule->is_protected || !finding.span.file.is_known()) return false;
  if (!options.rule.empty() && finding.rule->id != options.rule) return false;
  if (!options.file.empty() && loaded.sources.file(finding.span.file).path != options.file) return false;
  return !options.rule.empty() || entry.severity >= loaded.publication.booklet.fail_on;
}

int add(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  Checked run;
  if (!folder || !judge(*folder, globals, run)) return kUsage;
  const auto today = lang::parse_iso_date(globals.today);
  const std::string expires =
      options.expires.empty() && today ? lang::days_later(*today, kDefaultDays) : options.expires;
  std::vector<check::BaselineEntry> entries = entries_of(run.loaded);
  const std::size_t before = entries.size();
  for (const report::Entry& entry : run.judged.entries) {
    if (!is_wanted(entry, run.loaded, options)) continue;
    const Finding& finding = *entry.finding;
    entries.push_back({std::string(finding.rule->id), run.loaded.sources.file(finding.span.file).path,
                       entry.fingerprint, check::evidence_of(finding), finding.subject,
                       std::string(name(entry.severity)), globals.today, expires, options.reason});
  }
  const std::size_t added = entries.size() - before;
  return save(*folder, std::move(entries), added, globals);
}

/// Entries of the old path find their findings in the file of the new one, as if that had kept its name.
int move(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  Checked run;
  if (!folder || !judge(*folder, globals, run)) return kUsage;
  const source::SourceSet& sources = run.loaded.sources;
  const auto text_of = [&](FileId file) { return sources.bytes(file); };
  check::Fingerprints as_before(run.loaded.publication, text_of);
  std::vector<check::BaselineEntry> entries = entries_of(run.loaded);
  std::size_t moved = 0;
  for (const report::Entry& entry : run.judged.entries) {
    const Finding& finding = *entry.finding;
    if (!finding.span.file.is_known() || sources.file(finding.span.file).path != options.to) continue;
    const std::string old = as_before.next(finding, options.from);
    for (check::BaselineEntry& one : entries) {
      if (one.file != options.from || one.fingerprint != old) continue;
      one.file = options.to;
      one.fingerprint = entry.fingerprint;
      ++moved;
    }
  }
  return save(*folder, std::move(entries), moved, globals);
}

std::string check_date(const std::string& text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->day != 0 ? "" : "YYYY-MM-DD";
}

void declare_add(CLI::App& app, Options& options, const Globals& globals) {
  const auto words = [&](Words both) { return std::string(say(globals, both)); };
  app.description(words({"accept what the check reports now", "接受目前检查出的问题"}));
  app.add_option("BOOKLET", options.booklet, words({"the booklet's folder", "手册的文件夹"}));
  app.add_option("--reason", options.reason, words({"why: the next volunteer reads it", "理由，后来的志愿者会读到"}))
      ->required()
      ->option_text("TEXT");
  app.add_option("--expires", options.expires,
                 words({"last day, at most 365 days ahead; default: 180 days", "截止日期，最远365天后，默认180天"}))
      ->check(check_date)
      ->option_text("DATE");
  app.add_option("--rule", options.rule, words({"only this rule", "只接受这条规则的问题"}))->option_text("RULE");
  app.add_option("--file", options.file, words({"only this file of the booklet", "只接受这个文件的问题"}))
      ->option_text("PATH");
}

}  // namespace

Run declare_baseline(CLI::App& app, const Globals& globals) {
  const auto words = [&](Words both) { return std::string(say(globals, both)); };
  app.description(
      words({"accept findings of old text for a while, and say why", "暂时接受旧文字中的问题，并写明理由"}));
  app.require_subcommand(1);
  auto options = std::make_shared<Options>();
  declare_add(*app.add_subcommand("add"), *options, globals);
  CLI::App& mover = *app.add_subcommand("move", words({"follow a file that was renamed", "跟随改名的文件"}));
  mover.add_option("OLD", options->from, words({"its path in the booklet before", "原来在手册中的路径"}))->required();
  mover.add_option("NEW", options->to, words({"its path now", "现在的路径"}))->required();
  mover.add_option("BOOKLET", options->booklet, words({"the booklet's folder", "手册的文件夹"}));
  return [options, &app, &globals] {
    return app.got_subcommand("add") ? add(*options, globals) : move(*options, globals);
  };
}

}  // namespace bifolio::cli
