// Text that is still in the other language.
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"

namespace bifolio::check {

const Rule parity_untranslated{
    "parity-untranslated",
    Severity::warning,
    {"This {language} text is still in {other}. Translate it; if it is a quotation, mark it `[…]{lang=…}`.",
     "此段{language}仍为{other}。请翻译；若为引文，请标注 `[…]{lang=…}`。"},
    {"A paragraph that equals its source, or whose letters are nearly all of the other script, was most likely left "
     "untranslated. Code, link texts (titles of works) and text marked with `lang` do not count.",
     "与原文相同、或几乎全是另一种文字的段落，多半是漏译。代码、链接文字（文献题名）和标了 `lang` 的文字不计。"}};

namespace {

struct Letters {
  std::size_t han = 0, latin = 0;
};

/// Of running text alone: no link texts, no quotations marked as such.
Letters letters_of(const Passage& passage) {
  Letters letters;
  for (const Stretch& stretch : passage.stretches) {
    if (stretch.kind != Stretch::Kind::text || stretch.link || !stretch.language.empty()) continue;
    const std::string_view text = std::string_view(passage.text).substr(stretch.begin, stretch.end - stretch.begin);
    for (const auto at : code_points(text)) {
      letters.han += is_han(at.code_point);
      letters.latin += at.code_point < 0x250 && is_letter(at.code_point);
    }
  }
  return letters;
}

bool is_prose(Unit::Kind kind) {
  return kind != Unit::Kind::table && kind != Unit::Kind::figure && kind != Unit::Kind::code;
}

/// Words in small letters: a sentence has some, a list of names has none.
std::size_t small_words(std::string_view text) {
  std::size_t count = 0;
  char before = ' ';
  for (const char c : text) {
    count += c >= 'a' && c <= 'z' && before == ' ';
    before = c;
  }
  return count;
}

/// A name may stand alike in both languages; a sentence does not.
bool is_untranslated(const Unit& unit, bool is_chinese) {
  constexpr std::size_t kLatinSentence = 40, kHanSentence = 10;
  constexpr std::size_t kFewestWords = 4;
  const Letters letters = letters_of(unit.passage);
  if (unit.passage.text.starts_with('<')) return false;  // raw HTML: hygiene-html-residue
  if (is_chinese && small_words(unit.passage.text) < kFewestWords) return false;
  if (is_chinese) return letters.latin >= kLatinSentence && letters.han * 10 < letters.latin;
  return letters.han >= kHanSentence && letters.latin < letters.han * 2;
}

void judge(const Unit* unit, const Document& document, const Document& other, Findings& findings) {
  if (!unit || !is_prose(unit->kind)) return;
  if (!is_untranslated(*unit, document.language.starts_with("zh"))) return;
  Finding finding{&parity_untranslated, unit->passage.span()};
  finding.arguments = {language_argument("language", document.language), language_argument("other", other.language)};
  finding.subject = unit->name;
  findings.add(std::move(finding));
}

/// Languages of one writing can only be compared word for word.
bool are_equal(const UnitPair& pair) {
  constexpr std::size_t kShortest = 40;
  return pair.source && pair.translation && pair.translation->passage.text.size() >= kShortest &&
         pair.source->passage.text == pair.translation->passage.text;
}

}  // namespace

void check_parity_untranslated(const Context& context, Findings& findings) {
  for (const Parallel& parallel : context.parallels) {
    const bool writings_differ =
        parallel.source->language.starts_with("zh") != parallel.translation->language.starts_with("zh");
    for (const SectionPair& section : parallel.pairs) {
      for (const UnitPair& pair : section.units) {
        if (writings_differ) {
          judge(pair.source, *parallel.source, *parallel.translation, findings);
          judge(pair.translation, *parallel.translation, *parallel.source, findings);
        } else if (are_equal(pair) && is_prose(pair.translation->kind)) {
          Finding finding{&parity_untranslated, pair.translation->passage.span()};
          finding.arguments = {language_argument("language", parallel.translation->language),
                               language_argument("other", parallel.source->language)};
          findings.add(std::move(finding));
        }
      }
    }
  }
}

}  // namespace bifolio::check
