#include "picture/reporter.h"

#include "base/utf8.h"
#include "picture/rules.h"

namespace bifolio::picture {
namespace {

constexpr std::size_t kMostFindings = 30;
constexpr std::size_t kLongestQuote = 40;

/// The first letters of a value, for a message.
std::string quoted(std::string_view value) {
  std::string out;
  for (const auto at : code_points(value.substr(0, 4 * kLongestQuote))) {
    if (out.size() >= kLongestQuote) return out + "…";
    append_utf8(out, at.code_point == '\n' || at.code_point == '\t' || at.code_point == '\r' ? U' ' : at.code_point);
  }
  return out;
}

Argument argument(const char* name, Words words) {
  return {name, std::string(words.en), std::string(words.zh_hans)};
}

constexpr Words kSaveAsPng = {"Turn it into plain shapes, or save the picture as PNG",
                              "请把它转成普通形状，或把图片另存为 PNG"};

}  // namespace

void Reporter::add(const Rule& rule, const std::string& what, std::vector<Argument> arguments, Span span) {
  if (seen_.size() >= kMostFindings || !seen_.insert(std::string(rule.id) + " " + what).second) return;
  findings_.add({&rule, span, std::move(arguments), {}, {}, what});
}

void Reporter::active(const std::string& what, Span span) {
  add(picture_svg_active, what, {{"what", what}}, span);
}

void Reporter::simplified(const std::string& what, Words reason, Span span) {
  add(picture_svg_simplified, what, {{"what", what}, argument("reason", reason)}, span);
}

void Reporter::unsupported(const std::string& what, Words reason, Span span) {
  is_drawable_ = false;
  add(picture_svg_unsupported, what, {{"what", what}, argument("reason", reason), argument("advice", kSaveAsPng)},
      span);
}

void Reporter::value(const std::string& name, std::string_view value, Span span) {
  is_drawable_ = false;
  add(picture_svg_value, name, {{"name", name}, {"value", quoted(value)}}, span);
}

void Reporter::size(Words reason, Span span) {
  is_drawable_ = false;
  is_full_ = true;
  add(picture_svg_size, "", {argument("reason", reason)}, span);
}

void Reporter::too_large(Words what, std::size_t limit, Span span) {
  is_drawable_ = false;
  is_full_ = true;
  add(picture_svg_too_large, "", {argument("what", what), {"limit", std::to_string(limit)}}, span);
}

bool Reporter::spend(std::size_t& left, std::size_t count, std::size_t limit, Words what, Span span) {
  if (count <= left) {
    left -= count;
    return true;
  }
  too_large(what, limit, span);
  return false;
}

}  // namespace bifolio::picture
