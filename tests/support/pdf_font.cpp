#include "support/pdf_font.h"

#include <cctype>
#include <vector>

#include "base/utf8.h"

namespace bifolio::testing {
namespace {

using Handle = QPDFObjectHandle;

void append_utf16(std::string& out, std::string_view bytes) {
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto unit = [&](std::size_t i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                        static_cast<unsigned char>(bytes[i + 1]));
    };
    std::uint32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(out, c);
  }
}

std::string utf16_to_utf8(std::string_view bytes) {
  std::string out;
  append_utf16(out, bytes);
  return out;
}

/// The <…> strings of a CMap, in order, with the operators between them.
struct CMapToken {
  bool is_string;
  std::string text;
};

std::vector<CMapToken> tokens_of(std::string_view map) {
  std::vector<CMapToken> tokens;
  for (std::size_t at = 0; at < map.size();) {
    if (map[at] == '<' && at + 1 < map.size() && map[at + 1] != '<') {
      std::string bytes, digits;
      for (++at; at < map.size() && map[at] != '>'; ++at) {
        if (std::isxdigit(static_cast<unsigned char>(map[at]))) digits.push_back(map[at]);
      }
      for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16)));
      tokens.push_back({true, bytes});
      ++at;
    } else if (std::isalpha(static_cast<unsigned char>(map[at]))) {
      std::string word;
      while (at < map.size() && std::isalpha(static_cast<unsigned char>(map[at]))) word.push_back(map[at++]);
      tokens.push_back({false, word});
    } else {
      ++at;
    }
  }
  return tokens;
}

std::map<std::uint32_t, std::string> read_to_unicode(std::string_view map) {
  std::map<std::uint32_t, std::string> texts;
  std::string section;
  std::vector<std::string> strings;
  for (const CMapToken& token : tokens_of(map)) {
    if (!token.is_string) {
      section = token.text;
      strings.clear();
      continue;
    }
    strings.push_back(token.text);
    if (section == "beginbfchar" && strings.size() == 2) {
      texts[big_endian(strings[0])] = utf16_to_utf8(strings[1]);
      strings.clear();
    } else if (section == "beginbfrange" && strings.size() == 3) {
      std::string text = strings[2];
      for (std::uint32_t code = big_endian(strings[0]); code <= big_endian(strings[1]); ++code) {
        texts[code] = utf16_to_utf8(text);
        text.back() = static_cast<char>(text.back() + 1);
      }
      strings.clear();
    }
  }
  return texts;
}

std::map<std::uint32_t, double> read_widths(Handle array) {
  std::map<std::uint32_t, double> widths;
  for (int i = 0; i + 1 < array.getArrayNItems();) {
    const auto first = static_cast<std::uint32_t>(array.getArrayItem(i).getIntValue());
    Handle second = array.getArrayItem(i + 1);
    if (second.isArray()) {
      for (int k = 0; k < second.getArrayNItems(); ++k) widths[first + k] = second.getArrayItem(k).getNumericValue();
      i += 2;
    } else {
      for (auto code = first; code <= static_cast<std::uint32_t>(second.getIntValue()); ++code) {
        widths[code] = array.getArrayItem(i + 2).getNumericValue();
      }
      i += 3;
    }
  }
  return widths;
}

std::string stream_data(Handle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

PdfFont read_pdf_font(Handle dictionary) {
  PdfFont font;
  Handle descendant = dictionary.getKey("/DescendantFonts").getArrayItem(0);
  const std::string base = descendant.getKey("/BaseFont").getName();
  font.name = base.substr(base.find('+') + 1);
  font.texts = read_to_unicode(stream_data(dictionary.getKey("/ToUnicode")));
  if (descendant.hasKey("/DW")) font.default_width = descendant.getKey("/DW").getNumericValue();
  if (descendant.hasKey("/W")) font.widths = read_widths(descendant.getKey("/W"));
  return font;
}

}  // namespace bifolio::testing
