#include "cite/field_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::cite {
namespace {

enum class Mark : std::uint8_t {
  italic,
  bold,
  superscript,
  subscript,
  small_caps,
  no_case,
  no_decoration,
  double_quote,
  single_quote,
  curly_single
};

struct Tag {
  std::string_view text;
  Mark mark;
  bool is_closing;
};

constexpr auto kTags = std::to_array<Tag>({
    {"<i>", Mark::italic, false},
    {"</i>", Mark::italic, true},
    {"<b>", Mark::bold, false},
    {"</b>", Mark::bold, true},
    {"<sup>", Mark::superscript, false},
    {"</sup>", Mark::superscript, true},
    {"<sub>", Mark::subscript, false},
    {"</sub>", Mark::subscript, true},
    {"<sc>", Mark::small_caps, false},
    {"</sc>", Mark::small_caps, true},
    {"<span class=\"nocase\">", Mark::no_case, false},
    {"<span class=\"nodecor\">", Mark::no_decoration, false},
    {"<span style=\"font-variant:small-caps;\">", Mark::small_caps, false},
    {"<span style=\"font-variant: small-caps;\">", Mark::small_caps, false},
    {"<span style=\"font-variant:small-caps\">", Mark::small_caps, false},
    {"<span style=\"font-variant: small-caps\">", Mark::small_caps, false},
    {"</span>", Mark::no_case, true},
});

/// A stretch of the text: plain, or a mark that may open or close.
struct Token {
  std::string_view text;
  std::optional<Mark> mark = {};
  bool can_open = false, can_close = false;
  std::size_t partner = 0;  ///< of a paired mark: index of the other one
};

bool closes(const Token& opening, const Token& closing) {
  const bool any_span = closing.text == "</span>" && opening.text.starts_with("<span");
  return any_span || (opening.mark == closing.mark && closing.text != "</span>" && !opening.text.starts_with("<span"));
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  std::vector<Token> scan();

 private:
  void plain_until(std::size_t end);
  bool read_tag();
  bool read_quote(char32_t c, std::size_t size);
  char32_t before() const;
  char32_t after(std::size_t size) const;

  std::string_view text_;
  std::size_t at_ = 0, plain_from_ = 0;
  std::vector<Token> tokens_;
};

std::vector<Token> Scanner::scan() {
  while (at_ < text_.size()) {
    const Decoded now = decode_utf8(text_, at_);
    if (now.code_point == '<' && read_tag()) continue;
    if (read_quote(now.code_point, now.size)) continue;
    at_ += now.size;
  }
  plain_until(at_);
  return std::move(tokens_);
}

void Scanner::plain_until(std::size_t end) {
  if (end > plain_from_) tokens_.push_back({text_.substr(plain_from_, end - plain_from_)});
}

bool Scanner::read_tag() {
  for (const Tag& tag : kTags) {
    if (!text_.substr(at_).starts_with(tag.text)) continue;
    plain_until(at_);
    tokens_.push_back({text_.substr(at_, tag.text.size()), tag.mark, !tag.is_closing, tag.is_closing});
    plain_from_ = at_ += tag.text.size();
    return true;
  }
  return false;
}

/// The character before this place, tags left out; a space at the start.
char32_t Scanner::before() const {
  if (at_ > plain_from_) {
    std::size_t back = at_ - 1;
    while (back > plain_from_ && (text_[back] & 0xC0) == 0x80) --back;
    return decode_utf8(text_, back).code_point;
  }
  for (auto token = tokens_.rbegin(); token != tokens_.rend(); ++token) {
    const bool is_tag = token->mark && token->text.starts_with('<');
    if (is_tag) continue;
    std::size_t back = token->text.size() - 1;
    while (back > 0 && (token->text[back] & 0xC0) == 0x80) --back;
    return decode_utf8(token->text, back).code_point;
  }
  return ' ';
}

char32_t Scanner::after(std::size_t size) const {
  std::size_t at = at_ + size;
  for (bool again = true; again && at < text_.size() && text_[at] == '<';) {
    again = false;
    for (const Tag& tag : kTags) {
      if (text_.substr(at).starts_with(tag.text)) at += tag.text.size(), again = true;
    }
  }
  return at < text_.size() ? decode_utf8(text_, at).code_point : U' ';
}

bool is_word(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c);
}

bool Scanner::read_quote(char32_t c, std::size_t size) {
  Token token{text_.substr(at_, size)};
  const char32_t left = before(), right = after(size);
  const bool opens_here = !is_word(left) && !is_space(right);
  const bool closes_here = !is_space(left) && !is_word(right);
  switch (c) {
    case '"':
      token.mark = Mark::double_quote;
      token.can_open = opens_here;
      token.can_close = closes_here;
      break;
    case '\'':
      token.mark = Mark::single_quote;
      token.can_open = opens_here;
      token.can_close = closes_here;
      break;
    case 0x201C:
      token.mark = Mark::double_quote;
      token.can_open = true;
      break;
    case 0x201D:
      token.mark = Mark::double_quote;
      token.can_close = true;
      break;
    case 0x2018:
      token.mark = Mark::curly_single;
      token.can_open = opens_here;
      break;
    case 0x2019:
      token.mark = Mark::curly_single;
      token.can_close = closes_here;
      break;
    default: return false;
  }
  plain_until(at_);
  tokens_.push_back(token);
  plain_from_ = at_ += size;
  return true;
}

/// Marks that may close each other have one kind: all spans end in `</span>`.
std::size_t kind_of(const Token& token) {
  const bool is_span = token.text.starts_with("<span") || token.text == "</span>";
  return is_span ? 15 : static_cast<std::size_t>(*token.mark);
}

/// Pairs marks like brackets: a closing mark ends the nearest open one of its
/// kind; marks that stood open inside it stay text.
void pair_marks(std::vector<Token>& tokens) {
  std::vector<std::size_t> open;
  std::array<int, 16> waiting{};  // open marks by kind: without any there is nothing to look for
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (!token.mark) continue;
    const int spans = waiting[kind_of(tokens[i])];
    if (token.can_close && spans > 0) {
      const auto at = std::find_if(open.rbegin(), open.rend(), [&](std::size_t o) { return closes(tokens[o], token); });
      if (at != open.rend()) {
        tokens[*at].partner = i;
        token.partner = *at;
        for (auto closed = std::next(at).base(); closed != open.end(); ++closed) --waiting[kind_of(tokens[*closed])];
        open.erase(std::next(at).base(), open.end());
        continue;
      }
    }
    if (!token.can_open) continue;
    open.push_back(i);
    ++waiting[kind_of(token)];
  }
}

void apply(Mark mark, Node& node) {
  switch (mark) {
    case Mark::italic: node.style.slant = RichStyle::Slant::italic; break;
    case Mark::bold: node.style.weight = RichStyle::Weight::bold; break;
    case Mark::superscript: node.style.position = RichStyle::Position::superscript; break;
    case Mark::subscript: node.style.position = RichStyle::Position::subscript; break;
    case Mark::small_caps: node.style.variant = RichStyle::Variant::small_caps; break;
    case Mark::no_case: node.keeps_case = true; break;
    case Mark::no_decoration:
      node.keeps_case = true;
      node.style.slant = RichStyle::Slant::normal;
      node.style.weight = RichStyle::Weight::normal;
      node.style.variant = RichStyle::Variant::normal;
      break;
    case Mark::curly_single:
      node.starts_inner = true;
      node.quotes = true;
      break;
    case Mark::double_quote:
    case Mark::single_quote: node.quotes = true; break;
  }
}

/// Inside « » stands a narrow no-break space.
std::string with_french_spaces(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find("« "); at != out.npos; at = out.find("« ", at)) out.replace(at, 3, "«\u202F");
  for (std::size_t at = out.find(" »"); at != out.npos; at = out.find(" »", at)) out.replace(at, 3, "\u202F»");
  return out;
}

void add_text(Node& parent, std::string_view text) {
  if (parent.children.empty() || !parent.children.back().children.empty() ||
      parent.children.back().role != Role::field || parent.children.back().text.empty()) {
    parent.children.push_back(Node::leaf("", Role::field));
  }
  parent.children.back().text += with_french_spaces(text);
}

/// Of single marks that found no partner, ' becomes an apostrophe and ‘ stays.
bool is_apostrophe(const Token& token) {
  return token.mark == Mark::single_quote;
}

Node build(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  Node node;
  node.role = Role::field;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens[i];
    const bool is_pair = token.mark && token.partner > i;
    if (is_pair) {
      Node inner = build(tokens, i + 1, token.partner);
      apply(*token.mark, inner);
      node.children.push_back(std::move(inner));
      i = token.partner;
    } else {
      add_text(node, is_apostrophe(token) ? "’" : token.text);
    }
  }
  return node;
}

bool has_marks(std::string_view text) {
  return text.find_first_of("<\"'\xE2\xC2") != text.npos;
}

}  // namespace

Node read_field(std::string_view text) {
  if (!has_marks(text)) return Node::leaf(std::string(text), Role::field);
  std::vector<Token> tokens = Scanner(text).scan();
  pair_marks(tokens);
  Node node = build(tokens, 0, tokens.size());
  if (node.children.size() == 1 && node.children[0].children.empty() && node.children[0].style == RichStyle{} &&
      !node.children[0].quotes && !node.children[0].keeps_case) {
    return std::move(node.children[0]);
  }
  return node;
}

}  // namespace bifolio::cite
