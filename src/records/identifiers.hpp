// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/schema.hpp"

namespace maillage {

/// Is this a well-formed identifier of that type, check digits included? True for types that have no form.
///
/// SIREN: nine digits with Luhn's key. ROR: `0`, six characters of Crockford's base 32, two check digits (98 - 100 n
/// mod 97). ORCID: ISO 7064 mod 11-2. Territory: INSEE code of a region, département or commune, SIREN of an EPCI, or a
/// code that begins with the two letters of a country.
bool is_identifier(FieldType type, std::string_view text);

/// What an identifier is called in every language: SIREN, ROR, ISO 3166-1, …
std::string_view standard_of(FieldType type);

/// The identifier that a spreadsheet has stripped of leading zeros: where exactly one length is possible and the padded
/// text is well formed. SIREN, FINESS and codes of communes and départements.
std::optional<std::string> with_lost_zeros(FieldType type, std::string_view text);

}  // namespace maillage
