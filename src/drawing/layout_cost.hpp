// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "drawing/layout_small.hpp"

namespace maillage {

/// What is wrong with a layout of a small network, as a sum of terms; each term is about 1 for one plain fault.
class LayoutCost {
 public:
  explicit LayoutCost(const SmallLayoutInput& input);

  /// All terms in which the vertex takes part. O(n + degree · (n + m)).
  double around(std::uint32_t v, const std::vector<Point>& at) const;
  /// All terms, each once. O(n² + m² + n m).
  double total(const std::vector<Point>& at) const;

  const std::vector<std::vector<std::uint32_t>>& ties_of() const { return ties_of_; }
  const std::vector<std::uint32_t>& component_of() const { return component_of_; }
  std::uint32_t components() const { return components_; }
  std::uint32_t other_end(std::uint32_t tie, std::uint32_t v) const;
  /// Typical distance between neighbours on this sheet, pixels.
  double unit() const { return unit_; }
  /// Wished distance between the ends of a tie, pixels.
  double wished_length(std::uint32_t tie) const { return wished_[tie]; }

 private:
  double pair(std::uint32_t a, std::uint32_t b, const std::vector<Point>& at) const;
  double length(std::uint32_t tie, const std::vector<Point>& at) const;
  double crossing(std::uint32_t a, std::uint32_t b, const std::vector<Point>& at) const;
  double nearness(std::uint32_t v, std::uint32_t tie, const std::vector<Point>& at) const;
  double fan(std::uint32_t v, const std::vector<Point>& at) const;
  double border(std::uint32_t v, const std::vector<Point>& at) const;
  double group(std::size_t g, const std::vector<Point>& at) const;
  bool touches(std::uint32_t tie, std::uint32_t v) const;

  const SmallLayoutInput& input_;
  std::vector<std::vector<std::uint32_t>> ties_of_;
  std::vector<std::vector<std::size_t>> groups_of_;
  std::vector<std::uint32_t> component_of_;
  std::uint32_t components_ = 0;
  std::vector<double> wished_;
  std::vector<bool> is_sign_;
  double unit_ = 1;
};

}  // namespace maillage
