// What stands beside the pages: style sheets, scripts, the icon, pictures.
#include <set>

#include "html/ornament.h"
#include "html/search_script.h"
#include "html/site.h"
#include "html/svg.h"
#include "picture/picture.h"

namespace bifolio::html {

Drawings drawings_of(const Publication& publication) {
  Drawings drawings;
  if (publication.books.empty()) return drawings;
  Findings known;  // told when the files were first read
  for (const auto& [path, picture] : publication.pictures) {
    if (!picture::is_markup(path, picture.bytes)) continue;
    auto drawing = picture::read_svg(picture, publication.books.front().language, known);
    if (drawing) drawings.emplace(path, *std::move(drawing));
  }
  return drawings;
}

void add_assets(const Site& site, Artifacts& artifacts) {
  for (const auto& [name, css] : site.theme.stylesheets()) artifacts.push_back({SiteMap::asset(name), css});
  artifacts.push_back({SiteMap::asset("icon.svg"), icon_svg(site.theme.value("--accent"))});
  artifacts.push_back({SiteMap::asset("search.js"), std::string(kSearchScript)});
  for (const auto& [path, picture] : site.publication.pictures) {
    if (!picture::is_markup(path, picture.bytes)) artifacts.push_back({SiteMap::picture(path), picture.bytes});
  }
  for (const auto& [path, drawing] : site.drawings)
    artifacts.push_back({SiteMap::drawing(path),
                         write_svg(drawing, SvgOptions{.language = site.publication.books.front().language})});
}

}  // namespace bifolio::html
