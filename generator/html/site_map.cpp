#include "html/site_map.h"

#include <algorithm>
#include <set>

#include "html/markup.h"

namespace bifolio::html {
namespace {

/// Names that documents took already; ours step aside.
class Names {
 public:
  explicit Names(const Publication& publication) {
    for (const Book& book : publication.books) {
      for (const Document& document : book.documents) {
        taken_.insert(document.page.substr(0, document.page.find('/')));
      }
    }
  }

  std::string free(std::string_view name) const {
    const std::size_t dot = std::min(name.find('.'), name.size());
    std::string stem(name.substr(0, dot));
    while (taken_.contains(stem + std::string(name.substr(dot)))) stem += "-of-booklet";
    return stem + std::string(name.substr(dot));
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace

SiteMap::SiteMap(const Publication& publication) {
  const Names names(publication);
  contents_ = names.free("contents.html");
  references_ = names.free("references.html");
  glossary_ = names.free("glossary.html");
  index_ = names.free("a-z.html");
  search_ = names.free("search.html");
  changes_ = names.free("changes.html");
  gaze_ = names.free("gaze");
}

std::string SiteMap::document(std::string_view language, const Document& document, View view) const {
  switch (view) {
    case View::plain: return page(language, document.page);
    case View::gaze: return page(language, gaze_ + "/" + document.page);
    case View::parallel: return page("parallel", document.page);
  }
  return "";
}

std::string relative_url(std::string_view from, std::string_view to) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  std::string url;
  const auto depth = std::count(from.begin() + static_cast<std::ptrdiff_t>(common), from.end(), '/');
  for (auto i = depth; i > 0; --i) url += "../";
  return url + path_url(to.substr(common));
}

}  // namespace bifolio::html
