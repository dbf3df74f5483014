// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// How many parties the document says an agreement has: « sept partenaires », « les quatre signataires », « une convention
/// tripartite ». None where it says nothing or says two different numbers.
std::optional<std::size_t> stated_count_of_parties(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
