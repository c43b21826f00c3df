#include "check/word_finder.h"

#include <algorithm>

namespace bifolio::check {
namespace {

unsigned char lower(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_whole(std::string_view text, std::size_t begin, std::size_t end) {
  const bool open_left = begin == 0 || !is_word_byte(text[begin]) || !is_word_byte(text[begin - 1]);
  return open_left && (end == text.size() || !is_word_byte(text[end - 1]) || !is_word_byte(text[end]));
}

}  // namespace

void WordFinder::add(std::string_view word) {
  int node = 0;
  for (const char c : word) {
    int next = -1;
    for (const auto& [byte, to] : nodes_[static_cast<std::size_t>(node)].edges) {
      if (byte == lower(c)) next = to;
    }
    if (next < 0) {
      next = static_cast<int>(nodes_.size());
      nodes_[static_cast<std::size_t>(node)].edges.emplace_back(lower(c), next);
      nodes_.emplace_back();
    }
    node = next;
  }
  if (!word.empty()) nodes_[static_cast<std::size_t>(node)].words.push_back(sizes_.size());
  sizes_.push_back(word.size());
}

void WordFinder::finish() {
  for (Node& node : nodes_) std::sort(node.edges.begin(), node.edges.end());
  std::vector<int> queue;
  for (const auto& [byte, to] : nodes_[0].edges) queue.push_back(to);
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const auto& [byte, to] : nodes_[static_cast<std::size_t>(queue[i])].edges) {
      Node& next = nodes_[static_cast<std::size_t>(to)];
      next.fallback = step(nodes_[static_cast<std::size_t>(queue[i])].fallback, byte);
      const Node& behind = nodes_[static_cast<std::size_t>(next.fallback)];
      next.shorter = behind.words.empty() ? behind.shorter : next.fallback;
      queue.push_back(to);
    }
  }
}

int WordFinder::child(int node, unsigned char byte) const {
  const auto& edges = nodes_[static_cast<std::size_t>(node)].edges;
  const auto at = std::lower_bound(edges.begin(), edges.end(), std::pair(byte, -1));
  return at != edges.end() && at->first == byte ? at->second : -1;
}

int WordFinder::step(int node, unsigned char byte) const {
  for (; node != 0; node = nodes_[static_cast<std::size_t>(node)].fallback) {
    if (const int next = child(node, byte); next >= 0) return next;
  }
  return std::max(0, child(0, byte));
}

std::vector<WordFinder::Hit> WordFinder::find(std::string_view text) const {
  std::vector<Hit> hits;
  int node = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    node = step(node, lower(text[i]));
    for (int at = node; at != 0; at = nodes_[static_cast<std::size_t>(at)].shorter) {
      for (const std::size_t word : nodes_[static_cast<std::size_t>(at)].words) {
        const std::size_t begin = i + 1 - sizes_[word];
        if (is_whole(text, begin, i + 1)) hits.push_back({word, begin, i + 1});
      }
    }
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.begin, b.end) < std::pair(b.begin, a.end) ||
           (a.begin == b.begin && a.end == b.end && a.word < b.word);
  });
  return hits;
}

}  // namespace bifolio::check
