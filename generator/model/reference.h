// The works a booklet cites, as CSL 1.0.2 items whatever file they came from.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/directive.h"

namespace bifolio {

/// CSL-JSON name. A literal name has no other part.
struct Name {
  std::string family, given, dropping_particle, non_dropping_particle, suffix, literal;
  bool comma_suffix = false;
  bool static_ordering = false;
  bool parse_names = false;
  bool operator==(const Name&) const = default;
};

/// CSL-JSON date: one or two `date-parts` (year, month, day; 0 = not given).
struct ReferenceDate {
  std::vector<std::array<int, 3>> parts = {};
  int season = 0;  ///< 1–4; 0 = none
  bool circa = false;
  std::string literal = {};
  std::string raw = {};
  Span span = {};
};

struct ReferenceField {
  std::string value;
  Span span = {};
  bool is_number = false;  ///< a JSON number rather than a string
};

struct ReferenceNames {
  std::vector<Name> names;
  Span span = {};
};

struct Reference {
  std::string key;   ///< the citation key
  std::string type;  ///< CSL 1.0.2 item type: "article-journal"
  std::map<std::string, ReferenceField, std::less<>> fields = {};  ///< CSL variable → value
  std::map<std::string, ReferenceNames, std::less<>> names = {};
  std::map<std::string, ReferenceDate, std::less<>> dates = {};
  Span key_span = {};
  Span span = {};

  /// The value of a string or number variable, or "".
  std::string_view field(std::string_view name) const;
};

/// All references of a booklet, in the order of its files.
struct Library {
  std::vector<Reference> references;
  std::vector<Directive> directives = {};  ///< each covers the entry after it

  /// The first reference with that key, or nothing. Linear: for many look-ups build an index.
  const Reference* find(std::string_view key) const;
};

}  // namespace bifolio
