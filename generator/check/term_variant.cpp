// Wrong forms of terms, and right ones in the wrong case.
#include <algorithm>
#include <span>

#include "check/checks.h"
#include "check/term_forms.h"

namespace bifolio::check {

const Rule term_variant{
    "term-variant",
    Severity::error,
    {"“{wrong}” is not how this booklet writes it; write “{right}”.", "本手册不写“{wrong}”，应写作“{right}”。"},
    {"The glossary lists wrong forms of its terms (columns `variants@…`). Code, addresses, titles of works and text in "
     "another language are left alone. `check --fix` writes the right form.",
     "术语表列出了各术语的错误写法（`variants@…` 列）。代码、网址、文献题名和其他语言的文字不检查。`check --fix` "
     "会改成正确写法。"},
    Repair::yes};

const Rule term_case{
    "term-case",
    Severity::warning,
    {"Write “{right}”, not “{wrong}”.", "应写作“{right}”，而非“{wrong}”。"},
    {"Abbreviations and names keep their capitals (NfL, AMX0035). A capital at the start of a sentence or in a title, "
     "and words in small letters, are no fault; `case: free` in the glossary leaves a term alone.",
     "缩写和名称的大小写要保持一致（NfL、AMX0035）。句首或题目中的大写、全小写的普通词不算错；术语表中 `case: free` "
     "的术语不检查。"},
    Repair::yes};

const Rule term_alias_conflict{
    "term-alias-conflict",
    Severity::error,
    {"“{one} ({other})” mixes two things: the glossary says that {other} is {owner}. One of the two names is wrong.",
     "“{one}（{other}）”混淆了两个名称：按术语表，{other} 是 {owner}。二者必有一误。"},
    {"Behind a name, brackets give another name of the same thing. The glossary (column `aliases`) binds this one to "
     "another term.",
     "名称后的括号里是同一事物的另一个名称，而术语表（`aliases` 列）把它归于另一个术语。"}};

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool equal_but_first(std::string_view a, std::string_view b) {
  return a.size() == b.size() && !a.empty() && lower(a[0]) == lower(b[0]) && a.substr(1) == b.substr(1);
}

/// The form with the initial that the text has: “Toferson” → “Tofersen”.
std::string with_initial_of(std::string form, std::string_view seen, std::string_view wrong) {
  const bool raised = !seen.empty() && !wrong.empty() && is_upper(seen[0]) && is_lower(wrong[0]);
  if (raised && !form.empty() && is_lower(form[0])) form[0] = static_cast<char>(form[0] - 32);
  return form;
}

void report(const Rule& rule, const Passage& passage, const TermHit& hit, const std::string& right,
            Findings& findings) {
  const std::string wrong = passage.text.substr(hit.begin, hit.end - hit.begin);
  Finding finding{&rule, passage.span(hit.begin, hit.end), {{"wrong", wrong}, {"right", right}}, {}, {}, wrong};
  if (finding.span.size() == wrong.size() && !right.empty()) finding.fixes.push_back({finding.span, right});
  findings.add(std::move(finding));
}

/// Several words with capitals are a title or a proper name made of the term.
bool is_title_case(std::string_view text) {
  bool start = true;
  int words = 0;
  for (const char c : text) {
    if (start && is_lower(c)) return false;
    words += start;
    start = c == ' ' || c == '-';
  }
  return words > 1;
}

bool has_wrong_case(const TermForm& form, std::string_view seen) {
  if (seen == form.text || form.term->letter_case == TermCase::free) return false;
  const bool is_abbreviation = form.kind == TermForm::Kind::abbreviation;
  if (!is_abbreviation && form.term->letter_case == TermCase::free_initial && equal_but_first(seen, form.text))
    return false;
  if (std::none_of(seen.begin(), seen.end(), is_upper) || is_title_case(seen)) return false;  // “roads”, “pet”
  const auto capitals = std::count_if(seen.begin(), seen.end(), is_upper);
  const bool is_mixed = std::any_of(form.text.begin(), form.text.end(), is_lower);
  const bool has_digit = std::any_of(form.text.begin(), form.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return capitals >= 2 || has_digit || (is_abbreviation && is_mixed);
}

class Judge {
 public:
  Judge(const TermForms& forms, const std::string& language, Findings& findings)
      : forms_(forms), language_(language), findings_(findings) {}

  void judge(const Passage& passage) {
    const std::vector<TermHit> hits = forms_.find(passage);
    std::size_t reported = 0;  // no second finding on the same letters
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const TermHit& hit = hits[i];
      const std::span<const TermHit> near = around(hits, i);
      if (hit.begin < reported || is_right_somehow(passage, hit, near)) continue;
      const std::string seen = passage.text.substr(hit.begin, hit.end - hit.begin);
      const TermForm& form = *hit.form;
      if (form.kind == TermForm::Kind::variant) {
        if (!equal_but_first(seen, form.text)) continue;
        const std::string right = right_form(*form.term, form.text, form.language);
        report(term_variant, passage, hit, with_initial_of(right, seen, form.text), findings_);
        reported = hit.end;
      } else if (has_wrong_case(form, seen) && !has_variant(seen, hit, near)) {
        report(term_case, passage, hit, form.text, findings_);
        reported = hit.end;
      }
    }
    for (std::size_t i = 0; i + 1 < hits.size(); ++i) judge_brackets(passage, hits, i);
  }

 private:
  /// Those that may share letters with this one.
  static std::span<const TermHit> around(const std::vector<TermHit>& hits, std::size_t i) {
    constexpr std::size_t kLongest = 200;  // bytes of a form
    std::size_t first = i, last = i + 1;
    while (first > 0 && hits[i].begin - hits[first - 1].begin <= kLongest) --first;
    while (last < hits.size() && hits[last].begin < hits[i].end) ++last;
    return std::span(hits).subspan(first, last - first);
  }

  /// Another form at the same place is written just so.
  static bool is_right_somehow(const Passage& passage, const TermHit& hit, std::span<const TermHit> hits) {
    const std::string_view seen = std::string_view(passage.text).substr(hit.begin, hit.end - hit.begin);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& other) {
      return other.form->kind != TermForm::Kind::variant && other.begin <= hit.begin && other.end >= hit.end &&
             std::string_view(passage.text).substr(other.begin, other.end - other.begin) == other.form->text &&
             (other.end - other.begin > seen.size() || other.form->text == seen);
    });
  }
  static bool has_variant(std::string_view seen, const TermHit& hit, std::span<const TermHit> hits) {
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& other) {
      return other.form->kind == TermForm::Kind::variant && other.begin == hit.begin && other.end == hit.end &&
             equal_but_first(seen, other.form->text);
    });
  }

  /// “X (Y)” where Y is a name of something else that also has several names.
  void judge_brackets(const Passage& passage, const std::vector<TermHit>& hits, std::size_t i) {
    const TermHit& one = hits[i];
    const std::string_view text = passage.text;
    std::size_t open = one.end;
    while (text.substr(open).starts_with(' ')) ++open;
    const std::size_t width = text.substr(open).starts_with("（") ? 3 : text.substr(open).starts_with('(') ? 1 : 0;
    if (width == 0 || one.form->kind == TermForm::Kind::variant || one.form->term->aliases.empty()) return;
    for (std::size_t j = i + 1; j < hits.size() && hits[j].begin <= open + width; ++j) {
      const TermHit& other = hits[j];
      const std::string_view rest = text.substr(other.end);
      const bool fills = other.begin == open + width && (rest.starts_with(")") || rest.starts_with("）"));
      if (!fills || other.form->term == one.form->term || other.form->term->aliases.empty()) continue;
      report_conflict(passage, one, other);
      return;
    }
  }

  void report_conflict(const Passage& passage, const TermHit& one, const TermHit& other) {
    const std::string first = passage.text.substr(one.begin, one.end - one.begin);
    const std::string second = passage.text.substr(other.begin, other.end - other.begin);
    const Term& term = *other.form->term;
    std::string owner = text_in(term.approved, language_);
    if (owner == second) owner = term.aliases.front();
    findings_.add({&term_alias_conflict,
                   passage.span(one.begin, other.end),
                   {{"one", first}, {"other", second}, {"owner", owner}},
                   {},
                   {},
                   first + " (" + second + ")"});
  }

  const TermForms& forms_;
  const std::string& language_;
  Findings& findings_;
};

}  // namespace

void check_term_variant(const Context& context, Findings& findings) {
  const TermForms forms(context.publication.glossary);
  if (forms.is_empty()) return;
  for (const BookProse& prose : context.prose) {
    Judge judge(forms, prose.book->language, findings);
    for (const Passage& passage : prose.passages) judge.judge(passage);
  }
}

}  // namespace bifolio::check
