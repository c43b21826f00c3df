#include "pdf/writer.h"

#include <cassert>

#include "base/deflate.h"
#include "base/hash.h"

namespace bifolio::pdf {
namespace {

// Readers unpack a whole object stream to see one object; beyond some two
// hundred the file hardly shrinks.
constexpr std::size_t kObjectsPerStream = 200;
// Bytes of the three fields of a cross-reference: kind, place, index.
constexpr int kFieldSizes[] = {1, 4, 2};
constexpr int kRowSize = 7;

void append_field(std::string& out, std::uint64_t value, int size) {
  for (int i = size - 1; i >= 0; --i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

// PNG's "up" filter: rows of a cross-reference differ little from each other.
std::string filter_up(const std::string& rows) {
  std::string out;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (at % kRowSize == 0) out.push_back(2);
    const char above = at < kRowSize ? 0 : rows[at - kRowSize];
    out.push_back(static_cast<char>(rows[at] - above));
  }
  return out;
}

std::string file_id(std::string_view content) {
  const std::string half = "<" + sha256_hex(content).substr(0, 32) + ">";
  return "[" + half + half + "]";
}

}  // namespace

// Four bytes above 127 say that the file is binary (7.5.2; ISO 19005-2, 6.1.2).
Writer::Writer() : out_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), places_(1) {}

Ref Writer::reserve() {
  places_.emplace_back();
  return {static_cast<int>(places_.size()) - 1};
}

Ref Writer::add(std::string_view object) {
  const Ref ref = reserve();
  set(ref, object);
  return ref;
}

void Writer::set(Ref ref, std::string_view object) {
  assert(places_[ref.number].kind == Place::Kind::unwritten && "an object is written once");
  places_[ref.number].kind = Place::Kind::packed;
  places_[ref.number].index = static_cast<std::uint16_t>(packed_.size());
  packed_.push_back(ref.number);
  packed_offsets_ += written(ref.number) + " " + written(static_cast<std::int64_t>(packed_objects_.size())) + " ";
  packed_objects_.append(object).push_back('\n');
  if (packed_.size() == kObjectsPerStream) flush_packed();
}

Ref Writer::add_stream(Dictionary dictionary, std::string_view bytes, Compression compression) {
  const Ref ref = reserve();
  set_stream(ref, std::move(dictionary), bytes, compression);
  return ref;
}

void Writer::set_stream(Ref ref, Dictionary dictionary, std::string_view bytes, Compression compression) {
  assert(places_[ref.number].kind == Place::Kind::unwritten && "an object is written once");
  places_[ref.number].kind = Place::Kind::direct;
  places_[ref.number].where = out_.size();
  write_stream(ref, std::move(dictionary), bytes, compression);
}

void Writer::write_stream(Ref ref, Dictionary dictionary, std::string_view bytes, Compression compression) {
  std::string packed;
  if (compression == Compression::deflate) {
    packed = deflate_zlib(bytes);
    dictionary.add("Filter", "/FlateDecode");
    bytes = packed;
  }
  dictionary.add("Length", static_cast<std::int64_t>(bytes.size()));
  out_.append(std::to_string(ref.number)).append(" 0 obj\n").append(dictionary.written());
  out_.append("\nstream\n").append(bytes).append("\nendstream\nendobj\n");
}

void Writer::flush_packed() {
  if (packed_.empty()) return;
  const Ref ref = reserve();
  for (const int number : packed_) places_[number].where = ref.number;
  Dictionary dictionary;
  dictionary.add("Type", "/ObjStm").add("N", static_cast<std::int64_t>(packed_.size()));
  dictionary.add("First", static_cast<std::int64_t>(packed_offsets_.size()));
  set_stream(ref, dictionary, packed_offsets_ + packed_objects_);
  packed_.clear();
  packed_offsets_.clear();
  packed_objects_.clear();
}

std::string Writer::cross_references() const {
  std::string rows;
  for (std::size_t number = 0; number < places_.size(); ++number) {
    const Place& place = places_[number];
    assert((number == 0 || place.kind != Place::Kind::unwritten) && "a reserved object is written");
    append_field(rows, static_cast<std::uint64_t>(place.kind), kFieldSizes[0]);
    append_field(rows, place.where, kFieldSizes[1]);
    append_field(rows, number == 0 ? 0xFFFF : place.index, kFieldSizes[2]);
  }
  return rows;
}

std::string Writer::finish(Ref catalog, Ref information) && {
  flush_packed();
  const std::string id = file_id(out_);
  const Ref ref = reserve();
  const std::size_t start = out_.size();
  places_[ref.number] = {Place::Kind::direct, start, 0};
  Dictionary dictionary;
  dictionary.add("Type", "/XRef").add("Size", static_cast<std::int64_t>(places_.size()));
  dictionary.add("W", "[1 4 2]").add("Root", catalog).add("Info", information).add("ID", id);
  dictionary.add("DecodeParms", "<</Predictor 12/Columns 7>>");
  write_stream(ref, dictionary, filter_up(cross_references()), Compression::deflate);
  out_.append("startxref\n").append(std::to_string(start)).append("\n%%EOF\n");
  return std::move(out_);
}

}  // namespace bifolio::pdf
