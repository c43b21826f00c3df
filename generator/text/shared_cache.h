// What is found out once about a word, by key, shared by threads. Entries stay where
// they are until the cache goes. What is found never depends on who asked first, so
// neither does output.
#pragma once

#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace bifolio::text {

template <typename Value>
class SharedCache {
 public:
  const Value* find(std::string_view key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto at = shard.values.find(key);
    return at == shard.values.end() ? nullptr : &at->second;
  }

  /// Keeps the value, unless the cache is full or another thread was first.
  const Value* keep(std::string_view key, Value& value) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (shard.values.size() >= kMostInShard) return nullptr;
    const auto [at, is_new] = shard.values.try_emplace(std::string(key));
    if (is_new) at->second = std::move(value);
    return &at->second;
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
    std::unordered_map<std::string, Value, Hash, std::equal_to<>> values;
  };
  Shard& shard_of(std::string_view key) { return shards_[Hash()(key) / 64 % kShards]; }

  std::array<Shard, kShards> shards_;
};

}  // namespace bifolio::text
