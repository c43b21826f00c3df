#include "lang/evidence.h"

namespace bifolio::lang {

Inlines say(const EvidenceWords& words, Span span) {
  Inlines out;
  const auto add = [&](std::string text) {
    if (!text.empty()) out.push_back({Text{std::move(text)}, span});
  };
  std::string rest = words.kinds;
  if (!words.outcome.empty()) {
    add((words.kinds.empty() ? words.trial : words.kinds) + words.colon);
    out.push_back({Strong{{{Text{words.outcome}, span}}}, span});
    rest.clear();
  }
  const bool has_finding = !out.empty() || !rest.empty();
  if (!has_finding && words.status.empty()) return {};
  if (has_finding) rest += words.as_of;
  if (!words.status.empty()) rest += (has_finding ? words.sentence_end : "") + words.status;
  if (!has_finding) rest += words.as_of;
  add(std::move(rest));
  return out;
}

}  // namespace bifolio::lang
