// A term of the glossary in one language, and its approved translation nowhere in
// the paragraph beside it.
#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "check/checks.h"
#include "check/term_forms.h"

namespace bifolio::check {

const Rule term_translation{
    "term-translation",
    Severity::warning,
    {"The {other} says “{term}” here, which this booklet calls “{approved}”; this paragraph does not.",
     "{other}此处写“{term}”，本手册译作“{approved}”，而本段没有出现。"},
    {"The glossary gives each term one form in each language, so that a reader meets the same word everywhere. The "
     "abbreviation, an alias and the other language's own form are accepted too.",
     "术语表为每个术语在各语言中规定一种写法，使读者处处见到同一个词。缩写、别名和另一语言的原形也可以。"}};

namespace {

/// Small letters, hyphens as spaces, one space between words.
std::string flattened(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    const char plain = c == '-' || c == '\n' ? ' ' : c;
    if (plain != ' ' || !out.ends_with(' ')) out.push_back(plain);
  }
  return out;
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// The form itself or an inflection of it: therapy, therapies; endpoint, endpoints.
bool stands_in(const std::string& text, std::string_view form) {
  constexpr std::size_t kShortest = 4;
  std::string stem = flattened(form);
  const bool is_latin = !stem.empty() && is_word_byte(stem.back());
  if (is_latin && stem.size() > kShortest && (stem.back() == 'y' || stem.back() == 's' || stem.back() == 'e'))
    stem.pop_back();
  for (std::size_t at = text.find(stem); !stem.empty() && at != text.npos; at = text.find(stem, at + 1)) {
    const bool starts = at == 0 || !is_word_byte(stem.front()) || !is_word_byte(text[at - 1]);
    std::size_t more = 0;
    while (is_latin && at + stem.size() + more < text.size() && is_word_byte(text[at + stem.size() + more])) ++more;
    if (starts && more <= (stem.size() > kShortest ? 5u : 1u)) return true;
  }
  return false;
}

/// One word of it: “the secondary one” for “secondary endpoint”, “upper and lower
/// motor neurons” for “upper motor neuron”. European languages shorten what Chinese repeats.
bool is_shortened(const std::string& text, std::string_view form) {
  constexpr std::size_t kShortest = 5;
  const std::string words = flattened(form) + " ";
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = words.find(' ', begin);
    const std::string_view word = std::string_view(words).substr(begin, end - begin);
    begin = end + 1;
    if (word.size() >= kShortest && is_word_byte(word.front()) &&
        stands_in(text, word.substr(0, std::max(kShortest, word.size() - 2))))
      return true;
  }
  return false;
}

bool is_named(const Term& term, const std::string& language, const std::string& text) {
  if (!term.abbreviation.empty() && stands_in(text, term.abbreviation)) return true;
  const auto stands = [&](const std::string& form) { return stands_in(text, form); };
  if (std::any_of(term.aliases.begin(), term.aliases.end(), stands)) return true;
  const auto variants = term.variants.find(language);
  if (variants != term.variants.end() && std::any_of(variants->second.begin(), variants->second.end(), stands))
    return true;  // term-variant says so
  return std::any_of(term.approved.begin(), term.approved.end(),
                     [&](const auto& form) { return stands(form.second); }) ||
         is_shortened(text, text_in(term.approved, language));
}

class Judge {
 public:
  Judge(const TermForms& forms, Findings& findings) : forms_(forms), findings_(findings) {}

  /// Terms of `unit` that `other` should have too.
  void judge(const Unit& unit, const std::string& language, const Unit& other, const std::string& other_language) {
    const std::string text = flattened(other.passage.text);
    std::set<const Term*> seen;
    for (const TermHit& hit : outermost(forms_.find(unit.passage))) {
      const Term& term = *hit.form->term;
      const std::string& approved = text_in(term.approved, other_language);
      if (hit.form->kind != TermForm::Kind::approved || hit.form->language != language || approved.empty()) continue;
      if (!seen.insert(&term).second || is_named(term, other_language, text)) continue;
      report(unit, hit, language, other, approved);
    }
  }

 private:
  /// 神经丝 inside 神经丝轻链 is no term of its own.
  static std::vector<TermHit> outermost(const std::vector<TermHit>& hits) {
    std::vector<TermHit> outer;
    std::size_t begin = 0, end = 0;  // of the longest so far
    for (const TermHit& hit : hits) {
      if (hit.end > end) begin = hit.begin, end = hit.end;
      if (hit.end - hit.begin == end - begin || hit.end > end) outer.push_back(hit);
    }
    return outer;
  }

  void report(const Unit& unit, const TermHit& hit, const std::string& language, const Unit& other,
              const std::string& approved) {
    const std::string term = unit.passage.text.substr(hit.begin, hit.end - hit.begin);
    Finding finding{&term_translation, other.passage.span()};
    finding.arguments = {language_argument("other", language), {"term", term}, {"approved", approved}};
    finding.related.push_back({unit.passage.span(hit.begin, hit.end), {"the term", "该术语"}});
    finding.subject = term;
    findings_.add(std::move(finding));
  }

  const TermForms& forms_;
  Findings& findings_;
};

bool is_prose(const UnitPair& pair) {
  return pair.source && pair.translation && pair.source->kind != Unit::Kind::code &&
         !pair.source->passage.text.empty() && !pair.translation->passage.text.empty();
}

}  // namespace

void check_term_translation(const Context& context, Findings& findings) {
  const TermForms forms(context.publication.glossary);
  if (forms.is_empty()) return;
  Judge judge(forms, findings);
  for (const Parallel& parallel : context.parallels) {
    const std::string &source = parallel.source->language, &language = parallel.translation->language;
    for (const SectionPair& section : parallel.pairs) {
      for (const UnitPair& pair : section.units) {
        if (!is_prose(pair)) continue;
        judge.judge(*pair.source, source, *pair.translation, language);
        judge.judge(*pair.translation, language, *pair.source, source);
      }
    }
  }
}

}  // namespace bifolio::check
