#include "parse/paths.h"

#include <algorithm>
#include <vector>

#include "base/percent.h"
#include "parse/hint.h"
#include "parse/rules.h"

namespace bifolio::parse {
namespace {

bool is_scheme_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

std::vector<std::string_view> all_paths(const source::SourceSet& files) {
  std::vector<std::string_view> paths;
  for (const source::SourceFile& file : files.files()) paths.push_back(file.path);
  return paths;
}

/// The nearest path, or else a file of the same name in another folder.
Argument nearest_file(const source::SourceSet& files, std::string_view path) {
  const std::vector<std::string_view> paths = all_paths(files);
  Argument hint = did_you_mean(path, paths);
  if (!hint.text.empty()) return hint;
  for (const std::string_view candidate : paths) {
    if (file_name_of(candidate) == file_name_of(path)) {
      return {"hint", " (there is `" + std::string(candidate) + "`)", "（但有 `" + std::string(candidate) + "`）"};
    }
  }
  return hint;
}

}  // namespace

bool is_address(std::string_view path) {
  const auto end = std::find_if_not(path.begin(), path.end(), is_scheme_character);
  // A single letter is a Windows drive, which leads out of the booklet but is no address.
  return path.starts_with("//") || (end - path.begin() > 1 && end != path.end() && *end == ':');
}

std::optional<std::string> normalize_path(std::string_view folder, std::string_view path) {
  const bool has_drive = path.size() > 1 && path[1] == ':';
  if (path.starts_with('/') || has_drive || path.find('\\') != path.npos) return std::nullopt;
  std::vector<std::string_view> parts;
  for (std::string_view text : {folder, path}) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('/', at), text.size());
      const std::string_view part = text.substr(at, end - at);
      at = end + 1;
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.push_back(part);
      } else if (parts.empty()) {
        return std::nullopt;
      } else {
        parts.pop_back();
      }
    }
  }
  std::string joined;
  for (const std::string_view part : parts) joined += (joined.empty() ? "" : "/") + std::string(part);
  return joined;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::optional<FileId> find_file(const source::SourceSet& files, std::string_view folder, std::string_view written,
                                Span span, Findings& findings) {
  const auto report = [&](const Rule& rule, std::vector<Argument> arguments) {
    arguments.push_back({"path", std::string(written)});
    findings.add({&rule, span, std::move(arguments), {}, {}, std::string(written)});
    return std::nullopt;
  };
  if (is_address(written)) return report(file_remote, {});
  const std::optional<std::string> path = normalize_path(folder, percent_decoded(written));
  if (!path) return report(file_outside, {});
  if (const auto file = files.find(*path)) return file;
  const auto other_case = files.find_ignoring_case(*path);
  if (!other_case) return report(file_missing, {nearest_file(files, *path)});
  report(file_case, {{"actual", files.file(*other_case).path}});
  return other_case;
}

}  // namespace bifolio::parse
