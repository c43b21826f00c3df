// The search page. Without a script it offers the index and the contents; the
// script puts a field in their place.
#include "html/markup.h"
#include "html/site.h"

namespace bifolio::html {
namespace {

void write_data(std::string& out, std::string_view name, std::string_view value) {
  append_attribute(out, "data-" + std::string(name), value);
}

}  // namespace

Artifact search_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.search(site.publication.books[book].language));
  const lang::Labels& labels = scope.labels();
  Frame frame;
  frame.kind = "search-page";
  frame.title = labels.search;
  std::vector<std::string> paths;
  for (const Book& other : site.publication.books) paths.push_back(site.map.search(other.language));
  add_navigation(site, scope, paths, std::nullopt, frame);
  frame.scripts.push_back(scope.url(SiteMap::asset("search.js")));
  for (const Book& other : site.publication.books) {
    frame.scripts.push_back(scope.url(SiteMap::asset("search-" + other.language + ".js")));
  }
  std::string& out = frame.main;
  out += "<h1>";
  append_text(out, labels.search);
  out += "</h1>\n<div id=\"search\"";
  write_data(out, "prompt", labels.search_prompt);
  write_data(out, "button", labels.search);
  write_data(out, "found", labels.search_found);
  write_data(out, "none", labels.search_none);
  out += ">\n<p>";
  append_text(out, labels.search_without_script);
  out += "</p>\n</div>\n<ul class=\"controls\">\n";
  const auto link = [&](std::string_view label, const std::string& path) {
    out += "<li><a class=\"control\"";
    append_attribute(out, "href", scope.url(path));
    out += ">";
    append_text(out, label);
    out += "</a></li>\n";
  };
  if (site.has_glossary()) link(labels.index, site.map.index(scope.language()));
  link(labels.contents, site.map.contents(scope.language()));
  out += "</ul>\n";
  return {scope.page, site.shell.render(scope, frame)};
}

}  // namespace bifolio::html
