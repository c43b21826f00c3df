// Shaped words by key, shared by threads. Entries stay where they are until the
// cache goes. What is found never depends on who asked first, so neither does output.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/shape.h"

namespace bifolio::text {

class WordCache {
 public:
  const ShapedWord* find(std::string_view key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto at = shard.words.find(key);
    return at == shard.words.end() ? nullptr : at->second.get();
  }

  /// Keeps the word, unless the cache is full or another thread was first.
  const ShapedWord* keep(std::string_view key, ShapedWord& word) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (shard.words.size() >= kMostInShard) return nullptr;
    const auto [at, is_new] = shard.words.try_emplace(std::string(key));
    if (is_new) at->second = std::make_unique<ShapedWord>(std::move(word));
    return at->second.get();
  }

 private:
  // In all about 130,000 words of some 200 bytes: more than a large book has.
  static constexpr std::size_t kShards = 16, kMostInShard = 8192;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::string, std::unique_ptr<ShapedWord>, Hash, std::equal_to<>> words;
  };
  Shard& shard_of(std::string_view key) { return shards_[Hash()(key) / 64 % kShards]; }

  std::array<Shard, kShards> shards_;
};

}  // namespace bifolio::text
