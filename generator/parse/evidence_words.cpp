#include "parse/evidence_words.h"

#include <functional>

#include "base/nearest.h"
#include "parse/characters.h"
#include "parse/markdown_rules.h"

namespace bifolio::parse {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  const std::size_t end = text.find_last_not_of(" \t\n") + 1;
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

/// Calls `use` with each part between separators, and its place where the text is as long as its span.
void for_each_part(std::string_view text, Span span, std::string_view separators,
                   const std::function<void(std::string_view, Span)>& use) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (!part.empty()) {
      Span place = span;
      if (text.size() == span.size()) {
        place.begin = span.begin + static_cast<std::uint32_t>(part.data() - text.data());
        place.end = place.begin + static_cast<std::uint32_t>(part.size());
      }
      use(part, place);
    }
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

void report(std::string_view seen, Span span, std::string_view list, const std::vector<std::string_view>& words,
            Findings& findings) {
  const std::string near = nearest(seen, words);
  Finding finding{&evidence_value,
                  span,
                  {{"seen", std::string(seen), {}}, {"list", std::string(list), {}}, {"allowed", join(words), {}}}};
  finding.arguments.push_back(
      {"hint", near.empty() ? "." : "; did you mean " + near + "?", near.empty() ? "。" : "；是否应为 " + near + "？"});
  if (!near.empty() && span.size() == seen.size()) finding.fixes = {{span, near}};
  findings.add(std::move(finding));
}

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kForm[at] == 'd' ? !is_ascii_digit(text[at]) : text[at] != '-') return false;
  }
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return (text.size() < 7 || (number(5) >= 1 && number(5) <= 12)) &&
         (text.size() < 10 || (number(8) >= 1 && number(8) <= 31));
}

}  // namespace

void read_evidence_kinds(std::string_view words, Span span, Evidence& evidence, Findings& findings) {
  for_each_part(words, span, " ,;", [&](std::string_view word, Span place) {
    if (const auto kind = evidence_kind(word))
      evidence.kinds.push_back(*kind);
    else
      report(word, place, "evidence", evidence_words(), findings);
  });
}

void read_outcome(std::string_view word, Span span, Evidence& evidence, Findings& findings) {
  for_each_part(word, span, "\n", [&](std::string_view part, Span place) {
    evidence.outcome = trial_outcome(part);
    if (!evidence.outcome) report(part, place, "outcome", outcome_words(), findings);
  });
}

void read_status(std::string_view words, Span span, Evidence& evidence, Findings& findings) {
  for_each_part(words, span, ";", [&](std::string_view part, Span place) {
    const std::size_t colon = part.find(':');
    const std::string_view region = colon == part.npos ? "" : trimmed(part.substr(0, colon));
    const std::string_view word = trimmed(colon == part.npos ? part : part.substr(colon + 1));
    if (place.size() == part.size()) {
      place.begin += static_cast<std::uint32_t>(word.data() - part.data());
      place.end = place.begin + static_cast<std::uint32_t>(word.size());
    }
    if (const auto status = status_kind(word))
      evidence.status.push_back({std::string(region), *status});
    else
      report(word, place, "status", status_words(), findings);
  });
}

void read_as_of(std::string_view date, Span span, Evidence& evidence, Findings& findings) {
  for_each_part(date, span, "\n", [&](std::string_view part, Span place) {
    if (is_date(part))
      evidence.as_of = part;
    else
      report(part, place, "as-of", {"YYYY", "YYYY-MM", "YYYY-MM-DD"}, findings);
  });
}

bool has_evidence(const Attributes& attributes) {
  return attributes.find("evidence") || attributes.find("outcome") || attributes.find("status") ||
         attributes.find("as-of");
}

Evidence read_evidence(const Attributes& attributes, Findings& findings) {
  Evidence evidence;
  evidence.span = attributes.span;
  if (const auto* pair = attributes.find_pair("evidence"))
    read_evidence_kinds(pair->value, pair->span, evidence, findings);
  if (const auto* pair = attributes.find_pair("outcome")) read_outcome(pair->value, pair->span, evidence, findings);
  if (const auto* pair = attributes.find_pair("status")) read_status(pair->value, pair->span, evidence, findings);
  if (const auto* pair = attributes.find_pair("as-of")) read_as_of(pair->value, pair->span, evidence, findings);
  return evidence;
}

}  // namespace bifolio::parse
