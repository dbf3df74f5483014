// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Lines that name who signs without saying so: a run of lines of their own under any heading or none, each with somebody who
/// heads a body (« X – présidente de A », « Le maire de B / Y », « Pour C / La directrice / Z »). They are made a list of
/// signatories, and the body of a line above is theirs (Findings::for_whom). Programmes, committees, contacts and captions
/// stay what they are. O(words).
void mark_signature_lists(Findings& findings);

}  // namespace maillage::documents
