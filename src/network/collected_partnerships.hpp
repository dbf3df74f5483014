// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network_view.hpp"

namespace maillage {

/// The members of the partnerships of a view as rows of institutions and people, before they are vertices.
///
/// Those of partnership p are institutions[institution_first[p]] … institution_first[p + 1], ascending, each once; its
/// signatories likewise.
struct CollectedPartnerships {
  struct Signatory {
    Index person, institution;  ///< the institution signed for; kNone where none is stated
    auto operator<=>(const Signatory&) const = default;
  };
  std::vector<Index> institutions;
  std::vector<std::uint32_t> institution_first{0};
  std::vector<Signatory> signatories;
  std::vector<std::uint32_t> signatory_first{0};
  std::vector<bool> institution_is_node, person_is_node;  ///< by row
};

/// Does a party count in its agreement? Of the roles `represented` and `associated` those that signed.
bool party_counts(const DataSet& data, Index agreement, Index party);

/// Puts the agreements of a view's selection together as partnerships, one for each renewal thread, and its mentions where
/// they are asked for: fills view.partnerships and their agreements, and returns their members. Reads data, options and
/// selection of the view. O(agreements + parties + signatures, sorted).
CollectedPartnerships collect_partnerships(NetworkView& view);

/// The same with each agreement of the selection as a partnership of its own, of all its parties whatever their role and
/// the days they joined or left; mentions are left out. O(agreements + parties, sorted).
CollectedPartnerships collect_agreements(NetworkView& view);

}  // namespace maillage
