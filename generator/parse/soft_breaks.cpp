#include "parse/soft_breaks.h"

#include <algorithm>

#include "base/unicode.h"
#include "parse/characters.h"

namespace bifolio::parse {
namespace {

bool is_soft_break(const Inline& node) {
  const Text* text = std::get_if<Text>(&node.value);
  return text && node.span.size() == 0 && text->text == kSoftBreak;
}

/// Reads the text in order, holding each break until the next visible character.
class LineJoiner {
 public:
  explicit LineJoiner(std::string_view language) : is_chinese_(language.starts_with("zh")) {}

  void visit(Inlines& nodes) {
    for (Inline& node : nodes) visit(node);
  }

  static void remove_empty(Inlines& nodes) {
    std::erase_if(nodes, [](const Inline& node) {
      const Text* text = std::get_if<Text>(&node.value);
      return text && text->text.empty();
    });
    nodes.shrink_to_fit();  // they stay as long as the book
    for (Inline& node : nodes) {
      if (Inlines* children = children_of(node)) remove_empty(*children);
    }
  }

 private:
  static Inlines* children_of(Inline& node) {
    if (auto* emphasis = std::get_if<Emphasis>(&node.value)) return &emphasis->children;
    if (auto* strong = std::get_if<Strong>(&node.value)) return &strong->children;
    if (auto* struck = std::get_if<Strikethrough>(&node.value)) return &struck->children;
    if (auto* phrase = node.get_if<Phrase>()) return &phrase->children;
    if (auto* link = node.get_if<Link>()) return &link->children;
    if (auto* image = node.get_if<Image>()) return &image->alt;
    return nullptr;
  }

  void visit(Inline& node) {
    if (is_soft_break(node)) {
      settle(U' ');
      pending_ = &std::get<Text>(node.value);
      pending_->text.assign(1, ' ');
    } else if (const Text* text = std::get_if<Text>(&node.value)) {
      see(text->text);
    } else if (const Code* code = std::get_if<Code>(&node.value)) {
      see(code->text);
    } else if (auto* citation = node.get_if<Citation>()) {
      visit_citation(*citation);
    } else if (std::holds_alternative<LineBreak>(node.value)) {
      see("\n");
    } else if (Inlines* children = children_of(node)) {
      visit(*children);
    }
    // Note marks and cross references do not show what they will print: the
    // characters around them decide.
  }

  void visit_citation(Citation& citation) {
    for (CitedWork& work : citation.works) {
      LineJoiner inner(is_chinese_ ? "zh" : "");
      inner.visit(work.prefix);
      inner.visit(work.suffix);
      remove_empty(work.prefix);
      remove_empty(work.suffix);
    }
  }

  void see(std::string_view text) {
    if (text.empty()) return;
    settle(character_at(text, 0));
    // Blanks do not count: “降低 [@a]⏎然后” has no space after the citation.
    const std::size_t last = text.find_last_not_of(' ');
    if (last != text.npos) before_ = character_before(text, last + 1);
  }

  void settle(char32_t after) {
    if (pending_ && joins(before_) && joins(after)) pending_->text.clear();
    pending_ = nullptr;
  }

  /// Curly quotes and dashes are Chinese marks in Chinese text only.
  bool joins(char32_t c) const { return is_han(c) || (is_cjk_punctuation(c) && (is_chinese_ || is_wide_text(c))); }

  bool is_chinese_;
  char32_t before_ = U' ';
  Text* pending_ = nullptr;
};

}  // namespace

void join_lines(Inlines& nodes, std::string_view language) {
  LineJoiner(language).visit(nodes);
  LineJoiner::remove_empty(nodes);
}

}  // namespace bifolio::parse
