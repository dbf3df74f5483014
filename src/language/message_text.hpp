// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"

namespace maillage {

enum class PluralForm { one, many };

/// The text of a key before its placeholders are filled; the singular where there is no plural; ⟪key⟫ where there is no
/// such message. O(log messages).
std::string message_text(std::string_view key, bool in_french, PluralForm form = PluralForm::one);

/// `text` with the values put in the place of {name}; a placeholder without argument stays.
std::string filled(std::string_view text, const Arguments& arguments);

/// As filled(), in the made-up language: ⟦…⟧ round the whole, letters of `text` accented, values as they are.
std::string filled_made_up(std::string_view text, const Arguments& arguments);

/// `text` with its ASCII letters accented, in ⟦…⟧.
std::string made_up(std::string_view text);

}  // namespace maillage
