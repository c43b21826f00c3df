#include "cite/locale.h"

#include <algorithm>

#include "cite/locale_read.h"

namespace bifolio::cite {

std::string term_key(std::string_view name, TermForm form, Gender gender) {
  std::string key(name);
  key += '/';
  key += static_cast<char>('0' + static_cast<int>(form));
  key += static_cast<char>('0' + static_cast<int>(gender));
  return key;
}

namespace {

/// The next form to try; a long form has none.
TermForm fallback(TermForm form) {
  switch (form) {
    case TermForm::verb_short: return TermForm::verb;
    case TermForm::symbol: return TermForm::short_form;
    default: return TermForm::long_form;
  }
}

template <typename Member>
bool first_given(const std::vector<std::shared_ptr<const LocaleLayer>>& layers, Member member) {
  for (const auto& layer : layers) {
    if (((*layer).*member).has_value()) return *((*layer).*member);
  }
  return false;
}

}  // namespace

Locale::Locale(std::string language, std::vector<std::shared_ptr<const LocaleLayer>> layers)
    : language_(std::move(language)), layers_(std::move(layers)) {
  quotes_ = {std::string(term("open-quote")), std::string(term("close-quote")), std::string(term("open-inner-quote")),
             std::string(term("close-inner-quote"))};
  quotes_in_text_ = marks_titles() ? QuoteMarks{"“", "”", "‘", "’"} : quotes_;
  punctuation_in_quote_ = first_given(layers_, &LocaleLayer::punctuation_in_quote);
  limit_day_ordinals_ = first_given(layers_, &LocaleLayer::limit_day_ordinals);
  is_english_ = language_.starts_with("en");
}

const Term* Locale::find_form(std::string_view name, TermForm form, Gender gender) const {
  const std::string key = term_key(name, form, gender);
  for (const auto& layer : layers_) {
    const auto at = layer->terms.find(key);
    if (at != layer->terms.end()) return &at->second;
  }
  return nullptr;
}

const Term* Locale::find(std::string_view name, TermForm form) const {
  for (;; form = fallback(form)) {
    if (const Term* found = find_form(name, form, Gender::neuter)) return found;
    if (form == TermForm::long_form) return nullptr;
  }
}

std::string_view Locale::term(std::string_view name, TermForm form, bool is_plural) const {
  const Term* found = find(name, form);
  if (!found) return {};
  return is_plural ? found->multiple : found->single;
}

const DateFormat* Locale::date(DateForm form) const {
  for (const auto& layer : layers_) {
    const auto& format = form == DateForm::text ? layer->text_date : layer->numeric_date;
    if (format) return &*format;
  }
  return nullptr;
}

Gender Locale::gender_of(std::string_view name) const {
  const Term* found = find(name);
  return found ? found->gender : Gender::neuter;
}

namespace {

bool fits(const OrdinalSuffix& suffix, int number, bool two_digits) {
  switch (suffix.match) {
    case OrdinalSuffix::Match::whole_number: return suffix.number == number;
    case OrdinalSuffix::Match::last_two_digits: return two_digits && suffix.number == number % 100;
    case OrdinalSuffix::Match::last_digit: return !two_digits && suffix.number == number % 10;
  }
  return false;
}

/// Exact numbers win over two digits, two digits over one; the bare suffix comes last.
const OrdinalSuffix* best_suffix(const std::vector<OrdinalSuffix>& all, int number, Gender gender) {
  for (const bool two_digits : {true, false}) {
    for (const OrdinalSuffix& suffix : all) {
      if (suffix.number >= 0 && suffix.gender == gender && fits(suffix, number, two_digits)) return &suffix;
    }
  }
  for (const OrdinalSuffix& suffix : all) {
    if (suffix.number < 0 && suffix.gender == gender) return &suffix;
  }
  return nullptr;
}

}  // namespace

std::string Locale::ordinal(int number, Gender gender) const {
  const std::string digits = std::to_string(number);
  // A layer that gives any suffix replaces the whole set below it (CSL 1.0.2, “Ordinal Suffixes”).
  for (const auto& layer : layers_) {
    if (layer->ordinals.empty()) continue;
    const OrdinalSuffix* suffix = best_suffix(layer->ordinals, number, gender);
    if (!suffix) suffix = best_suffix(layer->ordinals, number, Gender::neuter);
    return suffix ? digits + suffix->text : digits;
  }
  return digits;
}

std::string Locale::long_ordinal(int number, Gender gender) const {
  if (number < 1 || number > 10) return ordinal(number, gender);
  const std::string name = std::string("long-ordinal-") + (number < 10 ? "0" : "") + std::to_string(number);
  const Term* found = find_form(name, TermForm::long_form, gender);
  if (!found) found = find_form(name, TermForm::long_form, Gender::neuter);
  return found ? found->single : ordinal(number, gender);
}

std::shared_ptr<const LocaleLayer> Locales::file(const std::string& language) const {
  const std::lock_guard lock(mutex_);
  const auto at = files_.find(language);
  if (at != files_.end()) return at->second;
  return files_[language] = read_locale_file(folders_, language);
}

std::string default_dialect(std::string_view language) {
  static const std::map<std::string_view, std::string_view> dialects = {
      {"af", "af-ZA"}, {"bg", "bg-BG"}, {"ca", "ca-AD"}, {"cs", "cs-CZ"}, {"cy", "cy-GB"}, {"da", "da-DK"},
      {"de", "de-DE"}, {"el", "el-GR"}, {"en", "en-US"}, {"es", "es-ES"}, {"et", "et-EE"}, {"fa", "fa-IR"},
      {"fi", "fi-FI"}, {"fr", "fr-FR"}, {"he", "he-IL"}, {"hi", "hi-IN"}, {"hr", "hr-HR"}, {"hu", "hu-HU"},
      {"id", "id-ID"}, {"is", "is-IS"}, {"it", "it-IT"}, {"ja", "ja-JP"}, {"km", "km-KH"}, {"ko", "ko-KR"},
      {"lt", "lt-LT"}, {"lv", "lv-LV"}, {"mn", "mn-MN"}, {"nb", "nb-NO"}, {"nl", "nl-NL"}, {"nn", "nn-NO"},
      {"pl", "pl-PL"}, {"pt", "pt-PT"}, {"ro", "ro-RO"}, {"ru", "ru-RU"}, {"sk", "sk-SK"}, {"sl", "sl-SI"},
      {"sr", "sr-RS"}, {"sv", "sv-SE"}, {"th", "th-TH"}, {"tr", "tr-TR"}, {"uk", "uk-UA"}, {"vi", "vi-VN"},
      {"zh", "zh-CN"}};
  const auto at = dialects.find(language);
  return std::string(at == dialects.end() ? language : at->second);
}

namespace {

std::string_view primary(std::string_view language) {
  return language.substr(0, language.find('-'));
}

}  // namespace

Locale make_locale(const Style& style, std::string_view language) {
  const std::string dialect = default_dialect(language.empty() ? "en-US" : language);
  std::vector<std::shared_ptr<const LocaleLayer>> layers;
  const auto add_own = [&](std::string_view wanted) {
    for (const auto& layer : style.locale_layers) {
      if (layer->language == wanted) layers.push_back(layer);
    }
  };
  const auto add_file = [&](const std::string& name) {
    if (const auto layer = style.locales->file(name)) layers.push_back(layer);
  };
  add_own(dialect);
  if (primary(dialect) != dialect) add_own(primary(dialect));
  add_own("");
  add_file(dialect);
  const std::string sibling = default_dialect(primary(dialect));
  if (sibling != dialect) add_file(sibling);
  if (dialect != "en-US" && sibling != "en-US") add_file("en-US");
  return Locale(dialect, std::move(layers));
}

}  // namespace bifolio::cite
