// Pieces → boxes: a paragraph as a strip of lines at its place in the text block.
#pragma once

#include <string>
#include <vector>

#include "layout/collect.h"
#include "layout/flow.h"

namespace bifolio::layout {

/// Where a text stands and how it is set.
struct TextBlock {
  TextStyle style;
  Length x = {};  ///< from the left edge of the text block
  Length measure = {};
  Length first_indent = {};
  ParagraphStyle::Setting setting = ParagraphStyle::Setting::justify;
  bool hyphenate = false;
  std::string language = {};
  const std::vector<std::string>* whole_words = nullptr;  ///< never hyphenated
};

/// The edition's paragraph in that style, over the whole measure.
TextBlock text_block(const Workbench&, const TextStyle&, const std::string& language);

/// One box a line.
std::vector<Box> set_text(Workbench&, const std::vector<Piece>&, const TextBlock&);

/// A title: in as many lines as the measure asks for, but of even length.
std::vector<Box> set_balanced(Workbench&, const std::vector<Piece>&, TextBlock);

/// A label before a text: the number of a heading, “表 1-1”, ①. It is set apart, so
/// that the gap is no character of the text.
struct Label {
  std::vector<Piece> pieces;
  Length gap;
  enum class Turned { under_text, under_label } turned = Turned::under_text;  ///< where the second line begins
};
std::vector<Box> set_labelled(Workbench&, const Label&, const std::vector<Piece>&, TextBlock);

/// Text of the program or the configuration on one line, from its left edge.
struct OneLine {
  Box box;  ///< the baseline is `baseline(style)` below its top
  Length width;
};
OneLine set_line(Workbench&, const std::vector<Piece>&, const TextStyle&, const std::string& language);
OneLine set_line(Workbench&, const std::string& text, const TextStyle&, TagId, const std::string& language);

/// Lines with the penalties that avoid widows, orphans and hyphens at a page's end.
void add_lines(Flow&, std::vector<Box>&&);
/// Lines that stay together while that can be.
void add_kept_lines(Flow&, std::vector<Box>&&);

}  // namespace bifolio::layout
