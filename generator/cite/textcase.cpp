#include "cite/textcase.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::cite {
namespace {

struct Leaf {
  Node* node;
  bool keeps_case;
  std::size_t begin;
};

/// All leaves in order, and their text joined: words may cross leaves.
struct Line {
  std::vector<Leaf> leaves;
  std::string text;
  const char* locale;

  /// In a title, raised, lowered and small-capital text of the field keeps its case.
  void collect(Node& node, bool keeps_case, bool is_title) {
    const bool is_marked = node.role == Role::field && (node.style.position != RichStyle::Position::inherit ||
                                                        node.style.variant == RichStyle::Variant::small_caps);
    keeps_case = keeps_case || node.keeps_case || (is_title && is_marked);
    if (!node.text.empty()) {
      leaves.push_back({&node, keeps_case, text.size()});
      text += node.text;
    }
    for (Node& child : node.children) collect(child, keeps_case, is_title);
  }
  const Leaf& leaf_at(std::size_t offset) const {
    auto at = std::upper_bound(leaves.begin(), leaves.end(), offset,
                               [](std::size_t o, const Leaf& l) { return o < l.begin; });
    return *std::prev(at);
  }
  bool keeps_case(std::size_t offset) const { return leaf_at(offset).keeps_case; }
};

struct Range {
  std::size_t begin, end;
};

/// Replaces [begin, end), which lies in one leaf. Called from back to front, so earlier offsets stay true.
void replace(Line& line, Range range, const std::string& with) {
  const Leaf& leaf = line.leaf_at(range.begin);
  leaf.node->text.replace(range.begin - leaf.begin, range.end - range.begin, with);
}

void upper_first(Line& line, std::size_t begin) {
  if (line.keeps_case(begin)) return;
  const Decoded first = decode_utf8(line.text, begin);
  if (!is_lower(first.code_point)) return;
  replace(line, {begin, begin + first.size},
          to_upper(std::string_view(line.text).substr(begin, first.size), line.locale));
}

void lower(Line& line, Range range) {
  for (std::size_t i = line.leaves.size(); i-- > 0;) {
    const std::size_t leaf_end = i + 1 < line.leaves.size() ? line.leaves[i + 1].begin : line.text.size();
    const std::size_t begin = std::max(range.begin, line.leaves[i].begin), end = std::min(range.end, leaf_end);
    if (begin >= end || line.leaves[i].keeps_case) continue;
    replace(line, {begin, end}, to_lower(std::string_view(line.text).substr(begin, end - begin), line.locale));
  }
}

void whole(Line& line, bool is_upper_case) {
  for (const Leaf& leaf : line.leaves) {
    if (leaf.keeps_case) continue;
    std::string& text = leaf.node->text;
    text = is_upper_case ? to_upper(text, line.locale) : to_lower(text, line.locale);
  }
}

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c) || c == '\'' || c == 0x2019;
}

/// Runs of characters between spaces.
std::vector<Range> words(std::string_view text) {
  std::vector<Range> out;
  bool inside = false;
  for (const auto [c, offset, size] : code_points(text)) {
    const bool is_gap = is_space(c);
    if (!is_gap && !inside) out.push_back({offset, offset});
    if (!is_gap) out.back().end = offset + size;
    inside = !is_gap;
  }
  return out;
}

std::size_t first_letter(std::string_view text, Range word) {
  for (const auto [c, offset, size] : code_points(text.substr(word.begin, word.end - word.begin))) {
    if (is_letter(c) || is_digit(c)) return word.begin + offset;
  }
  return word.end;
}

bool is_all_upper(std::string_view text) {
  bool found = false;
  for (const auto at : code_points(text)) {
    if (is_lower(at.code_point)) return false;
    found = found || is_upper(at.code_point);
  }
  return found;
}

bool is_all_lower(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) && to_lower(text) == text;
}

void capitalize_first_word(Line& line) {
  const auto all = words(line.text);
  for (const Range word : all) {
    const std::size_t at = first_letter(line.text, word);
    if (at < word.end) return upper_first(line, at);
  }
}

void capitalize_all(Line& line) {
  const auto all = words(line.text);
  for (auto word = all.rbegin(); word != all.rend(); ++word) {
    const std::size_t at = first_letter(line.text, *word);
    if (at < word->end) upper_first(line, at);
  }
}

void sentence(Line& line) {
  const auto all = words(line.text);
  for (std::size_t i = all.size(); i-- > 0;) {
    const std::size_t at = first_letter(line.text, all[i]);
    if (at >= all[i].end) continue;
    if (i > 0) {
      lower(line, all[i]);
    } else {
      lower(line, {at + decode_utf8(line.text, at).size, all[i].end});
      upper_first(line, at);
    }
  }
}

constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",       "about",     "above",   "across",  "afore",     "after",   "against", "al",
     "along",   "alongside", "amid",    "amidst",  "among",     "amongst", "an",      "and",
     "anenst",  "apropos",   "apud",    "around",  "as",        "aside",   "astride", "at",
     "athwart", "atop",      "barring", "be",      "before",    "behind",  "below",   "beneath",
     "beside",  "besides",   "between", "beyond",  "but",       "by",      "circa",   "d",
     "da",      "de",        "despite", "down",    "during",    "e",       "et",      "except",
     "for",     "forenenst", "from",    "given",   "in",        "inside",  "into",    "l",
     "la",      "lest",      "like",    "modulo",  "near",      "next",    "nor",     "notwithstanding",
     "of",      "off",       "on",      "onto",    "or",        "out",     "over",    "per",
     "plus",    "pro",       "qua",     "sans",    "since",     "so",      "than",    "the",
     "thru",    "till",      "to",      "under",   "unlike",    "until",   "unto",    "up",
     "upon",    "van",       "versus",  "via",     "vis-à-vis", "von",     "vs",      "when",
     "while",   "with",      "within",  "without", "yet"});

bool is_stop_word(std::string_view word) {
  const std::string lower = to_lower(word);
  return std::find(kStopWords.begin(), kStopWords.end(), lower) != kStopWords.end();
}

/// The letters of a word without the marks around it.
Range core(std::string_view text, Range word) {
  Range out{word.end, word.begin};
  for (const auto [c, offset, size] : code_points(text.substr(word.begin, word.end - word.begin))) {
    if (!is_word_character(c)) continue;
    out.begin = std::min(out.begin, word.begin + offset);
    out.end = word.begin + offset + size;
  }
  return out.begin > out.end ? Range{word.end, word.end} : out;
}

/// Words of a title: hyphens, dashes and slashes part them as spaces do.
std::vector<Range> title_words(std::string_view text) {
  std::vector<Range> out;
  bool inside = false;
  for (const auto [c, offset, size] : code_points(text)) {
    const bool is_gap = is_space(c) || c == '-' || c == '/' || (c >= 0x2010 && c <= 0x2015);
    if (!is_gap && !inside) out.push_back({offset, offset});
    if (!is_gap) out.back().end = offset + size;
    inside = !is_gap;
  }
  return out;
}

/// After a colon, a question or exclamation mark or an opening quote a title begins anew.
bool begins_anew(std::string_view text, std::size_t word_begin, Range core) {
  const std::string_view opening = text.substr(word_begin, core.begin - word_begin);
  if (opening.find("“") != opening.npos) return true;
  std::size_t at = word_begin;
  while (at > 0 && text[at - 1] == ' ') --at;
  const std::string_view before = text.substr(0, at);
  return before.ends_with(':') || before.ends_with('?') || before.ends_with('!') || before.ends_with("”");
}

bool follows_full_stop(std::string_view text, std::size_t word_begin) {
  return word_begin > 1 && text[word_begin - 1] == ' ' && text[word_begin - 2] == '.';
}

/// One word of a title.
void title_word(Line& line, Range word, bool is_edge) {
  const std::string_view text = line.text;
  const Range letters = core(text, word);
  if (letters.begin >= letters.end) return;
  const std::string_view core_text = text.substr(letters.begin, letters.end - letters.begin);
  const bool after_hyphen = word.begin > 0 && text[word.begin - 1] == '-';
  const bool before_hyphen = word.end < text.size() && text[word.end] == '-';
  const bool is_single = decode_utf8(core_text, 0).size == core_text.size();
  const bool is_edge_word = is_edge || begins_anew(text, word.begin, letters);
  if (is_stop_word(core_text) && !is_edge_word && (!before_hyphen || after_hyphen)) {
    const bool is_mixed = is_all_upper(core_text) && !is_single;
    if (!is_mixed && !follows_full_stop(text, word.begin)) lower(line, letters);
    return;
  }
  // “07-x” and “β-carotene”: a single letter beside a hyphen is a symbol.
  if (is_single && (after_hyphen || core_text[0] < 0)) return;
  if (is_all_lower(core_text)) upper_first(line, letters.begin);
}

void title(Line& line) {
  const auto all = title_words(line.text);
  for (std::size_t i = all.size(); i-- > 0;) title_word(line, all[i], i == 0 || i + 1 == all.size());
}

}  // namespace

void apply_case(Node& node, TextCase text_case, bool is_english, const char* locale) {
  if (text_case == TextCase::none) return;
  Line line{{}, {}, locale};
  line.collect(node, false, text_case == TextCase::title);
  if (line.text.empty()) return;
  switch (text_case) {
    case TextCase::none: return;
    case TextCase::lowercase: return whole(line, false);
    case TextCase::uppercase: return whole(line, true);
    case TextCase::capitalize_first: return capitalize_first_word(line);
    case TextCase::capitalize_all: return capitalize_all(line);
    case TextCase::sentence: return sentence(line);
    case TextCase::title: return is_english ? title(line) : void();
  }
}

std::string apply_case(std::string_view text, TextCase text_case, bool is_english, const char* locale) {
  Node node = Node::leaf(std::string(text));
  apply_case(node, text_case, is_english, locale);
  return std::move(node.text);
}

std::string capitalize_first(std::string_view text, const char* locale) {
  return apply_case(text, TextCase::capitalize_first, true, locale);
}

void strip_periods(Node& node) {
  std::erase(node.text, '.');
  for (Node& child : node.children) strip_periods(child);
}

}  // namespace bifolio::cite
