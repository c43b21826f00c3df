// What Unicode knows about characters and text. ICU's home: no other file
// includes an ICU header.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio {

bool is_han(char32_t);            ///< ideographs, supplementary planes included
bool is_cjk_punctuation(char32_t);  ///< ，。“”—… and other marks set full-width in Chinese
bool is_letter(char32_t);
bool is_digit(char32_t);          ///< decimal digits of any script
bool is_upper(char32_t);
bool is_lower(char32_t);
bool is_mark(char32_t);           ///< combining marks
bool is_space(char32_t);          ///< Unicode White_Space
bool is_punctuation(char32_t);    ///< General_Category P*
bool is_symbol(char32_t);         ///< General_Category S*
bool is_control(char32_t);        ///< Cc, Cf and other characters that print nothing

/// Columns on a terminal: 0 for combining marks, 2 for wide and full-width characters.
int terminal_width(char32_t);
int terminal_width(std::string_view);

std::string normalize_nfc(std::string_view);
std::string normalize_nfkd(std::string_view);
std::string fold_case(std::string_view);
std::string to_lower(std::string_view, const char* locale = "");  ///< ICU locale name; "" is root
std::string to_upper(std::string_view, const char* locale = "");
/// Diacritics removed (é → e), for comparing and for sorting keys.
std::string strip_marks(std::string_view);

/// Encodings in which older programs still save text (WPS and Excel: GB 18030).
enum class LegacyEncoding { gb18030, utf16_be, utf16_le };
/// The text as UTF-8, or nothing where some bytes do not fit the encoding.
std::optional<std::string> decode_legacy(std::string_view bytes, LegacyEncoding);

/// Byte offsets at which a word, a sentence or a grapheme ends, the text's end included.
enum class Boundary { grapheme, word, sentence };
std::vector<std::size_t> boundaries(std::string_view, Boundary, const char* locale);

/// The name of a region (ISO 3166 or “EU”) in a language: "US" → “United States”, “美国”.
/// The code itself where ICU knows none.
std::string region_name(std::string_view code, const char* locale);

/// Orders text as readers of a language expect it (pinyin for "zh").
class Collator {
 public:
  explicit Collator(const char* locale);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  /// Negative, zero or positive, as strcmp.
  int compare(std::string_view, std::string_view) const;
 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace bifolio
