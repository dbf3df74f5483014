// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// Who is party to what, looked up in both directions on flat arrays: a hypergraph whose hyperedges are partnerships.
///
/// Parties are vertices 0 … n-1, partnerships 0 … m-1; the members of a partnership and the partnerships of a party stand
/// in ascending order, each once. Two partnerships of the same parties stay two. Memory: 8 B an incidence.
class Incidence {
 public:
  Incidence() = default;
  /// From the members of each partnership, `members[first[p]] … members[first[p+1]]`, each once, in any order.
  Incidence(std::uint32_t parties, std::vector<std::uint32_t> first, std::span<const std::uint32_t> members);
  /// The same from a list for each partnership, as one writes it by hand.
  Incidence(std::uint32_t parties, const std::vector<std::vector<std::uint32_t>>& partnerships);

  std::uint32_t party_count() const { return static_cast<std::uint32_t>(partnership_first_.size() - 1); }
  std::uint32_t partnership_count() const { return static_cast<std::uint32_t>(member_first_.size() - 1); }
  std::size_t incidence_count() const { return members_.size(); }

  std::span<const std::uint32_t> members_of(std::uint32_t partnership) const {
    return std::span(members_).subspan(member_first_[partnership], size(partnership));
  }
  std::span<const std::uint32_t> partnerships_of(std::uint32_t party) const {
    return std::span(partnerships_).subspan(partnership_first_[party], hyperdegree(party));
  }
  /// Number of (named) parties.
  std::uint32_t size(std::uint32_t partnership) const {
    return member_first_[partnership + 1] - member_first_[partnership];
  }
  std::uint32_t hyperdegree(std::uint32_t party) const {
    return partnership_first_[party + 1] - partnership_first_[party];
  }
  std::span<const std::uint32_t> member_first() const { return member_first_; }

  /// Parties and partnerships having changed places.
  Incidence transposed() const;

 private:
  std::vector<std::uint32_t> member_first_{0}, members_, partnership_first_{0}, partnerships_;
};

/// The partnerships of a view by number, and its vertices: institutions, in a view of people the signatories. Agreements
/// that are vertices themselves (two-mode) and, among affiliations, people are vertices without partnerships. What is
/// not named is no party. O(members).
Incidence incidence_of(const NetworkView& view);

}  // namespace maillage
