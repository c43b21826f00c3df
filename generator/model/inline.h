// Text inside a block. A closed set: code that visits it handles every kind, and
// a forgotten one does not compile. `parse/` writes what the author wrote;
// members marked “resolved” are filled in by `resolve/`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/boxed.h"
#include "base/span.h"
#include "model/attributes.h"
#include "model/evidence.h"
#include "model/rich_text.h"

namespace bifolio {

struct Inline;
using Inlines = std::vector<Inline>;

/// Where a link leads once it is resolved.
struct Destination {
  enum class Kind { unknown, external, anchor, file };
  Kind kind = Kind::unknown;
  std::string url = {};      ///< external: the address; file: booklet-relative path
  std::size_t document = 0;  ///< anchor: index into Book::documents
  std::string id = {};       ///< anchor: id of a block there; empty = the document's top
};

/// Where its length equals its span's, the text maps to the source byte for
/// byte; otherwise it replaces the span as a whole (an escape, an entity).
struct Text {
  std::string text;
};
struct Code {
  std::string text;
};
struct LineBreak {};  ///< a hard one; a soft break has become a space or nothing
struct Emphasis {
  Inlines children;
};
struct Strong {
  Inlines children;
};
struct Strikethrough {
  Inlines children;
};

/// `[text]{lang=en}`, `[claim]{evidence=animal as-of=2024-11}`
struct Phrase {
  Attributes attributes;
  Inlines children;
  std::optional<Evidence> evidence = {};  ///< from its attributes
  Inlines evidence_sentence = {};         ///< resolved: “Tried in animals only”
};

struct Link {
  std::string target;  ///< as written
  std::string title;
  Inlines children;
  Attributes attributes = {};
  Span target_span = {};
  bool is_bare = false;          ///< an autolink or a bare address: its text is its target
  Destination destination = {};  ///< resolved
};

struct Image {
  std::string path;  ///< as written
  std::string title;
  Inlines alt;
  Attributes attributes = {};
  Span path_span = {};
};

/// One work in `[@a; @b, p. 3]`.
struct CitedWork {
  std::string key;
  Span key_span = {};
  Inlines prefix = {};
  std::string locator_label = {};  ///< CSL 1.0.2 locator type: "page", "chapter"; empty without locator
  std::string locator = {};        ///< "3", "12–14"
  Inlines suffix = {};
  bool suppress_author = false;               ///< `-@key`
  std::optional<std::size_t> reference = {};  ///< resolved: index into Book::references
};

struct Citation {
  std::vector<CitedWork> works;
  bool is_narrative = false;  ///< `@key` outside brackets: the author is part of the sentence
  std::string anchor = {};    ///< resolved: its id on the page, for links back from the references
  RichText rendered = {};     ///< resolved: what the style prints
};

/// `@tbl-x`, `@fig-x`, `@sec-x`
struct CrossReference {
  std::string id;
  std::string text = {};         ///< resolved: "Table 1-1", "表 1-1", "1.3.1"
  Destination destination = {};  ///< resolved
};

/// `[^label]`
struct NoteMark {
  std::string label;
  std::optional<std::size_t> note = {};  ///< index into Document::notes; its number is that + 1
};

namespace inlines {
/// Text is by far the commonest; what is large and rare stands apart.
template <typename T>
constexpr bool is_boxed =
    std::is_same_v<T, Phrase> || std::is_same_v<T, Link> || std::is_same_v<T, Image> || std::is_same_v<T, Citation> ||
    std::is_same_v<T, CrossReference> || std::is_same_v<T, NoteMark>;

template <typename T>
T& unboxed(T& value) {
  return value;
}
template <typename T>
T& unboxed(Boxed<T>& value) {
  return *value;
}
template <typename T>
const T& unboxed(const Boxed<T>& value) {
  return *value;
}
}  // namespace inlines

struct Inline {
  std::variant<Text, Code, LineBreak, Emphasis, Strong, Strikethrough, Boxed<Phrase>, Boxed<Link>, Boxed<Image>,
               Boxed<Citation>, Boxed<CrossReference>, Boxed<NoteMark>>
      value;
  Span span = {};

  template <typename T>
  T* get_if() {
    if constexpr (inlines::is_boxed<T>) {
      auto* boxed = std::get_if<Boxed<T>>(&value);
      return boxed ? &**boxed : nullptr;
    } else {
      return std::get_if<T>(&value);
    }
  }
  template <typename T>
  const T* get_if() const {
    return const_cast<Inline*>(this)->get_if<T>();
  }
  template <typename T>
  bool is() const {
    return get_if<T>() != nullptr;
  }

  template <typename Visitor>
  decltype(auto) visit(Visitor&& visitor) {
    return std::visit([&](auto& one) -> decltype(auto) { return visitor(inlines::unboxed(one)); }, value);
  }
  template <typename Visitor>
  decltype(auto) visit(Visitor&& visitor) const {
    return std::visit([&](const auto& one) -> decltype(auto) { return visitor(inlines::unboxed(one)); }, value);
  }
};

/// All the text a reader would read aloud, without marks and formatting.
std::string plain_text(const Inlines&);

}  // namespace bifolio
