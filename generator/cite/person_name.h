// One person's name, in the form and order that a style asks for.
#pragma once

#include "cite/item.h"
#include "cite/node.h"
#include "cite/style.h"

namespace bifolio::cite {

/// How a name is to be written.
struct NameManner {
  const NamesText& names;
  const NameOptions& options;
  Particles particles;
  bool is_inverted = false;  ///< family name first: name-as-sort-order
  NameForm form = NameForm::long_form;
  bool initializes = true;  ///< given names may be shortened
  bool initialize_with_hyphen = true;
  bool is_sort_key = false;
  bool is_english = true;
  const char* locale = "";
};

Node write_person(const Person&, const NameManner&);

/// "John Ronald" → "J. R."; `keep_full_words`: only what already is an initial gets the mark.
std::string initials(std::string_view given, std::string_view mark, bool keep_full_words, bool with_hyphen);

}  // namespace bifolio::cite
