#include "parse/links.h"

#include "base/unicode.h"
#include "parse/characters.h"
#include "parse/clean_text.h"

namespace bifolio::parse {
namespace {

constexpr std::size_t kMaxLabel = 999;
/// As cmark does: more parentheses than this make no destination, and no time is lost.
constexpr int kMaxParentheses = 32;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_blanks_in_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_ascii_punctuation(text[at + 1]);
}

std::optional<LinkPart> read_pointed_destination(std::string_view text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '>') return LinkPart{at + 1, end, end + 1};
    if (text[end] == '<' || text[end] == '\n') return std::nullopt;
    if (is_escape(text, end)) ++end;
  }
  return std::nullopt;
}

/// Labels match without case, and all white space counts as one space.
std::string fold_label(std::string_view label) {
  std::string folded;
  for (const char c : label) {
    if (!is_blank(c))
      folded += c;
    else if (!folded.empty() && folded.back() != ' ')
      folded += ' ';
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return fold_case(clean_text(folded));
}

/// One definition at `at`; returns where reading goes on.
std::optional<std::size_t> read_definition(const LeafText& leaf, std::size_t at, LinkDefinitions& definitions) {
  const std::string_view text = leaf.text();
  const auto label = read_label(text, at);
  if (!label || label->after >= text.size() || text[label->after] != ':') return std::nullopt;
  const std::string_view name = text.substr(label->begin, label->end - label->begin);
  if (name.starts_with('^') || name.find_first_not_of(" \t\n") == name.npos) return std::nullopt;
  const auto destination = read_destination(text, skip_blanks(text, label->after + 1));
  if (!destination) return std::nullopt;
  std::size_t end = skip_blanks_in_line(text, destination->after);
  const bool ends_line = end >= text.size() || text[end] == '\n';
  LinkDefinition definition{unescape(text.substr(destination->begin, destination->end - destination->begin)),
                            {},
                            leaf.span(destination->begin, destination->end)};
  const std::size_t title_at = skip_blanks(text, destination->after);
  const auto title = title_at > destination->after ? read_title(text, title_at) : std::nullopt;
  const std::size_t title_end = title ? skip_blanks_in_line(text, title->after) : 0;
  if (title && (title_end >= text.size() || text[title_end] == '\n')) {
    definition.title = unescape(text.substr(title->begin, title->end - title->begin));
    end = title_end;
  } else if (!ends_line) {
    return std::nullopt;
  }
  definitions.add(name, std::move(definition));
  return end < text.size() ? end + 1 : end;
}

}  // namespace

std::optional<LinkPart> read_destination(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '<') return read_pointed_destination(text, at);
  int depth = 0;
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (is_escape(text, end))
      ++end;
    else if (c == '(' && ++depth > kMaxParentheses)
      return std::nullopt;
    else if (c == ')' && --depth < 0)
      break;
    else if (c == ' ' || (static_cast<unsigned char>(c) < 0x20) || c == 0x7F)
      break;
  }
  if (depth > 0 || end == at) return std::nullopt;
  return LinkPart{at, end, end};
}

std::optional<LinkPart> read_title(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return std::nullopt;
  const char close = open == '(' ? ')' : open;
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == close) return LinkPart{at + 1, end, end + 1};
    if (text[end] == '(' && open == '(') return std::nullopt;
    if (is_escape(text, end)) ++end;
  }
  return std::nullopt;
}

std::optional<LinkPart> read_label(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  for (std::size_t end = at + 1; end < text.size() && end - at <= kMaxLabel + 1; ++end) {
    if (text[end] == ']') return LinkPart{at + 1, end, end + 1};
    if (text[end] == '[') return std::nullopt;
    if (is_escape(text, end)) ++end;
  }
  return std::nullopt;
}

std::optional<InlineTarget> read_inline_target(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return std::nullopt;
  const std::size_t begin = skip_blanks(text, at + 1);
  if (begin < text.size() && text[begin] == ')') return InlineTarget{{begin, begin, begin}, std::nullopt, begin + 1};
  const auto destination = read_destination(text, begin);
  if (!destination) return std::nullopt;
  std::size_t end = skip_blanks(text, destination->after);
  std::optional<LinkPart> title;
  if (end > destination->after) title = read_title(text, end);
  if (title) end = skip_blanks(text, title->after);
  if (end >= text.size() || text[end] != ')') return std::nullopt;
  return InlineTarget{*destination, title, end + 1};
}

void LinkDefinitions::add(std::string_view label, LinkDefinition definition) {
  by_label_.try_emplace(fold_label(label), std::move(definition));
}

const LinkDefinition* LinkDefinitions::find(std::string_view label) const {
  if (by_label_.empty()) return nullptr;
  const auto at = by_label_.find(fold_label(label));
  return at == by_label_.end() ? nullptr : &at->second;
}

LeafText take_definitions(const LeafText& leaf, LinkDefinitions& definitions) {
  std::size_t at = 0;
  while (at < leaf.text().size()) {
    const auto next = read_definition(leaf, at, definitions);
    if (!next) break;
    at = *next;
  }
  return at == 0 ? leaf : leaf.part(at, leaf.text().size());
}

}  // namespace bifolio::parse
