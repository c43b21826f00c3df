// Passages in another script, found where the author did not mark them: a
// speaking browser reads 渐冻症 inside English text only when it is told that
// this is Chinese (WCAG 2.2, 3.1.2).
#pragma once

#include <string_view>
#include <vector>

#include "lang/lang.h"

namespace bifolio::html {

struct Passage {
  std::string_view text;
  bool is_foreign = false;
};

/// Splits text written in `writing`. Foreign in Latin text: runs with two or
/// more Han characters, with the Chinese marks between them. Foreign in Chinese
/// text: runs of four or more Latin words; names of drugs, genes and journals,
/// shorter than that, are read as they stand.
std::vector<Passage> split_foreign(std::string_view text, lang::Writing writing);

/// Whether most of a text is in the other script.
bool is_mostly_foreign(std::string_view text, lang::Writing writing);

}  // namespace bifolio::html
