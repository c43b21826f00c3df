// Pieces while inlines are collected, and the elements they belong to: plain text
// goes on in one Span until something else stands between.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/collect.h"

namespace bifolio::layout {

class PieceWriter {
 public:
  /// Flat text is one leaf: the block's own element.
  PieceWriter(Workbench& bench, const Context& context, bool is_flat)
      : bench_(bench), context_(context), is_flat_(is_flat || context.tag == kArtifact), language_(context.language) {}

  std::vector<Piece> take() { return std::move(pieces_); }

  // Of the text that comes next
  Span span;
  Piece::Keep keep = Piece::Keep::no;
  bool is_url = false;

  void add_text(std::string_view, const CharacterStyle&);
  void add_break(const CharacterStyle&);
  /// The mark of a note, in the link that is open; `note` ≥ 0 puts the note on its page.
  void add_mark(const std::string& text, const CharacterStyle&, int note);
  /// A raised mark stands right after its word, also where the author wrote a space.
  void drop_space_before();
  /// Whether text, and no space, stands before what comes next.
  bool follows_word() const { return !pieces_.empty() && !pieces_.back().text.ends_with(' '); }
  bool follows_bracket() const {
    return !pieces_.empty() && (pieces_.back().text.ends_with("（") || pieces_.back().text.ends_with("("));
  }

  // Elements

  bool is_furniture() const { return context_.tag == kArtifact; }
  bool is_in_link() const { return link_ >= 0; }
  /// Text of one element. Inside a link or another such element it adds nothing.
  template <typename Print>
  void with_child(std::string_view role, Print print) {
    if (is_flat_ || is_in_link() || child_ != kArtifact) return print();
    child_ = bench_.tags.add(role, parent(), language_);
    print();
    child_ = text_ = kArtifact;
  }
  /// An element with elements in it: a Reference with its Link. Inside a link it adds nothing.
  template <typename Print>
  void with_group(std::string_view role, Print print) {
    if (is_flat_ || is_in_link()) return print(kArtifact);
    const TagId outer = group_, outer_child = std::exchange(child_, kArtifact);
    group_ = bench_.tags.add(role, parent(), language_);
    text_ = kArtifact;
    print(group_);
    group_ = outer;
    child_ = outer_child;
    text_ = kArtifact;
  }

  /// Returns the link's element, or none in furniture.
  TagId open_link(LinkTarget);
  void close_link();
  /// A link is one leaf, so a foreign passage in it makes the whole link foreign,
  /// unless words of the language around it stand beside the passage.
  void mark_link_language(std::string_view text);

  const std::string& language() const { return language_; }
  void set_language(const std::string&);

 private:
  TagId parent() const { return group_ == kArtifact ? context_.tag : group_; }
  TagId leaf();
  Piece piece(std::string_view text, const CharacterStyle&, TagId) const;

  Workbench& bench_;
  const Context& context_;
  bool is_flat_;
  std::string language_;
  std::vector<Piece> pieces_;
  TagId group_ = kArtifact;  ///< the element inside the block's that elements are added to
  TagId text_ = kArtifact;   ///< the Span that plain text goes on in
  TagId child_ = kArtifact;
  TagId link_tag_ = kArtifact;
  int link_ = -1;
};

}  // namespace bifolio::layout
