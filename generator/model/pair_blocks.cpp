#include "model/pair_blocks.h"

#include <unordered_map>

namespace bifolio {
namespace {

using Places = std::unordered_map<std::string_view, std::size_t>;

/// Fills `pairs` with the blocks of one more book. What they lacked is returned by
/// the id of the block before it, "" = before everything.
std::unordered_map<std::string_view, std::vector<BlockPair>> match(std::vector<BlockPair>& pairs, const Places& known,
                                                                   const Blocks& blocks, std::size_t book,
                                                                   std::size_t books) {
  std::unordered_map<std::string_view, std::vector<BlockPair>> after;
  std::string_view last;
  for (const Block& block : blocks) {
    const auto at = known.find(block.id);
    if (at != known.end()) {
      pairs[at->second].blocks[book] = &block;
      last = block.id;
      continue;
    }
    BlockPair pair = {block.id, std::vector<const Block*>(books)};
    pair.blocks[book] = &block;
    after[last].push_back(std::move(pair));
  }
  return after;
}

}  // namespace

std::vector<BlockPair> pair_blocks(const Publication& publication, std::size_t document) {
  std::vector<BlockPair> pairs;
  Places known;
  for (std::size_t book = 0; book < publication.books.size(); ++book) {
    const Blocks& blocks = publication.books[book].documents[document].blocks;
    auto after = match(pairs, known, blocks, book, publication.books.size());
    std::vector<BlockPair> merged;
    const auto add_after = [&](std::string_view id) {
      for (BlockPair& pair : after[id]) merged.push_back(std::move(pair));
    };
    add_after("");
    for (BlockPair& pair : pairs) {
      const std::string_view id = pair.id;
      merged.push_back(std::move(pair));
      add_after(id);
    }
    pairs = std::move(merged);
    known.clear();
    for (std::size_t i = 0; i < pairs.size(); ++i) known.emplace(pairs[i].id, i);
  }
  return pairs;
}

}  // namespace bifolio
