#include "layout/foreign.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "lang/lang.h"

namespace bifolio::layout {
namespace {

constexpr int kLatinWords = 4;
constexpr int kHanCharacters = 2;

bool is_latin_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x250);
}
bool is_in_word(char32_t c) {
  return is_latin_letter(c) || c == U'\'' || c == 0x2019 || c == U'-' || is_digit(c);
}
bool is_between_words(char32_t c) {
  return c == U' ' || c == 0xA0 || c == U',' || c == U';' || c == U':' || c == U'.' || c == U'(' || c == U')';
}

/// From a first Latin letter to the end of the last word of the run; counts its words.
struct Run {
  std::size_t end = 0;
  int words = 0;
};

Run latin_run(std::string_view text, std::size_t begin) {
  Run run{begin, 0};
  bool in_word = false;
  for (std::size_t at = begin; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    const bool is_word = is_in_word(next.code_point);
    if (!is_word && !is_between_words(next.code_point)) break;
    if (is_word && !in_word && is_latin_letter(next.code_point)) ++run.words;
    in_word = is_word;
    at += next.size;
    if (is_word || (next.code_point == U'.' && run.end == at - 1)) run.end = at;
  }
  return run;
}

Run han_run(std::string_view text, std::size_t begin) {
  Run run{begin, 0};
  for (std::size_t at = begin; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    const bool han = is_han(next.code_point);
    // 2024年10月: digits between Han characters belong to the run.
    if (!han && !is_cjk_punctuation(next.code_point) && !is_digit(next.code_point)) break;
    run.words += han ? 1 : 0;
    at += next.size;
    // Quotes and dashes are shared with Latin text: only what Han follows belongs to the run.
    if (han || next.code_point >= 0x3000) run.end = at;
  }
  return run;
}

}  // namespace

std::vector<Passage> passages(std::string_view text, std::string_view language) {
  const bool is_han_text = lang::get(language).writing() == lang::Writing::han;
  const std::string_view other = is_han_text ? "en" : "zh-Hans";
  std::vector<Passage> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    const bool may_start = is_han_text ? is_latin_letter(next.code_point) : is_han(next.code_point);
    if (!may_start) {
      at += next.size;
      continue;
    }
    const Run run = is_han_text ? latin_run(text, at) : han_run(text, at);
    if (run.words >= (is_han_text ? kLatinWords : kHanCharacters)) {
      if (at > begin) out.push_back({text.substr(begin, at - begin), language});
      out.push_back({text.substr(at, run.end - at), other});
      begin = run.end;
    }
    at = run.end;
  }
  if (begin < text.size()) out.push_back({text.substr(begin), language});
  return out;
}

}  // namespace bifolio::layout
