// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Words at which sentences that tell several agreements are to be parted, ascending: « une convention avec A | et un
/// protocole avec B », « … ; la seconde … ». O(words of such sentences).
std::vector<std::size_t> find_parts(const Findings& findings);

/// The same text, its sentences parted before these words: every later pass then reads each part by itself. O(sentences).
Prose part_sentences(const Words& words, std::span<const std::size_t> parts);

}  // namespace maillage::documents
