// An element of the structure tree (ISO 32000-1, 14.8.4), small: a table of a
// hundred thousand rows has half a million of them. What few elements have stands
// apart and is made when it is first set.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace bifolio::layout {

/// An index into PagedDocument::tags. Furniture (folios, rules, running heads) is an artifact.
using TagId = std::int32_t;
constexpr TagId kArtifact = -1;

/// The name of a standard structure type, in a byte.
class Role {
 public:
  Role() = default;
  Role(std::string_view name);  ///< one of `roles.def`
  Role(const char* name) : Role(std::string_view(name)) {}
  Role(const std::string& name) : Role(std::string_view(name)) {}

  std::string_view name() const;
  operator std::string_view() const { return name(); }
  bool operator==(const Role&) const = default;
  bool operator==(const char* name) const { return this->name() == name; }

 private:
  std::uint8_t index_ = 0;
};

/// Of a header cell.
enum class Scope : std::uint8_t { none, row, column, both };
/// "Row", "Column", "Both", or "".
std::string_view scope_name(Scope);

struct TagDetails {
  std::string language = {};  ///< where it differs from its parent's
  std::string alt = {}, actual_text = {}, expansion = {}, title = {}, id = {};
  std::vector<std::string> headers = {};  ///< ids of header cells
  std::string list_numbering = {};        ///< of L: "None", "Disc", "Decimal"
  std::string placement = {};             ///< of Figure and others: "Block", "Inline", "Before" (a float)
  std::string text_decoration = {};       ///< of Span: "LineThrough"
  std::optional<Rect> bounding_box = {};  ///< of Figure, on its first page
  std::string summary = {};               ///< of Table
};

/// Children are the tags that name it as parent, in index order; a tag has content
/// or children, not both.
class Tag {
 public:
  Tag() = default;
  Tag(Role of, TagId below) : role(of), parent(below) {}
  Tag(const Tag& other) { *this = other; }
  Tag& operator=(const Tag&);
  Tag(Tag&&) = default;
  Tag& operator=(Tag&&) = default;

  Role role;  ///< P, H1, Span, TD, Figure …
  Scope scope = Scope::none;
  TagId parent = kArtifact;  ///< kArtifact only for the first tag, the Document
  std::int32_t row_span = 1, column_span = 1;

  const TagDetails& details() const;
  /// To set a detail.
  TagDetails& detail();

 private:
  std::unique_ptr<TagDetails> details_;
};

}  // namespace bifolio::layout
