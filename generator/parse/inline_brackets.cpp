// What brackets become: links, images, notes, citations, spans (CommonMark 0.31,
// “look for link or image”, with ours added).
#include "parse/characters.h"
#include "parse/clean_text.h"
#include "parse/inline_scanner.h"
#include "parse/markdown_rules.h"

#include <algorithm>

namespace bifolio::parse {

void InlineScanner::open_bracket(std::size_t size, bool is_image, bool is_wide) {
  flush(at_);
  out_.pieces.push_back({Piece::Kind::text, at_, at_ + size});
  Bracket bracket{};
  bracket.piece = out_.pieces.size() - 1;
  bracket.begin = at_;
  bracket.content = at_ + size;
  bracket.bottom = runs_.top();
  bracket.is_image = is_image;
  bracket.is_wide = is_wide;
  bracket.may_link = true;
  if (!brackets_.empty()) brackets_.back().holds_bracket = true;
  brackets_.push_back(bracket);
  resume(at_ + size);
}

/// `【@key】`, `［@key］`: only where a citation was meant; elsewhere they are marks of text.
void InlineScanner::open_wide_bracket() {
  const std::string_view after = std::string_view(text_).substr(at_ + 3);
  if (after.starts_with("@") || after.starts_with("-@")) return open_bracket(3, false, true);
  at_ += 3;
}

void InlineScanner::close_wide_bracket() {
  if (brackets_.empty() || !brackets_.back().is_wide) {
    at_ += 3;
    return;
  }
  const Bracket bracket = brackets_.back();
  flush(at_);
  if (close_citation(bracket, 3)) {
    Finding finding{&syntax_fullwidth_brackets, leaf_.span(bracket.begin, at_)};
    finding.fixes = {{leaf_.span(bracket.begin, bracket.content), "["}, {leaf_.span(at_ - 3, at_), "]"}};
    context_.findings.add(std::move(finding));
    return;
  }
  drop_bracket();
  at_ += 3;
}

void InlineScanner::close_bracket() {
  if (brackets_.empty()) return;
  flush(at_);
  const Bracket bracket = brackets_.back();
  if (!bracket.is_wide) {
    if (bracket.may_link && close_link(bracket)) return;
    if (close_note(bracket) || close_phrase(bracket) || close_citation(bracket, 1)) return;
    report_undefined(bracket);
  }
  drop_bracket();
}

/// The brackets are text; what was seen in them counts for the ones around.
void InlineScanner::drop_bracket() {
  const Bracket inner = brackets_.back();
  brackets_.pop_back();
  if (brackets_.empty()) return;
  Bracket& outer = brackets_.back();
  outer.has_key |= inner.has_key;
  outer.has_reference |= inner.has_reference;
  outer.key_in_part |= inner.key_in_part;
}

void InlineScanner::part_citation() {
  if (brackets_.empty()) return;
  Bracket& bracket = brackets_.back();
  if (!bracket.key_in_part) bracket.part_without_key = true;
  bracket.key_in_part = false;
}

void InlineScanner::close_group(const Bracket& bracket, Group group) {
  runs_.pair(bracket.bottom);
  const std::size_t index = out_.groups.size();
  Piece& open = out_.pieces[bracket.piece];
  open.kind = Piece::Kind::open;
  open.index = index;
  out_.pieces.push_back({Piece::Kind::close, group.close_begin, group.close_end, index});
  const std::size_t end = group.close_end;
  const bool is_link = group.kind == Group::Kind::link;
  out_.groups.push_back(std::move(group));
  brackets_.pop_back();
  if (is_link) {
    for (Bracket& outer : brackets_) outer.may_link &= outer.is_image;
  }
  resume(end);
}

void InlineScanner::take_attributes(Group& group) {
  if (group.close_end >= text_.size()) return;
  const bool is_wide = std::string_view(text_).substr(group.close_end).starts_with("｛");
  if (text_[group.close_end] != '{' && !is_wide) return;
  if (auto braces = read_braces(leaf_, group.close_end)) {
    report_slips(*braces, context_.findings);
    group.attributes = std::move(braces->attributes);
    group.close_end = braces->end;
  } else if (looks_like_braces(text_, group.close_end)) {
    report_braces(group.close_end);
  }
}

/// Only a little of what follows is looked at: it is a message, not a reading.
void InlineScanner::report_braces(std::size_t open) {
  const std::string_view seen = std::string_view(text_).substr(open, 80);
  const std::size_t close = seen.find('}');
  const std::size_t size = close != seen.npos ? close + 1 : std::min(seen.find_first_of(" \n", 1), seen.size());
  context_.findings.add({close != seen.npos ? &syntax_attributes : &syntax_braces_unclosed,
                         leaf_.span(open, open + size),
                         {{"seen", clean_text(seen.substr(0, size)), {}}}});
}

bool InlineScanner::close_link(const Bracket& bracket) {
  Group group{bracket.is_image ? Group::Kind::image : Group::Kind::link, bracket.begin, bracket.content, at_, at_ + 1};
  if (const auto target = read_inline_target(text_, at_ + 1)) {
    const auto part = [&](const LinkPart& p) { return std::string_view(text_).substr(p.begin, p.end - p.begin); };
    group.target = unescape(part(target->destination));
    group.target_span = leaf_.span(target->destination.begin, target->destination.end);
    if (target->title) group.title = unescape(part(*target->title));
    group.close_end = target->after;
  } else {
    const auto label = read_label(text_, at_ + 1);
    const bool is_full = label && label->end > label->begin;
    if (!is_full && bracket.holds_bracket) return false;
    const std::size_t begin = is_full ? label->begin : bracket.content;
    const std::size_t end = is_full ? label->end : at_;
    if (end - begin > 999 || !context_.links) return false;
    const LinkDefinition* definition = context_.links->find(std::string_view(text_).substr(begin, end - begin));
    if (!definition) return false;
    group.target = definition->target;
    group.title = definition->title;
    group.target_span = definition->target_span;
    if (label) group.close_end = label->after;
  }
  take_attributes(group);
  close_group(bracket, std::move(group));
  return true;
}

/// `[^label]`
bool InlineScanner::close_note(const Bracket& bracket) {
  if (bracket.is_image || !context_.note_labels || text_[bracket.content] != '^' || at_ - bracket.content < 2)
    return false;
  const std::string label = clean_text(text_.substr(bracket.content + 1, at_ - bracket.content - 1));
  if (label.find_first_of(" \t\n[") != label.npos) return false;
  if (!std::binary_search(context_.note_labels->begin(), context_.note_labels->end(), label)) {
    context_.findings.add(
        {&footnote_undefined, leaf_.span(bracket.begin, at_ + 1), {{"label", label, {}}}, {}, {}, label});
    return false;
  }
  const std::size_t begin = bracket.begin, end = at_ + 1;
  runs_.pair(bracket.bottom);
  out_.pieces.resize(bracket.piece);
  brackets_.pop_back();
  plain_ = begin;
  add_atom(begin, end, NoteMark{label});
  return true;
}

/// `[text]{attributes}`
bool InlineScanner::close_phrase(const Bracket& bracket) {
  if (bracket.is_image) return false;
  Group group{Group::Kind::phrase, bracket.begin, bracket.content, at_, at_ + 1};
  take_attributes(group);
  if (group.close_end == at_ + 1) return false;
  close_group(bracket, std::move(group));
  return true;
}

bool InlineScanner::close_citation(const Bracket& bracket, std::size_t close_size) {
  if (bracket.is_image || !bracket.key_in_part || bracket.part_without_key) return false;
  if (bracket.has_key == bracket.has_reference) return false;
  const Group::Kind kind = bracket.has_key ? Group::Kind::citation : Group::Kind::reference;
  close_group(bracket, {kind, bracket.begin, bracket.content, at_, at_ + close_size});
  return true;
}

/// `[text][label]` without a definition prints its brackets. Numbers in
/// brackets and what goes on as another link or citation are not reported here.
void InlineScanner::report_undefined(const Bracket& bracket) {
  if (!context_.links || text_[bracket.content] == '^' || bracket.content == at_) return;
  const auto label = read_label(text_, at_ + 1);
  if (!label || label->end == label->begin) return;
  const char first = text_[label->begin];
  const std::string_view inside = std::string_view(text_).substr(label->begin, label->end - label->begin);
  const bool is_number = inside.find_first_not_of("0123456789,-") == inside.npos;
  const bool goes_on =
      label->after < text_.size() && std::string_view("({[:").find(text_[label->after]) != std::string_view::npos;
  if (first == '^' || inside.find('@') != inside.npos || is_number || goes_on) return;
  const std::string name = clean_text(inside);
  context_.findings.add(
      {&link_reference_undefined, leaf_.span(bracket.begin, label->after), {{"label", name, {}}}, {}, {}, name});
}

}  // namespace bifolio::parse
