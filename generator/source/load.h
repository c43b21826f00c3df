// The only reading of content and themes. A SourceSet holds every file of a
// booklet folder, loaded once; everything after it is a function of its bytes.
//
// The one surprise: text files (.md .csv .toml .json .bib …) that older programs
// saved in GB 18030 or UTF-16 arrive as UTF-8, so that a volunteer's table from
// WPS works. Their spans then count the converted bytes, and a finding says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace bifolio::source {

struct SourceFile {
  std::string path;           ///< relative to the set's root, `/` between parts
  std::string bytes;          ///< as stored, byte order mark included; valid UTF-8 in text files
  bool is_converted = false;  ///< the bytes differ from those on disk: never mend this file mechanically
};

/// Files ordered by path (byte-wise): FileId::index is the place in `files`.
class SourceSet {
 public:
  SourceSet() = default;
  /// For tests and for files that were read elsewhere. Sorts by path.
  explicit SourceSet(std::vector<SourceFile> files);

  const std::vector<SourceFile>& files() const { return files_; }
  const SourceFile& file(FileId id) const { return files_[id.index]; }
  std::string_view bytes(FileId id) const { return files_[id.index].bytes; }
  /// The text in which spans count: the bytes, or "" for an unknown file.
  std::string_view text(Span) const;
  std::optional<FileId> find(std::string_view path) const;
  /// A file whose path differs from this one only in letter case.
  std::optional<FileId> find_ignoring_case(std::string_view path) const;

 private:
  std::vector<SourceFile> files_;
};

struct Limits {
  std::size_t file_size = 256u << 20;
  std::size_t total_size = 1024u << 20;
  std::size_t files = 100000;
  int depth = 64;
};

/// What the program makes stands here, where a booklet is made in its own folder.
constexpr std::string_view kOutputFolder = "output";

/// Reads a folder, recursively. Hidden files and `output/` are left out; symbolic links to
/// folders or to the outside, files that cannot be read or are too large are left
/// out and reported. Fails where the folder itself cannot be read.
Result<SourceSet> load_folder(const std::string& folder, Findings&, const Limits& = {});

/// One file outside any folder: a chart specification, a style. Its path is the name given.
Result<SourceSet> load_file(const std::string& path, Findings&, const Limits& = {});

/// Whether the name is that of a text file, which must be UTF-8: by its extension.
bool is_text_file(std::string_view path);

/// The rules that loading reports: file-unreadable, file-too-large, file-encoding, …
RuleList rules();

}  // namespace bifolio::source
