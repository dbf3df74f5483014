// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "documents/drafts/review.hpp"

namespace maillage::documents {

/// The rows of a review form by what they speak of. The form must outlive it.
class ReviewIndex {
 public:
  /// O(rows · log).
  explicit ReviewIndex(const Review& review) {
    for (const auto& row : review.rows) rows_.try_emplace({row.subject, row.number, row.field, row.item}, &row);
  }
  /// nullptr where the form does not say it. O(log).
  const ReviewRow* find(ReviewSubject subject, std::uint32_t number, ReviewField field, std::uint32_t item = 0) const {
    const auto found = rows_.find({subject, number, field, item});
    return found == rows_.end() ? nullptr : found->second;
  }
  /// Of a field that comes several times, by number of the item.
  std::vector<const ReviewRow*> items(ReviewSubject subject, std::uint32_t number, ReviewField field) const {
    std::vector<const ReviewRow*> items;
    for (auto at = rows_.lower_bound({subject, number, field, 0}); at != rows_.end(); ++at) {
      const auto& row = *at->second;
      if (row.subject != subject || row.number != number || row.field != field) break;
      items.push_back(&row);
    }
    return items;
  }
  /// Numbers of the agreements, people, … that the form speaks of, ascending.
  std::vector<std::uint32_t> numbers(ReviewSubject subject) const {
    std::vector<std::uint32_t> numbers;
    for (auto at = rows_.lower_bound({subject, 0, ReviewField::file, 0}); at != rows_.end() && at->second->subject == subject; ++at) {
      if (numbers.empty() || numbers.back() != at->second->number) numbers.push_back(at->second->number);
    }
    return numbers;
  }

 private:
  std::map<std::tuple<ReviewSubject, std::uint32_t, ReviewField, std::uint32_t>, const ReviewRow*> rows_;
};

}  // namespace maillage::documents
