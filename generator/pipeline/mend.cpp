#include "pipeline/mend.h"

#include <algorithm>
#include <map>

namespace bifolio::pipeline {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// A directive that nobody reads as text, a header row that stands twice.
bool takes_words_away(const Finding& finding) {
  return finding.rule->id == "suppress-unused" || finding.rule->id == "table-header-repeated";
}

bool is_harmless(const Finding& finding, const source::SourceSet& sources) {
  if (takes_words_away(finding)) return true;
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

/// In order, without overlaps.
void untangle(Fixes& fixes) {
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

std::map<FileId, Fixes> collect(const std::vector<report::Entry>& entries, const source::SourceSet& sources) {
  std::map<FileId, Fixes> files;
  for (const report::Entry& entry : entries) {
    if (entry.suppression || entry.severity == Severity::off || !can_mend(*entry.finding, sources)) continue;
    for (const Fix& fix : entry.finding->fixes) files[fix.span.file].push_back(fix);
  }
  for (auto& [file, fixes] : files) untangle(fixes);
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

void add_lines(std::string& out, char mark, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += mark + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string diff(std::string_view path, std::string_view text, const Fixes& fixes) {
  std::string out = "--- " + std::string(path) + "\n+++ " + std::string(path) + "\n";
  std::size_t line = 1, counted = 0;
  for (std::size_t i = 0; i < fixes.size();) {
    const std::size_t before = fixes[i].span.begin == 0 ? text.npos : text.rfind('\n', fixes[i].span.begin - 1);
    const std::size_t begin = before == text.npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', fixes[i].span.end), text.size());
    for (++i; i < fixes.size() && fixes[i].span.begin <= end; ++i)
      end = std::min(text.find('\n', fixes[i].span.end), text.size());
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    counted = begin;
    out += "@@ " + std::to_string(line) + " @@\n";
    add_lines(out, '-', text.substr(begin, end - begin));
    add_lines(out, '+', mended(text, begin, end, fixes));
  }
  return out;
}

}  // namespace

std::vector<MendedFile> mend(const std::vector<report::Entry>& entries, const source::SourceSet& sources) {
  std::vector<MendedFile> files;
  for (const auto& [file, fixes] : collect(entries, sources)) {
    const std::string_view text = sources.bytes(file);
    files.push_back({file, mended(text, 0, text.size(), fixes), diff(sources.file(file).path, text, fixes)});
  }
  return files;
}

}  // namespace bifolio::pipeline
