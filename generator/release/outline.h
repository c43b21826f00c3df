// Inside release/: a book as the comparison sees it, in reading order, without
// anything that is numbered.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace bifolio::release {

struct OutlineSection {
  std::string document;  ///< its id
  std::string id;        ///< explicit, or empty
  std::string title, number;
  std::vector<std::string> texts;  ///< paragraphs, list items, notes
};

struct OutlineTable {
  std::string key, title;
  const Table* table;
};

struct OutlineFigure {
  std::string key, title;
  const Figure* figure;
};

/// A claim in the text with its evidence, or a row of a table with evidence columns.
struct OutlineTherapy {
  std::string name, sentence;
};

struct Outline {
  std::vector<OutlineSection> sections;
  std::vector<OutlineTable> tables;
  std::vector<OutlineFigure> figures;
  std::vector<OutlineTherapy> therapies;
};

Outline outline_of(const Book&);

/// What a reader reads, without citations and without the numbers of cross references
/// (in the texts of an outline the title that they lead to stands for them).
std::string readable_text(const Inlines&);

/// The text of a cell; a covered one says what the cell above says.
std::string cell_text(const Table&, std::size_t row, std::size_t column);
/// The name of each row, unlike those of the others.
std::vector<std::string> row_names(const Table&);

}  // namespace bifolio::release
