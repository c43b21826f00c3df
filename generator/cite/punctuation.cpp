#include "cite/punctuation.h"

#include <optional>

namespace bifolio::cite {
namespace {

bool is_mark(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

/// What remains of two marks in a row: both, the first or the second.
enum class Meeting : std::uint8_t { both, first, second };

Meeting meet(char first, char second) {
  if (first == second) return Meeting::first;
  const bool second_is_weak = second == '.' || second == ':';
  switch (first) {
    case '!':
    case '?': return second_is_weak ? Meeting::first : Meeting::both;
    case ':': return second == '.' ? Meeting::first : second == '!' || second == '?' ? Meeting::second : Meeting::both;
    case ';': return second_is_weak ? Meeting::first : second == '!' || second == '?' ? Meeting::second : Meeting::both;
    default: return Meeting::both;
  }
}

}  // namespace

void Line::add_text(std::string_view text, std::size_t frame) {
  add(text, frame, Run::Kind::text);
}
void Line::add_affix(std::string_view text, std::size_t frame) {
  add(text, frame, Run::Kind::affix);
}

void Line::open_quote(std::string_view mark, std::size_t frame) {
  runs_.push_back({std::string(mark), frame, Run::Kind::open_quote});
}

void Line::close_quote(std::string_view mark, std::size_t frame) {
  runs_.push_back({std::string(mark), frame, Run::Kind::close_quote});
}

/// The last run that has text, closing quotes looked through.
Run* Line::last_visible() {
  for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
    if (run->kind == Run::Kind::close_quote || run->text.empty()) continue;
    return run->kind == Run::Kind::open_quote ? nullptr : &*run;
  }
  return nullptr;
}

char Line::last_mark() const {
  const Run* run = const_cast<Line*>(this)->last_visible();
  return run && is_mark(run->text.back()) ? run->text.back() : '\0';
}

bool Line::ends_in_space() const {
  for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
    if (!run->text.empty()) return run->text.back() == ' ' || run->text.ends_with("\u00A0");
  }
  return false;
}

/// Lets the first mark of the text meet the last mark of the line; returns what is left to add.
std::string_view Line::merge_head(std::string_view text, Run::Kind kind) {
  const Run* run = last_visible();
  const bool may_merge = run && (kind == Run::Kind::affix || run->kind == Run::Kind::affix);
  if (!may_merge) return text;
  while (!text.empty() && is_mark(text.front()) && last_mark() != '\0') {
    const Meeting outcome = meet(last_mark(), text.front());
    if (outcome == Meeting::both) break;
    if (outcome == Meeting::second) {
      last_visible()->text.pop_back();
      break;
    }
    text.remove_prefix(1);
  }
  return text;
}

/// American usage: full stops, commas, exclamation and question marks stand before the closing quote.
void Line::move_into_quote(std::string_view& text) {
  std::size_t quote = runs_.size();
  while (quote > 0 && (runs_[quote - 1].kind == Run::Kind::close_quote || runs_[quote - 1].text.empty())) --quote;
  if (quote == runs_.size() || text.empty()) return;
  const char c = text.front();
  if (c != '.' && c != ',' && c != '!' && c != '?') return;
  const std::size_t frame = runs_[quote].frame;
  runs_.insert(runs_.begin() + static_cast<std::ptrdiff_t>(quote), {std::string(1, c), frame, Run::Kind::affix});
  text.remove_prefix(1);
}

void Line::add(std::string_view text, std::size_t frame, Run::Kind kind) {
  if (text.empty()) return;
  text = merge_head(text, kind);
  if (punctuation_in_quote_ && kind == Run::Kind::affix) move_into_quote(text);
  if (!text.empty() && text.front() == ' ' && ends_in_space() && kind == Run::Kind::affix) text.remove_prefix(1);
  if (text.empty()) return;
  runs_.push_back({std::string(text), frame, kind});
}

void Line::finish() {}

}  // namespace bifolio::cite
