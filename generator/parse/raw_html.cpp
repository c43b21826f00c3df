#include "parse/raw_html.h"

#include "parse/characters.h"
#include "parse/clean_text.h"

namespace bifolio::parse {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_tag_name(char c) {
  return is_ascii_alphanumeric(c) || c == '-';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

bool is_attribute_name(char c) {
  return is_ascii_alphanumeric(c) || c == '_' || c == ':' || c == '.' || c == '-';
}

/// ` name`, ` name=value`: the end, or `at` where there is none.
std::size_t skip_attribute(std::string_view text, std::size_t at) {
  std::size_t end = skip_blanks(text, at);
  if (end == at || end >= text.size() || !is_attribute_name(text[end]) || is_ascii_digit(text[end]) ||
      text[end] == '.' || text[end] == '-') {
    return at;
  }
  while (end < text.size() && is_attribute_name(text[end])) ++end;
  const std::size_t equals = skip_blanks(text, end);
  if (equals >= text.size() || text[equals] != '=') return end;
  const std::size_t value = skip_blanks(text, equals + 1);
  if (value >= text.size()) return at;
  if (text[value] == '"' || text[value] == '\'') {
    const std::size_t close = text.find(text[value], value + 1);
    return close == text.npos ? at : close + 1;
  }
  const std::size_t close = text.find_first_of(" \t\n\"'=<>`", value);
  return close == value ? at : std::min(close, text.size());
}

std::string_view take_word(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
  const std::size_t end = std::min(rest.find_first_of(" \t\r\n", begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

/// `name="…"` or `name=word`
std::string value_of(std::string_view text, std::string_view name) {
  const std::string key = " " + std::string(name) + "=";
  const std::size_t at = text.find(key);
  if (at == text.npos) return "";
  std::string_view value = text.substr(at + key.size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return clean_text(value.substr(0, value.find('"')));
  }
  return clean_text(take_word(value));
}

}  // namespace

RawHtml HtmlReader::read(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  using Kind = RawHtml::Kind;
  if (rest.starts_with("<!-->")) return {Kind::comment, at + 5};
  if (rest.starts_with("<!--->")) return {Kind::comment, at + 6};
  if (rest.starts_with("<!--")) return read_until("-->", at + 4, Kind::comment, no_comment_end_);
  if (rest.starts_with("<?")) return read_until("?>", at + 2, Kind::other, no_instruction_end_);
  if (rest.starts_with("<![CDATA[")) return read_until("]]>", at + 9, Kind::other, no_data_end_);
  if (rest.size() > 2 && rest[1] == '!' && is_ascii_letter(rest[2])) {
    return read_until(">", at + 2, Kind::other, no_declaration_end_);
  }
  if (rest.starts_with("</")) return read_close_tag(at);
  return read_open_tag(at);
}

RawHtml HtmlReader::read_until(std::string_view close, std::size_t from, RawHtml::Kind kind, bool& is_hopeless) const {
  if (is_hopeless) return {};
  const std::size_t end = text_.find(close, from);
  is_hopeless = end == text_.npos;
  return is_hopeless ? RawHtml{} : RawHtml{kind, end + close.size()};
}

RawHtml HtmlReader::read_open_tag(std::size_t at) const {
  std::size_t end = at + 1;
  if (end >= text_.size() || !is_ascii_letter(text_[end])) return {};
  while (end < text_.size() && is_tag_name(text_[end])) ++end;
  for (std::size_t next = skip_attribute(text_, end); next != end; next = skip_attribute(text_, end)) end = next;
  end = skip_blanks(text_, end);
  if (end < text_.size() && text_[end] == '/') ++end;
  if (end >= text_.size() || text_[end] != '>') return {};
  return {RawHtml::Kind::open_tag, end + 1};
}

RawHtml HtmlReader::read_close_tag(std::size_t at) const {
  std::size_t end = at + 2;
  if (end >= text_.size() || !is_ascii_letter(text_[end])) return {};
  while (end < text_.size() && is_tag_name(text_[end])) ++end;
  end = skip_blanks(text_, end);
  if (end >= text_.size() || text_[end] != '>') return {};
  return {RawHtml::Kind::close_tag, end + 1};
}

bool is_line_break_tag(std::string_view tag) {
  if (tag.size() < 4 || (tag[1] | 0x20) != 'b' || (tag[2] | 0x20) != 'r') return false;
  return tag.find_first_not_of(" \t\n/", 3) == tag.size() - 1;
}

std::optional<Directive> read_directive(std::string_view comment) {
  if (!comment.starts_with("<!--") || !comment.ends_with("-->") || comment.size() < 7) return std::nullopt;
  return read_directive_words(comment.substr(4, comment.size() - 7));
}

std::optional<Directive> read_directive_words(std::string_view rest) {
  const std::string_view name = take_word(rest);
  Directive directive;
  if (name == "bifolio-ignore")
    directive.reach = Directive::Reach::next_block;
  else if (name == "bifolio-ignore-start")
    directive.reach = Directive::Reach::start;
  else if (name == "bifolio-ignore-end")
    directive.reach = Directive::Reach::end;
  else
    return std::nullopt;
  directive.reason = value_of(rest, "reason");
  directive.until = value_of(rest, "until");
  const std::string_view rule = take_word(rest);
  if (rule.find('=') == rule.npos) directive.rule = clean_text(rule);
  return directive;
}

}  // namespace bifolio::parse
