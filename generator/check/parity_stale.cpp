// Sections of which one language moved on after both were declared in step.
#include "check/checks.h"
#include "check/sync.h"

namespace bifolio::check {

const Rule parity_stale{
    "parity-stale",
    Severity::warning,
    {"The {changed} of “{title}” was edited after both languages were declared in step; this {language} was not. "
     "Review "
     "it, then run `bifolio sync --accept`.",
     "确认双语一致之后，“{title}”的{changed}有改动，而此处的{language}没有。请复核，然后运行 `bifolio sync "
     "--accept`。"},
    {"i18n.lock.json records what each section said in both languages when a person last declared them in step. "
     "`bifolio sync` lists the sections that moved since; `bifolio sync --accept` records that you have compared them.",
     "i18n.lock.json 记录上次确认双语一致时每一节的内容。`bifolio sync` 列出此后改动的各节；`bifolio sync --accept` "
     "记下您已核对。"},
    Repair::update};

void check_parity_stale(const Context& context, Findings& findings) {
  using State = SectionStatus::State;
  if (context.settings.accepted.empty() || context.publication.books.empty()) return;
  const std::string& source = context.publication.books.front().language;
  for (const SectionStatus& status : section_statuses(context.parallels, context.settings.accepted)) {
    const bool moved = status.state == State::source_changed;
    if (!moved && status.state != State::translation_changed) continue;
    Finding finding{&parity_stale, moved ? status.translation : status.source};
    finding.arguments = {language_argument("changed", moved ? source : status.language),
                         {"title", status.title},
                         language_argument("language", moved ? status.language : source)};
    finding.related.push_back({moved ? status.source : status.translation, {"edited here", "此处有改动"}});
    finding.subject = status.document + "#" + status.now.id;
    finding.evidence = moved ? status.now.source : status.now.translation;
    findings.add(std::move(finding));
  }
}

}  // namespace bifolio::check
