// The same works cited in every language, section by section.
#include <algorithm>
#include <set>

#include "check/checks.h"

namespace bifolio::check {

const Rule parity_citation{
    "parity-citation",
    Severity::error,
    {"{other} cites `@{key}` in this section, {language} does not; add `[@{key}]` if the claim is the same.",
     "本节{other}引用了 `@{key}`，{language}没有；若论断相同，请补上 `[@{key}]`。"},
    {"The set of works cited under a heading must be the same in every language, in any order and however often. The "
     "finding stands where the other language cites the work.",
     "同一标题下引用的文献集合，各语言必须相同，顺序和次数不限。提示的位置是另一种语言引用它的那一段。"}};

namespace {

std::set<std::string> keys_of(const SectionPair& section, const Unit* UnitPair::*side) {
  std::set<std::string> keys;
  for (const UnitPair& pair : section.units) {
    if (!(pair.*side)) continue;
    for (std::string& key : cited_keys(*(pair.*side))) keys.insert(std::move(key));
  }
  return keys;
}

/// Keys that units of `has` cite and the section of the other language does not.
void judge(const SectionPair& section, const Unit* UnitPair::*has, const Unit* UnitPair::*lacks,
           const Document& present, const Document& lacking, Findings& findings) {
  std::set<std::string> answered = keys_of(section, lacks);
  for (const UnitPair& pair : section.units) {
    if (!(pair.*has) || !(pair.*lacks)) continue;  // what has no partner is reported as a whole
    for (const std::string& key : cited_keys(*(pair.*has))) {
      if (!answered.insert(key).second) continue;
      Finding finding{&parity_citation, (pair.*lacks)->end()};
      finding.arguments = {
          language_argument("other", present.language), language_argument("language", lacking.language), {"key", key}};
      finding.related.push_back({(pair.*has)->end(), {"cited here", "引用处"}});
      finding.subject = key;
      findings.add(std::move(finding));
    }
  }
}

}  // namespace

void check_parity_citation(const Context& context, Findings& findings) {
  for (const Parallel& parallel : context.parallels) {
    for (const SectionPair& section : parallel.pairs) {
      judge(section, &UnitPair::source, &UnitPair::translation, *parallel.source, *parallel.translation, findings);
      judge(section, &UnitPair::translation, &UnitPair::source, *parallel.translation, *parallel.source, findings);
    }
  }
}

}  // namespace bifolio::check
