// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "documents/agreements/signing_clauses.hpp"

namespace maillage::documents {

/// A year behind a verb: « signé en 2018 ». O(1).
std::optional<int> year_of_verb(const Reading& reading, std::size_t verb, const WordRange& sentence);

/// The date of a verb: the nearest one of the part of its sentence between semicolons, no other verb of a date in between. Of
/// Reading::days. O(days of the sentence).
std::optional<std::size_t> day_of_verb(const Reading& reading, std::size_t verb, const WordRange& sentence);

/// « Signée le », a line of its own, and « 12 juin 2024, à … » in the line below. O(1).
std::optional<std::size_t> day_below(const Reading& reading, std::size_t verb);

/// The last day that a document tells of: its own date, or the latest one of a signature told, no bare year. O(clauses).
std::optional<Day> reference_day(const Reading& reading, const std::vector<SigningClause>& clauses);

/// The last exact day that a text tells of. O(dates).
std::optional<Day> last_day_told(const Reading& reading);

}  // namespace maillage::documents
