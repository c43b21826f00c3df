#include "html/scope.h"

namespace bifolio::html {

std::string_view Scope::language_written(lang::Writing writing) const {
  for (const std::string& tag : publication.booklet.languages) {
    const lang::Language* known = lang::find(tag);
    if (known && known->writing() == writing) return tag;
  }
  return writing == lang::Writing::han ? "zh-Hans" : "en";
}

std::string labelled(const Scope& scope, std::string_view label, std::string_view text) {
  const bool is_han = scope.words().writing() == lang::Writing::han;
  return std::string(label) + (is_han ? "：" : ": ") + std::string(text);
}

std::string counted(std::string_view pattern, std::size_t n) {
  return lang::fill(pattern, "n", std::to_string(n));
}

}  // namespace bifolio::html
