#include "base/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cassert>

#include "base/owned.h"
#include "base/utf8.h"

namespace bifolio {
namespace {

UChar32 as_icu(char32_t c) { return static_cast<UChar32>(c); }

std::int32_t category_bit(char32_t c) { return U_GET_GC_MASK(as_icu(c)); }

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::string normalize(std::string_view text, const icu::Normalizer2* form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString result = form->normalize(to_icu(text), status);
  return U_SUCCESS(status) ? from_icu(result) : std::string(text);
}

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2* nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKDInstance(status);
}

std::unique_ptr<icu::BreakIterator> break_iterator(Boundary boundary, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale where(locale);
  switch (boundary) {
    case Boundary::grapheme:
      return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createCharacterInstance(where, status));
    case Boundary::word:
      return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(where, status));
    case Boundary::sentence:
      return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createSentenceInstance(where, status));
  }
  return nullptr;
}

}  // namespace

bool is_han(char32_t c) {
  if (c < 0x2E80) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  UErrorCode status = U_ZERO_ERROR;
  return c == 0x3007 || (u_hasBinaryProperty(as_icu(c), UCHAR_IDEOGRAPHIC) && uscript_getScript(as_icu(c), &status) == USCRIPT_HAN);
}

bool is_cjk_punctuation(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201C: case 0x201D:  // ‘ ’ “ ”
    case 0x2014: case 0x2E3A: case 0x2026: case 0x00B7:  // — ⸺ … ·
      return true;
    default: break;
  }
  if (c >= 0x3001 && c <= 0x301F && c != 0x3007) return true;
  if (c == 0x3030 || c == 0x30FB || c == 0xFF5E) return true;
  return c >= 0xFF01 && c <= 0xFF65 && is_punctuation(c);
}

bool is_letter(char32_t c) { return u_isalpha(as_icu(c)); }
bool is_digit(char32_t c) { return u_isdigit(as_icu(c)); }
bool is_upper(char32_t c) { return u_isupper(as_icu(c)); }
bool is_lower(char32_t c) { return u_islower(as_icu(c)); }
bool is_mark(char32_t c) { return (category_bit(c) & U_GC_M_MASK) != 0; }
bool is_space(char32_t c) { return u_isUWhiteSpace(as_icu(c)); }
bool is_punctuation(char32_t c) { return (category_bit(c) & U_GC_P_MASK) != 0; }
bool is_symbol(char32_t c) { return (category_bit(c) & U_GC_S_MASK) != 0; }
bool is_control(char32_t c) { return (category_bit(c) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0; }

int terminal_width(char32_t c) {
  if (is_mark(c) || is_control(c)) return 0;
  const auto width = u_getIntPropertyValue(as_icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int terminal_width(std::string_view text) {
  int width = 0;
  for (const auto at : code_points(text)) width += terminal_width(at.code_point);
  return width;
}

std::string normalize_nfc(std::string_view text) { return normalize(text, nfc()); }
std::string normalize_nfkd(std::string_view text) { return normalize(text, nfkd()); }

std::string fold_case(std::string_view text) { return from_icu(to_icu(text).foldCase()); }
std::string to_lower(std::string_view text, const char* locale) { return from_icu(to_icu(text).toLower(icu::Locale(locale))); }
std::string to_upper(std::string_view text, const char* locale) { return from_icu(to_icu(text).toUpper(icu::Locale(locale))); }

std::string strip_marks(std::string_view text) {
  std::string out;
  const std::string decomposed = normalize_nfkd(text);
  for (const auto at : code_points(decomposed)) {
    if (!is_mark(at.code_point)) append_utf8(out, at.code_point);
  }
  return out;
}

std::optional<std::string> decode_legacy(std::string_view bytes, LegacyEncoding encoding) {
  const char* name = encoding == LegacyEncoding::gb18030    ? "gb18030"
                     : encoding == LegacyEncoding::utf16_be ? "UTF-16BE"
                                                            : "UTF-16LE";
  UErrorCode status = U_ZERO_ERROR;
  const Owned<UConverter, ucnv_close> converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  return from_icu(text);
}

std::vector<std::size_t> boundaries(std::string_view text, Boundary boundary, const char* locale) {
  std::vector<std::size_t> ends;
  const auto breaks = break_iterator(boundary, locale);
  if (!breaks) return {text.size()};
  const icu::UnicodeString wide = to_icu(text);
  breaks->setText(wide);
  std::size_t offset = 0;
  std::int32_t from = breaks->first();
  for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
    offset += from_icu(wide.tempSubStringBetween(from, to)).size();
    ends.push_back(offset);
  }
  return ends;
}

std::string region_name(std::string_view code, const char* locale) {
  const icu::Locale region("", std::string(code).c_str());
  icu::UnicodeString name;
  return from_icu(region.getDisplayCountry(icu::Locale(locale), name));
}

struct Collator::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator(const char* locale) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale(locale), status));
  assert(impl_->collator && "ICU always has the root collation");
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

int Collator::compare(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  return impl_->collator->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                                      {b.data(), static_cast<std::int32_t>(b.size())}, status);
}

}  // namespace bifolio
