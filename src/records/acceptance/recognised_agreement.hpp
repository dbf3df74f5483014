// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "records/acceptance/accepted_tables.hpp"

namespace maillage {

/// What a document says of an agreement, as far as it tells agreements apart.
struct AgreementSketch {
  std::string title, type;  ///< type: code; empty: not said
  std::string signed_on;    ///< EDTF; of one that is only announced when it is expected; empty: not said
  std::vector<std::string> parties;  ///< ids
};

/// Which agreement of the data is meant.
struct RecognisedAgreement {
  enum class Verdict : unsigned char {
    fresh,    ///< none
    same,     ///< `id`
    perhaps   ///< one of `candidates`: a person has to say
  } verdict = Verdict::fresh;
  std::string id;
  std::vector<std::string> candidates;  ///< the most alike first
};

/// Looks for an agreement that another document may have told of before.
///
/// The same: the same parties (or at least half of all in common and the same title), no other type, and signatures that
/// can be of one day or lie at most 31 days apart: that two documents differ by days is a conflict of dates, not another
/// agreement. Perhaps: at least half of the parties in common, no other type, and dates that say nothing, or less than a
/// year apart. A year or more apart is a renewal. `except`: ids of agreements that are others for certain. O(agreements +
/// parties · log).
RecognisedAgreement recognise_agreement(const AcceptedTables& tables, const AgreementSketch& sketch, const std::set<std::string>& except);

}  // namespace maillage
