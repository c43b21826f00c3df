// Tables by row and cell, and what is known of each therapy.
#include <algorithm>
#include <map>
#include <optional>

#include "release/compare.h"
#include "release/words.h"

namespace bifolio::release {
namespace {

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(readable_text(column.heading));
  return names;
}

std::vector<std::string> column_keys(const Table& table) {
  std::vector<std::string> keys = column_names(table);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!table.columns[i].id.empty()) keys[i] = table.columns[i].id;
  }
  return keys;
}

std::optional<std::size_t> place_of(const std::vector<std::string>& names, const std::string& name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - names.begin()));
}

void compare_cells(const Table& before, const Table& after, std::string_view language, TableChange& change) {
  const auto rows_before = row_names(before), rows_after = row_names(after);
  const auto keys_before = column_keys(before), keys_after = column_keys(after);
  const auto names_before = column_names(before), names_after = column_names(after);
  for (std::size_t c = 0; c < keys_after.size(); ++c) {
    if (!place_of(keys_before, keys_after[c])) change.columns_added.push_back(names_after[c]);
  }
  for (std::size_t c = 0; c < keys_before.size(); ++c) {
    if (!place_of(keys_after, keys_before[c])) change.columns_removed.push_back(names_before[c]);
  }
  for (const std::string& row : rows_before) {
    if (!place_of(rows_after, row)) change.rows_removed.push_back(row);
  }
  for (std::size_t r = 0; r < rows_after.size(); ++r) {
    const auto old_row = place_of(rows_before, rows_after[r]);
    if (!old_row) {
      change.rows_added.push_back(rows_after[r]);
      continue;
    }
    for (std::size_t c = 0; c < keys_after.size(); ++c) {
      const auto old_column = place_of(keys_before, keys_after[c]);
      if (!old_column) continue;
      const std::string old = cell_text(before, *old_row, *old_column), now = cell_text(after, r, c);
      if (old == now) continue;
      change.cells.push_back(
          {rows_after[r], names_after[c], compare_words(words_of(old, language), words_of(now, language))});
    }
  }
}

bool is_empty(const TableChange& change) {
  return change.rows_added.empty() && change.rows_removed.empty() && change.columns_added.empty() &&
         change.columns_removed.empty() && change.cells.empty();
}

const OutlineTable* find(const std::vector<OutlineTable>& tables, const std::string& key) {
  for (const OutlineTable& one : tables) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

/// A therapy may be named in several places; each sentence once.
std::map<std::string, std::string> known_therapies(const Outline& outline, std::vector<std::string>& order) {
  std::map<std::string, std::string> known;
  for (const OutlineTherapy& one : outline.therapies) {
    std::string& sentences = known[one.name];
    if (std::find(order.begin(), order.end(), one.name) == order.end()) order.push_back(one.name);
    if (sentences.find(one.sentence) == sentences.npos) sentences += (sentences.empty() ? "" : " ") + one.sentence;
  }
  return known;
}

}  // namespace

void compare_tables(const TwoBooks& books, BookChanges& changes) {
  for (const OutlineTable& now : books.after.tables) {
    const OutlineTable* old = find(books.before.tables, now.key);
    TableChange change{old ? TableChange::Kind::changed : TableChange::Kind::added, now.title, {}, {}, {}, {}, {}};
    if (old) compare_cells(*old->table, *now.table, changes.language, change);
    if (!old || !is_empty(change)) changes.tables.push_back(std::move(change));
  }
  for (const OutlineTable& old : books.before.tables) {
    if (!find(books.after.tables, old.key))
      changes.tables.push_back({TableChange::Kind::removed, old.title, {}, {}, {}, {}, {}});
  }
  std::vector<std::string> order;
  const auto now = known_therapies(books.after, order), old = known_therapies(books.before, order);
  for (const std::string& name : order) {
    const auto before = old.find(name), after = now.find(name);
    TherapyChange change{name, before == old.end() ? "" : before->second, after == now.end() ? "" : after->second};
    if (change.before != change.after) changes.therapies.push_back(std::move(change));
  }
}

}  // namespace bifolio::release
