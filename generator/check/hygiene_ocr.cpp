// What scanning and copying from printed pages leave in a text.
#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "check/search.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule hygiene_ocr{
    "hygiene-ocr",
    Severity::warning,
    {"“{text}” looks like scanner output{hint}.", "“{text}”疑为识别残留{hint}。"},
    {"Ligature characters, spaces inside gene names, words cut by a hyphen, letters inside numbers and sentences cut "
     "by "
     "a blank line come from scanned or copied pages.",
     "连字字符、基因名中的空格、被连字符切断的单词、数字中的字母、被空行切断的句子，多来自扫描或复制的页面。"}};

namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
}

void report(const Passage& passage, std::size_t begin, std::size_t end, std::string en, std::string zh,
            Findings& findings) {
  const std::string seen = passage.text.substr(begin, end - begin);
  findings.add(
      {&hygiene_ocr, passage.span(begin, end), {{"text", seen}, {"hint", std::move(en), std::move(zh)}}, {}, {}, seen});
}

void report_written(const Passage& passage, std::size_t begin, std::size_t end, const std::string& right,
                    Findings& findings) {
  report(passage, begin, end, "; write “" + right + "”", "，应为“" + right + "”", findings);
}

/// `NF- κ B`: a Greek letter with spaces where a gene name has none.
void check_greek(const Passage& passage, Findings& findings) {
  const std::string& text = passage.text;
  for (const auto [c, offset, size] : code_points(text)) {
    const bool greek = c >= 0x03B1 && c <= 0x03C9;
    if (!greek || before(text, offset) != U' ' || after(text, offset + size) != U' ') continue;
    const std::size_t start = text.find_last_of(' ', offset >= 2 ? offset - 2 : 0),
                      from = start == text.npos ? 0 : start + 1;
    const std::size_t stop = std::min(text.find_first_of(" ,.;)", offset + size + 1), text.size());
    const std::string seen = text.substr(from, stop - from);
    if (seen.find('-') == seen.npos || !passage.is_text(from, stop)) continue;
    std::string right;
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(right), [](char byte) { return byte != ' '; });
    report_written(passage, from, stop, right, findings);
  }
}

void check_ligatures(const Passage& passage, Findings& findings) {
  for (const auto [c, offset, size] : code_points(passage.text)) {
    if (c < 0xFB00 || c > 0xFB06 || !passage.is_text(offset, offset + size)) continue;
    const std::string seen = passage.text.substr(offset, size);
    report_written(passage, offset, offset + size, normalize_nfkd(seen), findings);
  }
}

/// “pre- and post-”, “short- to long-term”: a hyphen that stands for what follows.
bool is_joining_word(std::string_view word) {
  for (const std::string_view one :
       {"and",  "or",   "to",     "nor",     "but", "versus", "vs",  "through", "as",  "und",  "et",
        "than", "over", "rather", "instead", "in",  "is",     "are", "a",       "the", "plus", "into"}) {
    if (one == word) return true;
  }
  return false;
}

/// “degen- eration”: the end of a printed line.
void check_line_hyphens(const Passage& passage, Findings& findings) {
  constexpr std::size_t kFewest = 3;  // letters on each side
  const std::string& text = passage.text;
  for (std::size_t at = text.find("- "); at != text.npos; at = text.find("- ", at + 2)) {
    std::size_t begin = at, end = at + 2;
    while (begin > 0 && is_lower(text[begin - 1])) --begin;
    while (end < text.size() && is_lower(text[end])) ++end;
    const bool is_whole = (begin == 0 || text[begin - 1] != '-') && (end == text.size() || !is_word(text[end]));
    const std::string_view left = std::string_view(text).substr(begin, at - begin),
                           right = std::string_view(text).substr(at + 2, end - at - 2);
    if (!is_whole || left.size() < kFewest || right.size() < kFewest || is_joining_word(right)) continue;
    if (!passage.is_text(begin, end)) continue;
    const std::string joined = std::string(left) + std::string(right);
    report(passage, begin, end, "; write “" + joined + "” or “" + std::string(left) + "-" + std::string(right) + "”",
           "，应为“" + joined + "”或“" + std::string(left) + "-" + std::string(right) + "”", findings);
  }
}

/// `2O24`, `1l0`: one letter among digits that looks like one of them.
void check_numbers(const Passage& passage, Findings& findings) {
  constexpr std::size_t kFewestDigits = 3;
  const std::string& text = passage.text;
  const auto is_part = [](char c) { return is_digit(c) || c == 'O' || c == 'l' || c == 'I'; };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin, digits = 0, letters = 0;
    for (; end < text.size() && is_part(text[end]); ++end) (is_digit(text[end]) ? digits : letters)++;
    // `22.562l1.971` is a drawing's path, no number.
    const bool alone = (begin == 0 || (!is_word(text[begin - 1]) && text[begin - 1] != '.')) &&
                       (end == text.size() || !is_word(text[end])) &&
                       !(end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]));
    if (alone && letters == 1 && digits >= kFewestDigits && is_digit(text[begin]) && is_digit(text[end - 1]) &&
        passage.is_text(begin, end)) {
      std::string right = text.substr(begin, end - begin);
      std::replace(right.begin(), right.end(), 'O', '0');
      std::replace_if(
          right.begin(), right.end(), [](char c) { return c == 'l' || c == 'I'; }, '1');
      report_written(passage, begin, end, right, findings);
    }
    begin = std::max(end, begin + 1);
  }
}

/// Whether a long paragraph stops in the middle of a sentence.
bool is_cut_off(std::string_view text) {
  constexpr std::size_t kLong = 40;  // bytes; shorter ones are labels and verse
  if (text.size() < kLong) return false;
  return is_lower(text.back()) || text.back() == ',' || text.ends_with("，") || text.ends_with("、");
}

/// How many bytes its first word has, if that goes on with a sentence: small letters alone.
std::size_t continues(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_lower(text[size])) ++size;
  const bool is_word_alone = size > 1 && size + 1 < text.size() && (text[size] == ' ' || text[size] == ',');
  return is_word_alone ? size : 0;
}

/// A sentence that a blank line cuts in two, where a page ended.
void check_cut(const Passage& first, const Passage& second, bool in_chinese, Findings& findings) {
  const bool is_chinese = first.text.ends_with("，") || first.text.ends_with("、");
  if (in_chinese && !is_chinese) return;  // Latin names end and begin Chinese sentences too
  if (first.stretches.empty() || first.stretches.back().link) return;
  const std::size_t head = is_chinese ? decode_utf8(second.text, 0).size : continues(second.text);
  if (!is_cut_off(first.text) || head == 0 || (is_chinese && !is_han(after(second.text, 0)))) return;
  if (!second.is_text(0, head) || !first.is_text(first.text.size() - 1, first.text.size())) return;
  report(second, 0, head, ": a blank line cuts the sentence in two; join the paragraphs",
         "：空行把句子切成了两段，请合并", findings);
}

/// Paragraphs that follow one another, at any depth.
void collect_neighbours(const Blocks& blocks, std::map<const Block*, const Block*>& next) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool both = i + 1 < blocks.size() && std::holds_alternative<Paragraph>(blocks[i].value) &&
                      std::holds_alternative<Paragraph>(blocks[i + 1].value);
    if (both) next[&blocks[i]] = &blocks[i + 1];
    std::visit(
        [&](const auto& value) {
          using T = std::remove_cvref_t<decltype(value)>;
          if constexpr (std::is_same_v<T, List>) {
            for (const ListItem& item : value.items) collect_neighbours(item.children, next);
          } else if constexpr (std::is_same_v<T, BlockQuote> || std::is_same_v<T, Alert> ||
                               std::is_same_v<T, Division>) {
            collect_neighbours(value.children, next);
          }
        },
        blocks[i].value);
  }
}

void check_cuts(const BookProse& prose, Findings& findings) {
  const bool in_chinese = prose.book->language.starts_with("zh");
  std::map<const Block*, const Block*> next;
  for (const Document& document : prose.book->documents) collect_neighbours(document.blocks, next);
  for (std::size_t i = 0; i + 1 < prose.passages.size(); ++i) {
    const auto at = next.find(prose.passages[i].block);
    if (at != next.end() && at->second == prose.passages[i + 1].block)
      check_cut(prose.passages[i], prose.passages[i + 1], in_chinese, findings);
  }
}

}  // namespace

void check_hygiene_ocr(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    for (const Passage& passage : prose.passages) {
      check_greek(passage, findings);
      check_ligatures(passage, findings);
      check_line_hyphens(passage, findings);
      check_numbers(passage, findings);
    }
    check_cuts(prose, findings);
  }
}

}  // namespace bifolio::check
