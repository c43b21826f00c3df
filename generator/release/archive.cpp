#include "release/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <cassert>
#include <filesystem>

#include "base/owned.h"
#include "base/utf8.h"
#include "release/rules.h"

namespace bifolio::release {
namespace {

/// libarchive asks the locale of its thread what the bytes of a name mean; here
/// they are UTF-8 whatever the user's locale is.
class Utf8Names {
 public:
  Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(utf8_ ? uselocale(utf8_) : nullptr) {}
  ~Utf8Names() {
    if (!utf8_) return;
    uselocale(before_);
    freelocale(utf8_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t utf8_, before_;
};

using Writer = Owned<archive, archive_write_free>;
using Reader = Owned<archive, archive_read_free>;
using Entry = Owned<archive_entry, archive_entry_free>;

la_ssize_t append(archive*, void* out, const void* bytes, size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void add_entry(archive* writer, const Artifact& file) {
  const Entry entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), file.path.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  // No time is set: libarchive would turn it into the local time of the user's
  // zone. Unset, every entry has the first day that ZIP knows, 1980-01-01.
  [[maybe_unused]] const int opened = archive_write_header(writer, entry.get());
  assert(opened == ARCHIVE_OK && "a plain file with a UTF-8 name can be written");
  archive_write_data(writer, file.bytes.data(), file.bytes.size());
}

Finding damaged(const std::string& path, std::string en, std::string zh) {
  return {&release_archive_damaged, {}, {{"path", path}, {"why", std::move(en), std::move(zh)}}, {}, {}, path};
}

bool is_safe(const std::string& path) {
  if (path.empty() || path.front() == '/' || find_invalid_utf8(path) != path.npos) return false;
  const std::filesystem::path parts(path);
  return std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part == ".." || part == "."; });
}

/// The entry's bytes, or nothing where it is damaged or larger than what is left.
bool read_bytes(archive* reader, std::size_t limit, std::string& bytes) {
  char buffer[65536];
  while (true) {
    const la_ssize_t count = archive_read_data(reader, buffer, sizeof buffer);
    if (count == 0) return true;
    if (count < 0 || bytes.size() + static_cast<std::size_t>(count) > limit) return false;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string zip(const Artifacts& files) {
  const Utf8Names names;
  std::vector<const Artifact*> sorted;
  for (const Artifact& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->path < b->path; });
  std::string bytes;
  const Writer writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  archive_write_set_options(writer.get(), "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  archive_write_open(writer.get(), &bytes, nullptr, append, nullptr);
  for (const Artifact* file : sorted) add_entry(writer.get(), *file);
  archive_write_close(writer.get());
  return bytes;
}

Result<Artifacts> unzip(std::string_view bytes, const std::string& path) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 30, kMostFiles = 100'000;
  const Utf8Names names;
  const Reader reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return damaged(path, "it is no ZIP file", "不是 ZIP 文件");
  Artifacts files;
  std::size_t total = 0;
  for (archive_entry* entry = nullptr;;) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return files;
    if (status != ARCHIVE_OK) return damaged(path, "it ends early or is damaged", "文件不完整或已损坏");
    const char* name = archive_entry_pathname(entry);
    Artifact file{name ? name : "", ""};
    if (archive_entry_filetype(entry) != AE_IFREG || !is_safe(file.path))
      return damaged(path, "an entry is no plain file below its folder", "其中有不属于该文件夹的普通文件的条目");
    if (files.size() == kMostFiles || !read_bytes(reader.get(), kMostBytes - total, file.bytes))
      return damaged(path, "an entry is damaged or too large", "有条目已损坏或过大");
    total += file.bytes.size();
    files.push_back(std::move(file));
  }
}

}  // namespace bifolio::release
