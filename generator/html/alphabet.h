// The letters of an index: A to Z, Chinese words under the first letter of their pinyin.
#pragma once

#include <string_view>

#include "base/unicode.h"
#include "lang/lang.h"

namespace bifolio::html {

class Alphabet {
 public:
  explicit Alphabet(const lang::Language&);

  /// 'A' to 'Z', or '#' for what begins with neither a letter nor a Han character.
  char letter(std::string_view word) const;
  int compare(std::string_view a, std::string_view b) const { return collator_.compare(a, b); }

 private:
  Collator collator_;
};

}  // namespace bifolio::html
