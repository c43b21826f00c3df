#include "theme/required.h"

#include "theme/rules.h"
#include "theme/values.h"

namespace bifolio::theme {
namespace {

enum class Kind { color, ground, length, size, share, families };
enum class Where { everywhere, pages, optional };

struct Required {
  std::string_view token;
  Kind kind;
  Where where;
};

constexpr Required kRequired[] = {
#define TOKEN(name, kind) {"--" #name, Kind::kind, Where::everywhere},
#define PAGE_TOKEN(name, kind) {"--" #name, Kind::kind, Where::pages},
#define OPTIONAL_TOKEN(name, kind) {"--" #name, Kind::kind, Where::optional},
#include "theme/required.def"
#undef TOKEN
#undef PAGE_TOKEN
#undef OPTIONAL_TOKEN
};

bool is_of_kind(Kind kind, std::string_view value) {
  switch (kind) {
    case Kind::color: return read_color(value).has_value();
    case Kind::ground: return value == kNoColor || read_color(value).has_value();
    case Kind::length: return read_length(value).has_value();
    case Kind::size: return read_size(value).has_value();
    case Kind::share: return read_per_mille(value).has_value();
    case Kind::families: return !read_families(value).empty();
  }
  return false;
}

Words expectation(Kind kind) {
  switch (kind) {
    case Kind::color: return {"a colour like `#0B4F75`", "`#0B4F75` 这样的颜色"};
    case Kind::ground: return {"a colour like `#F2F6F8`, or `transparent`", "`#F2F6F8` 这样的颜色或 `transparent`"};
    case Kind::length: return {"a length like `294pt`", "`294pt` 这样的长度"};
    case Kind::size: return {"a size and leading like `10.5pt/18pt`", "`10.5pt/18pt` 这样的字号和行距"};
    case Kind::share: return {"a share like `95%`", "`95%` 这样的比例"};
    case Kind::families: return {"a list with a family name in quotes", "带引号字体名的列表"};
  }
  return {};
}

void check(const Theme& theme, const Required& required, const std::string& edition, FileId file, Findings& findings) {
  const std::string token(required.token);
  const std::string& value = theme.value(token, {edition, {}, Media::light});
  const Span start = {file, 0, 0};
  if (value.empty() && required.where == Where::optional) return;
  if (value.empty()) {
    const Argument where = edition.empty()
                               ? Argument{"where", ""}
                               : Argument{"where", " for the edition `" + edition + "`", "（版本 `" + edition + "`）"};
    findings.add({&theme_token_missing, start, {{"token", token}, where}});
  } else if (!is_of_kind(required.kind, value)) {
    const Words expected = expectation(required.kind);
    findings.add(
        {&theme_token_value,
         start,
         {{"token", token}, {"value", value}, {"expected", std::string(expected.en), std::string(expected.zh_hans)}}});
  }
}

}  // namespace

void check_required(const Theme& theme, const std::vector<std::string>& editions, FileId file, Findings& findings) {
  for (const Required& required : kRequired) {
    if (required.where != Where::pages) check(theme, required, "", file, findings);
    for (const std::string& edition : editions) {
      if (required.where == Where::pages) check(theme, required, edition, file, findings);
    }
  }
}

}  // namespace bifolio::theme
