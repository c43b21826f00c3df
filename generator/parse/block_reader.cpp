#include "parse/block_reader.h"

#include <algorithm>

#include "base/nearest.h"
#include "parse/braces.h"
#include "parse/clean_text.h"
#include "parse/markdown_rules.h"
#include "parse/table_classes.h"

namespace bifolio::parse {
namespace {

using Kind = OutlineBlock::Kind;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const std::size_t end = text.find_last_not_of(" \t") + 1;
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

/// `[!WARNING]` → `WARNING`
std::string_view alert_name(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("[!") || !line.ends_with("]") || line.size() < 4) return {};
  const std::string_view name = line.substr(2, line.size() - 3);
  return name.find_first_of("[] \t(") == name.npos ? name : std::string_view();
}

constexpr std::string_view kAlertNames[] = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
constexpr AlertKind kAlertKinds[] = {AlertKind::note, AlertKind::tip, AlertKind::important, AlertKind::warning,
                                     AlertKind::caution};
constexpr std::string_view kDivisions[] = {"abstract", "takeaway", "epigraph", "table", "chart"};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

Argument hint(const std::string& near) {
  return {"hint", near.empty() ? "." : "; did you mean " + near + "?",
          near.empty() ? "。" : "；是否应为 " + near + "？"};
}

bool is_term(const std::vector<OutlineBlock>& blocks, std::size_t at) {
  return at + 1 < blocks.size() && blocks[at].kind == Kind::paragraph && !blocks[at].lines.empty() &&
         blocks[at + 1].kind == Kind::definition;
}

/// In a tight list a definition's paragraph is printed as a line: there is but one.
bool fits_tight_list(const ListItem& item) {
  return std::none_of(item.children.begin() + (item.children.empty() ? 0 : 1), item.children.end(),
                      [](const Block& block) { return std::holds_alternative<Paragraph>(block.value); });
}

}  // namespace

std::string_view note_label(std::string_view source, const OutlineBlock& block) {
  const std::string_view rest = source.substr(block.begin + 2);
  return rest.substr(0, rest.find(']'));
}

Blocks BlockReader::read(const std::vector<OutlineBlock>& children) {
  Blocks blocks;
  std::vector<std::size_t> waiting;  // directives for the block that comes next
  for (std::size_t at = 0; at < children.size(); ++at) {
    const std::size_t first_block = blocks.size();
    const std::size_t first_directive = context_.directives->size();
    const OutlineBlock& child = children[at];
    if (child.kind == Kind::division) {
      const bool is_closed = at + 1 < children.size() && children[at + 1].kind == Kind::division_end;
      add_division(child, is_closed ? &children[at + 1] : nullptr, blocks);
      at += is_closed ? 1 : 0;
    } else if (is_term(children, at)) {
      at = add_definitions(children, at, blocks) - 1;
    } else {
      add(child, blocks);
    }
    if (blocks.size() > first_block) {
      for (const std::size_t directive : waiting) (*context_.directives)[directive].covers = blocks[first_block].span;
      waiting.clear();
      cover(first_directive, blocks, first_block);
    } else {
      for (std::size_t d = first_directive; d < context_.directives->size(); ++d) waiting.push_back(d);
    }
  }
  blocks.shrink_to_fit();  // they stay as long as the book
  return blocks;
}

/// A directive inside a paragraph covers that paragraph.
void BlockReader::cover(std::size_t first_directive, const Blocks& blocks, std::size_t first_block) {
  for (std::size_t d = first_directive; d < context_.directives->size(); ++d) {
    Directive& directive = (*context_.directives)[d];
    if (directive.covers == Span{}) directive.covers = join(blocks[first_block].span, blocks.back().span);
  }
}

void BlockReader::add(const OutlineBlock& block, Blocks& blocks) {
  const bool was_start = is_start_;
  is_start_ = was_start && (block.kind == Kind::html || block.kind == Kind::note);
  switch (block.kind) {
    case Kind::paragraph: add_paragraph(block, blocks); break;
    case Kind::heading:
      is_start_ = was_start;
      add_heading(block, blocks);
      is_start_ = false;
      break;
    case Kind::list: add_list(block, blocks); break;
    case Kind::quote: add_quote(block, blocks); break;
    case Kind::code: add_code(block, blocks); break;
    case Kind::html: add_html(block, blocks); break;
    case Kind::thematic_break: blocks.push_back({ThematicBreak{}, span(block)}); break;
    case Kind::division_end: add_stray_end(block, blocks); break;
    case Kind::note: add_note(block); break;
    // Left over where nesting was too deep: their children are what counts.
    case Kind::document:
    case Kind::item:
    case Kind::definition:
    case Kind::division:
      for (Block& inner : read(block.children)) blocks.push_back(std::move(inner));
      break;
  }
}

void BlockReader::add_paragraph(const OutlineBlock& block, Blocks& blocks) {
  if (block.lines.empty()) return;
  const LeafText whole = leaf(block.lines);
  const LeafText rest = take_definitions(whole, seen_definitions_);
  if (rest.is_blank()) return;
  std::vector<OutlineLine> lines = block.lines;
  const std::uint32_t start = rest.place(0) - source_.offset;
  lines.erase(lines.begin(),
              std::find_if(lines.begin(), lines.end(), [&](const OutlineLine& l) { return l.end > start; }));
  if (!lines.empty()) lines.front().begin = std::max<std::size_t>(lines.front().begin, start);
  add_text(std::move(lines), blocks);
}

void BlockReader::add_text(std::vector<OutlineLine> lines, Blocks& blocks) {
  while (!lines.empty()) {
    auto table = read_pipe_table(source_, lines, context_);
    const std::size_t text_end = table ? table->first : lines.size();
    const LeafText text = leaf({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(text_end)});
    if (!text.is_blank() && !add_caption(text, blocks)) {
      const LeafText inside = text.part(0, text.text().size());
      Inlines inlines = read_inlines(inside, context_);
      const Span span = inside.span(0, inside.text().size());
      if (!inlines.empty()) blocks.push_back({Paragraph{std::move(inlines)}, span});
    }
    if (!table) return;
    const Span span = source_.span(lines[table->first].begin, lines[table->end - 1].end);
    blocks.push_back({std::move(table->table), span});
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(table->end));
  }
}

/// `Table: …` right after a table becomes its caption.
bool BlockReader::add_caption(const LeafText& text, Blocks& blocks) {
  const std::size_t start = caption_start(text.text());
  if (start == 0 || blocks.empty()) return false;
  Table* table = std::get_if<Table>(&blocks.back().value);
  if (!table || !table->caption.empty()) return false;
  const LeafText words = text.part(start, text.text().size());
  TrailingBraces braces = take_trailing_braces(words, context_.findings);
  const LeafText caption = words.part(0, braces.text_end);
  table->caption = read_inlines(caption, context_);
  table->caption_span = caption.span(0, caption.text().size());
  report_table_classes(braces.attributes, context_.findings);
  blocks.back().attributes = std::move(braces.attributes);
  blocks.back().span = join(blocks.back().span, text.span(0, text.text().size()));
  return true;
}

void BlockReader::add_heading(const OutlineBlock& block, Blocks& blocks) {
  const LeafText all = leaf(block.lines);
  TrailingBraces braces = take_trailing_braces(all, context_.findings);
  const LeafText words = all.part(0, braces.text_end);
  Heading heading;
  heading.level = block.level;
  heading.children = read_inlines(words, context_);
  heading.is_unnumbered = braces.attributes.has_class("unnumbered");
  heading.slug = slugs_.next(plain_text(heading.children));
  const std::string_view mark = source_.text.substr(block.begin, 3);
  const std::size_t hashes = static_cast<std::size_t>(block.level);
  if (mark == "＃") {
    const Span place = source_.span(block.begin, block.begin + hashes * 3);
    Finding finding{&syntax_fullwidth_markup, place, {{"seen", "＃", {}}, {"meant", "#", {}}}};
    finding.fixes = {{place, std::string(hashes, '#')}};
    context_.findings.add(std::move(finding));
  }
  const Span place = words.text().empty() ? span(block) : words.span(0, words.text().size());
  if (heading.level == 1 && (has_title_ || !is_start_)) {
    Finding finding{&syntax_second_title, place};
    if (mark[0] == '#') finding.fixes = {{source_.span(block.begin, block.begin + 1), "##"}};
    context_.findings.add(std::move(finding));
    heading.level = 2;
  }
  has_title_ |= heading.level == 1;
  if (heading.level > heading_level_ + 1) {
    context_.findings.add({&a11y_heading_order,
                           place,
                           {{"level", std::to_string(heading.level), {}},
                            {"previous", std::to_string(heading_level_), {}},
                            {"wanted", std::string(static_cast<std::size_t>(heading_level_) + 1, '#'), {}}}});
  }
  heading_level_ = heading.level;
  blocks.push_back({std::move(heading), span(block), std::move(braces.attributes)});
}

void BlockReader::add_list(const OutlineBlock& block, Blocks& blocks) {
  List list;
  list.kind = block.is_ordered ? List::Kind::ordered : List::Kind::bullet;
  list.start = block.start;
  list.is_tight = block.is_tight;
  for (const OutlineBlock& item : block.children) list.items.push_back(read_item(item));
  blocks.push_back({std::move(list), span(block)});
}

/// A run of terms and their definitions. Returns the index behind it.
std::size_t BlockReader::add_definitions(const std::vector<OutlineBlock>& children, std::size_t at, Blocks& blocks) {
  is_start_ = false;
  const std::size_t begin = children[at].begin;
  List list{.kind = List::Kind::definition, .items = {}};
  while (is_term(children, at)) {
    ListItem item = read_term(children[at]);
    for (++at; at < children.size() && children[at].kind == Kind::definition; ++at) {
      item.children = read(children[at].children);
      item.span = join(item.span, span(children[at]));
      list.is_tight &= !children[at].is_apart && fits_tight_list(item);
      list.items.push_back(std::exchange(item, {}));
    }
  }
  blocks.push_back({std::move(list), source_.span(begin, children[at - 1].end)});
  return at;
}

ListItem BlockReader::read_term(const OutlineBlock& paragraph) {
  const LeafText all = leaf(paragraph.lines);
  const LeafText words = all.part(0, all.text().size());
  ListItem item;
  item.span = item.term_span = words.span(0, words.text().size());
  item.term = read_inlines(words, context_);
  // A term is never empty: an empty one says that the term above is meant.
  if (item.term.empty()) item.term.push_back({Text{clean_text(words.text())}, item.term_span});
  return item;
}

/// `[ ]` and `[x]` at its start make an item a task (GFM, 5.3).
ListItem BlockReader::read_item(const OutlineBlock& block) {
  ListItem item;
  item.span = span(block);
  const bool has_text =
      !block.children.empty() && block.children[0].kind == Kind::paragraph && !block.children[0].lines.empty();
  const std::string_view line = has_text ? source_.line(block.children[0].lines[0]) : std::string_view();
  const bool is_task = line.size() > 4 && line[0] == '[' && line[2] == ']' && line[3] == ' ' &&
                       (line[1] == ' ' || line[1] == 'x' || line[1] == 'X');
  if (!is_task) {
    item.children = read(block.children);
    return item;
  }
  item.checked = line[1] != ' ';
  std::vector<OutlineBlock> children = block.children;
  OutlineLine& first = children[0].lines[0];
  first.begin += 4;
  while (first.begin < first.end && source_.text[first.begin] == ' ') ++first.begin;
  children[0].begin = first.begin;
  item.children = read(children);
  return item;
}

void BlockReader::add_quote(const OutlineBlock& block, Blocks& blocks) {
  const bool has_text =
      !block.children.empty() && block.children[0].kind == Kind::paragraph && !block.children[0].lines.empty();
  const std::string_view name = has_text ? alert_name(source_.line(block.children[0].lines[0])) : std::string_view();
  const auto known = std::find(std::begin(kAlertNames), std::end(kAlertNames), upper(name));
  if (name.empty() || known == std::end(kAlertNames)) {
    if (!name.empty()) {
      const std::size_t begin = source_.text.find(name, block.children[0].lines[0].begin);
      context_.findings.add({&syntax_alert_unknown,
                             source_.span(begin, begin + name.size()),
                             {{"seen", clean_text(name), {}}, hint(nearest(upper(name), kAlertNames, 3))}});
    }
    blocks.push_back({BlockQuote{read(block.children)}, span(block)});
    return;
  }
  std::vector<OutlineBlock> children = block.children;
  children[0].lines.erase(children[0].lines.begin());
  if (!children[0].lines.empty()) children[0].begin = children[0].lines[0].begin;
  blocks.push_back({Alert{kAlertKinds[known - std::begin(kAlertNames)], read(children)}, span(block)});
}

void BlockReader::add_code(const OutlineBlock& block, Blocks& blocks) {
  CodeBlock code;
  for (const OutlineLine& line : block.lines) {
    if (&line != block.lines.data()) code.text += '\n';
    code.text += std::string(static_cast<std::size_t>(line.spaces), ' ') + std::string(source_.line(line));
  }
  code.text = clean_text(code.text);
  Attributes attributes;
  if (block.is_fenced) {
    const std::size_t end = std::min(source_.text.find_first_of("\r\n", block.begin), source_.text.size());
    const char fence = source_.text[block.begin];
    const std::size_t begin = std::min(source_.text.find_first_not_of(fence, block.begin), end);
    const LeafText info = LeafText::of(source_.text.substr(begin, end - begin), source_.file,
                                       source_.offset + static_cast<std::uint32_t>(begin));
    TrailingBraces braces = take_trailing_braces(info, context_.findings);
    const std::string_view words = std::string_view(info.text()).substr(0, braces.text_end);
    code.language = unescape(words.substr(0, words.find_first_of(" \t")));
    attributes = std::move(braces.attributes);
    if (code.language.empty() && !attributes.classes.empty()) code.language = attributes.classes.front();
  }
  blocks.push_back({std::move(code), span(block), std::move(attributes)});
}

/// Comments vanish; other HTML is text, and said to be.
void BlockReader::add_html(const OutlineBlock& block, Blocks& blocks) {
  std::vector<OutlineLine> lines = block.lines;
  for (OutlineLine& line : lines) {
    while (line.begin < line.end && (source_.text[line.begin] == ' ' || source_.text[line.begin] == '\t')) ++line.begin;
  }
  const LeafText all = leaf(lines);
  const LeafText text = all.part(0, all.text().size());
  Inlines inlines = read_inlines(text, context_);
  if (!inlines.empty()) blocks.push_back({Paragraph{std::move(inlines)}, text.span(0, text.text().size())});
}

void BlockReader::add_division(const OutlineBlock& block, const OutlineBlock* end, Blocks& blocks) {
  is_start_ = false;
  Attributes attributes = division_attributes(block);
  const std::size_t line_end = std::min(source_.text.find_first_of("\r\n", block.begin), source_.text.size());
  const Span opening = source_.span(block.begin, line_end);
  if (!end) context_.findings.add({&syntax_division_unclosed, opening});
  std::size_t stop = end ? end->end : block.children.empty() ? line_end : block.children.back().end;
  if (end) {
    stop = std::min(source_.text.find_first_of("\r\n", end->begin), source_.text.size());
  }
  report_division(attributes, opening);
  Division division{read(block.children)};
  blocks.push_back({std::move(division), source_.span(block.begin, std::max(stop, line_end)), std::move(attributes)});
}

/// `::: {#id .name}`, `::: name`, with or without colons after them.
Attributes BlockReader::division_attributes(const OutlineBlock& block) {
  const std::string_view text = source_.text;
  const std::size_t line_end = std::min(text.find_first_of("\r\n", block.begin), text.size());
  std::size_t begin = block.begin;
  std::size_t colons = 0;
  while (text.substr(begin).starts_with("：")) begin += 3, ++colons;
  if (colons > 0) {
    const Span place = source_.span(block.begin, begin);
    Finding finding{&syntax_fullwidth_markup, place, {{"seen", "：：：", {}}, {"meant", ":::", {}}}};
    finding.fixes = {{place, std::string(colons, ':')}};
    context_.findings.add(std::move(finding));
  }
  begin = std::min(text.find_first_not_of(": \t", begin), line_end);
  const std::string_view words = trimmed(text.substr(begin, line_end - begin));
  const LeafText line = LeafText::of(words, source_.file, source_.offset + static_cast<std::uint32_t>(begin));
  if (words.starts_with('{') || words.starts_with("｛")) {
    if (auto braces = read_braces(line, 0)) {
      report_slips(*braces, context_.findings);
      return std::move(braces->attributes);
    }
    const bool is_closed = words.find('}') != words.npos || words.find("｝") != words.npos;
    context_.findings.add({is_closed ? &syntax_attributes : &syntax_braces_unclosed,
                           line.span(0, words.size()),
                           {{"seen", clean_text(words.substr(0, 80)), {}}}});
    return {};
  }
  Attributes attributes;
  attributes.classes.push_back(clean_text(words.substr(0, words.find_first_of(" \t:{"))));
  attributes.span = line.span(0, words.size());
  return attributes;
}

void BlockReader::report_division(const Attributes& attributes, Span opening) {
  if (attributes.classes.empty()) return;
  const std::string& name = attributes.classes.front();
  if (std::find(std::begin(kDivisions), std::end(kDivisions), name) != std::end(kDivisions)) return;
  std::string allowed;
  for (const std::string_view known : kDivisions) allowed += (allowed.empty() ? "." : ", .") + std::string(known);
  context_.findings.add({&syntax_division_unknown,
                         opening,
                         {{"seen", name, {}}, hint(nearest(name, kDivisions, 3)), {"allowed", allowed, {}}}});
}

void BlockReader::add_stray_end(const OutlineBlock& block, Blocks& blocks) {
  const std::size_t end = std::min(source_.text.find_first_of("\r\n", block.begin), source_.text.size());
  const Span place = source_.span(block.begin, end);
  context_.findings.add({&syntax_division_stray, place});
  blocks.push_back(
      {Paragraph{{{Text{std::string(source_.text.substr(block.begin, end - block.begin))}, place}}}, place});
}

void BlockReader::add_note(const OutlineBlock& block) {
  Note note;
  note.label = clean_text(note_label(source_.text, block));
  note.span = span(block);
  // A second definition keeps its place in the findings, not in the document.
  note.children = read(block.children);
  if (note_labels_.insert(note.label).second) notes_.push_back(std::move(note));
}

}  // namespace bifolio::parse
