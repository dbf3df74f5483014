// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"

namespace maillage {

/// Where something was said: a source and the places in it.
struct Citation {
  Index source = kNone;
  std::string locator;  ///< as in the data, line numbers merged: `l. 1-4, 96-103`; empty where none is given
  bool operator==(const Citation&) const = default;
};

using Claims = std::vector<const Evidence*>;

/// Every claim about an agreement: about its own row, its parties, signatures, lineage and events, in that order.
Claims claims_about_agreement(const DataSet& data, Index agreement);
/// The claims that the agreement exists and what it is (title, type, row); all claims where there are none of these.
Claims claims_that_agreement_exists(const DataSet& data, Index agreement);
/// Keys of evidence rows for what has no id of its own.
std::string party_key(const DataSet& data, Index party_row, Index agreement);
std::string signature_key(const DataSet& data, Index signature_row, Index agreement);

/// One citation for each source, by source row, with the places of its claims merged; rejected claims (accepted = no)
/// are left out. Line ranges `l. a-b, c` are united; other locators are kept as they are, once each. O(n log n).
std::vector<Citation> citations_of(const Claims& claims);

/// Is the field inferred: are there claims that were not rejected, and none of them stated?
bool is_inferred(const Claims& claims);

/// `S5`: the number of a source in the report, by row from 1.
std::string source_number(Index source, const Language& language);
/// `S5, l. 194–200`, in the typography of the language.
std::string citation_label(const Citation& citation, const Language& language);
/// The same for a sentence: above three places `S5 (42 passages)`.
std::string citation_in_short(const Citation& citation, const Language& language);
/// The locator for reading: en dash in ranges, no break after `l.`.
std::string locator_label(std::string_view locator);

}  // namespace maillage
