// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Région Bretagne / Ville de N / Chambre de métiers », lines of their own beside the sentence that tells a signature,
/// « Propriétaire : A », « – La commune de A met à disposition … »: the body that each line begins with; none for one line.
std::vector<Place> bodies_on_lines(const Findings& findings, const AgreementThread& thread);

/// The bodies that lines one below the other begin with, run by run, of three lines and more.
std::vector<std::vector<Place>> runs_of_lines(const Findings& findings);

/// « ENTRE / A, 12 rue … / ET / B »: the bodies that the lines behind a line « Entre » begin with.
std::vector<Place> bodies_between_lines(const Findings& findings);

/// Who acts or is acted upon in some sentences (« A et B, main dans la main », « A tend la main à B »), where there are two at
/// least with those known to be bound.
std::vector<Place> bodies_named_together(const Findings& findings, std::span<const std::uint32_t> sentences, const std::set<std::uint32_t>& bound,
                                         const std::set<std::uint32_t>& excluded);

/// « Les élèves de A iront chez B. Les deux ont signé »: the two that some sentences name in any way, where there are no more;
/// `are_both_meant`: « signée par les deux », even « en partenariat avec B ».
std::vector<Place> only_two_bodies(const Findings& findings, std::span<const std::uint32_t> sentences, bool are_both_meant);

/// « signée par les deux », « tous deux ont signé »
bool means_both(const Reading& reading, std::uint32_t sentence);

/// « Les associations retenues signeront une convention »: none of those named before.
bool signs_for_others(const Findings& findings, const SigningClause& clause);

}  // namespace maillage::documents
