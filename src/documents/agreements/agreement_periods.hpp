// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

struct AgreementPeriod {
  Claimed<PartialDate> valid_from, valid_to;
  Claimed<int> duration_months;
};

/// From when to when an agreement holds, and how long: the periods of sentences about it; those that end before it is signed
/// are older agreements'. O(periods of the thread).
AgreementPeriod find_agreement_period(const Findings& findings, const AgreementThread& thread, const Claimed<PartialDate>& signed_on);

}  // namespace maillage::documents
