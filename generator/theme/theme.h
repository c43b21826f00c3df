// tokens.css → Theme: the one set of names for CSS and for the page engine.
//
// tokens.css holds custom properties only, in rules whose selector is `:root`,
// `:root[data-edition="large"]`, `:root:lang(zh)` or both together, and in the
// media blocks (prefers-color-scheme: dark) and (prefers-contrast: more). The
// page engine reads the light values. A size is `10.5pt/18pt` (size/leading).
#pragma once

#include <map>
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
};

/// For whom a token is read. Language matters by its primary subtag.
struct Context {
  std::string_view edition = {};  ///< "pdf", "large"; "" = the web
  std::string_view language = {};
};

class Theme {
 public:
  /// Reads themes/NAME/ as loaded into `files`: tokens.css, screen.css, templates.
  static Theme read(const source::SourceSet& files, Findings&);

  /// The most specific value: edition and language, edition, language, root. "" where unknown.
  const std::string& value(std::string_view token, const Context& = {}) const;
  Color color(std::string_view token, const Context& = {}) const;
  Length length(std::string_view token, const Context& = {}) const;
  TypeSize size(std::string_view token, const Context& = {}) const;
  /// `95%` → 950 per mille.
  int per_mille(std::string_view token, const Context& = {}) const;
  /// Quoted family names of a list: `"Noto Serif CJK SC", serif` → {"Noto Serif CJK SC"}.
  std::vector<std::string> families(std::string_view token, const Context& = {}) const;

  const std::string& name() const { return name_; }
  /// Files that HTML publishes beside the pages, by name: tokens.css, screen.css.
  const std::map<std::string, std::string, std::less<>>& stylesheets() const { return stylesheets_; }
  /// Page templates (mustache), by name without suffix.
  const std::map<std::string, std::string, std::less<>>& templates() const { return templates_; }

 private:
  struct Scope {
    std::string edition, language, media;
    auto operator<=>(const Scope&) const = default;
  };
  std::string name_;
  std::map<Scope, std::map<std::string, std::string, std::less<>>> tokens_;
  std::map<std::string, std::string, std::less<>> stylesheets_;
  std::map<std::string, std::string, std::less<>> templates_;
};

RuleList rules();

}  // namespace bifolio::theme
