#include "theme/theme.h"

#include <set>

#include "theme/css.h"
#include "theme/required.h"
#include "theme/rules.h"
#include "theme/values.h"

namespace bifolio::theme {
namespace {

constexpr std::string_view kTokens = "tokens.css", kScreen = "screen.css";
constexpr std::string_view kTemplates = "templates/", kTemplateSuffix = ".mustache";

std::string_view primary_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// Where tokens are looked for, the first place first: CSS's cascade backwards.
std::vector<Media> cascade(Media media) {
  switch (media) {
    case Media::light: return {Media::light};
    case Media::dark: return {Media::dark, Media::light};
    case Media::contrast: return {Media::contrast, Media::light};
    case Media::contrast_dark: return {Media::contrast_dark, Media::contrast, Media::dark, Media::light};
  }
  return {};
}

/// Editions that give a page its width are printed on pages.
template <typename Scopes>
std::vector<std::string> paged_editions(const Scopes& scopes) {
  std::set<std::string> editions;
  for (const auto& [scope, values] : scopes) {
    if (!scope.edition.empty() && values.contains("--page-width")) editions.insert(scope.edition);
  }
  return {editions.begin(), editions.end()};
}

}  // namespace

Theme Theme::read(const source::SourceSet& files, Findings& findings) {
  Theme theme;
  for (std::uint32_t i = 0; i < files.files().size(); ++i) {
    const std::string& path = files.files()[i].path;
    const std::string& bytes = files.files()[i].bytes;
    const std::string_view text = without_byte_order_mark(bytes);
    if (path == kTokens) theme.read_tokens(bytes, {i}, findings);
    if (path == kTokens || path == kScreen) theme.stylesheets_.emplace(path, text);
    if (path.starts_with(kTemplates) && path.ends_with(kTemplateSuffix)) {
      const std::size_t size = path.size() - kTemplates.size() - kTemplateSuffix.size();
      theme.templates_.emplace(path.substr(kTemplates.size(), size), text);
    }
  }
  for (const std::string_view path : {kTokens, kScreen}) {
    if (!theme.stylesheets_.contains(path)) findings.add({&theme_file_missing, {}, {{"path", std::string(path)}}});
  }
  return theme;
}

void Theme::read_tokens(std::string_view css, FileId file, Findings& findings) {
  for (const StyleRule& rule : read_css(css, file, findings)) {
    for (const Selector& selector : rule.selectors) {
      Values& values = tokens_[{selector.edition, selector.language, rule.media}];
      for (const Declaration& declaration : rule.declarations) {
        values.insert_or_assign(declaration.name, declaration.value);
      }
    }
  }
  const auto names = families("--theme-name");
  if (!names.empty()) name_ = names.front();
  check_required(*this, paged_editions(tokens_), file, findings);
}

const std::string* Theme::find(std::string_view token, std::string_view edition, std::string_view language,
                               Media media) const {
  const auto scope = tokens_.find({std::string(edition), std::string(language), media});
  if (scope == tokens_.end()) return nullptr;
  const auto at = scope->second.find(token);
  return at == scope->second.end() ? nullptr : &at->second;
}

const std::string& Theme::value(std::string_view token, const Context& context) const {
  static const std::string none;
  const std::string_view language = primary_subtag(context.language);
  for (const Media media : cascade(context.media)) {
    if (const auto* found = find(token, context.edition, language, media)) return *found;
    if (const auto* found = find(token, context.edition, "", media)) return *found;
    if (const auto* found = find(token, "", language, media)) return *found;
    if (const auto* found = find(token, "", "", media)) return *found;
  }
  return none;
}

Color Theme::color(std::string_view token, const Context& context) const {
  return read_color(value(token, context)).value_or(Color{});
}

std::optional<Color> Theme::ground(std::string_view token, const Context& context) const {
  return read_color(value(token, context));
}

Length Theme::length(std::string_view token, const Context& context) const {
  return read_length(value(token, context)).value_or(Length{});
}

TypeSize Theme::size(std::string_view token, const Context& context) const {
  return read_size(value(token, context)).value_or(TypeSize{pt(10), pt(16)});
}

int Theme::per_mille(std::string_view token, const Context& context) const {
  return read_per_mille(value(token, context)).value_or(1000);
}

std::vector<double> Theme::numbers(std::string_view token, const Context& context) const {
  return read_numbers(value(token, context));
}

std::vector<std::string> Theme::families(std::string_view token, const Context& context) const {
  return read_families(value(token, context));
}

}  // namespace bifolio::theme
