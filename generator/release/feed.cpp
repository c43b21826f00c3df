// Atom (RFC 4287): one feed a language, one entry a version, the newest first.
#include "base/hash.h"
#include "base/markup_text.h"
#include "lang/lang.h"
#include "release/index.h"
#include "release/page.h"

namespace bifolio::release {
namespace {

/// An id that stays: the same for the same name, from its hash (RFC 9562, version 8).
std::string urn_of(const std::string& name) {
  std::string hex = sha256_hex("bifolio " + name).substr(0, 32);
  hex[12] = '8';
  hex[16] = 'a';
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) +
         "-" + hex.substr(20);
}

/// A withdrawal is news.
std::string updated(const ListedVersion& version) {
  const std::string& day = version.record.withdrawn.empty() ? version.record.date : version.record.withdrawn;
  return day + "T00:00:00Z";
}

std::string summary(const ListedVersion& version, const std::string& language) {
  std::string text;
  if (!version.record.withdrawn.empty()) text = reason_in(version.record, language);
  if (!version.manifest) return text;
  const auto at = version.manifest->notes.find(language);
  if (at == version.manifest->notes.end()) return text;
  for (const std::string& note : at->second) text += (text.empty() ? "" : "\n") + note;
  return text;
}

std::string entry(const VersionList& list, const ListedVersion& version, const std::string& language) {
  const bool is_withdrawn = !version.record.withdrawn.empty();
  const bool is_chinese = lang::get(language).writing() == lang::Writing::han;
  std::string title = text_in(list.booklet.title, language) + (is_chinese ? "，" : ", ") +
                      lang::fill(lang::get(language).labels().version, "version", version.record.version);
  if (is_withdrawn) title = (is_chinese ? "已撤回：" : "Withdrawn: ") + title;
  std::string out = "<entry>\n<id>" + urn_of(list.booklet.id + " " + version.record.version + " " + language) +
                    "</id>\n<title>" + escape_markup(title) + "</title>\n<updated>" + updated(version) +
                    "</updated>\n<published>" + version.record.date + "T00:00:00Z</published>\n";
  out += "<link rel=\"alternate\" href=\"" + address(version.record.version + "/" + language) + "/index.html\"/>\n";
  if (const std::string text = summary(version, language); !text.empty())
    out += "<summary>" + escape_markup(text) + "</summary>\n";
  return out + "</entry>\n";
}

std::string authors(const Booklet& booklet, const std::string& language) {
  std::string out;
  if (const auto people = booklet.contributors.find(language); people != booklet.contributors.end()) {
    for (const std::string& name : people->second) out += "<author><name>" + escape_markup(name) + "</name></author>\n";
  }
  return out.empty() ? "<author><name>" + escape_markup(text_in(booklet.group, language)) + "</name></author>\n" : out;
}

}  // namespace

std::string version_feed(const VersionList& list, const std::string& language) {
  std::string newest;
  for (const ListedVersion& version : list.versions) newest = std::max(newest, updated(version));
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + language +
      "\">\n<id>" + urn_of(list.booklet.id + " " + language) + "</id>\n<title>" +
      escape_markup(text_in(list.booklet.title, language)) + "</title>\n<updated>" + newest +
      "</updated>\n<link rel=\"self\" href=\"feed-" + language + ".xml\"/>\n<link rel=\"alternate\" href=\"" +
      language + ".html\"/>\n" + authors(list.booklet, language);
  for (auto at = list.versions.rbegin(); at != list.versions.rend(); ++at) out += entry(list, *at, language);
  return out + "</feed>\n";
}

}  // namespace bifolio::release
