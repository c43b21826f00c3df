// Bytes → pieces: the left-to-right reading of a text (CommonMark 0.31,
// “Phase 2: inline structure”).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "parse/bare_links.h"
#include "parse/braces.h"
#include "parse/emphasis.h"
#include "parse/inlines.h"
#include "parse/raw_html.h"

namespace bifolio::parse {

class InlineScanner {
 public:
  InlineScanner(const LeafText&, const InlineContext&, InCell);

  InlinePieces scan();

 private:
  /// `[`, `![` or a full-width bracket before `@`, waiting for its other half.
  struct Bracket {
    std::size_t piece;           ///< of the opening mark
    std::size_t begin, content;  ///< the mark, and what follows it
    int bottom;                  ///< youngest run before it
    bool is_image = false, is_wide = false;
    bool may_link = true;        ///< no link around a link
    bool holds_bracket = false;  ///< a label cannot
    bool has_key = false, has_reference = false;
    bool key_in_part = false;  ///< since the last `;`
    bool part_without_key = false;
  };

  bool step();
  void flush(std::size_t end);
  void add_atom(std::size_t begin, std::size_t end, decltype(Inline::value) value);
  void add_replaced(std::size_t begin, std::size_t end, std::string text);
  void resume(std::size_t at) { plain_ = at_ = at; }

  void read_line_end();
  void read_backslash();
  void read_code();
  std::size_t find_code_end(std::size_t at, std::size_t length);
  void read_angle();
  void read_html(const RawHtml&);
  void read_entity();
  void read_invalid();
  void add_bare_link(const BareLink&);
  bool read_colon();
  bool read_www();
  void read_sign();
  std::optional<std::size_t> key_end(std::size_t at, std::size_t& key_begin, std::size_t& key_end) const;
  void add_key(std::size_t begin, std::size_t key_begin, std::size_t key_end, std::size_t end);

  void open_bracket(std::size_t size, bool is_image, bool is_wide);
  void open_wide_bracket();
  void close_bracket();
  void close_wide_bracket();
  void part_citation();
  bool close_link(const Bracket&);
  bool close_note(const Bracket&);
  bool close_phrase(const Bracket&);
  bool close_citation(const Bracket&, std::size_t close_size);
  void report_undefined(const Bracket&);
  void close_group(const Bracket&, Group group);
  void drop_bracket();
  void take_attributes(Group&);
  void report_braces(std::size_t open);

  const LeafText& leaf_;
  const std::string& text_;
  const InlineContext& context_;
  const InCell in_cell_;
  InlinePieces out_;
  RunStack runs_;
  HtmlReader html_;
  std::vector<Bracket> brackets_;
  std::size_t at_ = 0, plain_ = 0;
  bool is_valid_;  ///< the text is UTF-8 throughout
  bool code_scanned_ = false;
  std::array<std::size_t, 81> last_backticks_{};
};

}  // namespace bifolio::parse
