// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// The place of a thread that names its agreement best: in Findings::instruments.
std::optional<std::size_t> main_instrument(const Findings& findings, const AgreementThread& thread);
/// Type of an agreement: that of its best name. O(instruments of the thread).
Claimed<std::string> find_type(const Findings& findings, const AgreementThread& thread);
/// Announced where all that is told is to come, renewed where a text says so, else signed. O(clauses of the thread).
Claimed<ReadStatus> find_status(const Findings& findings, const AgreementThread& thread);
/// Title by the words of one place alone. O(sentence).
Claimed<std::string> title_of_instrument(const Reading& reading, const Instrument& instrument);
/// Title as the document names it: the words of its best name with what they are about, or with its parties.
/// O(sentence).
Claimed<std::string> find_title(const Findings& findings, const AgreementThread& thread,
                                const std::vector<ReadParty>& parties);

}  // namespace maillage::documents
