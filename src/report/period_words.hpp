// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "language/language.hpp"
#include "model/partial_date.hpp"

namespace maillage {

/// `du 1er septembre 2023 au 31 août 2024`, `depuis le …`, `jusqu’au …`; empty without bounds.
std::string period_in_words(const std::optional<Day>& from, const std::optional<Day>& to, const Language& language);

}  // namespace maillage
