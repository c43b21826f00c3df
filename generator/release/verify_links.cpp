// Links between the pages of a version. The pages are our own, so that looking
// for attributes inside tags is enough.
#include <map>
#include <optional>
#include <set>

#include "base/percent.h"
#include "release/rules.h"
#include "release/verify.h"

namespace bifolio::release {
namespace {

struct Page {
  std::set<std::string> ids;
  std::vector<std::string> targets;  ///< of href and src, as written
};

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    const auto starts = [&](std::string_view entity) { return value.substr(i).starts_with(entity); };
    if (starts("&amp;")) {
      out += '&';
      i += 5;
    } else if (starts("&quot;")) {
      out += '"';
      i += 6;
    } else if (starts("&#39;")) {
      out += '\'';
      i += 5;
    } else if (starts("&lt;")) {
      out += '<';
      i += 4;
    } else if (starts("&gt;")) {
      out += '>';
      i += 4;
    } else
      out += value[i++];
  }
  return out;
}

/// `name="value"` pairs of one tag.
void read_tag(std::string_view tag, Page& page) {
  for (std::size_t at = tag.find("=\""); at != tag.npos; at = tag.find("=\"", at)) {
    const std::size_t name_begin = tag.find_last_of(" \n", at) + 1, end = tag.find('"', at + 2);
    if (end == tag.npos) return;
    const std::string_view name = tag.substr(name_begin, at - name_begin);
    std::string value = unescaped(tag.substr(at + 2, end - at - 2));
    if (name == "id")
      page.ids.insert(std::move(value));
    else if (name == "href" || name == "src")
      page.targets.push_back(std::move(value));
    at = end + 1;
  }
}

Page read_page(std::string_view html) {
  Page page;
  for (std::size_t open = html.find('<'); open != html.npos; open = html.find('<', open + 1)) {
    if (html.substr(open).starts_with("<!--")) {
      open = html.find("-->", open);
      if (open == html.npos) break;
      continue;
    }
    bool is_quoted = false;  // `>` may stand inside a value
    std::size_t close = open + 1;
    for (; close < html.size() && (is_quoted || html[close] != '>'); ++close) is_quoted ^= html[close] == '"';
    read_tag(html.substr(open, close - open), page);
    open = close;
    if (open >= html.size()) break;
  }
  return page;
}

bool is_elsewhere(std::string_view target) {
  const std::size_t colon = target.find(':');
  return target.starts_with("//") || (colon != target.npos && colon < target.find_first_of("/?#"));
}

/// The path of a relative link, or nothing where it leads out of the version.
std::optional<std::string> resolved(const std::string& page, std::string_view path) {
  std::vector<std::string> parts;
  const auto walk = [&](std::string_view rest) {
    while (true) {
      const std::size_t slash = rest.find('/');
      const std::string_view part = rest.substr(0, slash);
      if (part == "..") {
        if (parts.empty()) return false;
        parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.emplace_back(part);
      }
      if (slash == rest.npos) return true;
      rest.remove_prefix(slash + 1);
    }
  };
  walk(page.substr(0, page.rfind('/') == page.npos ? 0 : page.rfind('/')));
  if (!walk(path)) return std::nullopt;
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "/") + part;
  if (path.ends_with('/') || joined.empty()) joined += joined.empty() ? "index.html" : "/index.html";
  return joined;
}

class LinkChecker {
 public:
  LinkChecker(const Artifacts& site, Findings& findings) : findings_(findings) {
    for (const Artifact& file : site) {
      paths_.insert(file.path);
      if (file.path.ends_with(".html")) pages_[file.path] = read_page(file.bytes);
    }
  }

  void check() {
    for (const auto& [path, page] : pages_) {
      std::set<std::string> told;
      for (const std::string& target : page.targets) {
        if (!is_elsewhere(target) && !leads_somewhere(path, target) && told.insert(target).second)
          findings_.add({&release_link_broken, {}, {{"page", path}, {"target", target}}, {}, {}, path + " " + target});
      }
    }
  }

 private:
  bool leads_somewhere(const std::string& page, const std::string& target) const {
    const std::size_t hash = target.find('#');
    const std::string path = percent_decoded(target.substr(0, std::min(hash, target.find('?'))));
    const auto file = path.empty() ? std::optional(page) : resolved(page, path);
    if (!file) return true;  // the list of versions and the other versions stand outside
    if (!paths_.contains(*file)) return false;
    const auto at = pages_.find(*file);
    if (hash == target.npos || hash + 1 == target.size() || at == pages_.end()) return true;
    const std::string id = target.substr(hash + 1);
    return at->second.ids.contains(id) || at->second.ids.contains(percent_decoded(id));
  }

  std::set<std::string> paths_;
  std::map<std::string, Page> pages_;
  Findings& findings_;
};

}  // namespace

void check_links(const Artifacts& site, Findings& findings) {
  LinkChecker(site, findings).check();
}

}  // namespace bifolio::release
