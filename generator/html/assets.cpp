// What stands beside the pages: style sheets, scripts, the icon, pictures.
#include <set>

#include "html/ornament.h"
#include "html/search_script.h"
#include "html/site.h"

namespace bifolio::html {

void add_assets(const Site& site, Artifacts& artifacts) {
  for (const auto& [name, css] : site.theme.stylesheets()) artifacts.push_back({SiteMap::asset(name), css});
  artifacts.push_back({SiteMap::asset("icon.svg"), icon_svg(site.theme.value("--accent"))});
  artifacts.push_back({SiteMap::asset("search.js"), std::string(kSearchScript)});
  for (const auto& [path, picture] : site.publication.pictures) {
    artifacts.push_back({SiteMap::picture(path), picture.bytes});
  }
}

}  // namespace bifolio::html
