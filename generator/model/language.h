// A language of a booklet, as an index into `Booklet::languages`.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace bifolio {

/// Text that a booklet gives per language: BCP 47 tag → text.
using LocalText = std::map<std::string, std::string, std::less<>>;

/// The text in that language, or "" where the booklet gives none.
inline const std::string& text_in(const LocalText& text, std::string_view language) {
  static const std::string none;
  const auto at = text.find(language);
  return at == text.end() ? none : at->second;
}

}  // namespace bifolio
