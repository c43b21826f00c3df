#include "html/shell.h"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>

#include "base/hash.h"
#include "base/nearest.h"
#include "html/markup.h"
#include "html/rules.h"
#include "html/search_script.h"

namespace bifolio::html {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kPage = "page";

/// Everything a page template may ask for.
constexpr std::array kNames = {
    std::string_view("language"), std::string_view("edition"),    std::string_view("title"),
    std::string_view("kind"),     std::string_view("assets"),     std::string_view("description"),
    std::string_view("booklet"),  std::string_view("home"),       std::string_view("skip"),
    std::string_view("controls"), std::string_view("href"),       std::string_view("label"),
    std::string_view("current"),  std::string_view("alternates"), std::string_view("main_navigation"),
    std::string_view("more"),     std::string_view("notice"),     std::string_view("more_navigation"),
    std::string_view("version"),  std::string_view("sidebar"),    std::string_view("main"),
    std::string_view("scripts"),  std::string_view("script"),     std::string_view("foreign"),
    std::string_view("extra"),    std::string_view("brand"),      std::string_view("nonce")};

/// The name inside `{{…}}`, without the sign before it.
std::string_view tag_name(std::string_view tag) {
  const auto is_edge = [](char c) {
    return c == ' ' || c == '{' || c == '}' || c == '#' || c == '^' || c == '/' || c == '&';
  };
  while (!tag.empty() && is_edge(tag.front())) tag.remove_prefix(1);
  while (!tag.empty() && is_edge(tag.back())) tag.remove_suffix(1);
  return tag;
}

/// The library prints nothing for a name it does not find; a misspelt one would
/// go unnoticed.
void check_names(std::string_view text, std::string_view name, Findings& findings) {
  const std::vector<std::string> known(kNames.begin(), kNames.end());
  for (std::size_t open = text.find("{{"); open != text.npos; open = text.find("{{", open)) {
    const std::size_t close = text.find("}}", open);
    if (close == text.npos) return;
    const std::string_view tag = text.substr(open + 2, close - open - 2);
    const std::string wanted(tag_name(tag));
    open = close + 2;
    if (tag.starts_with("!") || std::find(kNames.begin(), kNames.end(), wanted) != kNames.end()) continue;
    const std::string near = nearest(wanted, known);
    const Argument suggestion = near.empty()
                                    ? Argument{"suggestion", ""}
                                    : Argument{"suggestion", "; perhaps `" + near + "`", "，也许应为 `" + near + "`"};
    findings.add(
        {&html_template_name, {}, {{"template", std::string(name)}, {"name", wanted}, suggestion}, {}, {}, wanted});
  }
}

/// Stands in for markup while a template is filled, so that long pages are not
/// copied through the library.
constexpr std::string_view kMain = "\x01main\x01";

void replace_once(std::string& text, std::string_view mark, std::string_view markup) {
  const std::size_t at = text.find(mark);
  if (at != text.npos) text.replace(at, mark.size(), markup);
}

mustache::data links(const std::vector<Control>& controls) {
  mustache::data list(mustache::data::type::list);
  for (const Control& control : controls) {
    mustache::data item;
    item.set("label", control.label);
    item.set("href", control.href);
    item.set("foreign", control.language.empty() ? mustache::data(false) : mustache::data(control.language));
    item.set("current", mustache::data(control.is_current));
    item.set("extra", mustache::data(control.is_extra));
    list.push_back(item);
  }
  return list;
}

mustache::data alternates(const Frame& frame) {
  mustache::data list(mustache::data::type::list);
  for (const Alternate& alternate : frame.alternates) {
    mustache::data item;
    item.set("href", alternate.href);
    item.set("foreign", alternate.language);
    list.push_back(item);
  }
  return list;
}

mustache::data scripts(const std::vector<std::string>& addresses) {
  mustache::data list(mustache::data::type::list);
  for (const std::string& script : addresses) {
    mustache::data item;
    item.set("script", script);
    list.push_back(item);
  }
  return list;
}

/// Style sheets and script together, by their content.
std::string name_of_files(const theme::Theme& theme) {
  std::string all(kSearchScript);
  for (const auto& [name, css] : theme.stylesheets()) all += css;
  constexpr std::size_t kEnough = 16;
  return sha256_hex(all).substr(0, kEnough);
}

/// The notice stands in a line with the version, where a full stop would end it.
std::string without_stop(std::string text) {
  for (const std::string_view stop : {"。", "."}) {
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
  }
  return text;
}

std::string escaped(std::string text) {
  std::string out;
  append_text(out, text);
  return out;
}

}  // namespace

struct Shell::Template {
  explicit Template(const std::string& text) : mustache(text) {
    mustache.set_custom_escape([](const std::string& raw) { return escaped(raw); });
  }
  mutable mustache::mustache mustache;  // rendering remembers where it is
};

Shell::Shell(const theme::Theme& theme, Surroundings surroundings, Findings& findings)
    : nonce_(name_of_files(theme)), surroundings_(surroundings) {
  const auto at = theme.templates().find(kPage);
  if (at == theme.templates().end()) {
    findings.add({&html_template_missing, {}, {{"name", std::string(kPage)}}});
    page_ = std::make_unique<Template>(
        "<!DOCTYPE html><html lang=\"{{language}}\"><meta charset=\"utf-8\"><title>{{title}}</title>{{{main}}}</html>");
    return;
  }
  check_names(at->second, kPage, findings);
  page_ = std::make_unique<Template>(at->second);
}

Shell::~Shell() = default;

std::string Shell::render(const Scope& scope, const Frame& frame) const {
  const Booklet& booklet = scope.publication.booklet;
  const lang::Labels& labels = scope.labels();
  const std::string& name = text_in(booklet.title, scope.language());
  std::vector<Control> more = frame.more;
  std::vector<std::string> addresses = frame.scripts;
  if (surroundings_ == Surroundings::releases) {
    more.push_back({std::string(labels.all_versions), scope.url("../" + scope.language() + ".html")});
    addresses.push_back(scope.url("../versions.js"));
  }
  mustache::data data;
  data.set("language", scope.language());
  data.set("edition", frame.edition.empty() ? mustache::data(false) : mustache::data(frame.edition));
  data.set("title", frame.title.empty() || frame.title == name ? name : frame.title + " – " + name);
  data.set("description", frame.description.empty() ? mustache::data(false) : mustache::data(frame.description));
  data.set("kind", frame.kind);
  data.set("nonce", nonce_);
  data.set("assets", scope.url("assets/"));
  data.set("booklet", name);
  data.set("brand", frame.brand.empty() ? name : frame.brand);
  data.set("home", scope.url(scope.map.home(scope.language())));
  data.set("skip", std::string(labels.skip_to_text));
  data.set("main_navigation", std::string(labels.main_navigation));
  data.set("more_navigation", std::string(labels.more_navigation));
  data.set("controls", links(frame.controls));
  data.set("more", links(more));
  data.set("alternates", alternates(frame));
  data.set("scripts", scripts(addresses));
  data.set("notice", without_stop(text_in(booklet.notice, scope.language())));
  data.set("version", lang::fill(labels.version, "version", booklet.version));
  data.set("sidebar", frame.sidebar);
  data.set("main", std::string(kMain));
  std::string page = page_->mustache.render(data);
  replace_once(page, kMain, frame.main);
  return page;
}

}  // namespace bifolio::html
