// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/institutions/institution_heads.hpp"
#include "documents/institutions/institution_mentions.hpp"
#include "documents/institutions/name_signs.hpp"

namespace maillage::documents {

/// What every pass over the names of a text needs; the parts must outlive it.
struct NameContext {
  const Words& words;
  const Lexicon& lexicon;
  const KnownNames& known;
  const InstitutionHeads& heads;
  const NameSigns& signs;
};

}  // namespace maillage::documents
