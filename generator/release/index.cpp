#include "release/index.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/markup_text.h"
#include "lang/lang.h"
#include "release/folder.h"
#include "release/page.h"

namespace bifolio::release {
namespace {

namespace fs = std::filesystem;

bool is_chinese(const std::string& language) {
  return lang::get(language).writing() == lang::Writing::han;
}

std::string_view say(const std::string& language, Words words) {
  return words.in(is_chinese(language) ? UiLanguage::zh_hans : UiLanguage::en);
}

/// 1.4 MB, with two digits that mean something.
std::string readable_size(std::size_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  const bool is_small = bytes < 1'000'000;
  const std::size_t tenths = bytes / (is_small ? 100 : 100'000);
  const std::string whole = std::to_string(tenths / 10);
  return whole + (tenths < 100 ? "." + std::to_string(tenths % 10) : "") + (is_small ? " kB" : " MB");
}

std::string edition_name(const lang::Labels& labels, const std::string& edition) {
  const std::pair<std::string_view, std::string_view> names[] = {
      {"pdf", labels.edition_pdf},     {"large", labels.edition_large},       {"screen", labels.edition_screen},
      {"phone", labels.edition_phone}, {"parallel", labels.edition_parallel}, {"print", labels.edition_print}};
  for (const auto& [id, name] : names) {
    if (id == edition) return std::string(name);
  }
  return edition;
}

std::string download_item(const std::string& href, const std::string& name, const std::string& facts) {
  return "<li><a class=\"box\" href=\"" + escape_markup(href) + "\"><strong>" + escape_markup(name) +
         "</strong> <span>" + escape_markup(facts) + "</span></a></li>\n";
}

std::string pages_and_size(const std::string& language, std::size_t pages, std::size_t size) {
  const std::string comma = is_chinese(language) ? "，" : ", ";
  const std::string count = lang::fill(lang::get(language).labels().pages_count, "n", std::to_string(pages));
  return (pages ? count + comma : "") + readable_size(size);
}

std::string archive_name(const std::string& path, const std::string& language) {
  if (path.ends_with("_site.zip"))
    return std::string(say(language, {"The whole site, to carry away", "整个网站（可离线阅读）"}));
  if (path.ends_with("_source.zip")) return std::string(say(language, {"The source", "源文件"}));
  if (path.ends_with(".bib")) return std::string(say(language, {"The works cited, BibTeX", "参考文献（BibTeX）"}));
  if (path.ends_with(".ris")) return std::string(say(language, {"The works cited, RIS", "参考文献（RIS）"}));
  return "";
}

std::string downloads(const Manifest& manifest, const std::string& language) {
  const lang::Labels& labels = lang::get(language).labels();
  std::string items;
  for (const html::Download& one : manifest.downloads) {
    if (one.language != language) continue;
    items += download_item(address(manifest.version + "/" + one.path), edition_name(labels, one.edition),
                           pages_and_size(language, one.pages, one.size));
  }
  for (const ListedFile& file : manifest.files) {
    const std::string name = archive_name(file.path, language);
    if (!name.empty())
      items += download_item(address(manifest.version + "/" + file.path), name, readable_size(file.size));
  }
  return items.empty()
             ? ""
             : "<h3>" + escape_markup(labels.downloads) + "</h3>\n<ul class=\"boxes three\">\n" + items + "</ul>\n";
}

std::string notes(const Manifest& manifest, const std::string& language) {
  const auto at = manifest.notes.find(language);
  if (at == manifest.notes.end() || at->second.empty()) return "";
  std::string out;
  bool in_list = false;
  for (const std::string& note : at->second) {
    const bool is_item = note.starts_with("- ");
    if (is_item != in_list) out += is_item ? "<ul>\n" : "</ul>\n";
    in_list = is_item;
    out += is_item ? "<li>" + escape_markup(note.substr(2)) + "</li>\n" : "<p>" + escape_markup(note) + "</p>\n";
  }
  return out + (in_list ? "</ul>\n" : "");
}

/// The page that tells what changed, if this version has one.
std::string changes_link(const Manifest& manifest, const std::string& language) {
  for (const ListedFile& file : manifest.files) {
    if (!file.path.starts_with("changes-from-") || !file.path.ends_with("_" + language + ".html")) continue;
    const std::string words(
        say(language, {"Everything that changed since {version}", "自 {version} 版以来的全部变化"}));
    return "<p><a href=\"" + escape_markup(address(manifest.version + "/" + file.path)) + "\">" +
           escape_markup(lang::fill(words, "version", manifest.previous)) + "</a></p>\n";
  }
  return "";
}

std::string withdrawn_notice(const RecordedRelease& release, const std::string& language) {
  if (release.withdrawn.empty()) return "";
  std::string words(say(language, {"Withdrawn on {date}: {reason}", "已于{date}撤回：{reason}"}));
  words = lang::fill(words, "date", lang::get(language).date(release.withdrawn));
  return "<p class=\"version-notice\"><strong>" +
         escape_markup(lang::fill(words, "reason", reason_in(release, language))) + "</strong></p>\n";
}

std::string version_section(const ListedVersion& version, const std::string& language) {
  const lang::Language& words = lang::get(language);
  const std::string name = lang::fill(words.labels().version, "version", version.record.version);
  std::string out = "<section>\n<h2><a href=\"" +
                    escape_markup(address(version.record.version + "/" + language + "/index.html")) + "\">" +
                    escape_markup(name) + "</a></h2>\n<p class=\"version-line\">" +
                    escape_markup(words.date(version.record.date)) + "</p>\n";
  out += withdrawn_notice(version.record, language);
  if (version.manifest)
    out += notes(*version.manifest, language) + changes_link(*version.manifest, language) +
           downloads(*version.manifest, language);
  return out + "</section>\n";
}

std::vector<PageLink> language_links(const Booklet& booklet, const std::string& language) {
  std::vector<PageLink> links;
  for (const std::string& other : booklet.languages) {
    if (other != language)
      links.push_back({other + ".html", std::string(lang::get(other).labels().language_name), other});
  }
  return links;
}

std::string page_of_versions(const VersionList& list, const std::string& language) {
  const lang::Labels& labels = lang::get(language).labels();
  PageFrame frame;
  frame.language = language;
  frame.title = std::string(labels.all_versions) + " – " + text_in(list.booklet.title, language);
  frame.links = language_links(list.booklet, language);
  frame.main = "<h1>" + escape_markup(text_in(list.booklet.title, language)) + "</h1>\n<p>" +
               escape_markup(labels.all_versions) + "</p>\n";
  if (!list.versions.empty()) {
    frame.assets = address(list.newest().record.version) + "/assets/";
    frame.feed = "feed-" + language + ".xml";
  }
  for (auto at = list.versions.rbegin(); at != list.versions.rend(); ++at) frame.main += version_section(*at, language);
  return write_page(frame);
}

std::string language_boxes(const std::vector<PageLink>& links) {
  std::string out = "<ul class=\"boxes two\">\n";
  for (const PageLink& link : links)
    out += "<li><a class=\"box\" href=\"" + escape_markup(link.href) + "\" lang=\"" + link.language + "\" hreflang=\"" +
           link.language + "\"><strong>" + escape_markup(link.label) + "</strong></a></li>\n";
  return out + "</ul>\n";
}

/// The choice of languages; nothing is guessed from the reader's computer.
std::string page_of_languages(const Booklet& booklet, const std::string& assets) {
  PageFrame frame;
  frame.language = booklet.languages.front();
  frame.title = text_in(booklet.title, frame.language);
  frame.assets = assets;
  std::vector<PageLink> links;
  for (const std::string& language : booklet.languages)
    links.push_back({language + ".html", text_in(booklet.title, language), language});
  frame.main = "<h1>" + escape_markup(frame.title) + "</h1>\n" + language_boxes(links);
  return write_page(frame);
}

/// A page at an address that stays, which leads to the newest version.
std::string page_to_newest(const VersionList& list, const std::string& language, const std::string& target) {
  PageFrame frame;
  frame.language = language;
  frame.title = text_in(list.booklet.title, language);
  frame.redirect = target;
  frame.main = "<p><a href=\"" + escape_markup(target) + "\">" + escape_markup(frame.title) + "</a></p>\n";
  return write_page(frame);
}

/// Every booklet that has versions here, by folder, with the booklet at hand among them.
std::string page_of_booklets(const std::string& releases, const Booklet& booklet, const VersionList& list) {
  std::map<std::string, std::string> titles = {{booklet.id, text_in(booklet.title, booklet.languages.front())}};
  std::error_code error;
  for (const auto& folder : fs::directory_iterator(releases, error)) {
    std::string newest;
    for (const auto& version : fs::directory_iterator(folder.path(), error)) {
      const std::string name = version.path().filename().string();
      if (is_version(name) && (newest.empty() || compare_versions(name, newest) > 0)) newest = name;
    }
    const auto manifest = newest.empty() ? std::nullopt : published_manifest((folder.path() / newest).string());
    if (manifest && !manifest->languages.empty())
      titles.emplace(folder.path().filename().string(), text_in(manifest->title, manifest->languages.front()));
  }
  PageFrame frame;
  frame.language = booklet.languages.front();
  frame.title = lang::get(frame.language).labels().all_versions;
  frame.assets = address(booklet.id + "/" + list.newest().record.version) + "/assets/";
  frame.main = "<h1>" + escape_markup(frame.title) + "</h1>\n<ul class=\"boxes two\">\n";
  for (const auto& [id, title] : titles)
    frame.main += "<li><a class=\"box\" href=\"" + escape_markup(address(id)) + "/index.html\"><strong>" +
                  escape_markup(title) + "</strong></a></li>\n";
  frame.main += "</ul>\n";
  return write_page(frame);
}

/// For those who see the folder and not the pages.
std::string withdrawal_note(const Booklet& booklet, const RecordedRelease& release) {
  std::string text;
  for (const std::string& language : booklet.languages) {
    std::string words(say(
        language, {"Version {version} was withdrawn on {date}: {reason}", "{version} 版已于 {date} 撤回：{reason}"}));
    words = lang::fill(words, "version", release.version);
    words = lang::fill(words, "date", release.withdrawn);
    text += lang::fill(words, "reason", reason_in(release, language)) + "\n";
  }
  return text;
}

}  // namespace

const ListedVersion& VersionList::newest() const {
  for (auto at = versions.rbegin(); at != versions.rend(); ++at) {
    if (at->record.withdrawn.empty() && at->manifest) return *at;
  }
  return versions.back();
}

std::string reason_in(const RecordedRelease& release, const std::string& language) {
  for (const std::string& key : {language, std::string()}) {
    if (const std::string& text = text_in(release.reason, key); !text.empty()) return text;
  }
  return release.reason.empty() ? "" : release.reason.begin()->second;
}

Artifacts index_pages(const std::string& releases, const Booklet& booklet, const Record& record) {
  VersionList list{booklet, {}};
  for (const RecordedRelease& release : record.releases)
    list.versions.push_back({release, published_manifest(releases + "/" + booklet.id + "/" + release.version)});
  Artifacts pages;
  if (list.versions.empty() || booklet.languages.empty()) return pages;
  const std::string home = booklet.id + "/", newest = list.newest().record.version;
  pages.push_back({"index.html", page_of_booklets(releases, booklet, list)});
  pages.push_back({home + "index.html", page_of_languages(booklet, address(newest) + "/assets/")});
  pages.push_back({home + "versions.js", versions_script(list)});
  const std::string& first = booklet.languages.front();
  pages.push_back({home + "latest/index.html", page_to_newest(list, first, "../" + address(newest) + "/index.html")});
  for (const std::string& language : booklet.languages) {
    pages.push_back({home + language + ".html", page_of_versions(list, language)});
    pages.push_back({home + "feed-" + language + ".xml", version_feed(list, language)});
    pages.push_back({home + "latest/" + language + "/index.html",
                     page_to_newest(list, language, "../../" + address(newest + "/" + language) + "/index.html")});
  }
  for (const ListedVersion& version : list.versions) {
    if (!version.record.withdrawn.empty())
      pages.push_back(
          {home + "WITHDRAWN-" + version.record.version + ".txt", withdrawal_note(booklet, version.record)});
  }
  return pages;
}

Artifacts lone_index_pages(const Booklet& booklet) {
  Artifacts pages;
  const std::string assets = address(booklet.version) + "/assets/";
  VersionList list{booklet, {{{booklet.version, booklet.date, "", ""}, std::nullopt}}};
  pages.push_back({booklet.id + "/index.html", page_of_languages(booklet, assets)});
  for (const std::string& language : booklet.languages)
    pages.push_back({booklet.id + "/" + language + ".html", page_of_versions(list, language)});
  return pages;
}

}  // namespace bifolio::release
