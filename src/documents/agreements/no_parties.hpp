// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « A n'est pas signataire », « B, sans être partie au texte », « Absent : C »: does its sentence say that an institution is
/// not bound? O(cues + clauses of the sentence).
bool is_said_to_be_no_party(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// A host, a guest, who looks on (« en présence de »), a mixed unit of the parties, a word of the agreement's own name.
/// O(cues + clauses of the sentence).
bool only_attends(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « A a accueilli la signature »: somebody does something else about it than sign. O(clauses of the sentence).
bool only_welcomes(const Findings& findings, std::uint32_t sentence, const WordRange& mention);

/// « La charte « Ville aidante » »: what is named as a body only by the quoted name of an agreement. O(mentions + instruments).
std::set<std::uint32_t> bodies_that_name_agreements(const Findings& findings);

/// « ont été », « sont », « avaient été » within a few words before a participle.
bool follows_to_be(const Reading& reading, std::size_t participle, std::size_t sentence_first);

/// « X assistait à la signature, de même que Y, directeur de A »: A, behind who attends. `attends`: one past that verb. O(words between).
bool follows_guest(const Findings& findings, std::size_t attends, const WordRange& mention);

}  // namespace maillage::documents
