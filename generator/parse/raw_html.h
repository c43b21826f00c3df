// Raw HTML in a text (CommonMark 0.31, 6.6). Comments are never printed; some
// are directives; the rest is residue of a paste.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/document.h"

namespace bifolio::parse {

struct RawHtml {
  enum class Kind { none, comment, open_tag, close_tag, other };
  Kind kind = Kind::none;
  std::size_t end = 0;
};

/// Finds raw HTML from left to right. Remembers which ends are nowhere to be
/// found, so that text full of `<!--` costs no more than one look.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view text) : text_(text) {}

  RawHtml read(std::size_t at);

 private:
  RawHtml read_until(std::string_view close, std::size_t from, RawHtml::Kind, bool& is_hopeless) const;
  RawHtml read_open_tag(std::size_t at) const;
  RawHtml read_close_tag(std::size_t at) const;

  std::string_view text_;
  bool no_comment_end_ = false, no_instruction_end_ = false, no_declaration_end_ = false, no_data_end_ = false;
};

/// `<br>`, `<br/>`, `<BR />`
bool is_line_break_tag(std::string_view tag);

/// What `<!-- bifolio-ignore RULE reason="…" until=… -->` says; nothing for other comments.
std::optional<Directive> read_directive(std::string_view comment);
/// The same of the words inside a comment, whatever marks it.
std::optional<Directive> read_directive_words(std::string_view words);

}  // namespace bifolio::parse
