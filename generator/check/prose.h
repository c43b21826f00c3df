// A document as the prose that checks read: one flat text for each block, in
// which every byte knows its place in the file. What is no prose (code,
// addresses, citations) is kept apart, so that no check mistakes it for a claim.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace bifolio::check {

/// A stretch of Passage::text that came from one inline.
struct Stretch {
  enum class Kind { text, code, address, citation, reference, note };
  Kind kind = Kind::text;
  std::size_t begin = 0, end = 0;  ///< bytes of Passage::text
  Span span = {};
  std::string language = {};   ///< where the author marked another one
  const Link* link = nullptr;  ///< the link it stands in
  bool is_emphasised = false;  ///< in `*…*`, which is printed in italics
};

/// The running text of a paragraph, heading, table cell, caption, list item or defined term.
struct Passage {
  enum class Kind { paragraph, heading, cell, caption, title, abstract, note, term };
  Kind kind = Kind::paragraph;
  std::size_t document = 0;      ///< index into Book::documents
  const Block* block = nullptr;  ///< nothing for titles and abstracts
  const Inlines* inlines = nullptr;
  std::size_t section = 0;  ///< ordinal of the heading it stands under, in its document; 0 before the first
  std::string text;         ///< citations and notes stand as U+FFFC
  std::vector<Stretch> stretches;

  /// The place of bytes [begin, end) of `text`.
  Span span(std::size_t begin, std::size_t end) const;
  Span span() const;
  /// The stretches that share bytes with [begin, end).
  std::span<const Stretch> touched(std::size_t begin, std::size_t end) const;
  /// Whether the bytes lie in prose alone: no code, address, citation.
  bool is_text(std::size_t begin, std::size_t end) const;
  /// Whether a source stands in the bytes: a citation, a link, an address.
  bool has_source(std::size_t begin, std::size_t end) const;
};

struct BookProse {
  const Book* book = nullptr;
  std::vector<Passage> passages;  ///< in reading order
};

/// `U+FFFC`: stands for what is cited or noted.
inline constexpr std::string_view kObject = "\uFFFC";

BookProse prose_of(const Book&);
Passage passage_of(const Inlines&);

}  // namespace bifolio::check
