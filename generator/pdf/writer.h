// A PDF 1.7 file as it grows: objects are numbered, packed into compressed object
// streams (ISO 32000-1, 7.5.7) and found through a cross-reference stream (7.5.8).
// The same calls give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/syntax.h"

namespace bifolio::pdf {

enum class Compression { none, deflate };

class Writer {
 public:
  Writer();

  /// A number for an object that is written later.
  Ref reserve();
  /// Each reserved object is written once.
  void set(Ref, std::string_view object);
  Ref add(std::string_view object);
  void set_stream(Ref, Dictionary, std::string_view bytes, Compression = Compression::deflate);
  Ref add_stream(Dictionary, std::string_view bytes, Compression = Compression::deflate);

  /// The whole file. Its /ID is a hash of its content, so that it changes when the content does.
  std::string finish(Ref catalog, Ref information) &&;

 private:
  struct Place {
    enum class Kind : std::uint8_t { unwritten, direct, packed };
    Kind kind = Kind::unwritten;
    std::uint64_t where = 0;  ///< byte offset, or the number of the object stream
    std::uint16_t index = 0;  ///< in the object stream
  };

  void write_stream(Ref, Dictionary, std::string_view bytes, Compression);
  void flush_packed();
  std::string cross_references() const;

  std::string out_;
  std::vector<Place> places_;  ///< by object number; 0 is the head of the free list
  std::vector<int> packed_;    ///< numbers of the objects that wait for an object stream
  std::string packed_offsets_, packed_objects_;
};

}  // namespace bifolio::pdf
