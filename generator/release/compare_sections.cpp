// Sections: which is which, what was moved, what was rewritten, and which
// claims now name other numbers.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "release/compare.h"
#include "release/words.h"

namespace bifolio::release {
namespace {

using Words = std::vector<std::string>;

std::vector<Words> words_of_each(const std::vector<std::string>& texts, std::string_view language) {
  std::vector<Words> words;
  for (const std::string& text : texts) words.push_back(words_of(text, language));
  return words;
}

std::string title_of(const OutlineSection& section) {
  return section.number.empty() ? section.title : std::string(section.number).append(" ").append(section.title);
}

std::string all_text(const OutlineSection& section) {
  std::string text;
  for (const std::string& one : section.texts) text.append(one).append(1, '\n');
  return text;
}

/// Which section of the book before each section is; tried from the surest sign
/// to the weakest.
class Matching {
 public:
  Matching(const Outline& before, const Outline& after)
      : before_(before.sections), after_(after.sections), partner_(after_.size()), is_taken_(before_.size()) {
    match([](const OutlineSection& one) { return one.id; });
    match([](const OutlineSection& one) { return std::string(one.document).append(1, '\n').append(one.title); });
    match([](const OutlineSection& one) { return all_text(one); });
    match([](const OutlineSection& one) { return one.title; });
    match_document_titles();
  }

  const std::vector<std::optional<std::size_t>>& partners() const { return partner_; }
  bool has_partner(std::size_t before) const { return is_taken_[before]; }

 private:
  using Sign = std::function<std::string(const OutlineSection&)>;

  /// Pairs sections with the same sign, in order where several have it.
  void match(const Sign& sign) {
    std::multimap<std::string, std::size_t> known;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      std::string name = is_taken_[i] ? std::string() : sign(before_[i]);
      if (!name.empty()) known.emplace(std::move(name), i);
    }
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto at = partner_[j] ? known.end() : known.find(sign(after_[j]));
      if (at == known.end()) continue;
      take(at->second, j);
      known.erase(at);
    }
  }

  /// A document that is called otherwise now is still the same document.
  void match_document_titles() {
    std::set<std::string> seen_before, seen_after;
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (seen_before.insert(before_[i].document).second && !is_taken_[i]) first[before_[i].document] = i;
    }
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (!seen_after.insert(after_[j].document).second || partner_[j]) continue;
      if (const auto at = first.find(after_[j].document); at != first.end()) take(at->second, j);
    }
  }

  void take(std::size_t i, std::size_t j) {
    partner_[j] = i;
    is_taken_[i] = true;
  }

  const std::vector<OutlineSection>&before_, &after_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> is_taken_;
};

/// The sections that kept their order: a longest ascending run of partners. The others were moved.
std::set<std::size_t> in_order(const std::vector<std::optional<std::size_t>>& partners) {
  std::vector<std::size_t> tails;  // patience sorting: the last section of the best run of each length
  std::vector<std::optional<std::size_t>> previous(partners.size());
  for (std::size_t j = 0; j < partners.size(); ++j) {
    if (!partners[j]) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), *partners[j],
                                     [&](std::size_t tail, std::size_t value) { return *partners[tail] < value; });
    if (at != tails.begin()) previous[j] = *(at - 1);
    if (at == tails.end())
      tails.push_back(j);
    else
      *at = j;
  }
  std::set<std::size_t> kept;
  for (std::optional<std::size_t> j = tails.empty() ? std::nullopt : std::optional(tails.back()); j; j = previous[*j])
    kept.insert(*j);
  return kept;
}

bool has_digit(std::string_view word) {
  for (const auto at : code_points(word)) {
    if (is_digit(at.code_point)) return true;
  }
  return false;
}

Words numbers_in(const Words& words) {
  Words numbers;
  for (const std::string& word : words) {
    if (has_digit(word)) numbers.push_back(word);
  }
  return numbers;
}

Words without_numbers(const Words& words) {
  Words out = words;
  for (std::string& word : out) {
    if (has_digit(word)) word.assign(1, '0');
  }
  return out;
}

/// Sentences that say nearly the same of other numbers.
void find_claims(const std::string& before, const std::string& after, const std::string& section,
                 BookChanges& changes) {
  constexpr double kNearlyTheSame = 0.7;
  const auto old = words_of_each(sentences_of(before, changes.language), changes.language);
  const auto now = words_of_each(sentences_of(after, changes.language), changes.language);
  for (const auto& [i, j] : pair_texts(old, now, 0.5)) {
    const Words numbers_before = numbers_in(old[i]), numbers_after = numbers_in(now[j]);
    if (numbers_before == numbers_after || numbers_before.empty() || numbers_after.empty()) continue;
    if (likeness(without_numbers(old[i]), without_numbers(now[j])) < kNearlyTheSame) continue;
    changes.claims.push_back({section, compare_words(old[i], now[j]), numbers_before, numbers_after});
  }
}

void compare_section(const OutlineSection& before, const OutlineSection& after, BookChanges& changes) {
  constexpr double kSameParagraph = 0.4;
  SectionChange change{SectionChange::Kind::rewritten, title_of(after), {}};
  if (before.title != after.title)
    change.paragraphs.push_back(
        compare_words(words_of(before.title, changes.language), words_of(after.title, changes.language)));
  const auto old = words_of_each(before.texts, changes.language), now = words_of_each(after.texts, changes.language);
  std::size_t i = 0, j = 0;
  Pairs pairs = pair_texts(old, now, kSameParagraph);
  pairs.emplace_back(old.size(), now.size());
  for (const auto& [next_i, next_j] : pairs) {
    for (; i < next_i; ++i) change.paragraphs.push_back({{Piece::Kind::removed, before.texts[i]}});
    for (; j < next_j; ++j) change.paragraphs.push_back({{Piece::Kind::added, after.texts[j]}});
    if (next_i < old.size() && before.texts[next_i] != after.texts[next_j]) {
      change.paragraphs.push_back(compare_words(old[next_i], now[next_j]));
      find_claims(before.texts[next_i], after.texts[next_j], change.title, changes);
    }
    i = next_i + 1;
    j = next_j + 1;
  }
  if (!change.paragraphs.empty()) changes.sections.push_back(std::move(change));
}

}  // namespace

void compare_sections(const TwoBooks& books, BookChanges& changes) {
  const auto &before = books.before.sections, &after = books.after.sections;
  const Matching matching(books.before, books.after);
  const std::set<std::size_t> kept = in_order(matching.partners());
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto partner = matching.partners()[j];
    if (!partner) {
      changes.sections.push_back({SectionChange::Kind::added, title_of(after[j]), {}});
      continue;
    }
    if (!kept.contains(j)) changes.sections.push_back({SectionChange::Kind::moved, title_of(after[j]), {}});
    compare_section(before[*partner], after[j], changes);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!matching.has_partner(i)) changes.sections.push_back({SectionChange::Kind::removed, title_of(before[i]), {}});
  }
}

}  // namespace bifolio::release
