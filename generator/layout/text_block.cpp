#include "layout/text_block.h"

#include <algorithm>

#include "layout/rehearsal.h"

namespace bifolio::layout {
namespace {

constexpr Length kEndless = pt(100000);

Box box_of(Line&& line, const TextBlock& block) {
  Box box{.height = block.style.leading};
  const Length down = baseline(block.style);
  for (GlyphRun& run : line.runs) {
    run.origin.x += block.x;
    run.origin.y += down;
    box.items.emplace_back(std::move(run));
  }
  for (Path& mark : line.marks) {
    Item item = std::move(mark);
    move(item, block.x, down);
    box.items.push_back(std::move(item));
  }
  for (const Line::LinkPart& part : line.links) {
    box.links.push_back({part.link, {block.x + part.x, {}, part.width, block.style.leading}, part.tag});
  }
  box.notes = std::move(line.notes);
  box.ends_hyphenated = line.ends_hyphenated;
  return box;
}

/// A narrow column of Latin text is ragged: justified, its words would stand far apart.
constexpr int kLeastJustifiedEms = 24;

bool is_too_narrow(const TextBlock& block) {
  return block.setting == ParagraphStyle::Setting::justify &&
         block.measure < block.style.character.size * kLeastJustifiedEms &&
         lang::get(block.language).writing() == lang::Writing::latin;
}

ParagraphStyle paragraph_style(TextBlock block) {
  if (is_too_narrow(block)) {
    block.setting = ParagraphStyle::Setting::left;
    block.hyphenate = false;
  }
  return {block.measure,  block.first_indent, block.style.leading, block.setting,
          block.language, block.hyphenate,    block.whole_words};
}

}  // namespace

TextBlock text_block(const Workbench& bench, const TextStyle& style, const std::string& language) {
  TextBlock block{.style = style, .measure = bench.look.page.block_width};
  block.setting = bench.look.setting;
  block.hyphenate = bench.look.hyphenate;
  block.language = language;
  block.whole_words = &bench.whole_words;
  return block;
}

std::vector<Box> set_text(Workbench& bench, const std::vector<Piece>& pieces, const TextBlock& block) {
  const auto set = [&](Findings& findings) {
    std::vector<Box> boxes;
    for (Line& line : set_paragraph(pieces, paragraph_style(block), bench.fonts, findings)) {
      boxes.push_back(box_of(std::move(line), block));
    }
    return boxes;
  };
  return bench.rehearsal ? bench.rehearsal->text(pieces, block, set, bench.findings) : set(bench.findings);
}

std::vector<Box> set_balanced(Workbench& bench, const std::vector<Piece>& pieces, TextBlock block) {
  const std::size_t count = set_text(bench, pieces, block).size();
  if (count < 2) return set_text(bench, pieces, block);
  const Length whole = block.measure;
  const Length longest_word = measure(pieces, paragraph_style(block), bench.fonts).minimum;
  Length low = std::max(longest_word, whole / static_cast<std::int64_t>(count)), high = std::max(low, whole);
  while (high - low > pt(1)) {
    block.measure = (low + high) / 2;
    if (set_text(bench, pieces, block).size() <= count)
      high = block.measure;
    else
      low = block.measure;
  }
  block.measure = high;
  // What stands in the middle or to the right keeps its place in the whole measure.
  if (block.setting == ParagraphStyle::Setting::center) block.x += (whole - high) / 2;
  return set_text(bench, pieces, block);
}

std::vector<Box> set_labelled(Workbench& bench, const Label& label, const std::vector<Piece>& pieces, TextBlock block) {
  OneLine mark = set_line(bench, label.pieces, block.style, block.language);
  const Length before = mark.width + (mark.width > Length{} ? label.gap : Length{});
  const Length x = block.x;
  if (label.turned == Label::Turned::under_text) {
    block.x += before;
    block.measure -= before;
  } else {
    move(mark.box, block.first_indent, {});
    block.first_indent += before;
  }
  std::vector<Box> boxes = set_text(bench, pieces, block);
  if (boxes.empty()) boxes.push_back({.height = block.style.leading});
  // The label is read first, so it stands first among the line's items.
  Box first = std::move(mark.box);
  first.height = boxes[0].height;
  move(first, x, {});
  first.ends_hyphenated = boxes[0].ends_hyphenated;
  merge(first, std::move(boxes[0]), {}, {});
  boxes[0] = std::move(first);
  return boxes;
}

OneLine set_line(Workbench& bench, const std::vector<Piece>& pieces, const TextStyle& style,
                 const std::string& language) {
  TextBlock block{.style = style, .measure = kEndless, .setting = ParagraphStyle::Setting::left, .language = language};
  OneLine one{.box = {.height = style.leading}, .width = {}};
  if (pieces.empty()) return one;
  std::vector<Line> lines = set_paragraph(pieces, paragraph_style(block), bench.fonts, bench.findings);
  if (lines.empty()) return one;
  one.width = lines[0].width;
  one.box = box_of(std::move(lines[0]), block);
  return one;
}

OneLine set_line(Workbench& bench, const std::string& text, const TextStyle& style, TagId tag,
                 const std::string& language) {
  return set_line(bench, collect(text, {.style = style.character, .tag = tag, .language = language}), style, language);
}

void add_lines(Flow& flow, std::vector<Box>&& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool hyphen = lines[i].ends_hyphenated;
    flow.add(std::move(lines[i]));
    if (i + 1 == lines.size()) break;
    const bool is_alone = i == 0 || i + 2 == lines.size();
    flow.allow_break(is_alone ? kWidow : hyphen ? kHyphen : 0);
  }
}

void add_kept_lines(Flow& flow, std::vector<Box>&& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) flow.allow_break(kKeep);
    flow.add(std::move(lines[i]));
  }
}

}  // namespace bifolio::layout
