#include "source/encoding.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "source/rules.h"

namespace bifolio::source {
namespace {

constexpr std::size_t kMostPlaces = 20;  // of damaged bytes that are reported one by one

/// How much of the bytes looks like UTF-8 beyond ASCII, and how much does not.
struct Utf8Evidence {
  std::size_t sequences = 0, faults = 0;
};

Utf8Evidence utf8_evidence(std::string_view bytes) {
  Utf8Evidence evidence;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_utf8(bytes, at);
    if (decoded.size > 1) ++evidence.sequences;
    if (!decoded.is_valid) ++evidence.faults;
    at += decoded.size;
  }
  return evidence;
}

/// GB 18030 accepts most bytes, Latin-1's “é” before a letter included. In
/// Chinese text nearly every pair is one of GB 2312, both of its bytes above A0.
bool looks_like_chinese(std::string_view bytes) {
  std::size_t common = 0, rare = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    const auto lead = static_cast<unsigned char>(bytes[at]), trail = static_cast<unsigned char>(bytes[at + 1]);
    if (lead < 0x80) continue;
    (lead >= 0xA1 && trail >= 0xA1 ? common : rare) += 1;
    ++at;
  }
  return common > 2 * rare;
}

std::optional<std::string> decode_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return decode_legacy(bytes.substr(2), LegacyEncoding::utf16_le);
  if (bytes.starts_with("\xFE\xFF")) return decode_legacy(bytes.substr(2), LegacyEncoding::utf16_be);
  return std::nullopt;
}

std::optional<std::string> decode_chinese(std::string_view bytes) {
  const Utf8Evidence evidence = utf8_evidence(bytes);
  // A UTF-8 file with a few broken bytes must not become nonsense in GB 18030.
  if (evidence.sequences >= evidence.faults || !looks_like_chinese(bytes)) return std::nullopt;
  return decode_legacy(bytes, LegacyEncoding::gb18030);
}

void convert(SourceFile& file, FileId id, std::string text, std::string encoding, Findings& findings) {
  file.bytes = std::move(text);
  file.is_converted = true;
  findings.add({&file_encoding, {id, 0, 0}, {{"encoding", std::move(encoding)}}});
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : bytes.substr(0, 8)) {
    if (!out.empty()) out += ' ';
    out += digits[static_cast<unsigned char>(byte) >> 4];
    out += digits[static_cast<unsigned char>(byte) & 15];
  }
  return bytes.size() > 8 ? out + " …" : out;
}

std::size_t end_of_fault(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && !decode_utf8(bytes, at).is_valid) ++at;
  return at;
}

/// Each run of bytes that are no UTF-8 becomes one U+FFFD.
void replace_faults(SourceFile& file, FileId id, Findings& findings) {
  const std::string_view bytes = file.bytes;
  std::string text;
  std::size_t places = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_utf8(bytes, at);
    if (decoded.is_valid) {
      text.append(bytes.substr(at, decoded.size));
      at += decoded.size;
      continue;
    }
    const std::size_t end = end_of_fault(bytes, at);
    const auto begin = static_cast<std::uint32_t>(text.size());
    append_utf8(text, 0xFFFD);
    if (++places <= kMostPlaces) {
      findings.add({&file_invalid_utf8, {id, begin, begin + 3}, {{"bytes", hexadecimal(bytes.substr(at, end - at))}}});
    }
    at = end;
  }
  file.bytes = std::move(text);
  file.is_converted = true;
}

void replace_nul(SourceFile& file, FileId id, Findings& findings) {
  const std::size_t first = file.bytes.find('\0');
  if (first == std::string::npos) return;
  const auto count = std::count(file.bytes.begin(), file.bytes.end(), '\0');
  std::replace(file.bytes.begin(), file.bytes.end(), '\0', ' ');
  file.is_converted = true;
  const auto at = static_cast<std::uint32_t>(first);
  findings.add({&file_nul, {id, at, at + 1}, {{"count", std::to_string(count)}}});
}

}  // namespace

void make_utf8(SourceFile& file, FileId id, Findings& findings) {
  if (find_invalid_utf8(file.bytes) != std::string_view::npos) {
    if (auto text = decode_utf16(file.bytes)) {
      convert(file, id, *std::move(text), "UTF-16", findings);
    } else if (auto chinese = decode_chinese(file.bytes)) {
      convert(file, id, *std::move(chinese), "GBK (GB 18030)", findings);
    } else {
      replace_faults(file, id, findings);
    }
  }
  replace_nul(file, id, findings);
}

}  // namespace bifolio::source
