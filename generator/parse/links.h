// The parts of links: destinations, titles, labels and the definitions
// `[label]: destination "title"` (CommonMark 0.31, 4.7 and 6.3).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "parse/leaf_text.h"

namespace bifolio::parse {

/// A place in a text: [begin, end) is what counts, `after` where reading goes on.
struct LinkPart {
  std::size_t begin, end, after;
};

/// `</a b>` or `/a(b)`, at `at`.
std::optional<LinkPart> read_destination(std::string_view text, std::size_t at);
/// `"…"`, `'…'` or `(…)`, at `at`.
std::optional<LinkPart> read_title(std::string_view text, std::size_t at);
/// `[label]`, at `at`; not longer than 999 bytes, no bracket inside.
std::optional<LinkPart> read_label(std::string_view text, std::size_t at);

/// `(destination "title")`, at `at`.
struct InlineTarget {
  LinkPart destination;
  std::optional<LinkPart> title;
  std::size_t after;
};
std::optional<InlineTarget> read_inline_target(std::string_view text, std::size_t at);

struct LinkDefinition {
  std::string target, title;
  Span target_span;
};

/// All definitions of a document; the first of several with one label counts.
class LinkDefinitions {
 public:
  void add(std::string_view label, LinkDefinition definition);
  const LinkDefinition* find(std::string_view label) const;

 private:
  std::map<std::string, LinkDefinition, std::less<>> by_label_;
};

/// Takes the definitions that stand at the start of a paragraph, and returns
/// what is left of it.
LeafText take_definitions(const LeafText&, LinkDefinitions&);

}  // namespace bifolio::parse
