#include "cli/mend.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "store/store.h"

namespace bifolio::cli {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// Numbers and citations are facts: only a person changes them.
bool is_harmless(const Finding& finding, const source::SourceSet& sources) {
  if (finding.rule->id == "suppress-unused") return true;  // a comment, which nobody reads as text
  return std::all_of(finding.fixes.begin(), finding.fixes.end(), [&](const Fix& fix) {
    const std::string_view before = sources.text(fix.span).substr(fix.span.begin, fix.span.size());
    const bool adds_citation = fix.replacement.find('@') != std::string::npos && before.find('@') == before.npos;
    return !adds_citation && digits_of(before) == digits_of(fix.replacement);
  });
}

/// Whether its bytes are those on disk.
bool stands_in_file(const Fix& fix, const source::SourceSet& sources) {
  return fix.span.file.is_known() && fix.span.file.index < sources.files().size() && fix.span.begin <= fix.span.end &&
         fix.span.end <= sources.bytes(fix.span.file).size() && !sources.file(fix.span.file).is_converted;
}

bool can_mend(const Finding& finding, const source::SourceSet& sources) {
  return !finding.fixes.empty() && std::all_of(finding.fixes.begin(), finding.fixes.end(), [&](const Fix& fix) {
    return stands_in_file(fix, sources);
  }) && is_harmless(finding, sources);
}

using Fixes = std::vector<Fix>;

/// Repairs by file, in order, without overlaps.
std::map<FileId, Fixes> collect(const std::vector<report::Entry>& entries, const source::SourceSet& sources) {
  std::map<FileId, Fixes> files;
  for (const report::Entry& entry : entries) {
    if (entry.suppression || entry.severity == Severity::off || !can_mend(*entry.finding, sources)) continue;
    for (const Fix& fix : entry.finding->fixes) files[fix.span.file].push_back(fix);
  }
  for (auto& [file, fixes] : files) {
    std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) { return a.span < b.span; });
    std::uint32_t end = 0;
    bool is_first = true;
    std::erase_if(fixes, [&](const Fix& fix) {
      const bool overlaps = !is_first && fix.span.begin < end;
      if (!overlaps) end = std::max(fix.span.end, fix.span.begin + 1);
      is_first = false;
      return overlaps;
    });
  }
  return files;
}

/// The bytes [begin, end) with the repairs that lie in them.
std::string mended(std::string_view text, std::size_t begin, std::size_t end, const Fixes& fixes) {
  std::string out;
  for (const Fix& fix : fixes) {
    if (fix.span.begin < begin || fix.span.end > end) continue;
    out += text.substr(begin, fix.span.begin - begin);
    out += fix.replacement;
    begin = fix.span.end;
  }
  return out + std::string(text.substr(begin, end - begin));
}

void print_lines(char mark, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::printf("%c%.*s\n", mark, static_cast<int>(end), text.data());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The lines that change, as they were and as they will be.
void print_diff(std::string_view path, std::string_view text, const Fixes& fixes) {
  std::printf("--- %.*s\n+++ %.*s\n", static_cast<int>(path.size()), path.data(), static_cast<int>(path.size()),
              path.data());
  for (std::size_t i = 0; i < fixes.size();) {
    const std::size_t before = fixes[i].span.begin == 0 ? text.npos : text.rfind('\n', fixes[i].span.begin - 1);
    const std::size_t begin = before == text.npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', fixes[i].span.end), text.size());
    for (++i; i < fixes.size() && fixes[i].span.begin <= end; ++i)
      end = std::min(text.find('\n', fixes[i].span.end), text.size());
    std::printf("@@ %zu @@\n", static_cast<std::size_t>(
                                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
                                   1);
    print_lines('-', text.substr(begin, end - begin));
    print_lines('+', mended(text, begin, end, fixes));
  }
}

}  // namespace

std::optional<std::size_t> mend(const std::vector<report::Entry>& entries, const source::SourceSet& sources,
                                const std::string& folder, const Globals& globals) {
  const std::map<FileId, Fixes> files = collect(entries, sources);
  for (const auto& [file, fixes] : files) {
    const std::string_view text = sources.bytes(file);
    const std::string& path = sources.file(file).path;
    print_diff(path, text, fixes);
    const Outcome written = store::write_file(folder + "/" + path, mended(text, 0, text.size(), fixes));
    if (written) continue;
    print_error(written.error(), globals);
    return std::nullopt;
  }
  return files.size();
}

}  // namespace bifolio::cli
