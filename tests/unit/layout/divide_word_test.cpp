// Words divided where their spelling allows it (N01, N06).
#include "layout/divide_word.h"

#include <gtest/gtest.h>

namespace bifolio::layout {
namespace {

/// The word with “|” at its divisions.
std::string divided(std::string word, Piece piece = {}) {
  const std::vector<Division> divisions = divide_word(word, piece, {});
  for (auto at = divisions.rbegin(); at != divisions.rend(); ++at) word.insert(at->at, "|");
  return word;
}

TEST(DivideWord, AfterItsOwnHyphensBetweenWords) {
  EXPECT_EQ(divided("double-blind"), "double-|blind");
  EXPECT_EQ(divided("(placebo-controlled)"), "(placebo-|controlled)");
}

TEST(DivideWord, NamesWithASingleLetterStayWhole) {
  for (const char* name : {"ALSFRS-R", "IL-6", "E-mail", "TDP-43", "ALSFRS-R[35]"}) EXPECT_EQ(divided(name), name);
}

TEST(DivideWord, AddressesAfterSlashesAndBeforeDots) {
  Piece piece;
  piece.is_url = true;
  EXPECT_EQ(divided("https://example.org/a.b", piece), "https://|example|.org/|a|.b");
}

}  // namespace
}  // namespace bifolio::layout
