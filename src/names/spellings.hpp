// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

// Other ways to write a folded name (folded() of name_index.hpp). Two names that give the same text are meant alike,
// which is weaker than being spelled alike. O(length) each.

/// Abbreviations written out (CHU, CH, ARS, Univ., St, CA, CC, …), small words (de, du, la, …) left out:
/// "chu lille" and "centre hospitalier universitaire de lille" give the same.
std::string expanded(std::string_view folded_name);
/// expanded(), without "ville de", "mairie de", "commune de" before it.
std::string commune_name(std::string_view folded_name);
/// The words in alphabetical order, without M., Mme, Dr, Pr: "dupont jean" and "pr jean dupont" give the same.
std::string sorted_words(std::string_view folded_name);
/// First letters of the words that are no small words, where there are three or more: "uphf".
std::string initials(std::string_view folded_name);

}  // namespace maillage
