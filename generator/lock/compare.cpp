#include "lock/compare.h"

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::lock {
namespace {

constexpr std::size_t kLongest = 1000;  // code points of a text that is compared

bool is_letter_byte(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/// Where the tag or the entity that starts here ends; `at` itself where none does.
std::size_t end_of_markup(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool is_tag = rest.size() > 1 && rest[0] == '<' && (rest[1] == '/' || is_letter_byte(rest[1]));
  const bool is_entity = rest.size() > 1 && rest[0] == '&' && (rest[1] == '#' || is_letter_byte(rest[1]));
  if (!is_tag && !is_entity) return at;
  const std::size_t end = rest.substr(0, is_tag ? 40 : 10).find(is_tag ? '>' : ';');
  return end == rest.npos ? at : at + end + 1;
}

/// `<i>SOD1</i>`, `<jats:sub>` and `&amp;` are no words.
std::string without_markup(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_markup(text, at);
    if (end == at) {
      out.push_back(text[at++]);
    } else {
      if (text[at] == '&') out.push_back(' ');
      at = end;
    }
  }
  return out;
}

std::string folded(std::string_view text) {
  return fold_case(strip_marks(normalize_nfkd(text)));
}

/// Letters and digits; everything else is one space. Between Han characters none.
std::string words_of(std::string_view text) {
  std::string out;
  bool is_apart = false;
  std::size_t count = 0;
  for (const auto [c, offset, size] : code_points(text)) {
    if (c == '\'' || c == 0x2019) continue;
    if (!is_letter(c) && !is_digit(c)) {
      is_apart = !is_mark(c);
      continue;
    }
    if (is_apart && !out.empty() && !is_han(c)) out.push_back(' ');
    is_apart = false;
    append_utf8(out, c);
    if (++count == kLongest) break;
  }
  return out;
}

void remove_notice(std::string& title) {
  for (const std::string_view word : {"retracted article", "retracted", "withdrawn", "removed", "retraction"}) {
    if (title.starts_with(std::string(word) + " ")) title.erase(0, word.size() + 1);
    if (title.ends_with(" " + std::string(word))) title.resize(title.size() - word.size() - 1);
  }
  for (const std::string_view word : {"已撤稿", "撤稿"}) {
    if (title.starts_with(word)) title.erase(0, word.size());
  }
}

bool has_han(std::string_view text) {
  for (const auto at : code_points(text)) {
    if (is_han(at.code_point)) return true;
  }
  return false;
}

double levenshtein_ratio(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return 1.0 - static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

double common_pairs(const std::u32string& a, const std::u32string& b) {
  const auto pairs = [](const std::u32string& text) {
    std::multiset<std::u32string> all;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) all.insert(text.substr(i, 2));
    return all;
  };
  const auto left = pairs(a), right = pairs(b);
  if (left.empty() || right.empty()) return a == b ? 1 : 0;
  std::vector<std::u32string> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_particle(std::string_view word) {
  constexpr std::string_view kParticles[] = {"van",   "von", "der", "den", "de",  "da", "di", "du", "del",
                                             "della", "la",  "le",  "ter", "ten", "zu", "el", "al", "bin"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

std::string folded_name(std::string_view name) {
  std::string out;
  const std::vector<std::string> words = split(words_of(folded(name)));
  for (const std::string& word : words) {
    if (words.size() == 1 || !is_particle(word)) out += word;
  }
  return out;
}

/// Words that abbreviations leave out.
std::vector<std::string> title_words(std::string_view container) {
  std::vector<std::string> words = split(words_of(folded(without_markup(container))));
  std::erase_if(words, [](const std::string& word) {
    return word == "the" || word == "of" || word == "and" || word == "in" || word == "for" || word == "on" ||
           word == "a" || word == "an" || word == "de" || word == "la" || word == "und" || word == "der";
  });
  return words;
}

/// “natl” stands for “national”: the same first letter, the others in order.
bool abbreviates(std::string_view brief, std::string_view word) {
  if (brief.empty() || word.empty() || brief[0] != word[0] || brief.size() > word.size()) return false;
  std::size_t at = 0;
  for (const char c : word) at += at < brief.size() && brief[at] == c;
  return at == brief.size();
}

bool abbreviates(const std::vector<std::string>& brief, const std::vector<std::string>& full) {
  return !brief.empty() && brief.size() == full.size() &&
         std::equal(brief.begin(), brief.end(), full.begin(),
                    [](const std::string& a, const std::string& b) { return abbreviates(a, b); });
}

bool is_initials(const std::vector<std::string>& brief, const std::vector<std::string>& full) {
  if (brief.size() != 1 || full.size() < 2 || brief[0].size() != full.size()) return false;
  return std::equal(full.begin(), full.end(), brief[0].begin(),
                    [](const std::string& word, char initial) { return word[0] == initial; });
}

/// What stands before a subtitle or a place: “Science (New York, N.Y.)”.
std::string_view main_part(std::string_view container) {
  const std::size_t end = container.find_first_of(":(=");
  return end == container.npos || end == 0 ? container : container.substr(0, end);
}

}  // namespace

std::string folded_title(std::string_view title) {
  std::string words = words_of(folded(without_markup(title)));
  remove_notice(words);
  return words;
}

double similarity(std::string_view a, std::string_view b) {
  if (a == b) return a.empty() ? 0 : 1;
  if (a.empty() || b.empty()) return 0;
  const std::u32string left = to_utf32(a), right = to_utf32(b);
  return has_han(a) || has_han(b) ? common_pairs(left, right) : levenshtein_ratio(left, right);
}

std::string folded_family(const Name& name) {
  return folded_name(name.family.empty() ? name.literal : name.family);
}

bool is_other_script(std::string_view a, std::string_view b) {
  return has_han(a) != has_han(b);
}

bool may_be_same_person(const Name& a, const Name& b) {
  const std::string family = folded_family(a), other = folded_family(b);
  if (family.empty() || other.empty() || is_other_script(family, other)) return true;
  if (family == other) return true;
  const std::string given = folded_name(a.given), other_given = folded_name(b.given);
  if (family == other_given || given == other) return true;
  // One registry keeps “van den Berg” in one field, another splits it; a group's name holds the person's.
  const bool is_whole = family.size() > 3 && other.size() > 3 && (family.ends_with(other) || other.ends_with(family));
  return is_whole || family + given == other || other + other_given == family || given + family == other ||
         other_given + other == family;
}

bool may_be_same_container(std::string_view a, std::string_view b) {
  if (is_other_script(a, b)) return true;
  const auto left = title_words(a), right = title_words(b);
  if (left.empty() || right.empty() || left == right) return true;
  if (abbreviates(left, right) || abbreviates(right, left) || is_initials(left, right) || is_initials(right, left))
    return true;
  const std::string_view main_a = main_part(a), main_b = main_part(b);
  return (main_a.size() < a.size() || main_b.size() < b.size()) && may_be_same_container(main_a, main_b);
}

}  // namespace bifolio::lock
