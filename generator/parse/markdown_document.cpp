// A whole Markdown file: outline, references, blocks, then what spans the
// document: the title, notes in the order of their marks, directives.
#include <algorithm>
#include <map>

#include "model/walk.h"
#include "parse/block_reader.h"
#include "parse/clean_text.h"
#include "parse/markdown_rules.h"
#include "parse/parse.h"

namespace bifolio::parse {
namespace {

using Kind = OutlineBlock::Kind;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What must be known before any inline is read: link definitions and note labels.
class References {
 public:
  References(const SourceText& source, Findings& findings) : source_(source), findings_(findings) {}

  void collect(const OutlineBlock& block) {
    if (block.kind == Kind::paragraph && !block.lines.empty() && source_.text[block.lines[0].begin] == '[') {
      take_definitions({source_.text, source_.file, source_.offset, block.lines}, links);
    } else if (block.kind == Kind::note) {
      add_note(block);
    }
    for (const OutlineBlock& child : block.children) collect(child);
  }

  std::vector<std::string> labels() const {
    std::vector<std::string> all;
    for (const auto& [label, place] : notes_) all.push_back(label);
    return all;
  }

  LinkDefinitions links;

 private:
  void add_note(const OutlineBlock& block) {
    const std::string label = clean_text(note_label(source_.text, block));
    const std::size_t end = block.begin + source_.text.substr(block.begin).find(']') + 1;
    const Span place = source_.span(block.begin, end);
    const auto [first, is_new] = notes_.try_emplace(label, place);
    if (is_new) return;
    Finding finding{&footnote_duplicate, place, {{"label", label, {}}}};
    finding.related = {{first->second, {"first defined here", "第一次定义在这里"}}};
    finding.subject = label;
    findings_.add(std::move(finding));
  }

  const SourceText& source_;
  Findings& findings_;
  std::map<std::string, Span> notes_;
};

/// Orders notes by their first mention, marks in notes included, and numbers the marks.
class NoteOrder {
 public:
  NoteOrder(Document& document, Findings& findings) : document_(document), findings_(findings) {}

  void settle() {
    for (std::size_t note = 0; note < document_.notes.size(); ++note)
      by_label_.emplace(document_.notes[note].label, note);
    for_each_inline(document_.title, [&](const Inline& node) { mention(node); });
    for_each_inline(document_.blocks, [&](const Inline& node) { mention(node); });
    for (std::size_t at = 0; at < order_.size(); ++at) {
      for_each_inline(document_.notes[order_[at]].children, [&](const Inline& node) { mention(node); });
    }
    add_unmentioned();
    reorder();
    for_each_inlines(document_, [&](Inlines& nodes) { number_marks(nodes); });
  }

 private:
  void mention(const Inline& node) {
    const NoteMark* mark = node.get_if<NoteMark>();
    const auto note = mark ? by_label_.find(mark->label) : by_label_.end();
    if (note == by_label_.end() || !numbers_.emplace(mark->label, order_.size()).second) return;
    order_.push_back(note->second);
  }

  void add_unmentioned() {
    for (std::size_t note = 0; note < document_.notes.size(); ++note) {
      Note& one = document_.notes[note];
      if (!numbers_.emplace(one.label, order_.size()).second) continue;
      one.is_mentioned = false;
      order_.push_back(note);
      Span place = one.span;
      place.end = place.begin + static_cast<std::uint32_t>(std::min<std::size_t>(one.label.size() + 3, place.size()));
      findings_.add({&footnote_unused, place, {{"label", one.label, {}}}, {}, {}, one.label});
    }
  }

  void reorder() {
    std::vector<Note> ordered;
    for (const std::size_t note : order_) ordered.push_back(std::move(document_.notes[note]));
    document_.notes = std::move(ordered);
  }

  void number_marks(Inlines& nodes) {
    for (Inline& node : nodes) {
      NoteMark* mark = node.get_if<NoteMark>();
      if (!mark) continue;
      const auto number = numbers_.find(mark->label);
      if (number != numbers_.end()) mark->note = number->second;
    }
  }

  Document& document_;
  Findings& findings_;
  std::map<std::string, std::size_t, std::less<>> by_label_, numbers_;
  std::vector<std::size_t> order_;
};

void take_title(Document& document) {
  for (auto block = document.blocks.begin(); block != document.blocks.end(); ++block) {
    Heading* heading = std::get_if<Heading>(&block->value);
    if (!heading || heading->level != 1) continue;
    document.title = std::move(heading->children);
    document.title_id = block->attributes.id;
    document.title_span = block->span;
    document.blocks.erase(block);
    return;
  }
}

/// A paragraph that holds one picture and nothing else is a figure.
void make_figures(Blocks& blocks) {
  for_each_block(blocks, [](Block& block) {
    Paragraph* paragraph = std::get_if<Paragraph>(&block.value);
    Image* image = paragraph && paragraph->children.size() == 1 ? paragraph->children[0].get_if<Image>() : nullptr;
    if (!image) return;
    Figure figure;
    figure.kind = Figure::Kind::image;
    figure.source = image->path;
    figure.source_span = image->path_span;
    const Attribute* alt = image->attributes.find_pair("alt");
    figure.alt = alt ? alt->value : plain_text(image->alt);
    figure.alt_span = alt                  ? alt->span
                      : image->alt.empty() ? Span{}
                                           : join(image->alt.front().span, image->alt.back().span);
    figure.is_decorative = image->attributes.has_class("decorative");
    if (image->title.empty())
      figure.caption = std::move(image->alt);
    else
      figure.caption = {{Text{image->title}, paragraph->children[0].span}};
    if (figure.is_decorative) figure.caption.clear();
    block.attributes = std::move(image->attributes);
    block.value = std::move(figure);
  });
}

/// A start reaches to the next end that names the same rule, or to the file's end.
void settle_directives(std::vector<Directive>& directives, Span whole) {
  std::sort(directives.begin(), directives.end(),
            [](const Directive& a, const Directive& b) { return a.span < b.span; });
  for (std::size_t at = 0; at < directives.size(); ++at) {
    Directive& start = directives[at];
    if (start.reach == Directive::Reach::end) start.covers = {start.span.file, start.span.end, start.span.end};
    if (start.reach == Directive::Reach::next_block && start.covers == Span{})
      start.covers = {start.span.file, start.span.end, start.span.end};
    if (start.reach != Directive::Reach::start) continue;
    start.covers = {start.span.file, start.span.end, whole.end};
    for (std::size_t next = at + 1; next < directives.size(); ++next) {
      if (directives[next].reach != Directive::Reach::end || directives[next].rule != start.rule) continue;
      start.covers.end = directives[next].span.begin;
      break;
    }
  }
}

}  // namespace

Document parse_markdown(std::string_view text, FileId file, std::uint32_t offset, std::string_view language,
                        Findings& findings) {
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
    offset += static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  const SourceText source{text, file, offset};
  const Outline outline = read_outline(Shadow(text));
  if (outline.is_too_deep) {
    findings.add({&syntax_nesting, source.span(outline.too_deep_at, outline.too_deep_at), {{"limit", "100", {}}}});
  }
  References references(source, findings);
  references.collect(outline.document);
  const std::vector<std::string> labels = references.labels();

  Document document;
  document.file = file;
  document.language = language;
  const InlineContext context{language, findings, &references.links, &labels, &document.directives};
  BlockReader reader(source, context);
  document.blocks = reader.read(outline.document.children);
  document.notes = reader.take_notes();
  take_title(document);
  make_figures(document.blocks);
  for (Note& note : document.notes) make_figures(note.children);
  NoteOrder(document, findings).settle();
  settle_directives(document.directives, source.span(0, text.size()));
  return document;
}

}  // namespace bifolio::parse
