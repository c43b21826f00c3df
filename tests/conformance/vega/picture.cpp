#include "conformance/vega/picture.h"

#include <algorithm>
#include <string_view>

namespace bifolio::vega_suite {
namespace {

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(key);
  if (at == tag.npos) return {};
  const std::size_t begin = at + key.size();
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
}

/// One blank between words, plain minus signs, entities resolved.
std::string cleaned(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"\u2212", "-"},
                                 {"\u00a0", " "},
                                 {"&lt;", "<"},
                                 {"&gt;", ">"},
                                 {"&quot;", "\""},
                                 {"&#39;", "'"},
                                 {"&amp;", "&"}}) {
    replace_all(text, from, to);
  }
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void count_mark(std::string_view tag, Picture& picture) {
  const std::string role = attribute(tag, "role"), kind = attribute(tag, "aria-roledescription");
  const bool is_mark = role == "graphics-symbol" && !kind.empty() && !kind.ends_with("container");
  if (is_mark && kind != "axis" && kind != "legend" && kind != "title" && kind != "subtitle") ++picture.marks[kind];
}

int total(const std::map<std::string, int>& counts) {
  int sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

}  // namespace

Picture read_picture(const std::string& svg) {
  Picture picture;
  for (std::size_t at = svg.find('<'); at != svg.npos; at = svg.find('<', at + 1)) {
    const std::size_t end = svg.find('>', at);
    if (end == svg.npos) break;
    const std::string_view tag(svg.data() + at, end - at);
    count_mark(tag, picture);
    if (!tag.starts_with("<text") || tag.ends_with("/") || attribute(tag, "opacity") == "0") continue;
    std::string text;
    const std::size_t close = svg.find("</text>", end);
    for (std::size_t i = end + 1; i < close && i < svg.size(); ++i) {
      if (svg[i] == '<') {
        i = svg.find('>', i);
        text += ' ';
      } else {
        text += svg[i];
      }
    }
    if (const std::string clean = cleaned(text); !clean.empty()) ++picture.strings[clean];
  }
  return picture;
}

bool agree(const Picture& ours, const Picture& theirs) {
  if (ours.marks != theirs.marks) return false;
  int shared = 0;
  for (const auto& [text, count] : ours.strings) {
    const auto other = theirs.strings.find(text);
    if (other != theirs.strings.end()) shared += std::min(count, other->second);
  }
  const int all = total(ours.strings) + total(theirs.strings) - shared;
  return all == 0 || shared * 4 >= all * 3;
}

}  // namespace bifolio::vega_suite
