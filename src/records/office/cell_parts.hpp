// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// The values of a cell that holds several, trimmed, empty ones left out.
///
/// `separator` is what a mapping says: one sign, which parts wherever it stands (`/`); or several parted by blanks
/// (`; \n / et`), of which `;`, `|`, `,` and `\n` (a line end) part anywhere and others (`/`, `–`, `&`, words) only with a
/// blank on either side, as does one sign between blanks (` / `). A `;` that ends an entity (`&amp;`) parts nothing. Empty: `;`, `|` and line ends. O(length · signs).
std::vector<std::string> parts_of(std::string_view text, std::string_view separator);

/// Signs found in a text that may part several names, in the form parts_of() takes; a sign within a name (« Béthune-Bruay »,
/// « et/ou ») is none. In a fixed order.
std::vector<std::string> signs_in(std::string_view text);

}  // namespace maillage
