// Styles by name: dependents followed, neighbours suggested.
#include <algorithm>
#include <filesystem>

#include "cite/file.h"
#include "cite/locale.h"
#include "cite/rules.h"
#include "cite/style_read.h"

namespace bifolio::cite {
namespace {

bool is_path(std::string_view name) {
  return name.ends_with(".csl") || name.find('/') != name.npos;
}

std::optional<std::string> find_bytes(std::string_view name, const StyleFolders& folders) {
  if (is_path(name)) return read_file(std::string(name));
  for (const std::string& folder : folders.styles) {
    for (const char* below : {"/", "/dependent/"}) {
      if (auto bytes = read_file(folder + below + std::string(name) + ".csl")) return bytes;
    }
  }
  return std::nullopt;
}

/// Edits that turn one name into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row[b.size()];
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".csl") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string nearest(std::string_view name, const StyleFolders& folders) {
  std::string best;
  std::size_t least = static_cast<std::size_t>(-1);
  for (const std::string& folder : folders.styles) {
    for (const std::string below : {"", "/dependent"}) {
      for (std::string& candidate : names_in(folder + below)) {
        const std::size_t now = distance(name, candidate);
        if (now < least) least = now, best = std::move(candidate);
      }
    }
  }
  return best;
}

Finding unknown(std::string_view name, const StyleFolders& folders) {
  const std::string_view short_name = name.substr(0, 200);
  return {&cite_style_unknown, {}, {{"name", std::string(short_name)}, {"nearest", nearest(short_name, folders)}}};
}

std::shared_ptr<const Style> ready(StyleFile file, std::shared_ptr<const Locales> locales, const std::string& locale) {
  file.style->locales = std::move(locales);
  if (!locale.empty()) file.style->default_locale = locale;
  return file.style;
}

}  // namespace

std::shared_ptr<const Locales> open_locales(const StyleFolders& folders) {
  return std::make_shared<Locales>(folders);
}

Result<std::shared_ptr<const Style>> load_style(std::string_view name, const StyleFolders& folders,
                                                std::shared_ptr<const Locales> locales) {
  std::string now(name), locale, trail;
  std::vector<std::string> seen;
  for (;;) {
    if (std::find(seen.begin(), seen.end(), now) != seen.end()) {
      return Finding{&cite_style_loop, {}, {{"name", std::string(name)}, {"detail", trail + now}}};
    }
    seen.push_back(now);
    trail += now + " → ";
    const auto bytes = find_bytes(now, folders);
    if (!bytes) return unknown(now, folders);
    Result<StyleFile> file = read_style_file(*bytes, now);
    if (!file) return file.error();
    if (locale.empty()) locale = file->default_locale;
    if (file->style) return ready(std::move(*file), std::move(locales), locale);
    now = file->parent;
  }
}

Result<std::shared_ptr<const Style>> load_style(std::string_view name, const StyleFolders& folders) {
  return load_style(name, folders, open_locales(folders));
}

Result<std::shared_ptr<const Style>> read_style(std::string_view bytes, std::string_view name,
                                                const StyleFolders& folders) {
  Result<StyleFile> file = read_style_file(bytes, name);
  if (!file) return file.error();
  if (!file->style) return load_style(file->parent, folders);
  const std::string locale = file->default_locale;
  return ready(std::move(*file), open_locales(folders), locale);
}

std::vector<std::string> style_names(const StyleFolders& folders) {
  std::vector<std::string> all;
  for (const std::string& folder : folders.styles) {
    for (std::string& name : names_in(folder)) all.push_back(std::move(name));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace bifolio::cite
