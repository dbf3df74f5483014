// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Accueillis par X, maire de A, … », « Reçue à la mairie par l'adjointe, Y »: who opens the door. O(1).
bool is_host(const Findings& findings, const Place& person);

/// Is somebody there without signing: behind « en présence de » or before « assistait »? `person`: one of Reading::persons. O(words of the sentence).
bool looks_on(const Findings& findings, const Place& person);

/// « X, retenue, avait donné pouvoir à Y », « X avait délégué Y »
bool hands_over(const Findings& findings, const Place& person);

/// « en l'absence de X »
bool is_absent(const Findings& findings, const Place& person);

/// « X, commandant de A, excusé, … »
bool is_excused(const Findings& findings, const Place& person);

/// « X, ancienne directrice », « l'ancien maire X »: signs nothing any longer.
bool is_former(const Findings& findings, const Place& person);

/// A minister or secretary of State.
bool is_minister(const NamedPerson& person);

}  // namespace maillage::documents
