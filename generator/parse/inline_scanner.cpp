#include "parse/inline_scanner.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/characters.h"
#include "parse/clean_text.h"
#include "parse/markdown.h"
#include "parse/markdown_rules.h"
#include "parse/soft_breaks.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// Bytes that may begin something; all others are text at once.
constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : std::string_view("\n\\`*_~[]!<&@:w;")) special[static_cast<unsigned char>(c)] = true;
  special[0] = special[0xE3] = special[0xEF] = true;
  return special;
}();

}  // namespace

InlineScanner::InlineScanner(const LeafText& leaf, const InlineContext& context, InCell in_cell)
    : leaf_(leaf),
      text_(leaf.text()),
      context_(context),
      in_cell_(in_cell),
      runs_(out_),
      html_(text_),
      is_valid_(find_invalid_utf8(text_) == std::string_view::npos) {}

InlinePieces InlineScanner::scan() {
  while (at_ < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (!kSpecial[byte] && (is_valid_ || byte < 0x80))
      ++at_;
    else if (!step())
      ++at_;
  }
  std::size_t end = text_.size();
  while (end > plain_ && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  flush(end);
  runs_.pair(-1);
  return std::move(out_);
}

/// Reads what begins here; false where it is only text.
bool InlineScanner::step() {
  const std::size_t before = at_;
  switch (text_[at_]) {
    case '\n': read_line_end(); break;
    case '\\': read_backslash(); break;
    case '`': read_code(); break;
    case '*':
    case '_':
    case '~': {
      flush(at_);
      Run run = read_run(text_, at_);
      const std::size_t end = run.end;
      runs_.push(std::move(run));
      resume(end);
      break;
    }
    case '[': open_bracket(1, false, false); break;
    case ']': close_bracket(); break;
    case '!':
      if (text_.compare(at_, 2, "![") == 0) open_bracket(2, true, false);
      break;
    case '<': read_angle(); break;
    case '&': read_entity(); break;
    case '@': read_sign(); break;
    case ':': return read_colon();
    case 'w': return read_www();
    case ';': part_citation(); return false;
    case '\0': add_replaced(at_, at_ + 1, std::string(kReplacement)); break;
    default: read_invalid(); break;
  }
  return at_ != before;
}

void InlineScanner::flush(std::size_t end) {
  if (end > plain_) out_.pieces.push_back({Piece::Kind::text, plain_, end});
  plain_ = end;
}

void InlineScanner::add_atom(std::size_t begin, std::size_t end, decltype(Inline::value) value) {
  flush(begin);
  out_.pieces.push_back({Piece::Kind::atom, begin, end, out_.atoms.size()});
  out_.atoms.push_back({std::move(value), leaf_.span(begin, end)});
  resume(end);
}

/// A Text that stands for other bytes. Where it happens to be as long as they
/// are (`&ngE;`), it is parted, so that equal length always means equal bytes.
void InlineScanner::add_replaced(std::size_t begin, std::size_t end, std::string text) {
  const bool is_misleading = text.size() == leaf_.span(begin, end).size() && text != text_.substr(begin, end - begin);
  const std::size_t first = is_misleading ? decode_utf8(text, 0).size : text.size();
  add_atom(begin, end, Text{text.substr(0, first)});
  if (first < text.size()) add_atom(end, end, Text{text.substr(first)});
}

void InlineScanner::read_line_end() {
  std::size_t blanks = at_;
  while (blanks > plain_ && (text_[blanks - 1] == ' ' || text_[blanks - 1] == '\t')) --blanks;
  const bool is_hard = at_ - blanks >= 2 && text_[at_ - 1] == ' ' && text_[at_ - 2] == ' ';
  if (is_hard) return add_atom(blanks, at_ + 1, LineBreak{});
  flush(blanks);
  out_.pieces.push_back({Piece::Kind::soft_break, blanks, at_ + 1});
  resume(at_ + 1);
}

void InlineScanner::read_backslash() {
  const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
  if (next == '\n')
    add_atom(at_, at_ + 2, LineBreak{});
  else if (is_ascii_punctuation(next))
    add_replaced(at_, at_ + 2, std::string(1, next));
}

void InlineScanner::read_code() {
  std::size_t open = at_;
  while (open < text_.size() && text_[open] == '`') ++open;
  const std::size_t length = open - at_;
  const std::size_t end = find_code_end(open, length);
  if (end == 0) {
    at_ = open;
    return;
  }
  std::string code = text_.substr(open, end - length - open);
  for (char& c : code) c = c == '\n' ? ' ' : c;
  const bool is_padded =
      code.size() > 1 && code.front() == ' ' && code.back() == ' ' && code.find_first_not_of(' ') != code.npos;
  if (is_padded) code = code.substr(1, code.size() - 2);
  for (std::size_t bar = 0; in_cell_ == InCell::yes && (bar = code.find("\\|", bar)) != code.npos; ++bar)
    code.erase(bar, 1);
  const std::size_t begin = at_;
  const auto braces = end < text_.size() && text_[end] == '{' ? read_braces(leaf_, end) : std::nullopt;
  if (!braces) return add_atom(begin, end, Code{clean_text(code)});
  report_slips(*braces, context_.findings);
  Phrase phrase{braces->attributes, {{Code{clean_text(code)}, leaf_.span(begin, end)}}};
  add_atom(begin, braces->end, std::move(phrase));
}

/// The end of the code span, its closing backticks included; 0 without one.
/// Where runs of each length were last seen is kept, as in cmark, so that text
/// full of backticks is read once.
std::size_t InlineScanner::find_code_end(std::size_t at, std::size_t length) {
  if (length >= last_backticks_.size() || (code_scanned_ && last_backticks_[length] < at)) return 0;
  while (at < text_.size()) {
    at = text_.find('`', at);
    if (at == text_.npos) break;
    const std::size_t begin = at;
    while (at < text_.size() && text_[at] == '`') ++at;
    const std::size_t run = at - begin;
    if (run < last_backticks_.size()) last_backticks_[run] = begin;
    if (run == length) return at;
  }
  code_scanned_ = true;
  return 0;
}

void InlineScanner::read_angle() {
  if (const auto link = read_autolink(text_, at_)) {
    flush(at_);
    const std::size_t begin = at_;
    Link node{
        link->target,
        {},
        {{Text{clean_text(text_.substr(link->begin, link->end - link->begin))}, leaf_.span(link->begin, link->end)}}};
    node.target_span = leaf_.span(link->begin, link->end);
    node.is_bare = true;
    return add_atom(begin, link->after, std::move(node));
  }
  const RawHtml html = html_.read(at_);
  if (html.kind != RawHtml::Kind::none) read_html(html);
}

void InlineScanner::read_html(const RawHtml& html) {
  const std::string_view source = std::string_view(text_).substr(at_, html.end - at_);
  if (html.kind == RawHtml::Kind::comment) {
    flush(at_);
    if (auto directive = context_.directives ? read_directive(source) : std::nullopt) {
      directive->span = leaf_.span(at_, html.end);
      context_.directives->push_back(std::move(*directive));
    }
    // “a <!-- b --> c” has one space, and a line of comments leaves none.
    const bool after_blank = at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '\n';
    std::size_t end = html.end;
    while (after_blank && end < text_.size() &&
           (text_[end] == ' ' || (text_[end] == '\n' && (at_ == 0 || text_[at_ - 1] == '\n'))))
      ++end;
    return resume(end);
  }
  if (in_cell_ == InCell::yes && is_line_break_tag(source)) return add_atom(at_, html.end, LineBreak{});
  if (html.kind != RawHtml::Kind::close_tag) {
    context_.findings.add(
        {&hygiene_html_residue, leaf_.span(at_, html.end), {{"tag", clean_text(source.substr(0, 60)), {}}}});
  }
  at_ = source.find_first_of("\n\0", 0, 2) == source.npos ? html.end : at_ + 1;
}

void InlineScanner::read_entity() {
  DecodedEntity entity = decode_entity(std::string_view(text_).substr(at_));
  if (entity.size > 0) add_replaced(at_, at_ + entity.size, clean_text(entity.text));
}

/// Full-width marks that may matter, and bytes that are no UTF-8.
void InlineScanner::read_invalid() {
  const Decoded decoded = decode_utf8(text_, at_);
  if (!decoded.is_valid) return add_replaced(at_, at_ + 1, std::string(kReplacement));
  switch (decoded.code_point) {
    case U'【':
    case U'［': return open_wide_bracket();
    case U'】':
    case U'］': return close_wide_bracket();
    case U'；': part_citation(); break;
    default: break;
  }
  at_ += decoded.size;
}

void InlineScanner::add_bare_link(const BareLink& link) {
  Link node{link.target,
            {},
            {{Text{clean_text(text_.substr(link.begin, link.end - link.begin))}, leaf_.span(link.begin, link.end)}}};
  node.target_span = leaf_.span(link.begin, link.end);
  node.is_bare = true;
  add_atom(link.begin, link.end, std::move(node));
}

bool InlineScanner::read_colon() {
  const auto link = read_bare_address(text_, plain_, at_, !brackets_.empty());
  if (link) add_bare_link(*link);
  return link.has_value();
}

bool InlineScanner::read_www() {
  const auto link = read_bare_www(text_, at_, !brackets_.empty());
  if (link) add_bare_link(*link);
  return link.has_value();
}

/// `@`: a mail address, a citation's key or a cross reference.
void InlineScanner::read_sign() {
  const char before = at_ > 0 ? text_[at_ - 1] : ' ';
  if (is_ascii_alphanumeric(before) || before == '_' || before == '+' || before == '.') {
    if (const auto mail = read_bare_mail(text_, plain_, at_)) return add_bare_link(*mail);
    if (before != '.') return;
  }
  std::size_t key_begin = 0, key_stop = 0;
  const auto end = key_end(at_ + 1, key_begin, key_stop);
  if (!end) return;
  const bool is_suppressed = before == '-' && at_ > plain_ && (at_ < 2 || !is_ascii_alphanumeric(text_[at_ - 2]));
  add_key(is_suppressed ? at_ - 1 : at_, key_begin, key_stop, *end);
}

namespace {

bool is_key_character(std::string_view text, std::size_t at, std::size_t& size) {
  if (at >= text.size()) return false;
  size = 1;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_alphanumeric(text[at]) || text[at] == '_';
  const Decoded decoded = decode_utf8(text, at);
  size = decoded.size;
  return decoded.is_valid && is_letter(decoded.code_point) && !is_wide_text(decoded.code_point);
}

}  // namespace

/// pandoc, “Citation syntax”: a letter, digit or `_` first; single marks inside;
/// `{…}` holds any key. A key ends where Chinese begins: `@miller2022的研究`.
std::optional<std::size_t> InlineScanner::key_end(std::size_t at, std::size_t& begin, std::size_t& end) const {
  if (at < text_.size() && text_[at] == '{') {
    const std::size_t close = text_.find_first_of("{} \t\n", at + 1);
    if (close == text_.npos || text_[close] != '}' || close == at + 1) return std::nullopt;
    begin = at + 1;
    end = close;
    return close + 1;
  }
  std::size_t size = 0, next = at;
  while (is_key_character(text_, next, size) ||
         (next > at && next < text_.size() &&
          std::string_view(":.#$%&-+?<>~/").find(text_[next]) != std::string_view::npos &&
          is_key_character(text_, next + 1, size) && (size = 1))) {
    next += size;
  }
  if (next == at) return std::nullopt;
  begin = at;
  end = next;
  return next;
}

void InlineScanner::add_key(std::size_t begin, std::size_t key_begin, std::size_t key_stop, std::size_t end) {
  const std::string key = clean_text(text_.substr(key_begin, key_stop - key_begin));
  const bool is_reference =
      key.size() > 4 && (key.starts_with("sec-") || key.starts_with("tbl-") || key.starts_with("fig-"));
  if (!brackets_.empty()) {
    Bracket& bracket = brackets_.back();
    (is_reference ? bracket.has_reference : bracket.has_key) = true;
    bracket.key_in_part = true;
  }
  if (is_reference) return add_atom(begin, end, CrossReference{key});
  CitedWork work;
  work.key = key;
  work.key_span = leaf_.span(key_begin, key_stop);
  work.suppress_author = text_[begin] == '-';
  Citation citation;
  citation.works.push_back(std::move(work));
  citation.is_narrative = true;
  add_atom(begin, end, std::move(citation));
}

}  // namespace bifolio::parse
