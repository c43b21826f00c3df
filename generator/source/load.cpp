#include "source/load.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/unicode.h"
#include "base/utf8.h"
#include "source/encoding.h"
#include "source/rules.h"

namespace bifolio::source {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 17> kTextExtensions = {".md",   ".markdown", ".csv",  ".tsv", ".toml", ".json",
                                                              ".bib",  ".ris",      ".yaml", ".yml", ".txt",  ".css",
                                                              ".html", ".mustache", ".svg",  ".xml", ".csl"};

/// A path that is no UTF-8 must still be printed.
std::string printable(std::string_view path) {
  std::string out;
  for (const auto at : code_points(path)) append_utf8(out, at.code_point);
  return out;
}

Finding about(const Rule& rule, std::string_view path, std::vector<Argument> arguments = {}) {
  Finding finding{&rule, {}, std::move(arguments)};
  finding.arguments.push_back({"path", printable(path)});
  finding.subject = printable(path);
  return finding;
}

/// The system's reason without its language: `strerror` follows the locale.
Argument reason(const std::error_code& error) {
  if (error == std::errc::permission_denied) return {"reason", "permission denied", "没有权限"};
  if (error == std::errc::no_such_file_or_directory) return {"reason", "it does not exist", "文件不存在"};
  if (error == std::errc::not_a_directory) return {"reason", "it is no folder", "不是文件夹"};
  if (error == std::errc::is_a_directory) return {"reason", "it is a folder", "是文件夹"};
  return {"reason", "the system reports error " + std::to_string(error.value()),
          "系统错误 " + std::to_string(error.value())};
}

std::string megabytes(std::uintmax_t bytes) {
  return std::to_string((bytes + (1u << 20) - 1) >> 20);
}

Finding too_large(std::string_view path, std::uintmax_t size, std::uintmax_t limit) {
  return about(file_too_large, path, {{"size", megabytes(size)}, {"limit", megabytes(limit)}});
}

bool is_inside(const fs::path& path, const fs::path& root) {
  const auto [rest, ignored] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return rest == root.end();
}

/// Collects the paths of a folder's files. Reading comes later, in their order.
class Walk {
 public:
  Walk(fs::path root, const Limits& limits, Findings& findings)
      : root_(std::move(root)), limits_(limits), findings_(findings) {}

  std::vector<std::string> files() {
    visit("", 0);
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  void visit(const std::string& folder, int depth) {
    if (depth > limits_.depth) {
      findings_.add(about(file_too_deep, folder, {{"limit", std::to_string(limits_.depth)}}));
      return;
    }
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator at(root_ / folder, error), end; !error && at != end; at.increment(error)) {
      names.push_back(at->path().filename().string());
    }
    if (error) findings_.add(about(file_unreadable, folder, {reason(error)}));
    std::sort(names.begin(), names.end());  // the file system's order must not decide what a limit cuts off
    for (const std::string& name : names) {
      const bool is_made = folder.empty() && name == kOutputFolder;
      if (!name.starts_with('.') && !is_made) visit_entry(folder.empty() ? name : folder + "/" + name, depth);
    }
  }

  void visit_entry(const std::string& path, int depth) {
    if (find_invalid_utf8(path) != std::string_view::npos) return findings_.add(about(file_name, path));
    std::error_code error;
    const fs::file_status status = fs::symlink_status(root_ / path, error);
    if (fs::is_symlink(status)) return visit_link(path);
    if (fs::is_directory(status)) return visit(path, depth + 1);
    if (fs::is_regular_file(status)) return add(path);
    // A pipe would wait for ever for somebody to write.
    findings_.add(about(file_unreadable, path, {{"reason", "it is no ordinary file", "不是普通文件"}}));
  }

  void visit_link(const std::string& path) {
    std::error_code error;
    const fs::path target = fs::canonical(root_ / path, error);
    const auto refuse = [&](const char* english, const char* chinese) {
      findings_.add(about(file_link, path, {{"reason", english, chinese}}));
    };
    if (error) return refuse("that leads nowhere", "失效");
    if (!is_inside(target, root_)) return refuse("that leads out of the folder", "指向文件夹之外");
    if (fs::is_directory(target, error)) return refuse("to a folder", "指向文件夹");
    if (fs::is_regular_file(target, error)) return add(path);
    refuse("to something that is no ordinary file", "指向非普通文件");
  }

  void add(const std::string& path) {
    if (files_.size() < limits_.files) return files_.push_back(path);
    if (files_.size() == limits_.files && !std::exchange(is_full_, true)) {
      findings_.add(about(file_too_many, path, {{"limit", std::to_string(limits_.files)}}));
    }
  }

  fs::path root_;
  const Limits& limits_;
  Findings& findings_;
  std::vector<std::string> files_;
  bool is_full_ = false;
};

/// At most `limit` bytes, whatever the file system said about the size.
Result<std::string> read(const fs::path& full, const std::string& path, std::uintmax_t limit) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(full, error);
  if (error) return about(file_unreadable, path, {reason(error)});
  if (size > limit) return too_large(path, size, limit);
  errno = 0;
  std::ifstream file(full, std::ios::binary);
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file.is_open() || file.bad()) {
    return about(file_unreadable, path, {reason(std::error_code(errno, std::generic_category()))});
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));  // it may have shrunk meanwhile
  return bytes;
}

}  // namespace

SourceSet::SourceSet(std::vector<SourceFile> files) : files_(std::move(files)) {
  std::sort(files_.begin(), files_.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
}

std::string_view SourceSet::text(Span span) const {
  return span.file.index < files_.size() ? std::string_view(files_[span.file.index].bytes) : std::string_view();
}

std::optional<FileId> SourceSet::find(std::string_view path) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                   [](const SourceFile& file, std::string_view wanted) { return file.path < wanted; });
  if (at == files_.end() || at->path != path) return std::nullopt;
  return FileId{static_cast<std::uint32_t>(at - files_.begin())};
}

std::optional<FileId> SourceSet::find_ignoring_case(std::string_view path) const {
  const std::string folded = fold_case(path);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (files_[i].path.size() == path.size() && fold_case(files_[i].path) == folded) {
      return FileId{static_cast<std::uint32_t>(i)};
    }
  }
  return std::nullopt;
}

bool is_text_file(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == path.npos) return false;
  const std::string extension = to_lower(path.substr(dot));
  return std::find(kTextExtensions.begin(), kTextExtensions.end(), extension) != kTextExtensions.end();
}

Result<SourceSet> load_folder(const std::string& folder, Findings& findings, const Limits& limits) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return about(file_unreadable, folder, {reason(error)});
  if (!fs::is_directory(root, error)) {
    return about(file_unreadable, folder, {reason(std::make_error_code(std::errc::not_a_directory))});
  }
  std::vector<SourceFile> files;
  std::uintmax_t room = limits.total_size;
  for (const std::string& path : Walk(root, limits, findings).files()) {
    auto bytes = read(root / path, path, std::min<std::uintmax_t>(limits.file_size, room));
    if (!bytes) {
      findings.add(bytes.error());
      continue;
    }
    room -= bytes->size();
    const FileId id{static_cast<std::uint32_t>(files.size())};
    files.push_back({path, *std::move(bytes)});
    if (is_text_file(path)) make_utf8(files.back(), id, findings);
  }
  return SourceSet(std::move(files));
}

Result<SourceSet> load_file(const std::string& path, Findings& findings, const Limits& limits) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return about(file_unreadable, path, {reason(std::make_error_code(std::errc::is_a_directory))});
  }
  auto bytes = read(path, path, limits.file_size);
  if (!bytes) return bytes.error();
  std::vector<SourceFile> files;
  files.push_back({path, *std::move(bytes)});
  if (is_text_file(path)) make_utf8(files.back(), FileId{0}, findings);
  return SourceSet(std::move(files));
}

}  // namespace bifolio::source
