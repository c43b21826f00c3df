// tokens.css → Theme: the one set of names for CSS and for the page engine.
//
// tokens.css holds custom properties only, in rules whose selector is `:root`,
// `:root[data-edition="large"]`, `:root:lang(zh)` or both together (or a list of
// such), and in the media blocks (prefers-color-scheme: dark) and
// (prefers-contrast: more), joined with `and` and, where wanted, `screen and`.
// The page engine reads the light values. A size is `10.5pt/18pt` (size/leading).
//
// The surprise: browsers read the same file, so the order of its rules must agree
// with the order in which a Theme looks them up (see `value`).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/finding.h"
#include "base/length.h"
#include "source/load.h"

namespace bifolio::theme {

/// A type size with the distance of its baselines.
struct TypeSize {
  Length size, leading;
  bool operator==(const TypeSize&) const = default;
};

/// What a reader asks of the colours.
enum class Media { light, dark, contrast, contrast_dark };

/// For whom a token is read. Language matters by its primary subtag.
struct Context {
  std::string_view edition = {};  ///< "pdf", "large"; "" = the web
  std::string_view language = {};
  Media media = Media::light;
};

class Theme {
 public:
  /// Reads themes/NAME/ as loaded into `files`: tokens.css, screen.css, templates.
  static Theme read(const source::SourceSet& files, Findings&);

  /// The most specific value: edition and language, edition, language, root. "" where unknown.
  const std::string& value(std::string_view token, const Context& = {}) const;
  /// Black where the token is no colour.
  Color color(std::string_view token, const Context& = {}) const;
  /// Nothing where the token is `transparent` or no colour.
  std::optional<Color> ground(std::string_view token, const Context& = {}) const;
  /// Zero where the token is no length in points.
  Length length(std::string_view token, const Context& = {}) const;
  /// 10pt/16pt where the token is no size in points, so that a page is never set in nothing.
  TypeSize size(std::string_view token, const Context& = {}) const;
  /// `95%` → 950 per mille.
  int per_mille(std::string_view token, const Context& = {}) const;
  /// Numbers between spaces: `6 3` → {6, 3}, `solid` → {}.
  std::vector<double> numbers(std::string_view token, const Context& = {}) const;
  /// Quoted family names of a list: `"Noto Serif CJK SC", serif` → {"Noto Serif CJK SC"}.
  std::vector<std::string> families(std::string_view token, const Context& = {}) const;

  const std::string& name() const { return name_; }
  /// Files that HTML publishes beside the pages, by name: tokens.css, screen.css.
  const std::map<std::string, std::string, std::less<>>& stylesheets() const { return stylesheets_; }
  /// Page templates (mustache), by name without suffix.
  const std::map<std::string, std::string, std::less<>>& templates() const { return templates_; }

 private:
  using Values = std::map<std::string, std::string, std::less<>>;
  struct Scope {
    std::string edition, language;
    Media media = Media::light;
    auto operator<=>(const Scope&) const = default;
  };
  const std::string* find(std::string_view token, std::string_view edition, std::string_view language, Media) const;
  void read_tokens(std::string_view css, FileId, Findings&);

  std::string name_;
  std::map<Scope, Values> tokens_;
  std::map<std::string, std::string, std::less<>> stylesheets_;
  std::map<std::string, std::string, std::less<>> templates_;
};

RuleList rules();

}  // namespace bifolio::theme
