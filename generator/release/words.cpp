#include "release/words.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "lang/lang.h"

namespace bifolio::release {
namespace {

std::vector<std::string> split(std::string_view text, Boundary boundary, std::string_view language) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (const std::size_t end : boundaries(text, boundary, lang::get(language).icu_locale())) {
    if (end > begin) parts.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n") == text.npos;
}

std::size_t common_start(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n;
}

std::size_t common_end(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t start) {
  std::size_t n = 0;
  while (n + start < a.size() && n + start < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

/// The table of lengths of the common subsequences of what follows i and j.
Pairs longest_common(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t start,
                     std::size_t rows, std::size_t columns) {
  std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = a[start + i] == b[start + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  Pairs pairs;
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (a[start + i] == b[start + j])
      pairs.emplace_back(start + i++, start + j++);
    else if (at(i + 1, j) >= at(i, j + 1))
      ++i;
    else
      ++j;
  }
  return pairs;
}

/// Blanks between two changes belong to them: “[old words] → [new words]” reads
/// better than word by word.
void absorb_blanks(Pieces& pieces) {
  Pieces out;
  const auto add = [&](Piece::Kind kind, const std::string& text) {
    if (!text.empty()) out.push_back({kind, text});
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool is_between =
        i > 0 && i + 1 < pieces.size() && pieces[i].kind == Piece::Kind::kept && is_blank(pieces[i].text);
    if (is_between) {
      add(Piece::Kind::removed, pieces[i].text);
      add(Piece::Kind::added, pieces[i].text);
    } else {
      add(pieces[i].kind, pieces[i].text);
    }
  }
  pieces = std::move(out);
}

/// Removed before added, one of each between what is kept.
Pieces joined(const Pieces& pieces) {
  Pieces out;
  std::string removed, added;
  const auto flush = [&] {
    if (!removed.empty()) out.push_back({Piece::Kind::removed, std::exchange(removed, "")});
    if (!added.empty()) out.push_back({Piece::Kind::added, std::exchange(added, "")});
  };
  for (const Piece& piece : pieces) {
    if (piece.kind == Piece::Kind::removed) removed += piece.text;
    if (piece.kind == Piece::Kind::added) added += piece.text;
    if (piece.kind != Piece::Kind::kept) continue;
    flush();
    if (!out.empty() && out.back().kind == Piece::Kind::kept)
      out.back().text += piece.text;
    else
      out.push_back(piece);
  }
  flush();
  return out;
}

/// At most this many words of what is kept stand beside a change.
constexpr std::size_t kContext = 14;

std::string shortened(const std::vector<std::string>& words, bool is_first, bool is_last) {
  const std::size_t head = is_first ? 0 : kContext, tail = is_last ? 0 : kContext;
  std::string text;
  const bool is_short = words.size() <= head + tail + kContext / 2;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_short || i < head || i + tail >= words.size())
      text += words[i];
    else if (i == head)
      text += "…";
  }
  return text;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text, std::string_view language) {
  return split(text, Boundary::word, language);
}

std::vector<std::string> sentences_of(std::string_view text, std::string_view language) {
  std::vector<std::string> sentences = split(text, Boundary::sentence, language);
  for (std::string& sentence : sentences) sentence.erase(sentence.find_last_not_of(" \n") + 1);
  return sentences;
}

Pairs common_items(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr std::size_t kMostCells = 16'000'000;  // beyond it only the ends are compared
  const std::size_t start = common_start(a, b), end = common_end(a, b, start);
  const std::size_t rows = a.size() - start - end, columns = b.size() - start - end;
  Pairs pairs;
  for (std::size_t i = 0; i < start; ++i) pairs.emplace_back(i, i);
  if (rows > 0 && columns > 0 && rows <= kMostCells / columns) {
    const Pairs middle = longest_common(a, b, start, rows, columns);
    pairs.insert(pairs.end(), middle.begin(), middle.end());
  }
  for (std::size_t i = end; i > 0; --i) pairs.emplace_back(a.size() - i, b.size() - i);
  return pairs;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::map<std::string_view, int> counts;
  std::size_t of_a = 0, of_b = 0, shared = 0;
  for (const std::string& word : a) {
    if (is_blank(word)) continue;
    ++counts[word];
    ++of_a;
  }
  for (const std::string& word : b) {
    if (is_blank(word)) continue;
    ++of_b;
    if (counts[word]-- > 0) ++shared;
  }
  return of_a + of_b == 0 ? 1 : 2.0 * static_cast<double>(shared) / static_cast<double>(of_a + of_b);
}

Pairs pair_texts(const std::vector<std::vector<std::string>>& before,
                 const std::vector<std::vector<std::string>>& after, double least_likeness) {
  constexpr std::size_t kFarthest = 40;  // how far a partner is looked for
  const auto texts = [](const auto& lists) {
    std::vector<std::string> joined;
    for (const auto& words : lists) {
      std::string& text = joined.emplace_back();
      for (const std::string& word : words) text += word;
    }
    return joined;
  };
  Pairs equal = common_items(texts(before), texts(after));
  equal.emplace_back(before.size(), after.size());
  Pairs pairs;
  std::size_t i = 0, j = 0;
  for (const auto& [next_i, next_j] : equal) {
    for (; j < next_j; ++j) {
      for (std::size_t k = i; k < std::min(next_i, i + kFarthest); ++k) {
        if (likeness(before[k], after[j]) < least_likeness) continue;
        pairs.emplace_back(k, j);
        i = k + 1;
        break;
      }
    }
    if (next_i < before.size()) pairs.emplace_back(next_i, next_j);
    i = next_i + 1;
    j = next_j + 1;
  }
  return pairs;
}

Pieces compare_words(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  Pieces pieces;
  Pairs pairs = common_items(before, after);
  pairs.emplace_back(before.size(), after.size());
  std::vector<std::string> kept;
  std::size_t i = 0, j = 0;
  const auto flush = [&](bool is_last) {
    const std::string text = shortened(kept, pieces.empty(), is_last);
    if (!text.empty()) pieces.push_back({Piece::Kind::kept, text});
    kept.clear();
  };
  for (const auto& [next_i, next_j] : pairs) {
    if (i < next_i || j < next_j) flush(false);
    for (; i < next_i; ++i) pieces.push_back({Piece::Kind::removed, before[i]});
    for (; j < next_j; ++j) pieces.push_back({Piece::Kind::added, after[j]});
    if (next_i < before.size()) kept.push_back(before[next_i]);
    i = next_i + 1;
    j = next_j + 1;
  }
  flush(true);
  pieces = joined(pieces);
  absorb_blanks(pieces);
  return joined(pieces);
}

}  // namespace bifolio::release
