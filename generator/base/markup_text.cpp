#include "base/markup_text.h"

namespace bifolio {
namespace {

void append_escaped(char c, std::string& out) {
  switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    default: out += c;
  }
}

}  // namespace

std::string escape_markup(std::string_view text) {
  std::string out;
  for (const char c : text) append_escaped(c, out);
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') append_escaped(c, out);
  }
  return out;
}

}  // namespace bifolio
