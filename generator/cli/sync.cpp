#include <algorithm>
#include <cstdio>
#include <memory>

#include "check/sync.h"
#include "cli/command.h"
#include "source/lines.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

using check::SectionStatus;
using State = SectionStatus::State;

struct Options {
  std::string booklet;
  std::vector<std::string> only;
  bool accepts = false;
};

/// `phase-1/10-targets.md`, or one section of it: `phase-1/10-targets.md#nfl`.
bool is_meant(const SectionStatus& status, const std::vector<std::string>& only) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& one) {
           return one == status.document || (!status.now.id.empty() && one == status.document + "#" + status.now.id);
         });
}

std::string place(Span span, const source::SourceSet& sources) {
  if (!span.file.is_known()) return "";
  const source::Lines lines(sources.bytes(span.file));
  return sources.file(span.file).path + ":" + std::to_string(lines.position(span.begin).line);
}

std::string quoted(const SectionStatus& status, UiLanguage language) {
  return (language == UiLanguage::en ? "  “" : "  《") + status.title + (language == UiLanguage::en ? "” " : "》");
}

/// What happened to a section, and what to do.
std::string told(const SectionStatus& status, const std::string& source_language, const pipeline::Loaded& loaded,
                 UiLanguage language) {
  const bool is_english = language == UiLanguage::en;
  const std::string source = check::language_word(source_language, language),
                    translation = check::language_word(status.language, language);
  const auto one_side = [&](const std::string& changed, const std::string& other, Span review) {
    return is_english ? "changed in " + changed + " only; review the " + other + ": " + place(review, loaded.sources)
                      : "只改了" + changed + "，请复核" + other + "：" + place(review, loaded.sources);
  };
  std::string what;
  switch (status.state) {
    case State::source_changed: what = one_side(source, translation, status.translation); break;
    case State::translation_changed: what = one_side(translation, source, status.source); break;
    case State::both_changed: what = is_english ? "changed in both languages" : "两种语言都有改动"; break;
    case State::unrecorded: what = is_english ? "is not recorded yet" : "尚未记录"; break;
    case State::in_step: break;
  }
  return quoted(status, language) + what + "\n";
}

void print(const std::vector<SectionStatus>& statuses, const pipeline::Loaded& loaded, const Globals& globals) {
  const std::string& source = loaded.publication.booklet.languages.front();
  std::string document;
  for (const SectionStatus& status : statuses) {
    if (status.state == State::in_step) continue;
    if (status.document != document) std::printf("%s\n", status.document.c_str());
    document = status.document;
    std::fputs(told(status, source, loaded, globals.language).c_str(), stdout);
  }
}

void print_summary(std::size_t open, std::size_t all, const Globals& globals) {
  const std::string count = std::to_string(open), total = std::to_string(all);
  std::string line;
  if (globals.language == UiLanguage::en)
    line = open == 0 ? "all " + total + " sections are in step"
                     : count + " of " + total +
                           " sections are not. Where both languages say the same, run `bifolio sync --accept`.";
  else
    line = open == 0 ? "全部 " + total + " 节双语一致"
                     : total + " 节中有 " + count + " 节待核对。核对无误后，请运行 `bifolio sync --accept`。";
  std::fprintf(stderr, "%s\n", line.c_str());
}

int record(const std::vector<SectionStatus>& statuses, const Options& options, const std::string& folder,
           const pipeline::Loaded& loaded, const Globals& globals) {
  std::vector<bool> is_accepted;
  for (const SectionStatus& status : statuses) is_accepted.push_back(is_meant(status, options.only));
  if (std::find(is_accepted.begin(), is_accepted.end(), true) == is_accepted.end()) {
    std::fprintf(stderr, "bifolio: %s\n",
                 std::string(say(globals, {"no section of that name stands in both languages",
                                           "没有哪一节以此为名且两种语言都有"}))
                     .c_str());
    return kUsage;
  }
  const std::string path = folder + "/" + std::string(check::kI18nLockFile);
  const Outcome written = store::write_file(
      path, check::write_i18n_lock(check::accept(statuses, is_accepted), loaded.publication.booklet.languages.front()));
  if (!written) {
    print_error(written.error(), globals);
    return kIncomplete;
  }
  const auto count = std::count(is_accepted.begin(), is_accepted.end(), true);
  std::fprintf(stderr, globals.language == UiLanguage::en ? "sections recorded: %td, in %s\n" : "已记录 %td 节：%s\n",
               count, path.c_str());
  return kClean;
}

int sync(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Findings ignored, findings;
  const Result<pipeline::Loaded> loaded = pipeline::load(request_for(*folder, globals), ignored);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  const check::I18nLock lock = pipeline::read_i18n_lock(*loaded, findings);
  if (!findings.is_empty() && !options.accepts) {
    print_findings(pipeline::judge(findings, loaded->publication.booklet), loaded->sources, *folder, "text",
                   Severity::error, globals);
    return kUsage;
  }
  const std::vector<SectionStatus> statuses = check::section_statuses(loaded->publication, lock);
  if (statuses.empty()) {
    std::fprintf(stderr, "bifolio: %s\n",
                 std::string(say(globals, {"nothing stands in two languages here", "这里没有双语内容"})).c_str());
    return kUsage;
  }
  if (options.accepts) return record(statuses, options, *folder, *loaded, globals);
  std::vector<SectionStatus> meant;
  std::copy_if(statuses.begin(), statuses.end(), std::back_inserter(meant),
               [&](const SectionStatus& status) { return is_meant(status, options.only); });
  print(meant, *loaded, globals);
  const auto open = std::count_if(meant.begin(), meant.end(),
                                  [](const SectionStatus& status) { return status.state != State::in_step; });
  print_summary(static_cast<std::size_t>(open), meant.size(), globals);
  return open == 0 ? kClean : kFindings;
}

}  // namespace

Run declare_sync(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"list sections of which one language moved on; record that they agree",
                                            "列出只改了一种语言的章节；记录双语已核对一致"})));
  auto options = std::make_shared<Options>();
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_flag("--accept", options->accepts,
               std::string(say(globals, {"record that the languages agree now, in i18n.lock.json",
                                         "记录双语现已一致，写入 i18n.lock.json"})));
  app.add_option("--only", options->only,
                 std::string(say(globals, {"only this document or section: phase-1/10-targets.md#nfl",
                                           "只限这一文档或章节：phase-1/10-targets.md#nfl"})))
      ->option_text("PATH[#ID]");
  return [options, &globals] { return sync(*options, globals); };
}

}  // namespace bifolio::cli
