#include "parse/documents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/front_matter.h"
#include "parse/parse.h"
#include "parse/paths.h"
#include "parse/rules.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kChangelog = "CHANGELOG.md", kIndex = "index.md";

bool is_document(std::string_view relative) {
  const bool is_readme = to_lower(file_name_of(relative)) == "readme.md";  // for those who work on the folder
  return relative.ends_with(".md") && relative != kChangelog && !is_readme;
}

/// By path, an index before its neighbours.
std::string sorting_key(const Document& document) {
  std::string key = document.relative;
  if (document.is_chapter_opener) key.resize(key.size() - kIndex.size());
  return key;
}

std::string phase_of(std::string_view relative, const Booklet& booklet) {
  const std::string_view folder = relative.substr(0, relative.find('/'));
  const auto is_it = [&](const Phase& phase) { return phase.id == folder && folder.size() < relative.size(); };
  return std::any_of(booklet.phases.begin(), booklet.phases.end(), is_it) ? std::string(folder) : std::string();
}

/// `10-targets.md` → `targets`
std::string name_from_path(std::string_view relative) {
  std::string_view name = file_name_of(relative);
  if (name == kIndex) name = file_name_of(folder_of(relative));
  if (name.ends_with(".md")) name.remove_suffix(3);
  const std::size_t letters = name.find_first_not_of("0123456789-_ ");
  return std::string(letters == name.npos ? name : name.substr(letters));
}

/// The title of a document without a leading heading: that of its front matter, or its file's name.
void supply_title(Document& document, std::string_view text, Findings& findings) {
  if (!document.title.empty()) return;
  const FrontMatter& front = document.front;
  if (!front.title.empty()) {
    const Span span = front.title_span;
    const std::string_view written = text.substr(span.begin, span.size());
    const std::uint32_t quote = written.starts_with('"') || written.starts_with('\'') ? 1 : 0;
    document.title = parse_inlines(front.title, document.file, span.begin + quote, document.language, findings);
    document.title_span = span;
    return;
  }
  const std::uint32_t begin = front.span.end;
  findings.add({&document_title_missing, {document.file, begin, begin}});
  document.title = {{Text{name_from_path(document.relative)}, {document.file, begin, begin}}};
  document.title_span = {document.file, begin, begin};
}

Document read_document(const source::SourceSet& files, FileId file, std::string_view language, Findings& findings) {
  const std::string_view text = files.bytes(file);
  WithFrontMatter top = read_front_matter(text, file, language, findings);
  Document document = parse_markdown(text.substr(top.end), file, top.end, language, findings);
  document.file = file;
  document.path = files.file(file).path;
  document.language = language;
  document.front = std::move(top.front);
  return document;
}

// Changelogs

struct Release {
  std::string version, date;
};

/// `2.0.0 — 2025-09-08`, with any dash or none, the date perhaps in parentheses.
std::optional<Release> release_of(std::string_view heading) {
  std::vector<std::string> words;
  std::string word;
  for (const auto at : code_points(heading)) {
    const bool is_part = is_letter(at.code_point) || is_digit(at.code_point) || at.code_point == '.' ||
                         (at.code_point == '-' && !word.empty()) || at.code_point == '[' || at.code_point == ']';
    if (is_part && at.code_point != '[' && at.code_point != ']') append_utf8(word, at.code_point);
    if (!is_part && !word.empty()) words.push_back(std::exchange(word, ""));
  }
  if (!word.empty()) words.push_back(word);
  if (words.size() != 2 || !is_calendar_date(words[1])) return std::nullopt;
  return Release{words[0], words[1]};
}

Changelog read_changelog(const source::SourceSet& files, FileId file, const std::string& language, Findings& findings) {
  Document document = read_document(files, file, language, findings);
  Changelog changelog{language, file, {}};
  bool is_known = false;
  for (Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block.value);
    if (heading && heading->level == 2) {
      const auto release = release_of(plain_text(heading->children));
      is_known = release.has_value();
      if (is_known)
        changelog.entries.push_back({release->version, release->date, {}, block.span});
      else
        findings.add({&changelog_heading, block.span});
    } else if (is_known) {
      ChangelogEntry& entry = changelog.entries.back();
      entry.span = join(entry.span, block.span);
      entry.blocks.push_back(std::move(block));
    }
  }
  return changelog;
}

}  // namespace

std::vector<Document> read_documents(const source::SourceSet& files, const Booklet& booklet, Findings& findings) {
  std::vector<Document> documents;
  for (const std::string& language : booklet.languages) {
    const std::string folder = text_in(booklet.folder, language) + "/";
    std::vector<Document> of_language;
    for (std::uint32_t i = 0; i < files.files().size(); ++i) {
      const std::string_view path = files.files()[i].path;
      if (!path.starts_with(folder) || !is_document(path.substr(folder.size()))) continue;
      Document document = read_document(files, {i}, language, findings);
      document.relative = path.substr(folder.size());
      document.is_chapter_opener = file_name_of(document.relative) == kIndex;
      document.phase = phase_of(document.relative, booklet);
      supply_title(document, files.bytes({i}), findings);
      of_language.push_back(std::move(document));
    }
    std::stable_sort(of_language.begin(), of_language.end(),
                     [](const Document& a, const Document& b) { return sorting_key(a) < sorting_key(b); });
    std::move(of_language.begin(), of_language.end(), std::back_inserter(documents));
  }
  return documents;
}

std::vector<Changelog> read_changelogs(const source::SourceSet& files, const Booklet& booklet, Findings& findings) {
  std::vector<Changelog> changelogs;
  for (const std::string& language : booklet.languages) {
    const std::string path = text_in(booklet.folder, language) + "/" + std::string(kChangelog);
    if (const auto file = files.find(path)) changelogs.push_back(read_changelog(files, *file, language, findings));
  }
  return changelogs;
}

}  // namespace bifolio::parse
