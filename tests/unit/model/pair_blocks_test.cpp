#include "model/pair_blocks.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

Book book_of(const std::vector<std::string>& ids) {
  Book book;
  book.documents.emplace_back();
  for (const std::string& id : ids) book.documents[0].blocks.push_back({.value = Paragraph{}, .id = id});
  return book;
}

/// "a+" where the second language lacks it, "+a" where the first does.
std::string paired(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  Publication publication;
  publication.books = {book_of(first), book_of(second)};
  std::string out;
  for (const BlockPair& pair : pair_blocks(publication, 0)) {
    if (!out.empty()) out += " ";
    const bool is_whole = pair.blocks[0] != nullptr && pair.blocks[1] != nullptr;
    out += (pair.blocks[0] == nullptr ? "+" : "") + std::string(pair.id) +
           (pair.blocks[1] == nullptr && !is_whole ? "+" : "");
  }
  return out;
}

TEST(PairBlocks, BlocksOfOneIdStandTogether) {
  EXPECT_EQ(paired({"a", "b"}, {"a", "b"}), "a b");
}

TEST(PairBlocks, OrderIsTheSourceLanguages) {
  EXPECT_EQ(paired({"a", "b"}, {"b", "a"}), "a b");
}

TEST(PairBlocks, WhatIsMissingKeepsItsPlace) {
  EXPECT_EQ(paired({"a", "b", "c"}, {"a", "c"}), "a b+ c");
}

TEST(PairBlocks, AnAdditionFollowsItsNeighbour) {
  EXPECT_EQ(paired({"a", "b"}, {"x", "a", "y", "z", "b"}), "+x a +y +z b");
}

}  // namespace
}  // namespace bifolio
