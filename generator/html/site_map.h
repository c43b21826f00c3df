// Where each page of a site stands, as paths below its root, and how one page
// reaches another. All addresses are relative, so that a site works from a
// folder, from a zip and from any web server alike.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace bifolio::html {

/// How a document is shown: as a page, in large letters for readers who steer
/// with their eyes, or with all languages side by side.
enum class View { plain, gaze, parallel };

class SiteMap {
 public:
  explicit SiteMap(const Publication&);

  std::string home(std::string_view language) const { return page(language, "index.html"); }
  std::string contents(std::string_view language) const { return page(language, contents_); }
  std::string references(std::string_view language) const { return page(language, references_); }
  std::string glossary(std::string_view language) const { return page(language, glossary_); }
  std::string index(std::string_view language) const { return page(language, index_); }
  std::string search(std::string_view language) const { return page(language, search_); }
  std::string changes(std::string_view language) const { return page(language, changes_); }
  std::string document(std::string_view language, const Document&, View = View::plain) const;

  static std::string asset(std::string_view name) { return "assets/" + std::string(name); }
  /// Pictures keep their path in the booklet.
  static std::string picture(std::string_view path) { return "assets/pictures/" + std::string(path); }
  /// A drawing is an SVG file whatever its name was.
  static std::string drawing(std::string_view path) { return picture(path) + (path.ends_with(".svg") ? "" : ".svg"); }

 private:
  static std::string page(std::string_view language, std::string_view name) {
    return std::string(language) + "/" + std::string(name);
  }
  std::string contents_, references_, glossary_, index_, search_, changes_, gaze_;
};

/// The address of one page as seen from another: `zh-Hans/a/b.html` → `../../en/c.html`.
std::string relative_url(std::string_view from, std::string_view to);

}  // namespace bifolio::html
