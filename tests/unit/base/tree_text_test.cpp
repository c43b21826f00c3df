#include "base/tree_text.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(TreeText, WhatIsNoTextReadsAsNone) {
  Tree tree = Tree::object();
  tree.set("text", Tree::of("a"));
  tree.set("number", Tree::of(1));
  EXPECT_EQ(text_at(tree, "text"), "a");
  EXPECT_EQ(text_at(tree, "number"), "");
  EXPECT_EQ(text_at(tree, "missing"), "");
}

TEST(TreeText, AnEmptyTextIsLeftOut) {
  Tree tree = Tree::object();
  set_text(tree, "empty", "");
  set_text(tree, "given", "a");
  EXPECT_EQ(tree.find("empty"), nullptr);
  EXPECT_EQ(text_at(tree, "given"), "a");
}

}  // namespace
}  // namespace bifolio
