#include "parse/inlines.h"

#include "parse/inline_scanner.h"
#include "parse/inline_tree.h"
#include "parse/parse.h"
#include "parse/soft_breaks.h"

namespace bifolio::parse {

Inlines read_inlines(const LeafText& leaf, const InlineContext& context, InCell in_cell) {
  InlinePieces pieces = InlineScanner(leaf, context, in_cell).scan();
  Inlines inlines = build_inlines(leaf, std::move(pieces), context);
  join_lines(inlines, context.language);
  return inlines;
}

Inlines parse_inlines(std::string_view text, FileId file, std::uint32_t offset, std::string_view language,
                      Findings& findings) {
  return read_inlines(LeafText::of(text, file, offset), {language, findings}, InCell::yes);
}

}  // namespace bifolio::parse
