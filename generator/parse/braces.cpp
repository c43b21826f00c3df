#include "parse/braces.h"

#include <algorithm>

#include "base/utf8.h"
#include "parse/clean_text.h"
#include "parse/markdown_rules.h"

namespace bifolio::parse {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

struct Slip {
  std::string_view wide;
  char narrow;
};
constexpr Slip kSlips[] = {{"｛", '{'}, {"｝", '}'}, {"＃", '#'}, {"．", '.'},    {"＝", '='},
                           {"“", '"'},  {"”", '"'},  {"＂", '"'}, {"\u3000", ' '}};

class BracesReader {
 public:
  BracesReader(const LeafText& leaf, std::size_t at) : leaf_(leaf), text_(leaf.text()), at_(at), begin_(at) {}

  std::optional<Braces> read() {
    if (!take('{')) return std::nullopt;
    for (;;) {
      while (at_ < text_.size() && (is_blank(text_[at_]) || is_wide(at_, ' '))) take_any();
      if (take('}')) return finish();
      if (at_ >= text_.size() || !read_one()) return std::nullopt;
    }
  }

 private:
  std::optional<Braces> finish() {
    braces_.attributes.span = leaf_.span(begin_, at_);
    braces_.end = at_;
    return std::move(braces_);
  }

  bool is_wide(std::size_t at, char narrow) const {
    return std::any_of(std::begin(kSlips), std::end(kSlips), [&](const Slip& slip) {
      return slip.narrow == narrow && std::string_view(text_).substr(at).starts_with(slip.wide);
    });
  }

  bool is_any_wide(std::size_t at) const {
    return std::any_of(std::begin(kSlips), std::end(kSlips),
                       [&](const Slip& slip) { return std::string_view(text_).substr(at).starts_with(slip.wide); });
  }

  /// Steps over the mark, full-width forms included.
  bool take(char mark) {
    if (at_ >= text_.size()) return false;
    if (text_[at_] == mark) {
      ++at_;
      return true;
    }
    for (const Slip& slip : kSlips) {
      if (slip.narrow != mark || !std::string_view(text_).substr(at_).starts_with(slip.wide)) continue;
      braces_.seen_slips += slip.wide;
      braces_.slips.push_back({leaf_.span(at_, at_ + slip.wide.size()), std::string(1, mark)});
      at_ += slip.wide.size();
      return true;
    }
    return false;
  }

  void take_any() {
    if (!take(' ')) ++at_;
  }

  bool read_one() {
    if (take('#')) return read_id();
    if (take('.')) return read_class();
    return read_pair();
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_]) && !is_any_wide(at_)) ++at_;
    return std::string_view(text_).substr(begin, at_ - begin);
  }

  bool read_id() {
    const std::size_t begin = at_;
    const std::string_view id = read_name();
    if (id.empty()) return false;
    braces_.attributes.id = clean_text(id);
    braces_.attributes.id_span = leaf_.span(begin, at_);
    return true;
  }

  bool read_class() {
    const std::string_view name = read_name();
    if (name.empty()) return false;
    braces_.attributes.classes.push_back(clean_text(name));
    return true;
  }

  bool read_pair() {
    const std::string_view name = read_name();
    if (name.empty() || !take('=')) return false;
    Attribute pair{clean_text(name), {}, {}};
    if (!(take('"') ? read_quoted(pair, '"') : take('\'') ? read_quoted(pair, '\'') : read_bare(pair))) return false;
    braces_.attributes.pairs.push_back(std::move(pair));
    return true;
  }

  /// Up to the closing quote; `\"` is a quote. A value may run over a line end, which is a space.
  bool read_quoted(Attribute& pair, char quote) {
    const std::size_t begin = at_;
    const bool opened_wide = quote == '"' && text_[begin - 1] != '"';
    std::string value;
    while (at_ < text_.size()) {
      const std::size_t end = at_;
      if (text_[at_] == quote || (opened_wide && is_wide(at_, quote))) {
        take(quote);
        pair.value = clean_text(value);
        pair.span = leaf_.span(begin, end);
        return true;
      }
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == quote || text_[at_ + 1] == '\\')) ++at_;
      value += text_[at_] == '\n' ? ' ' : text_[at_];
      ++at_;
    }
    return false;
  }

  bool read_bare(Attribute& pair) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '}' && text_[at_] != '{' && text_[at_] != '"' &&
           !is_wide(at_, '}')) {
      ++at_;
    }
    if (at_ == begin) return false;
    pair.value = clean_text(std::string_view(text_).substr(begin, at_ - begin));
    pair.span = leaf_.span(begin, at_);
    return true;
  }

  const LeafText& leaf_;
  const std::string& text_;
  std::size_t at_, begin_;
  Braces braces_;
};

}  // namespace

std::optional<Braces> read_braces(const LeafText& leaf, std::size_t at) {
  return BracesReader(leaf, at).read();
}

bool looks_like_braces(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  rest.remove_prefix(std::min(rest.size(), rest.starts_with("｛") ? std::size_t{3} : std::size_t{1}));
  if (rest.starts_with('#') || rest.starts_with('.') || rest.starts_with("＃")) return true;
  std::size_t name = 0;
  while (name < rest.size() && name < 40 && is_name_byte(rest[name])) ++name;
  return name > 0 && rest.substr(name).starts_with('=');
}

void report_slips(const Braces& braces, Findings& findings) {
  if (braces.slips.empty()) return;
  std::string meant;
  for (const Fix& slip : braces.slips) meant += slip.replacement;
  Finding finding{
      &syntax_fullwidth_markup, braces.slips.front().span, {{"seen", braces.seen_slips, {}}, {"meant", meant, {}}}};
  finding.fixes = braces.slips;
  findings.add(std::move(finding));
}

TrailingBraces take_trailing_braces(const LeafText& leaf, Findings& findings) {
  const std::string_view text = leaf.text();
  const std::size_t last = std::min(text.find_last_not_of(" \t\n"), text.size());
  if (last == text.size()) return {{}, text.size()};
  const std::size_t narrow = text.rfind('{'), wide = text.rfind("｛");
  const std::size_t open = narrow == text.npos ? wide : wide == text.npos ? narrow : std::max(narrow, wide);
  // After `]`, `)` or a code span the braces are that inline's own.
  const bool is_taken = open != text.npos && open > 0 && std::string_view("\\])`").find(text[open - 1]) != text.npos;
  if (open == text.npos || is_taken || !looks_like_braces(text, open)) return {{}, text.size()};
  if (auto braces = read_braces(leaf, open)) {
    if (braces->end != last + 1) return {{}, text.size()};
    report_slips(*braces, findings);
    return {std::move(braces->attributes), open};
  }
  const bool is_closed = text[last] == '}' || text.ends_with("｝");
  if (is_closed || text.find('}', open) == text.npos) {
    findings.add({is_closed ? &syntax_attributes : &syntax_braces_unclosed,
                  leaf.span(open, last + 1),
                  {{"seen", clean_text(text.substr(open, std::min<std::size_t>(last + 1 - open, 80))), {}}}});
  }
  return {{}, text.size()};
}

}  // namespace bifolio::parse
