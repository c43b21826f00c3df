// Places in files. Every value that an author wrote carries a Span, so that a
// finding can always point at it. Spans count bytes of the file as stored (a
// byte order mark included); `source/lines.h` turns them into lines and columns.
#pragma once

#include <compare>
#include <cstdint>

namespace bifolio {

/// A file of the booklet: its index in the SourceSet, which orders files by path.
struct FileId {
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::uint32_t index = kNone;

  bool is_known() const { return index != kNone; }
  auto operator<=>(const FileId&) const = default;
};

/// The bytes [begin, end) of a file. An empty span is a place between two bytes.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both; the files must agree.
Span join(Span a, Span b);

}  // namespace bifolio
