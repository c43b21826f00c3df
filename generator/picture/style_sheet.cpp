#include "picture/style_sheet.h"

#include <algorithm>

#include "picture/scan.h"

namespace bifolio::picture {
namespace {

constexpr std::size_t kMostSelectors = 1000;

constexpr Words kRule = {"a style sheet with rules beyond elements, classes and ids", "超出元素、类和 id 的样式表规则"};

std::string without_comments(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find("/*", at), text.size());
    out.append(text.substr(at, open - at));
    const std::size_t close = open == text.size() ? open : text.find("*/", open + 2);
    at = close >= text.size() ? text.size() : close + 2;
  }
  return out;
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool has_class(std::string_view list, std::string_view wanted) {
  for (std::size_t at = list.find(wanted); at != list.npos; at = list.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    if ((at == 0 || is_space(list[at - 1])) && (end == list.size() || is_space(list[end]))) return true;
  }
  return false;
}

}  // namespace

std::vector<Declaration> read_declarations(std::string_view text, Span span) {
  const std::string plain = without_comments(text);
  text = plain;
  std::vector<Declaration> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = one.find(':');
    if (colon == one.npos) continue;
    std::string_view value = trimmed(one.substr(colon + 1));
    const std::size_t mark = value.find('!');
    const bool is_important = mark != value.npos && trimmed(value.substr(mark + 1)) == "important";
    if (is_important) value = trimmed(value.substr(0, mark));
    all.push_back({lower(trimmed(one.substr(0, colon))), std::string(value), is_important, span});
  }
  return all;
}

void StyleSheet::read(std::string_view text, Span span, Reporter& reporter) {
  const std::string plain = without_comments(text);
  text = plain;
  while (!trimmed(text).empty()) {
    const std::size_t open = text.find('{'), semicolon = text.find(';');
    const std::string_view head = trimmed(text.substr(0, std::min(open, semicolon)));
    if (head.starts_with("@charset") && semicolon != text.npos) {
      text.remove_prefix(semicolon + 1);
      continue;
    }
    const std::size_t close = open == text.npos ? open : text.find('}', open);
    if (close == text.npos) return reporter.value("style", head, span);
    // The booklet's own fonts are used anyway.
    if (!head.starts_with("@font-face")) {
      if (head.starts_with('@'))
        return reporter.unsupported("@" + std::string(Scanner(head.substr(1)).word()), kRule, span);
      blocks_.push_back(read_declarations(text.substr(open + 1, close - open - 1), span));
      for (std::string_view rest = head; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (!read_selector(trimmed(rest.substr(0, comma)), blocks_.size() - 1))
          return reporter.unsupported("style", kRule, span);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    }
    text.remove_prefix(close + 1);
  }
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const Rule& a, const Rule& b) { return a.specificity < b.specificity; });
}

bool StyleSheet::read_selector(std::string_view text, std::size_t block) {
  Rule rule;
  rule.block = block;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    if (!read_compound(text.substr(0, end), rule.selector.emplace_back(), rule.specificity)) return false;
    text.remove_prefix(end);
  }
  if (rule.selector.empty() || rules_.size() >= kMostSelectors) return false;
  rules_.push_back(std::move(rule));
  return true;
}

bool StyleSheet::read_compound(std::string_view text, Compound& compound, int& specificity) {
  while (!text.empty()) {
    const char sign = is_name_letter(text[0]) ? '\0' : text[0];
    if (sign == '*') {
      text.remove_prefix(1);
      continue;
    }
    if (sign != '\0') text.remove_prefix(1);
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_letter);
    const std::string name(text.begin(), end);
    text.remove_prefix(name.size());
    if (name.empty() || (sign != '\0' && sign != '.' && sign != '#')) return false;
    if (sign == '.') compound.classes.push_back(name);
    (sign == '#' ? compound.id : sign == '\0' ? compound.type : compound.classes.back()) = name;
    specificity += sign == '#' ? 10000 : sign == '.' ? 100 : 1;
  }
  return true;
}

bool StyleSheet::matches(const Compound& compound, const syntax::XmlNode& node) {
  if (!compound.type.empty() && compound.type != node.name) return false;
  if (!compound.id.empty() && compound.id != node.attribute("id")) return false;
  const std::string_view classes = compound.classes.empty() ? "" : node.attribute("class");
  return std::all_of(compound.classes.begin(), compound.classes.end(),
                     [&](const std::string& one) { return has_class(classes, one); });
}

// With nothing but "inside" between the parts, the nearest match outwards is as good as any.
bool StyleSheet::matches(const Rule& rule, const Place& place, std::size_t& left) {
  std::size_t open = rule.selector.size();
  for (const Place* at = &place; at && open > 0; at = at->around) {
    if (left == 0) return false;
    --left;
    if (matches(rule.selector[open - 1], *at->node)) {
      --open;
    } else if (at == &place) {
      return false;
    }
  }
  return open == 0;
}

std::vector<const Declaration*> StyleSheet::matching(const Place& place, std::size_t& left) const {
  std::vector<const Declaration*> found;
  for (const Rule& rule : rules_) {
    if (!matches(rule, place, left)) continue;
    for (const Declaration& one : blocks_[rule.block]) found.push_back(&one);
  }
  return found;
}

}  // namespace bifolio::picture
