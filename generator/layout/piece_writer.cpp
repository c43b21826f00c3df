#include "layout/piece_writer.h"

#include "layout/foreign.h"

namespace bifolio::layout {

void PieceWriter::add_text(std::string_view text, const CharacterStyle& style) {
  if (text.empty()) return;
  for (const Passage& passage : passages(text, language_)) {
    const bool is_own_leaf = passage.language != language_ && !is_flat_ && !is_in_link() && child_ == kArtifact;
    const TagId tag = is_own_leaf ? bench_.tags.add("Span", parent(), passage.language) : leaf();
    if (is_own_leaf) text_ = kArtifact;
    pieces_.push_back(piece(passage.text, style, tag));
    pieces_.back().language = passage.language;
  }
}

void PieceWriter::add_break(const CharacterStyle& style) {
  pieces_.push_back(piece("\n", style, leaf()));
  pieces_.back().is_break = true;
}

void PieceWriter::add_mark(const std::string& text, const CharacterStyle& style, int note) {
  pieces_.push_back(piece(text, style, link_tag_));
  pieces_.back().keep = Piece::Keep::with_before;
  pieces_.back().note = note;
}

void PieceWriter::drop_space_before() {
  if (!pieces_.empty() && pieces_.back().text.ends_with(' ')) pieces_.back().text.pop_back();
  if (!pieces_.empty() && pieces_.back().text.empty()) pieces_.pop_back();
}

TagId PieceWriter::open_link(LinkTarget target) {
  link_tag_ = is_furniture() ? kArtifact : bench_.tags.add("Link", parent(), language_);
  link_ = is_furniture() ? -1 : add_link(bench_, std::move(target));
  text_ = kArtifact;
  return link_tag_;
}

void PieceWriter::close_link() {
  link_ = -1;
  link_tag_ = text_ = kArtifact;
}

void PieceWriter::mark_link_language(std::string_view text) {
  auto parts = passages(text, language_);
  const bool is_address = text.find(' ') == text.npos && parts.size() > 1;
  if (is_address) parts = {{text, parts[0].language == language_ ? parts[1].language : parts[0].language}};
  if (is_in_link() && parts.size() == 1 && parts[0].language != language_)
    bench_.tags[link_tag_].detail().language = parts[0].language;
}

void PieceWriter::set_language(const std::string& language) {
  if (language == language_) return;
  language_ = language;
  if (child_ == kArtifact) text_ = kArtifact;
}

/// The element of the text that comes next.
TagId PieceWriter::leaf() {
  if (is_in_link()) return link_tag_;
  if (child_ != kArtifact) return child_;
  if (is_flat_) return context_.tag;
  if (text_ == kArtifact) text_ = bench_.tags.add("Span", parent(), language_);
  return text_;
}

Piece PieceWriter::piece(std::string_view text, const CharacterStyle& style, TagId tag) const {
  Piece piece{.text = std::string(text),
              .style = style,
              .language = language_,
              .tag = tag,
              .keep = keep,
              .link = link_,
              .is_url = is_url};
  piece.span = span;
  return piece;
}

}  // namespace bifolio::layout
