#include "cite/bilingual.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/locale.h"

namespace bifolio::cite {
namespace {

/// Names of languages as libraries write them, in lower case.
constexpr auto kNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"chinese", "zh-CN"},  {"chi", "zh-CN"},        {"zho", "zh-CN"},      {"cn", "zh-CN"},
    {"中文", "zh-CN"},     {"汉语", "zh-CN"},       {"汉文", "zh-CN"},     {"简体中文", "zh-CN"},
    {"zh-hans", "zh-CN"},  {"zh-hans-cn", "zh-CN"}, {"cmn", "zh-CN"},      {"zh-hant", "zh-TW"},
    {"繁體中文", "zh-TW"}, {"繁体中文", "zh-TW"},   {"zh-hk", "zh-TW"},    {"zh-hant-tw", "zh-TW"},
    {"english", "en-US"},  {"eng", "en-US"},        {"英文", "en-US"},     {"英语", "en-US"},
    {"us", "en-US"},       {"german", "de-DE"},     {"deutsch", "de-DE"},  {"ger", "de-DE"},
    {"deu", "de-DE"},      {"french", "fr-FR"},     {"français", "fr-FR"}, {"francais", "fr-FR"},
    {"fre", "fr-FR"},      {"fra", "fr-FR"},        {"japanese", "ja-JP"}, {"日本語", "ja-JP"},
    {"日语", "ja-JP"},     {"jpn", "ja-JP"},        {"jp", "ja-JP"},       {"korean", "ko-KR"},
    {"한국어", "ko-KR"},   {"kor", "ko-KR"},        {"russian", "ru-RU"},  {"rus", "ru-RU"},
    {"spanish", "es-ES"},  {"español", "es-ES"},    {"spa", "es-ES"},      {"italian", "it-IT"},
    {"ita", "it-IT"},      {"portuguese", "pt-PT"}, {"por", "pt-PT"},      {"dutch", "nl-NL"},
    {"dut", "nl-NL"},      {"nld", "nl-NL"},
});

bool is_tag(std::string_view text) {
  const std::size_t primary = std::min(text.find('-'), text.size());
  if (primary < 2 || primary > 3) return false;
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == text.npos;
}

/// "EN-us" → "en-US".
std::string with_usual_case(std::string_view tag) {
  const std::size_t dash = tag.find('-');
  if (dash == tag.npos) return to_lower(tag);
  return to_lower(tag.substr(0, dash)) + "-" + to_upper(tag.substr(dash + 1));
}

}  // namespace

std::string normalize_language(std::string_view given) {
  std::string text = to_lower(given);
  std::replace(text.begin(), text.end(), '_', '-');
  text = text.substr(0, text.find_first_of(",;/ "));
  for (const auto& [name, tag] : kNames) {
    if (text == name) return std::string(tag);
  }
  return is_tag(text) ? default_dialect(with_usual_case(text)) : std::string();
}

bool same_language(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

namespace {

enum class Script { none, latin, han, kana, hangul, cyrillic, other };

Script script_of(std::string_view text) {
  Script found = Script::none;
  for (const auto at : code_points(text)) {
    const char32_t c = at.code_point;
    if (c >= 0x3040 && c <= 0x30FF) return Script::kana;
    if (c >= 0xAC00 && c <= 0xD7A3) return Script::hangul;
    if (is_han(c))
      found = Script::han;
    else if (found != Script::none || !is_letter(c))
      continue;
    else if (c >= 0x400 && c <= 0x52F)
      found = Script::cyrillic;
    else
      found = c < 0x250 ? Script::latin : Script::other;
  }
  return found;
}

}  // namespace

std::string language_of_script(const Item& item, const std::string& otherwise) {
  switch (script_of(item.text(Variable::title))) {
    case Script::han: return otherwise.starts_with("zh") || otherwise.starts_with("ja") ? otherwise : "zh-CN";
    case Script::kana: return "ja-JP";
    case Script::hangul: return "ko-KR";
    case Script::cyrillic: return otherwise.starts_with("ru") ? otherwise : "ru-RU";
    case Script::latin: {
      const bool writes_latin = !otherwise.starts_with("zh") && !otherwise.starts_with("ja") &&
                                !otherwise.starts_with("ko") && !otherwise.starts_with("ru");
      return writes_latin ? otherwise : "en-US";
    }
    default: return otherwise;
  }
}

}  // namespace bifolio::cite
