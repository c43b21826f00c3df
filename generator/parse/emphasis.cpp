#include "parse/emphasis.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/unicode.h"
#include "parse/characters.h"

namespace bifolio::parse {
namespace {

bool is_mark_of_punctuation(char32_t c) {
  if (c < 0x80) return is_ascii_punctuation(static_cast<char>(c));
  return is_punctuation(c) || is_symbol(c);
}

/// “If one of the delimiters can both open and close, then the sum of the
/// lengths must not be a multiple of 3 unless both lengths are.”
bool breaks_rule_of_three(const Run& opener, const Run& closer) {
  return (opener.can_close || closer.can_open) && closer.length % 3 != 0 && (opener.length + closer.length) % 3 == 0;
}

}  // namespace

Run read_run(std::string_view text, std::size_t at) {
  const char mark = text[at];
  std::size_t end = at;
  while (end < text.size() && text[end] == mark) ++end;
  const char32_t before = character_before(text, at), after = character_at(text, end);
  const bool space_before = is_space(before), space_after = is_space(after);
  const bool mark_before = is_mark_of_punctuation(before), mark_after = is_mark_of_punctuation(after);
  const bool wide_before = is_wide_text(before), wide_after = is_wide_text(after);
  // Flanking as in CommonMark, but that wide punctuation is no punctuation, and
  // that punctuation beside wide text may open and close.
  const bool left = !space_after && (!mark_after || wide_after || space_before || mark_before || wide_before);
  const bool right = !space_before && (!mark_before || wide_before || space_after || mark_after || wide_after);
  Run run{mark, at, end, end - at, left, right, -1, -1};
  if (mark == '_') {
    run.can_open = left && (!right || mark_before);
    run.can_close = right && (!left || mark_after);
  } else if (mark == '~' && run.length != 2) {
    run.can_open = run.can_close = false;
  }
  return run;
}

void RunStack::push(Run run) {
  const int index = static_cast<int>(pieces_.runs.size());
  pieces_.pieces.push_back({Piece::Kind::run, run.begin, run.end, pieces_.runs.size()});
  if (run.can_open || run.can_close) {
    run.previous = top_;
    if (top_ >= 0) pieces_.runs[static_cast<std::size_t>(top_)].next = index;
    top_ = index;
  }
  pieces_.runs.push_back(std::move(run));
}

void RunStack::pair(int bottom) {
  auto& runs = pieces_.runs;
  const auto at = [&](int index) -> Run& { return runs[static_cast<std::size_t>(index)]; };
  // No opener for such a closer stands at or before this run: what keeps the
  // search linear (`openers_bottom` of the specification's algorithm).
  std::map<std::tuple<char, bool, std::size_t>, int> searched;
  int closer = top_;
  while (closer >= 0 && at(closer).previous != bottom && closer != bottom) closer = at(closer).previous;
  if (closer == bottom) return;
  while (closer >= 0) {
    if (!at(closer).can_close) {
      closer = at(closer).next;
      continue;
    }
    const std::tuple key{at(closer).mark, at(closer).can_open, at(closer).length % 3};
    const auto known = searched.find(key);
    const int opener = find_opener(closer, known == searched.end() ? bottom : std::max(bottom, known->second));
    if (opener >= 0) {
      join(opener, closer);
      if (at(closer).begin == at(closer).end) {
        const int next = at(closer).next;
        remove(closer);
        closer = next;
      }
    } else {
      searched[key] = at(closer).previous;
      const int next = at(closer).next;
      if (!at(closer).can_open) remove(closer);
      closer = next;
    }
  }
  top_ = bottom;
  if (bottom >= 0) at(bottom).next = -1;
}

int RunStack::find_opener(int closer, int bottom) const {
  const auto& runs = pieces_.runs;
  const Run& right = runs[static_cast<std::size_t>(closer)];
  for (int index = right.previous; index > bottom; index = runs[static_cast<std::size_t>(index)].previous) {
    const Run& left = runs[static_cast<std::size_t>(index)];
    if (left.can_open && left.mark == right.mark && !breaks_rule_of_three(left, right)) return index;
  }
  return -1;
}

void RunStack::join(int opener_index, int closer_index) {
  Run& opener = pieces_.runs[static_cast<std::size_t>(opener_index)];
  Run& closer = pieces_.runs[static_cast<std::size_t>(closer_index)];
  const std::size_t size = opener.end - opener.begin >= 2 && closer.end - closer.begin >= 2 ? 2 : 1;
  const Group::Kind kind = opener.mark == '~' ? Group::Kind::strikethrough
                           : size == 2        ? Group::Kind::strong
                                              : Group::Kind::emphasis;
  opener.opened.push_back(pieces_.groups.size());
  closer.closed.push_back(pieces_.groups.size());
  pieces_.groups.push_back({kind, opener.end - size, opener.end, closer.begin, closer.begin + size});
  opener.end -= size;
  closer.begin += size;
  // Runs between the two found no partner inside, and must not reach outside.
  opener.next = closer_index;
  closer.previous = opener_index;
  if (opener.begin == opener.end) remove(opener_index);
}

void RunStack::remove(int index) {
  auto& runs = pieces_.runs;
  const Run& run = runs[static_cast<std::size_t>(index)];
  if (run.previous >= 0) runs[static_cast<std::size_t>(run.previous)].next = run.next;
  if (run.next >= 0) runs[static_cast<std::size_t>(run.next)].previous = run.previous;
  if (top_ == index) top_ = run.previous;
}

}  // namespace bifolio::parse
