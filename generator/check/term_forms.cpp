#include "check/term_forms.h"

#include <algorithm>

#include "base/nearest.h"

namespace bifolio::check {
namespace {

/// Whether the bytes stand between 《 and 》 or in typographic quotes. Titles are
/// short: what was opened far away is no title.
bool is_quoted(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kFar = 600;
  constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {{"《", "》"}, {"“", "”"}};
  const std::size_t from = begin > kFar ? begin - kFar : 0;
  const std::string_view left = text.substr(from, begin - from), right = text.substr(end, kFar);
  for (const auto& [open, close] : kQuotes) {
    const std::size_t opened = left.rfind(open);
    if (opened != left.npos && left.find(close, opened) == left.npos && right.find(close) != right.npos) return true;
  }
  return false;
}

bool is_right(const TermForm& form) {
  return form.kind != TermForm::Kind::variant;
}

}  // namespace

bool is_running_text(const Passage& passage, std::size_t begin, std::size_t end) {
  for (const Stretch& stretch : passage.touched(begin, end)) {
    if (stretch.kind != Stretch::Kind::text || stretch.link || !stretch.language.empty()) return false;
  }
  return !is_quoted(passage.text, begin, end);
}

TermForms::TermForms(const Glossary& glossary) {
  for (const Term& term : glossary.terms) {
    for (const auto& [language, text] : term.approved) add(term, TermForm::Kind::approved, text, language);
    add(term, TermForm::Kind::abbreviation, term.abbreviation, "");
    for (const std::string& alias : term.aliases) add(term, TermForm::Kind::alias, alias, "");
    for (const auto& [language, variants] : term.variants) {
      for (const std::string& variant : variants) add(term, TermForm::Kind::variant, variant, language);
    }
  }
  finder_.finish();
}

void TermForms::add(const Term& term, TermForm::Kind kind, const std::string& text, const std::string& language) {
  if (text.empty()) return;
  forms_.push_back({&term, kind, text, language});
  finder_.add(text);
}

std::vector<TermHit> TermForms::find(const Passage& passage) const {
  std::vector<TermHit> hits;
  std::size_t covered = 0;  // by a right form, up to here
  for (const WordFinder::Hit& hit : finder_.find(passage.text)) {
    const TermForm& form = forms_[hit.word];
    const bool inside = hit.end < covered || (hit.end == covered && !hits.empty() && hits.back().begin < hit.begin);
    if (!is_right(form) && inside) continue;
    if (!is_running_text(passage, hit.begin, hit.end)) continue;
    if (is_right(form)) covered = std::max(covered, hit.end);
    hits.push_back({&form, hit.begin, hit.end});
  }
  return hits;
}

std::string right_form(const Term& term, const std::string& wrong, const std::string& language) {
  constexpr std::size_t kNear = 3;
  std::vector<std::string> forms = {text_in(term.approved, language), term.abbreviation};
  forms.insert(forms.end(), term.aliases.begin(), term.aliases.end());
  std::string best = forms.front();
  std::size_t nearest = kNear + 1;
  for (const std::string& form : forms) {
    const std::size_t distance = form.empty() ? kNear + 1 : edit_distance(form, wrong, kNear);
    if (distance < nearest && distance < form.size()) {
      nearest = distance;
      best = form;
    }
  }
  return best;
}

}  // namespace bifolio::check
