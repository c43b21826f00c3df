#include "release/manifest.h"

#include <algorithm>
#include <filesystem>

#include "base/hash.h"
#include "base/json_write.h"
#include "base/tree_text.h"
#include "lang/iso_date.h"
#include "release/record.h"
#include "release/rules.h"
#include "syntax/syntax.h"

namespace bifolio::release {
namespace {

constexpr std::string_view kFormat = "bifolio-manifest/1";

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

Tree tree_of(const LocalText& text) {
  Tree tree = Tree::object();
  for (const auto& [language, words] : text) tree.set(language, Tree::of(words));
  return tree;
}

Tree tree_of(const std::vector<std::string>& words) {
  Tree tree = Tree::array();
  for (const std::string& word : words) tree.add(Tree::of(word));
  return tree;
}

Tree number(std::size_t value) {
  return Tree::of(static_cast<std::int64_t>(value));
}

Tree tree_of(const std::vector<ListedFile>& files) {
  Tree tree = Tree::array();
  for (const ListedFile& file : files) {
    Tree& item = tree.add(Tree::object());
    item.set("path", Tree::of(file.path));
    item.set("size", number(file.size));
    item.set("sha256", Tree::of(file.hash));
  }
  return tree;
}

Tree tree_of_fonts(const Manifest& manifest) {
  Tree tree = Tree::array();
  for (const pipeline::FontUse& font : manifest.fonts) {
    Tree& item = tree.add(Tree::object());
    item.set("family", Tree::of(font.family));
    item.set("name", Tree::of(font.name));
    item.set("file", Tree::of(font.file));
    item.set("sha256", Tree::of(font.hash));
  }
  return tree;
}

Tree tree_of_downloads(const Manifest& manifest) {
  Tree tree = Tree::array();
  for (const html::Download& download : manifest.downloads) {
    Tree& item = tree.add(Tree::object());
    item.set("language", Tree::of(download.language));
    item.set("edition", Tree::of(download.edition));
    item.set("path", Tree::of(download.path));
    item.set("size", number(download.size));
    item.set("pages", number(download.pages));
  }
  return tree;
}

Tree tree_of_check(const Manifest& manifest) {
  Tree tree = Tree::object();
  tree.set("errors", number(manifest.check.errors));
  tree.set("warnings", number(manifest.check.warnings));
  tree.set("infos", number(manifest.check.infos));
  Tree& acknowledged = tree.set("acknowledged", Tree::array());
  for (const Acknowledgement& one : manifest.acknowledged) {
    Tree& item = acknowledged.add(Tree::object());
    item.set("key", Tree::of(one.key));
    item.set("reason", Tree::of(one.reason));
  }
  if (!manifest.lock_checked.empty()) {
    Tree& lock = tree.set("lock", Tree::object());
    lock.set("checked", Tree::of(manifest.lock_checked));
  }
  if (!manifest.retraction_snapshot.empty()) {
    Tree& retractions = tree.set("retractions", Tree::object());
    retractions.set("snapshot", Tree::of(manifest.retraction_snapshot));
    retractions.set("date", Tree::of(manifest.retraction_date));
  }
  return tree;
}

// Reading

std::size_t size_of(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  const auto number = value ? as_integer(*value) : std::nullopt;
  return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

const std::vector<Tree>& items_of(const Tree& tree, std::string_view key) {
  static const std::vector<Tree> none;
  const Tree* value = tree.find(key);
  return value ? value->items : none;
}

std::vector<ListedFile> files_of(const Tree& tree, std::string_view key) {
  std::vector<ListedFile> files;
  for (const Tree& item : items_of(tree, key))
    files.push_back({text_at(item, "path"), size_of(item, "size"), text_at(item, "sha256")});
  return files;
}

bool climbs(const std::string& path) {
  if (path.empty() || path.front() == '/' || path.find('\0') != path.npos) return true;
  const std::filesystem::path parts(path);
  return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part == ".." || part == "."; });
}

BuildStamp read_stamp(const std::string& text) {
  const auto date = lang::parse_iso_date(std::string_view(text).substr(0, 10));
  if (!date || text.size() != 20) return {};
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return {date->year, date->month, date->day, number(11), number(14), number(17)};
}

void read_texts(const Tree& tree, Manifest& manifest) {
  if (const Tree* title = tree.find("title")) {
    for (const Member& member : title->members) manifest.title[member.key] = member.value.text;
  }
  for (const Tree& language : items_of(tree, "languages")) manifest.languages.push_back(language.text);
  if (const Tree* notes = tree.find("notes")) {
    for (const Member& member : notes->members) {
      for (const Tree& paragraph : member.value.items) manifest.notes[member.key].push_back(paragraph.text);
    }
  }
}

}  // namespace

std::string iso_time(const BuildStamp& stamp) {
  return std::to_string(stamp.year) + "-" + two_digits(stamp.month) + "-" + two_digits(stamp.day) + "T" +
         two_digits(stamp.hour) + ":" + two_digits(stamp.minute) + ":" + two_digits(stamp.second) + "Z";
}

std::vector<ListedFile> list_files(const Artifacts& artifacts) {
  std::vector<ListedFile> files;
  for (const Artifact& artifact : artifacts)
    files.push_back({artifact.path, artifact.bytes.size(), sha256_hex(artifact.bytes)});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

std::string hash_of(const std::vector<ListedFile>& files) {
  std::string lines;
  for (const ListedFile& file : files) lines += file.hash + "  " + file.path + "\n";
  return sha256_hex(lines);
}

std::string write_manifest(const Manifest& manifest) {
  Tree tree = Tree::object();
  tree.set("format", Tree::of(kFormat));
  tree.set("program", Tree::of("bifolio " + manifest.program));
  tree.set("booklet", Tree::of(manifest.booklet));
  tree.set("title", tree_of(manifest.title));
  tree.set("version", Tree::of(manifest.version));
  tree.set("date", Tree::of(manifest.date));
  tree.set("languages", tree_of(manifest.languages));
  tree.set("stamp", Tree::of(iso_time(manifest.stamp)));
  if (!manifest.previous.empty()) {
    Tree& previous = tree.set("previous", Tree::object());
    previous.set("version", Tree::of(manifest.previous));
    previous.set("manifest", Tree::of(manifest.previous_manifest));
  }
  Tree& source = tree.set("source", Tree::object());
  source.set("sha256", Tree::of(manifest.source));
  source.set("files", tree_of(manifest.sources));
  tree.set("fonts", tree_of_fonts(manifest));
  tree.set("check", tree_of_check(manifest));
  Tree& notes = tree.set("notes", Tree::object());
  for (const auto& [language, paragraphs] : manifest.notes) notes.set(language, tree_of(paragraphs));
  tree.set("downloads", tree_of_downloads(manifest));
  tree.set("files", tree_of(manifest.files));
  return write_json(tree);
}

Result<Manifest> read_manifest(std::string_view json, const std::string& path) {
  Findings findings;
  const Tree tree = syntax::parse_json({json, {}}, findings);
  const auto fault = [&](std::string en, std::string zh) {
    return Finding{
        &release_manifest_invalid, {}, {{"path", path}, {"why", std::move(en), std::move(zh)}}, {}, {}, path};
  };
  if (!findings.is_empty()) return fault("it is not JSON", "不是 JSON");
  if (text_at(tree, "format") != kFormat) return fault("its format is unknown", "格式未知");
  Manifest manifest;
  manifest.program = text_at(tree, "program");
  if (manifest.program.starts_with("bifolio ")) manifest.program.erase(0, 8);
  manifest.booklet = text_at(tree, "booklet");
  manifest.version = text_at(tree, "version");
  manifest.date = text_at(tree, "date");
  manifest.stamp = read_stamp(text_at(tree, "stamp"));
  read_texts(tree, manifest);
  if (const Tree* previous = tree.find("previous")) {
    manifest.previous = text_at(*previous, "version");
    manifest.previous_manifest = text_at(*previous, "manifest");
  }
  if (const Tree* source = tree.find("source")) {
    manifest.source = text_at(*source, "sha256");
    manifest.sources = files_of(*source, "files");
  }
  for (const Tree& item : items_of(tree, "downloads"))
    manifest.downloads.push_back({text_at(item, "language"), text_at(item, "edition"), text_at(item, "path"),
                                  size_of(item, "size"), size_of(item, "pages")});
  manifest.files = files_of(tree, "files");
  const bool is_wild = std::any_of(manifest.files.begin(), manifest.files.end(),
                                   [](const ListedFile& file) { return climbs(file.path); }) ||
                       std::any_of(manifest.downloads.begin(), manifest.downloads.end(),
                                   [](const html::Download& download) { return climbs(download.path); });
  if (is_wild) return fault("it names files outside its folder", "其中有文件夹之外的文件");
  if (!is_version(manifest.version) || manifest.files.empty()) return fault("it lists nothing", "没有列出任何内容");
  return manifest;
}

std::string write_sums(const Manifest& manifest, std::string_view text) {
  std::vector<ListedFile> files = manifest.files;
  files.push_back({std::string(kManifestFile), text.size(), sha256_hex(text)});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  std::string lines;
  for (const ListedFile& file : files) lines += file.hash + "  " + file.path + "\n";
  return lines;
}

}  // namespace bifolio::release
