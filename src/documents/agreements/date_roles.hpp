// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// What a date of the text is the date of.
enum class DateRole : std::uint8_t { none, signature, planned_signature, vote, entry_into_force, end, launch, event, older };

/// The role of one of Reading::days, told by the nearest verb of its clause. O(clauses of its sentence).
DateRole role_of_day(const Findings& findings, std::size_t day);

/// Dates of an agreement by what they are.
struct AgreementDates {
  Claimed<PartialDate> signed_on;
  std::vector<Claimed<PartialDate>> others;  ///< rule: vote, entry_into_force, …
};
/// `is_planned`: the agreement is not signed yet, so that no date is its signature's. O(days of the thread · clauses).
AgreementDates find_agreement_dates(const Findings& findings, const AgreementThread& thread, bool is_planned);

}  // namespace maillage::documents
