// versions.js: an old page says that it is old and leads to the same page of the
// newest version, without being written again. A classic script, so that it
// works from a folder (ACCESSIBILITY H02, H04); it adds text and links, nothing
// that moves or can be lost (H09).
#include "base/json_write.h"
#include "lang/lang.h"
#include "release/index.h"

namespace bifolio::release {
namespace {

constexpr std::string_view kScript = R"js(  var script = document.currentScript;
  if (!script) return;
  var base = script.src.replace(/versions\.js.*$/, "");
  var here = location.href.split(/[?#]/)[0];
  if (here.indexOf(base) !== 0) return;
  var parts = here.slice(base.length).split("/");
  var version = decodeURIComponent(parts.shift());
  var page = parts.join("/");
  if (page === "" || page.charAt(page.length - 1) === "/") page += "index.html";
  var known = data.versions[version];
  var isOld = version !== data.newest;
  if (!known || (!isOld && !known.withdrawn)) return;
  var language = document.documentElement.lang;
  var words = data.words[language] || data.words[data.languages[0]];
  if (!data.words[language]) language = data.languages[0];

  function paragraph(text) {
    var element = document.createElement("p");
    element.textContent = text;
    return element;
  }
  function link(href, text) {
    var element = document.createElement("a");
    element.className = "control";
    element.href = href;
    element.textContent = text;
    return element;
  }
  var notice = document.createElement("aside");
  notice.className = "version-notice";
  notice.setAttribute("aria-label", words.label);
  if (known.withdrawn) notice.appendChild(paragraph(known.withdrawn[language]));
  if (isOld) notice.appendChild(paragraph(words.old.replace("{version}", version).replace("{newest}", data.newest)));
  var links = document.createElement("p");
  links.className = "controls";
  if (isOld) {
    var same = data.pages.indexOf(decodeURIComponent(page)) >= 0;
    links.appendChild(link(base + data.newest + "/" + (same ? page + location.hash : language + "/index.html"), words.newest));
  }
  links.appendChild(link(base + language + ".html", words.all));
  notice.appendChild(links);
  // Gaze pages fit one screen: there the notice stands in the foot.
  var gaze = document.documentElement.getAttribute("data-edition") === "gaze";
  var place = gaze ? document.querySelector("footer") : document.querySelector("main");
  if (place) place.insertBefore(notice, place.firstChild);
})();
)js";

bool is_chinese(const std::string& language) {
  return lang::get(language).writing() == lang::Writing::han;
}

Tree words_in(const std::string& language) {
  const bool chinese = is_chinese(language);
  Tree tree = Tree::object();
  tree.set("label", Tree::of(chinese ? "版本说明" : "About this version"));
  tree.set("old", Tree::of(chinese ? "您正在阅读旧版（{version}）。最新版是 {newest}。"
                                   : "You are reading an old version ({version}). The newest is {newest}."));
  tree.set("newest", Tree::of(chinese ? "到最新版的这一页" : "This page in the newest version"));
  tree.set("all", Tree::of(lang::get(language).labels().all_versions));
  return tree;
}

Tree version_tree(const VersionList& list, const ListedVersion& version) {
  Tree tree = Tree::object();
  if (version.record.withdrawn.empty()) return tree;
  Tree& reasons = tree.set("withdrawn", Tree::object());
  for (const std::string& language : list.booklet.languages) {
    const std::string start = is_chinese(language) ? "这一版已撤回：" : "This version was withdrawn: ";
    reasons.set(language, Tree::of(start + reason_in(version.record, language)));
  }
  return tree;
}

}  // namespace

std::string versions_script(const VersionList& list) {
  Tree data = Tree::object();
  const ListedVersion& newest = list.newest();
  data.set("newest", Tree::of(newest.record.version));
  Tree& versions = data.set("versions", Tree::object());
  for (const ListedVersion& version : list.versions) versions.set(version.record.version, version_tree(list, version));
  Tree& languages = data.set("languages", Tree::array());
  Tree& words = data.set("words", Tree::object());
  for (const std::string& language : list.booklet.languages) {
    languages.add(Tree::of(language));
    words.set(language, words_in(language));
  }
  Tree& pages = data.set("pages", Tree::array());
  if (newest.manifest) {
    for (const ListedFile& file : newest.manifest->files) {
      if (file.path.ends_with(".html")) pages.add(Tree::of(file.path));
    }
  }
  return "(function () {\n  \"use strict\";\n  var data = " + write_json(data, JsonLayout::compact) + ";\n" +
         std::string(kScript);
}

}  // namespace bifolio::release
