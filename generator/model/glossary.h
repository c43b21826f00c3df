// glossary.csv: the booklet's terms in its languages, and the forms to avoid.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/language.h"

namespace bifolio {

enum class TermCase { exact, free_initial, free };

struct Term {
  std::string id;
  LocalText approved;  ///< language → approved form
  std::string abbreviation;
  std::map<std::string, std::vector<std::string>, std::less<>> variants;  ///< language → wrong forms
  std::vector<std::string> aliases;
  TermCase letter_case = TermCase::free_initial;
  std::string note;
  Span span = {};
};

struct Glossary {
  std::vector<Term> terms;
  FileId file = {};
};

}  // namespace bifolio
