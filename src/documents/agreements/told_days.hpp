// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/day_clauses.hpp"

namespace maillage::documents {

/// A day that no verb of signing stands beside.
struct ToldDay {
  const Place* day = nullptr;  ///< of Reading::days; none: not told
  double confidence = 0;
  const char* rule = "";
};

/// « Déjà signée par les deux présidents, la convention a été présentée vendredi »: on a day that is not told.
/// O(clauses).
bool is_done_before(const Findings& findings, const AgreementThread& thread);

/// The day of a signature that the text tells elsewhere: of several at once, of a meeting, in the sentence beside, in its
/// introduction, the only one shortly before the document. O(sentences · days).
ToldDay told_day(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
