// bifolio.retractions.bin: a head of readable lines, an empty line, the rows. The
// head names the hash of the rows, so that a truncated or edited file shows.
#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "lang/iso_date.h"
#include "lock/lock.h"
#include "lock/rules.h"

namespace bifolio::lock {
namespace {

constexpr std::string_view kMagic = "bifolio-retractions/1";
constexpr std::size_t kRowSize = 11;
constexpr std::size_t kLargestHead = 1024;

void append_number(std::string& out, std::uint64_t number, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out.push_back(static_cast<char>(number >> (8 * i) & 0xff));
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint64_t number = 0;
  for (int i = 0; i < size; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return number;
}

std::string_view value_of(std::string_view head, std::string_view name) {
  const std::size_t at = head.find("\n" + std::string(name) + " ");
  if (at == head.npos) return "";
  const std::string_view rest = head.substr(at + name.size() + 2);
  return rest.substr(0, rest.find('\n'));
}

std::string pack(const std::vector<RetractionRow>& rows) {
  std::string out;
  out.reserve(rows.size() * kRowSize);
  for (const RetractionRow& row : rows) {
    append_number(out, row.hash, 8);
    append_number(out, static_cast<std::uint64_t>(row.nature), 1);
    append_number(out, row.day, 2);
  }
  return out;
}

std::vector<RetractionRow> unpack(std::string_view bytes) {
  std::vector<RetractionRow> rows;
  rows.reserve(bytes.size() / kRowSize);
  for (std::size_t at = 0; at < bytes.size(); at += kRowSize) {
    rows.push_back({number_at(bytes, at, 8), static_cast<RetractionNature>(number_at(bytes, at + 8, 1)),
                    static_cast<std::uint16_t>(number_at(bytes, at + 9, 2))});
  }
  return rows;
}

bool is_sound(const std::vector<RetractionRow>& rows) {
  return std::is_sorted(rows.begin(), rows.end()) &&
         std::all_of(rows.begin(), rows.end(), [](const RetractionRow& row) {
           return row.nature >= RetractionNature::correction && row.nature <= RetractionNature::retraction;
         });
}

void refuse(FileId file, std::string en, std::string zh, Findings& findings) {
  findings.add({&retract_snapshot_corrupt, {file, 0, 0}, {{"why", std::move(en), std::move(zh)}}});
}

}  // namespace

std::string_view name(RetractionNature nature) {
  switch (nature) {
    case RetractionNature::correction: return "correction";
    case RetractionNature::concern: return "concern";
    case RetractionNature::reinstatement: return "reinstatement";
    case RetractionNature::withdrawal: return "withdrawal";
    case RetractionNature::retraction: return "retraction";
  }
  return "";
}

std::uint64_t index_hash(std::string_view key) {
  const std::string digits = sha256_hex(key).substr(0, 16);
  std::uint64_t hash = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  return hash;
}

RetractionIndex read_index(std::string_view bytes, FileId file, Findings& findings) {
  RetractionIndex index;
  index.file = file;
  const std::size_t end = bytes.substr(0, kLargestHead).find("\n\n");
  const std::string_view head = bytes.substr(0, end == bytes.npos ? 0 : end);
  if (end == bytes.npos || !head.starts_with(std::string(kMagic) + "\n")) {
    refuse(file, "it is no file of the format bifolio-retractions/1", "不是 bifolio-retractions/1 格式的文件",
           findings);
    return index;
  }
  const std::string_view body = bytes.substr(end + 2);
  if (body.size() % kRowSize != 0 || sha256_hex(body) != value_of(head, "sha256")) {
    refuse(file, "its hash does not match, so it is cut off or was changed", "哈希不符，文件不完整或被改动", findings);
    return index;
  }
  std::vector<RetractionRow> rows = unpack(body);
  if (!is_sound(rows)) {
    refuse(file, "its rows are out of order", "数据行顺序有误", findings);
    return index;
  }
  index.date = value_of(head, "date");
  const std::string_view count = value_of(head, "source-rows");
  std::from_chars(count.data(), count.data() + count.size(), index.source_rows);
  index.source_sha256 = value_of(head, "source-sha256");
  index.rows = std::move(rows);
  return index;
}

std::string write_index(const RetractionIndex& index) {
  const std::string body = pack(index.rows);
  return std::string(kMagic) + "\ndate " + index.date + "\nrows " + std::to_string(index.rows.size()) +
         "\nsource-rows " + std::to_string(index.source_rows) + "\nsource-sha256 " + index.source_sha256 + "\nsha256 " +
         sha256_hex(body) + "\n\n" + body;
}

std::vector<LockEvent> find(const RetractionIndex& index, std::string_view key) {
  std::vector<LockEvent> events;
  const std::uint64_t hash = index_hash(key);
  auto row = std::lower_bound(index.rows.begin(), index.rows.end(), hash,
                              [](const RetractionRow& one, std::uint64_t wanted) { return one.hash < wanted; });
  for (; row != index.rows.end() && row->hash == hash; ++row) {
    const std::string date = row->day == 0 ? "" : lang::days_later({1900, 1, 1}, row->day);
    events.push_back({std::string(name(row->nature)), date, "", "retraction-watch"});
  }
  return events;
}

}  // namespace bifolio::lock
