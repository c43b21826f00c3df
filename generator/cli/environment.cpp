#include "cli/environment.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

namespace bifolio::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string_view asked_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--ui-lang" && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with("--ui-lang=")) return argument.substr(10);
  }
  return "auto";
}

UiLanguage choose_language(std::string_view asked) {
  if (asked == "zh-Hans") return UiLanguage::zh_hans;
  if (asked == "en") return UiLanguage::en;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view value = variable(name);
    if (!value.empty()) return value.starts_with("zh") ? UiLanguage::zh_hans : UiLanguage::en;
  }
  return UiLanguage::en;
}

/// Themes stand beside the program's sources or where it was installed:
/// build/bifolio → themes/, bin/bifolio → share/bifolio/themes/.
std::string find_themes() {
  const std::string_view given = variable("BIFOLIO_THEMES");
  if (!given.empty()) return std::string(given);
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* relative : {"../themes", "../share/bifolio/themes", "themes"}) {
    const auto folder = program / relative;
    if (std::filesystem::is_directory(folder, error)) return folder.lexically_normal().string();
  }
  return "themes";
}

std::optional<BuildStamp> stamp_from(std::string_view seconds) {
  std::int64_t value = 0;
  const auto result = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
  if (seconds.empty() || result.ec != std::errc() || result.ptr != seconds.data() + seconds.size()) return std::nullopt;
  const std::time_t time = value;
  std::tm utc = {};
  if (!gmtime_r(&time, &utc)) return std::nullopt;
  return BuildStamp{utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec};
}

/// The day by the clock, in UTC.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm utc = {};
  char text[16];
  if (!gmtime_r(&now, &utc) || std::strftime(text, sizeof text, "%Y-%m-%d", &utc) == 0) return "";
  return text;
}

}  // namespace

void read_environment(int argc, char** argv, Globals& globals) {
  globals.language = choose_language(asked_language(argc, argv));
  globals.is_terminal = isatty(STDERR_FILENO) == 1;
  globals.themes = find_themes();
  globals.today = today();
  std::error_code error;
  globals.scratch = std::filesystem::temp_directory_path(error).string();
  globals.stamp = stamp_from(variable("SOURCE_DATE_EPOCH"));
}

}  // namespace bifolio::cli
