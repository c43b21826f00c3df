// The blocks of a document in all its languages, paired by id: what stands side by side.
#pragma once

#include <string_view>
#include <vector>

#include "model/publication.h"

namespace bifolio {

/// The same block in each book of a publication; nothing where a language lacks it.
struct BlockPair {
  std::string_view id;
  std::vector<const Block*> blocks;
};

/// Pairs in the order of the source language; blocks that it lacks stand behind the
/// block they follow in their own.
std::vector<BlockPair> pair_blocks(const Publication&, std::size_t document);

}  // namespace bifolio
