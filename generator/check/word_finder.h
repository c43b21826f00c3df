// Finds many words in a text at once (Aho and Corasick, 1975): a glossary of a
// thousand terms costs one pass over each paragraph. ASCII letters are compared
// without case; who asks compares the case.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bifolio::check {

class WordFinder {
 public:
  /// Words are numbered in the order in which they are added. An empty one is never found.
  void add(std::string_view word);
  /// To be called once, after the last word.
  void finish();

  struct Hit {
    std::size_t word, begin, end;
  };
  /// Every place, longest first among those that begin together. Words that
  /// begin or end with a letter or digit are found as whole words only.
  std::vector<Hit> find(std::string_view text) const;

 private:
  struct Node {
    std::vector<std::pair<unsigned char, int>> edges;  ///< sorted once finished
    int fallback = 0;
    int shorter = 0;  ///< the next node up the fallbacks at which a word ends
    std::vector<std::size_t> words;
  };
  int child(int node, unsigned char byte) const;
  int step(int node, unsigned char byte) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<std::size_t> sizes_;
};

}  // namespace bifolio::check
