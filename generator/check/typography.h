// Inside check/: what the rules on marks and signs (`typo-*`, `hygiene-punct-width`)
// share: a passage as code points, each with the language it is written in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"

namespace bifolio::check {

/// What is no prose (code, addresses, citations, notes, tags of HTML) stands as U+FFFC.
class Characters {
 public:
  Characters(const Passage&, std::string_view book_language);

  const Passage& passage() const { return passage_; }
  std::size_t size() const { return chars_.size(); }
  /// 0 before the first and after the last, so that `at(i - 1)` asks nothing of `i`.
  char32_t at(std::size_t i) const { return i < chars_.size() ? chars_[i] : 0; }
  std::u32string_view text() const { return chars_; }
  std::u32string_view text(std::size_t begin, std::size_t end) const { return text().substr(begin, end - begin); }
  /// Whether the author writes Chinese there: by `lang=`, else by the book.
  bool is_chinese(std::size_t i) const { return language(i).starts_with("zh"); }
  std::string_view language(std::size_t i) const;
  bool is_emphasised(std::size_t i) const { return stretch(i).is_emphasised; }

  Span span(std::size_t begin, std::size_t end) const;
  std::string utf8(std::size_t begin, std::size_t end) const;

  /// The first place from `i` on where `is_part` no longer holds; and the last one before.
  template <typename IsPart>
  std::size_t end_of(std::size_t i, IsPart is_part) const {
    while (i < size() && is_part(at(i))) ++i;
    return i;
  }
  template <typename IsPart>
  std::size_t begin_of(std::size_t i, IsPart is_part) const {
    while (i > 0 && is_part(at(i - 1))) --i;
    return i;
  }

 private:
  void blank_tags();
  const Stretch& stretch(std::size_t i) const { return passage_.touched(offsets_[i], offsets_[i] + 1).front(); }

  const Passage& passage_;
  std::string_view book_language_;
  std::u32string chars_;
  std::vector<std::uint32_t> offsets_;
};

std::vector<std::vector<Characters>> characters_of(const std::vector<BookProse>&);

/// Every passage of every book.
using Judge = void (*)(const Characters&, Findings&);
void judge_passages(const Context&, Judge, Findings&);

/// “Write {right}, not {wrong}”, with the repair where the source says just that.
Finding finding_of(const Rule&, const Characters&, std::size_t begin, std::size_t end, std::string right);
void report(const Rule&, const Characters&, std::size_t begin, std::size_t end, std::string right, Findings&);

bool is_latin_letter(char32_t);  ///< a to z, with or without accents
bool is_number_part(char32_t);   ///< a digit 0 to 9
bool is_chinese_text(char32_t);  ///< Han, or a mark that only Chinese has
bool is_opening(char32_t);       ///< brackets and quotation marks that open
/// Whether Chinese stands beside these characters, spaces apart.
bool touches_chinese(const Characters&, std::size_t begin, std::size_t end);
bool is_name_character(char32_t);  ///< with which foreign names are transliterated
/// Whether the mark at `i` stands inside the transliterated name of a person: 约翰.史密斯.
bool is_in_name(const Characters&, std::size_t i);

}  // namespace bifolio::check
