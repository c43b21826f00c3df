#include "cite/collapse.h"

#include <algorithm>

namespace bifolio::cite {
namespace {

bool collapses_years(const CitationArea& area) {
  return area.collapse == Collapse::year || area.collapse == Collapse::year_suffix ||
         area.collapse == Collapse::year_suffix_ranged;
}

/// Brings cites with the same names together, at the place of the first.
std::vector<CitePiece> group_by_names(std::vector<CitePiece> pieces) {
  std::vector<CitePiece> out;
  std::vector<bool> taken(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (taken[i]) continue;
    const std::string names = pieces[i].names;
    out.push_back(std::move(pieces[i]));

    for (std::size_t j = i + 1; j < pieces.size(); ++j) {
      if (taken[j] || pieces[j].names != names) continue;
      taken[j] = true;
      pieces[j].is_grouped = true;
      out.push_back(std::move(pieces[j]));
    }
  }
  return out;
}

void drop_names(CitePiece& piece) {
  if (Node* names = find_role(piece.node, Role::names)) *names = Node{};
}

std::string text_without_suffix(Node node) {
  if (Node* suffix = find_role(node, Role::year_suffix)) *suffix = Node{};
  return raw_text(node);
}

bool has_locator(const CitePiece& piece) {
  return !piece.cite->place.locator.empty();
}

/// Keeps only the letter of a cite whose names and year stand before.
bool keep_suffix_only(CitePiece& piece) {
  Node* suffix = find_role(piece.node, Role::year_suffix);
  if (!suffix || suffix->is_empty()) return false;
  Node kept = std::move(*suffix);
  piece.node = std::move(kept);
  return true;
}

class YearCollapser {
 public:
  YearCollapser(const CitationArea& area, const Look& layout) : area_(area), layout_(layout) {}
  std::vector<CitePiece> run(std::vector<CitePiece> pieces) const;

 private:
  std::string delimiter(const CitePiece& before, const CitePiece& now) const;
  void collapse_suffixes(std::vector<CitePiece>&) const;
  std::vector<CitePiece> range_suffixes(std::vector<CitePiece>) const;

  const CitationArea& area_;
  const Look& layout_;
};

std::string YearCollapser::delimiter(const CitePiece& before, const CitePiece& now) const {
  if (!now.is_grouped || before.is_suffix_only) return area_.after_collapse_delimiter.value_or(layout_.delimiter);
  const bool parts_locators = has_locator(before) && area_.after_collapse_delimiter;
  return parts_locators ? *area_.after_collapse_delimiter : area_.cite_group_delimiter.value_or(", ");
}

void YearCollapser::collapse_suffixes(std::vector<CitePiece>& pieces) const {
  std::vector<std::string> years;
  for (const CitePiece& piece : pieces) years.push_back(text_without_suffix(piece.node));
  // The first cite of a group still has its names: compare without them.
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].is_grouped) continue;
    CitePiece copy{pieces[i].node, pieces[i].cite, pieces[i].work};
    drop_names(copy);
    years[i] = text_without_suffix(std::move(copy.node));
  }
  for (std::size_t i = pieces.size(); i-- > 1;) {
    const bool same =
        pieces[i].is_grouped && years[i] == years[i - 1] && !has_locator(pieces[i]) && !has_locator(pieces[i - 1]);
    if (!same || !keep_suffix_only(pieces[i])) continue;
    pieces[i].before = area_.year_suffix_delimiter.value_or(area_.cite_group_delimiter.value_or(layout_.delimiter));
    pieces[i].is_suffix_only = true;
  }
}

/// Three letters in a row become a range.
std::vector<CitePiece> YearCollapser::range_suffixes(std::vector<CitePiece> pieces) const {
  std::vector<CitePiece> out;
  const auto follows = [&](std::size_t i) {
    return pieces[i].is_suffix_only &&
           pieces[i].work->expansion.year_suffix == pieces[i - 1].work->expansion.year_suffix + 1;
  };
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i + 1;
    while (end < pieces.size() && follows(end)) ++end;
    if (end - i < 3) end = i + 1;
    out.push_back(std::move(pieces[i]));
    if (end - i >= 3) {
      pieces[end - 1].before = "–";
      out.push_back(std::move(pieces[end - 1]));
    }
    i = end;
  }
  return out;
}

std::vector<CitePiece> YearCollapser::run(std::vector<CitePiece> pieces) const {
  for (CitePiece& piece : pieces) {
    if (piece.is_grouped && !piece.has_prefix) drop_names(piece);
  }
  if (area_.collapse != Collapse::year) collapse_suffixes(pieces);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_suffix_only) pieces[i].before = delimiter(pieces[i - 1], pieces[i]);
  }
  return area_.collapse == Collapse::year_suffix_ranged ? range_suffixes(std::move(pieces)) : std::move(pieces);
}

/// Three or more numbers in a row, none with a locator or text of its own, become a range.
std::vector<CitePiece> collapse_numbers(std::vector<CitePiece> pieces, const CitationArea& area, const Look& layout) {
  const auto is_plain = [](const CitePiece& piece) {
    return !has_locator(piece) && !piece.has_prefix && !piece.has_suffix;
  };
  std::vector<CitePiece> out;
  bool was_range = false;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i + 1;
    while (end < pieces.size() && is_plain(pieces[end]) && is_plain(pieces[end - 1]) &&
           pieces[end].work->number == pieces[end - 1].work->number + 1) {
      ++end;
    }
    if (end - i < 3) end = i + 1;
    pieces[i].before = was_range ? area.after_collapse_delimiter.value_or(layout.delimiter) : layout.delimiter;
    out.push_back(std::move(pieces[i]));
    was_range = end - i >= 3;
    if (was_range) {
      pieces[end - 1].before = "–";
      out.push_back(std::move(pieces[end - 1]));
    }
    i = end;
  }
  return out;
}

}  // namespace

std::vector<CitePiece> collapse(std::vector<CitePiece> pieces, const CitationArea& area, const Look& layout) {
  if (area.collapse == Collapse::citation_number) return collapse_numbers(std::move(pieces), area, layout);
  if (collapses_years(area)) return YearCollapser(area, layout).run(group_by_names(std::move(pieces)));
  if (area.cite_group_delimiter) {
    pieces = group_by_names(std::move(pieces));
    for (CitePiece& piece : pieces) piece.before = piece.is_grouped ? *area.cite_group_delimiter : layout.delimiter;
    return pieces;
  }
  for (CitePiece& piece : pieces) piece.before = layout.delimiter;
  return pieces;
}

}  // namespace bifolio::cite
