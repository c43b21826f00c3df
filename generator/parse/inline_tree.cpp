#include "parse/inline_tree.h"

#include <algorithm>

#include "parse/citations.h"
#include "parse/clean_text.h"
#include "parse/evidence_words.h"
#include "parse/markdown_rules.h"
#include "parse/soft_breaks.h"

namespace bifolio::parse {
namespace {

constexpr std::size_t kMaxDepth = 50;

class TreeBuilder {
 public:
  TreeBuilder(const LeafText& leaf, InlinePieces& in, const InlineContext& context)
      : leaf_(leaf), in_(in), context_(context), is_flat_(in.groups.size()) {
    open_.push_back({});
  }

  Inlines build() {
    for (const Piece& piece : in_.pieces) add(piece);
    return std::move(open_.front());
  }

 private:
  void add(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::text: add_text(piece.begin, piece.end); break;
      case Piece::Kind::atom: nodes().push_back(std::move(in_.atoms[piece.index])); break;
      case Piece::Kind::soft_break: add_soft_break(piece); break;
      case Piece::Kind::open: open(piece.index); break;
      case Piece::Kind::close: close(piece.index); break;
      case Piece::Kind::run: add_run(in_.runs[piece.index]); break;
    }
  }

  /// A run closes groups with its left part and opens groups with its right part.
  void add_run(const Run& run) {
    for (const std::size_t group : run.closed) close(group);
    add_text(run.begin, run.end);
    for (auto group = run.opened.rbegin(); group != run.opened.rend(); ++group) open(*group);
  }

  Inlines& nodes() { return open_.back(); }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const std::string_view all = leaf_.text();
    const Span span = leaf_.span(begin, end);
    if (!nodes().empty()) {
      Inline& last = nodes().back();
      Text* text = std::get_if<Text>(&last.value);
      if (text && text->text.size() == last.span.size() && last.span.end == span.begin) {
        text->text += all.substr(begin, end - begin);
        last.span.end = span.end;
        return;
      }
    }
    nodes().push_back({Text{std::string(all.substr(begin, end - begin))}, span});
  }

  void add_soft_break(const Piece& piece) {
    Span span = leaf_.span(piece.begin, piece.begin);
    nodes().push_back({Text{std::string(kSoftBreak)}, span});
  }

  void open(std::size_t index) {
    const Group& group = in_.groups[index];
    if (open_.size() <= kMaxDepth) {
      open_.push_back({});
      return;
    }
    if (!has_reported_depth_) {
      context_.findings.add({&syntax_nesting, leaf_.span(group.open_begin, group.open_end), {{"limit", "50", {}}}});
    }
    has_reported_depth_ = true;
    is_flat_[index] = true;
    add_text(group.open_begin, group.open_end);
  }

  void close(std::size_t index) {
    const Group& group = in_.groups[index];
    if (is_flat_[index]) return add_lines(group.close_begin, group.close_end);
    Inlines children = std::move(open_.back());
    open_.pop_back();
    const Span span = leaf_.span(group.open_begin, group.close_end);
    if (group.kind == Group::Kind::reference) {
      nodes().insert(nodes().end(), std::make_move_iterator(children.begin()), std::make_move_iterator(children.end()));
      return;
    }
    nodes().push_back({value_of(in_.groups[index], std::move(children), span), span});
  }

  /// A closing mark may hold a line end (`](target\n"title")`).
  void add_lines(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t stop = std::min(leaf_.text().find('\n', begin), end);
      add_text(begin, stop);
      if (stop < end) add_soft_break({Piece::Kind::soft_break, stop, stop + 1});
      begin = stop + 1;
    }
  }

  decltype(Inline::value) value_of(Group& group, Inlines children, Span span) {
    switch (group.kind) {
      case Group::Kind::emphasis: return Emphasis{std::move(children)};
      case Group::Kind::strong: return Strong{std::move(children)};
      case Group::Kind::strikethrough: return Strikethrough{std::move(children)};
      case Group::Kind::citation: return make_citation(std::move(children), context_.findings);
      case Group::Kind::phrase: return phrase(group, std::move(children));
      case Group::Kind::image: return image(group, std::move(children), span);
      case Group::Kind::link: return link(group, std::move(children), span);
      case Group::Kind::reference: break;
    }
    return Text{};
  }

  Phrase phrase(Group& group, Inlines children) {
    Phrase phrase{std::move(group.attributes), std::move(children)};
    if (has_evidence(phrase.attributes)) phrase.evidence = read_evidence(phrase.attributes, context_.findings);
    return phrase;
  }

  Image image(Group& group, Inlines alt, Span span) {
    if (group.target.empty()) context_.findings.add({&link_empty, span, {{"seen", group.target, {}}}});
    const bool is_decorative = group.attributes.has_class("decorative");
    const std::string* given = group.attributes.find("alt");
    const bool has_alt = plain_text(alt).find_first_not_of(" \n") != std::string::npos || (given && !given->empty());
    if (!has_alt && !is_decorative) context_.findings.add({&a11y_alt_missing, span, {}, {}, {}, group.target});
    return {std::move(group.target), std::move(group.title), std::move(alt), std::move(group.attributes),
            group.target_span};
  }

  Link link(Group& group, Inlines children, Span span) {
    const bool leads_nowhere = group.target.empty() || group.target == "#" || group.target.starts_with("javascript:");
    if (leads_nowhere) context_.findings.add({&link_empty, span, {{"seen", group.target, {}}}});
    unlink(children);
    Link link{std::move(group.target), std::move(group.title), std::move(children), std::move(group.attributes)};
    link.target_span = group.target_span;
    return link;
  }

  /// Links cannot hold links: a bare address inside one is its text.
  static void unlink(Inlines& nodes) {
    Inlines flat;
    for (Inline& node : nodes) {
      if (Link* inner = node.get_if<Link>(); inner && inner->is_bare) {
        Inlines text = std::move(inner->children);
        flat.insert(flat.end(), std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));
      } else {
        flat.push_back(std::move(node));
      }
    }
    nodes = std::move(flat);
  }

  const LeafText& leaf_;
  InlinePieces& in_;
  const InlineContext& context_;
  std::vector<bool> is_flat_;  ///< by group: nested too deep, its marks are text
  std::vector<Inlines> open_;  ///< what has been read of each open group; the whole text first
  bool has_reported_depth_ = false;
};

}  // namespace

Inlines build_inlines(const LeafText& leaf, InlinePieces&& pieces, const InlineContext& context) {
  return TreeBuilder(leaf, pieces, context).build();
}

}  // namespace bifolio::parse
