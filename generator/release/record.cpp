#include "release/record.h"

#include <algorithm>

#include "base/json_write.h"
#include "base/tree_text.h"
#include "release/rules.h"
#include "syntax/syntax.h"

namespace bifolio::release {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Numbers of any length by value; numbers before words.
int compare_parts(std::string_view a, std::string_view b) {
  if (is_digits(a) != is_digits(b)) return is_digits(a) ? -1 : 1;
  if (is_digits(a)) {
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  }
  return a.compare(b);
}

int compare_lists(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const int order = compare_parts(a[i], b[i])) return order;
  }
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

/// `2.0.0-beta.1+build` → `2.0.0`, `beta.1`. A date's hyphens part numbers, not a pre-release.
struct VersionParts {
  std::vector<std::string_view> core, before;
};
VersionParts split(std::string_view version) {
  version = version.substr(0, version.find('+'));
  const std::size_t hyphen = version.find('-');
  const bool is_date = version.find('.') == version.npos || version.find('.') > hyphen;
  if (hyphen == version.npos || (is_date && version.find_first_not_of("0123456789-.") == version.npos))
    return {parts_of(version, ".-"), {}};
  return {parts_of(version.substr(0, hyphen), "."), parts_of(version.substr(hyphen + 1), ".")};
}

RecordedRelease read_release(const Tree& tree) {
  RecordedRelease release{text_at(tree, "version"), text_at(tree, "date"), text_at(tree, "manifest"),
                          text_at(tree, "source"), text_at(tree, "withdrawn")};
  if (const Tree* reason = tree.find("reason")) {
    for (const Member& member : reason->members) release.reason[member.key] = member.value.text;
  }
  return release;
}

}  // namespace

const RecordedRelease* Record::find(std::string_view version) const {
  const auto at =
      std::find_if(releases.begin(), releases.end(), [&](const auto& one) { return one.version == version; });
  return at == releases.end() ? nullptr : &*at;
}

RecordedRelease* Record::find(std::string_view version) {
  return const_cast<RecordedRelease*>(static_cast<const Record*>(this)->find(version));
}

Record read_record(std::string_view json, FileId file, Findings& findings) {
  Record record;
  const Tree tree = syntax::parse_json({json, file}, findings);
  const auto fault = [&](Span span, std::string en, std::string zh) {
    findings.add({&release_record_invalid, span, {{"why", std::move(en), std::move(zh)}}});
  };
  const Tree* list = tree.find("releases");
  if (text_at(tree, "format") != "bifolio-releases/1" || !list || !list->is_array()) {
    fault(tree.span, "it is no list of releases of a known format", "不是已知格式的发布列表");
    return record;
  }
  for (const Tree& item : list->items) {
    RecordedRelease release = read_release(item);
    if (!is_version(release.version) || !is_hash(release.manifest) || !is_hash(release.source))
      fault(item.span, "an entry lacks its version or its hashes", "有一条缺少版本号或哈希值");
    else if (!record.releases.empty() && compare_versions(record.releases.back().version, release.version) >= 0)
      fault(item.span, "version " + release.version + " does not follow the one before it",
            release.version + " 版不大于前一版");
    else
      record.releases.push_back(std::move(release));
  }
  return record;
}

std::string write_record(const Record& record) {
  Tree tree = Tree::object();
  tree.set("format", Tree::of("bifolio-releases/1"));
  Tree& list = tree.set("releases", Tree::array());
  for (const RecordedRelease& release : record.releases) {
    Tree& item = list.add(Tree::object());
    item.set("version", Tree::of(release.version));
    item.set("date", Tree::of(release.date));
    item.set("manifest", Tree::of(release.manifest));
    item.set("source", Tree::of(release.source));
    if (release.withdrawn.empty()) continue;
    item.set("withdrawn", Tree::of(release.withdrawn));
    Tree& reason = item.set("reason", Tree::object());
    for (const auto& [language, text] : release.reason) reason.set(language, Tree::of(text));
  }
  return write_json(tree);
}

bool is_version(std::string_view text) {
  constexpr std::string_view kAllowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.+-";
  const bool starts_well = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return starts_well && text.size() <= 64 && text.find_first_not_of(kAllowed) == text.npos &&
         text.find("..") == text.npos;
}

int compare_versions(std::string_view a, std::string_view b) {
  const VersionParts left = split(a), right = split(b);
  if (const int order = compare_lists(left.core, right.core)) return order;
  if (left.before.empty() != right.before.empty()) return left.before.empty() ? 1 : -1;  // 1.0.0 follows 1.0.0-beta
  return compare_lists(left.before, right.before);
}

}  // namespace bifolio::release
