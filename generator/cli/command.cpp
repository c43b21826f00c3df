#include "cli/command.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace bifolio::cli {
namespace {

namespace fs = std::filesystem;

bool is_booklet(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "bifolio.toml", error);
}

std::vector<std::string> booklets_in_content() {
  std::vector<std::string> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("content", error)) {
    if (is_booklet(entry.path())) found.push_back(entry.path().generic_string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void complain(const Globals& globals, Words words, const std::string& detail) {
  std::fprintf(stderr, "bifolio: %s%s\n", std::string(say(globals, words)).c_str(), detail.c_str());
}

}  // namespace

std::optional<std::string> find_booklet(const std::string& given, const Globals& globals) {
  std::error_code error;
  if (!given.empty()) {
    if (fs::is_directory(given, error)) return given;
    complain(globals, {"there is no such folder: ", "没有这个文件夹："}, given);
    return std::nullopt;
  }
  if (is_booklet(".")) return ".";
  const std::vector<std::string> found = booklets_in_content();
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    complain(globals,
             {"no booklet here: name its folder, the one that holds bifolio.toml",
              "这里没有手册：请写出含有 bifolio.toml 的文件夹"},
             "");
  } else {
    std::string names;
    for (const std::string& name : found) names += " " + name;
    complain(globals, {"which booklet? There are several:", "是哪一本手册？这里有几本："}, names);
  }
  return std::nullopt;
}

pipeline::Request request_for(const std::string& folder, const Globals& globals) {
  pipeline::Request request;
  request.folder = folder;
  request.themes = globals.themes;
  request.stamp = globals.stamp;
  request.jobs = globals.jobs > 0 ? globals.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return request;
}

bool print_findings(const std::vector<report::Entry>& entries, const source::SourceSet& sources,
                    const std::string& folder, const std::string& format, Severity fail_on, const Globals& globals) {
  const std::string prefix = folder == "." ? "" : fs::path(folder).lexically_normal().generic_string() + "/";
  const report::Report report{entries, sources, prefix, globals.language};
  std::fputs(report::find_reporter(format).write(report).c_str(), stdout);
  if (format == "text" && !globals.is_quiet)
    std::fprintf(stderr, "%s\n", report::summary(entries, globals.language).c_str());
  return std::any_of(entries.begin(), entries.end(),
                     [&](const report::Entry& entry) { return !entry.suppression && entry.severity >= fail_on; });
}

void print_error(const Finding& finding, const Globals& globals) {
  std::fputs(report::print(finding, globals.language).c_str(), stderr);
}

void progress(const Globals& globals, Words words) {
  if (globals.is_terminal && !globals.is_quiet) std::fprintf(stderr, "%s\n", std::string(say(globals, words)).c_str());
}

}  // namespace bifolio::cli
