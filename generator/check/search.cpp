#include "check/search.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::check {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool at_word_edges(std::string_view text, std::size_t begin, std::size_t end) {
  const bool open_left = begin == 0 || !is_word_byte(text[begin]) || !is_word_byte(text[begin - 1]);
  const bool open_right = end == text.size() || !is_word_byte(text[end - 1]) || !is_word_byte(text[end]);
  return open_left && open_right;
}

}  // namespace

std::vector<Match> find_words(const Passage& passage, const std::vector<std::string_view>& words) {
  std::vector<Match> matches;
  const std::string text = lowered(passage.text);
  for (const std::string_view word : words) {
    const std::string wanted = lowered(word);
    for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + wanted.size())) {
      const std::size_t end = at + wanted.size();
      if (!at_word_edges(text, at, end) || !passage.is_text(at, end)) continue;
      matches.push_back({at, end, passage.text.substr(at, end - at)});
    }
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return matches;
}

std::vector<Sentence> sentences(const Passage& passage, std::string_view language) {
  std::vector<Sentence> all;
  std::size_t begin = 0;
  for (const std::size_t end : boundaries(passage.text, Boundary::sentence, language.starts_with("zh") ? "zh" : "en")) {
    if (end > begin) all.push_back({begin, end});
    begin = end;
  }
  return all;
}

char32_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return decode_utf8(text, start).code_point;
}

char32_t after(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : 0;
}

}  // namespace bifolio::check
