// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace maillage {

/// A queue of items by key of which nothing is ever put in below the key taken out last (Ahuja, Mehlhorn, Orlin & Tarjan
/// 1990, doi:10.1145/77600.77615): items lie in the bucket of the highest bit in which their key differs from it, so that each
/// moves at most 32 times. Equal keys come out in no stated order.
template <class Item>
class MonotoneQueue {
 public:
  struct Entry {
    std::uint32_t key;
    Item item;
  };

  bool empty() const { return size_ == 0; }
  void clear() {
    for (auto& bucket : buckets_) bucket.clear();
    last_ = 0;
    size_ = 0;
  }
  void push(std::uint32_t key, Item item) {
    buckets_[bucket_of(key)].push_back({key, item});
    ++size_;
  }
  /// Takes an entry of the least key out; the queue must not be empty.
  Entry pop() {
    if (buckets_[0].empty()) refill();
    const auto entry = buckets_[0].back();
    buckets_[0].pop_back();
    --size_;
    return entry;
  }

 private:
  std::size_t bucket_of(std::uint32_t key) const { return static_cast<std::size_t>(std::bit_width(key ^ last_)); }
  void refill() {
    auto& lowest = *std::ranges::find_if(buckets_, [](const auto& bucket) { return !bucket.empty(); });
    last_ = std::ranges::min(lowest, {}, &Entry::key).key;
    moved_.swap(lowest);
    for (const auto& entry : moved_) buckets_[bucket_of(entry.key)].push_back(entry);
    moved_.clear();
  }

  std::array<std::vector<Entry>, 33> buckets_;
  std::vector<Entry> moved_;
  std::uint32_t last_ = 0;
  std::size_t size_ = 0;
};

}  // namespace maillage
