// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

#include "model/text_pool.hpp"

namespace maillage {

/// Number of a row in its table, from 0.
using Index = std::uint32_t;
/// "no row": an empty reference.
inline constexpr Index kNone = 0xFFFFFFFFU;

/// One value for each row of a table; costs nothing until a value other than the absent one is set.
template <class T>
class Column {
 public:
  explicit Column(T absent = T{}) : absent_(absent) {}
  T operator[](Index row) const { return row < values_.size() ? values_[row] : absent_; }
  void set(Index row, T value) {
    if (row >= values_.size()) {
      if (same(value, absent_)) return;
      values_.resize(row + 1, absent_);
    }
    values_[row] = value;
  }
  bool is_absent() const { return values_.empty(); }
  /// Takes address space for that many rows; memory only as they are set.
  void reserve(std::size_t count) { values_.reserve(count); }
  /// Row i takes the value of row order[i].
  void permute(std::span<const Index> order) {
    if (values_.empty()) return;
    std::vector<T> moved;
    moved.reserve(order.size());
    for (const auto row : order) moved.push_back((*this)[row]);
    values_ = std::move(moved);
  }

 private:
  static bool same(const T& a, const T& b) { return a == b || (a != a && b != b); }  // NaN is the absent amount
  std::vector<T> values_;
  T absent_;
};

/// A column of texts kept in a pool; reads as std::string_view.
class TextColumn : private Column<TextId> {
 public:
  explicit TextColumn(TextPool& pool) : pool_(&pool) {}
  std::string_view operator[](Index row) const { return pool_->view(Column::operator[](row)); }
  TextId id(Index row) const { return Column::operator[](row); }
  void set(Index row, std::string_view text) { Column::set(row, pool_->intern(text)); }
  void set_id(Index row, TextId text) { Column::set(row, text); }
  TextPool& pool() const { return *pool_; }
  using Column::is_absent;
  using Column::permute;
  using Column::reserve;

 private:
  TextPool* pool_;
};

/// A list of values for each row; rows are filled in ascending order, rows left out have an empty list.
template <class T>
class ListColumn {
 public:
  std::span<const T> operator[](Index row) const {
    if (row + 1 >= first_.size()) return {};
    return std::span(values_).subspan(first_[row], first_[row + 1] - first_[row]);
  }
  /// Appends to the list of `row`, which must not be before the last row that was appended to.
  void append(Index row, T value) {
    if (first_.size() < static_cast<std::size_t>(row) + 2) {
      first_.resize(row + 2, static_cast<std::uint32_t>(values_.size()));
    }
    values_.push_back(value);
    first_.back() = static_cast<std::uint32_t>(values_.size());
  }
  void permute(std::span<const Index> order) {
    if (values_.empty()) return;
    ListColumn moved;
    for (Index row = 0; row < order.size(); ++row) {
      for (const auto& value : (*this)[order[row]]) moved.append(row, value);
    }
    *this = std::move(moved);
  }
  /// Replaces each value v by change(v), dropping those that become kNone-like (drop(v) true).
  template <class Change, class Drop>
  void transform(Change change, Drop drop) {
    ListColumn moved;
    for (Index row = 0; row + 1 < first_.size(); ++row) {
      for (const auto& value : (*this)[row]) {
        const auto next = change(row, value);
        if (!drop(next)) moved.append(row, next);
      }
    }
    *this = std::move(moved);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<T> values_;
};

/// A list of texts for each row; each list reads as a range of std::string_view.
class TextListColumn {
 public:
  explicit TextListColumn(TextPool& pool) : pool_(&pool) {}
  auto operator[](Index row) const {
    return ids_[row] | std::views::transform([pool = pool_](TextId id) { return pool->view(id); });
  }
  void append(Index row, std::string_view text) { ids_.append(row, pool_->intern(text)); }
  void permute(std::span<const Index> order) { ids_.permute(order); }

 private:
  TextPool* pool_;
  ListColumn<TextId> ids_;
};

/// The rows first, first+1, …, last-1 of a table, for a loop.
inline auto rows(Index first, Index last) { return std::views::iota(first, last); }

}  // namespace maillage
