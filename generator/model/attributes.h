// The `{#id .class key="value"}` of headings, spans, divs, images and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bifolio {

struct Attribute {
  std::string name;
  std::string value;
  Span span = {};  ///< of the value
};

struct Attributes {
  std::string id = {};  ///< empty where none is given
  Span id_span = {};
  std::vector<std::string> classes = {};
  std::vector<Attribute> pairs = {};
  Span span = {};  ///< the braces and all between them

  bool has_class(std::string_view) const;
  /// The value of the pair, or nothing.
  const std::string* find(std::string_view name) const;
  const Attribute* find_pair(std::string_view name) const;
};

}  // namespace bifolio
