// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "documents/dates/date_grammar.hpp"
#include "model/partial_date.hpp"

namespace maillage::documents {

/// The calendar date that is meant, seen from a day: years that are not said are the nearest that fit the weekday and the
/// side; « début 2024 », « au printemps 2024 » are about that year; nothing where it cannot be told. `weekday_differs` is set
/// where a weekday is named that the day is not. O(1).
std::optional<PartialDate> calendar_date(const WrittenDate& written, std::optional<Day> seen_from, bool& weekday_differs);

}  // namespace maillage::documents
