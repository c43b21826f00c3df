#include "parse/cell_text.h"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "model/walk.h"
#include "parse/parse.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

/// A field's text with the place of each of its bytes, and of its end.
struct PlacedText {
  std::string text;
  std::vector<std::uint32_t> places;
};

/// The field read anew: `""` between its quotes is one quote, text after them belongs to it.
PlacedText placed(const syntax::CsvField& field, std::string_view file) {
  PlacedText out;
  const std::string_view raw = file.substr(field.span.begin, field.span.size());
  bool in_quotes = true;
  for (std::size_t i = 1; i < raw.size(); ++i) {
    const bool is_quote = in_quotes && raw[i] == '"';
    const bool is_doubled = is_quote && raw.substr(i + 1).starts_with('"');
    if (is_quote && !is_doubled) {
      in_quotes = false;
      continue;
    }
    out.text += raw[i];
    out.places.push_back(field.span.begin + static_cast<std::uint32_t>(i));
    if (is_doubled) ++i;
  }
  out.places.push_back(field.span.end);
  return out;
}

/// Moves spans from a text on its own to the file.
class Mover {
 public:
  explicit Mover(const PlacedText& text) : text_(text) {}

  void move(Span& span) const {
    if (!span.file.is_known()) return;
    const bool is_empty = span.begin == span.end;
    span.end = is_empty ? place(span.begin) : place(span.end - 1) + 1;
    span.begin = place(span.begin);
  }

  void move(Attributes& attributes) const {
    move(attributes.span);
    move(attributes.id_span);
    for (Attribute& pair : attributes.pairs) move(pair.span);
  }

  void move(Inline& node) const {
    move(node.span);
    node.visit([&](auto& value) {
      using T = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::is_same_v<T, Phrase>) {
        move(value.attributes);
        if (value.evidence) move(value.evidence->span);
      } else if constexpr (std::is_same_v<T, Link>) {
        move(value.attributes);
        move(value.target_span);
      } else if constexpr (std::is_same_v<T, Image>) {
        move(value.attributes);
        move(value.path_span);
      } else if constexpr (std::is_same_v<T, Citation>) {
        for (CitedWork& work : value.works) move(work.key_span);
      }
    });
  }

  void move(Finding& finding) const {
    move(finding.span);
    for (RelatedPlace& related : finding.related) move(related.span);
    for (Fix& fix : finding.fixes) move(fix.span);
  }

 private:
  std::uint32_t place(std::uint32_t at) const {
    return text_.places[std::min<std::size_t>(at, text_.places.size() - 1)];
  }

  const PlacedText& text_;
};

Inlines parse_placed(const PlacedText& text, FileId file, std::string_view language, Findings& findings) {
  Findings local;
  Inlines inlines = parse_inlines(text.text, file, 0, language, local);
  const Mover mover(text);
  for_each_inlines(inlines, [&](Inlines& list) {
    for (Inline& node : list) mover.move(node);
  });
  for (Finding finding : local.all()) {
    mover.move(finding);
    findings.add(std::move(finding));
  }
  return inlines;
}

}  // namespace

Inlines parse_cell(const syntax::CsvField& field, std::string_view file, std::string_view language,
                   Findings& findings) {
  if (trimmed(field.text).empty()) return {};
  const std::uint32_t quote = field.is_quoted ? 1 : 0;
  const bool maps = field.text.size() + 2 * quote == field.span.size();
  if (!maps) return parse_placed(placed(field, file), field.span.file, language, findings);
  const std::string_view text = trimmed(field.text);
  const auto before = static_cast<std::uint32_t>(text.data() - field.text.data());
  return parse_inlines(text, field.span.file, field.span.begin + quote + before, language, findings);
}

}  // namespace bifolio::parse
