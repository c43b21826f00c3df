#include "lang/lang.h"

#include "lang/languages.h"

namespace bifolio::lang {
namespace {

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

std::vector<const Language*> all() {
  return {
#define LANGUAGE(name) &name(),
#include "lang/languages.def"
#undef LANGUAGE
  };
}

const Language* find(std::string_view tag) {
  for (const Language* language : all()) {
    if (language->tag() == tag) return language;
  }
  for (const Language* language : all()) {
    if (primary(language->tag()) == primary(tag)) return language;
  }
  return nullptr;
}

const Language& get(std::string_view tag) {
  const Language* language = find(tag);
  return language ? *language : en();
}

std::string fill(std::string_view pattern, std::string_view name, std::string_view value) {
  const std::string mark = "{" + std::string(name) + "}";
  std::string out(pattern);
  for (std::size_t at = out.find(mark); at != out.npos; at = out.find(mark, at + value.size())) {
    out.replace(at, mark.size(), value);
  }
  return out;
}

}  // namespace bifolio::lang
