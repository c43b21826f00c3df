// Terms, dates and habits of a language. A Locale is a stack of layers: what the
// style says for the dialect, for the language, for every language; then the
// locale file of the dialect, of the language, and en-US (CSL 1.0.2, “Locale
// Fallback”). Each look-up goes down the stack by itself.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cite/style.h"

namespace bifolio::cite {

struct Term {
  std::string single, multiple;
  Gender gender = Gender::neuter;
};

struct OrdinalSuffix {
  enum class Match : std::uint8_t { last_digit, last_two_digits, whole_number };
  int number = -1;  ///< -1: any
  Match match = Match::last_digit;
  Gender gender = Gender::neuter;
  std::string text;
};

struct DateFormat {
  std::string delimiter;
  std::vector<DatePart> parts;
  Look look = {};
};

struct TermHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// One cs:locale or one locale file. Immutable once read.
class LocaleLayer {
 public:
  std::string language;                                                    ///< "" = every language
  std::unordered_map<std::string, Term, TermHash, std::equal_to<>> terms;  ///< key: term_key
  std::vector<OrdinalSuffix> ordinals;
  std::optional<DateFormat> text_date, numeric_date;
  std::optional<bool> punctuation_in_quote, limit_day_ordinals;
};

std::string term_key(std::string_view name, TermForm, Gender = Gender::neuter);

struct QuoteMarks {
  std::string open, close, inner_open, inner_close;
};

class Locale {
 public:
  Locale(std::string language, std::vector<std::shared_ptr<const LocaleLayer>> layers);

  const std::string& language() const { return language_; }
  /// With the fallback of forms: verb-short → verb → long, symbol → short → long.
  const Term* find(std::string_view name, TermForm = TermForm::long_form) const;
  std::string_view term(std::string_view name, TermForm = TermForm::long_form, bool is_plural = false) const;
  const DateFormat* date(DateForm) const;
  /// "1st", "2e"; `gender` is that of the noun.
  std::string ordinal(int number, Gender) const;
  std::string long_ordinal(int number, Gender) const;
  /// The month's term may be masculine or feminine.
  Gender gender_of(std::string_view term) const;

  const QuoteMarks& quotes() const { return quotes_; }
  /// Marks around words inside a title. Chinese has 《》 around titles themselves, “” inside them.
  const QuoteMarks& quotes_in_text() const { return quotes_in_text_; }
  /// Whether “quotes” of a style are title marks, within which quotes begin anew.
  bool marks_titles() const { return quotes_.open == "《"; }
  bool punctuation_in_quote() const { return punctuation_in_quote_; }
  bool limit_day_ordinals() const { return limit_day_ordinals_; }
  bool is_english() const { return is_english_; }

 private:
  const Term* find_form(std::string_view name, TermForm, Gender) const;
  std::string language_;
  std::vector<std::shared_ptr<const LocaleLayer>> layers_;
  QuoteMarks quotes_, quotes_in_text_;
  bool punctuation_in_quote_ = false, limit_day_ordinals_ = false, is_english_ = false;
};

/// The locale files of a folder, each read when first asked for and then kept.
class Locales {
 public:
  explicit Locales(StyleFolders folders) : folders_(std::move(folders)) {}
  /// The file of a dialect ("en-US"), or nothing.
  std::shared_ptr<const LocaleLayer> file(const std::string& language) const;

 private:
  StyleFolders folders_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const LocaleLayer>> files_;
};

/// "zh" → "zh-CN", "en" → "en-US"; a dialect stays. CSL 1.0.2, “Locale Fallback”.
std::string default_dialect(std::string_view language);

/// The stack for a language under this style.
Locale make_locale(const Style&, std::string_view language);

}  // namespace bifolio::cite
