// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "language/language.hpp"
#include "report/wording.hpp"

namespace maillage {

/// An office's words and logo for its reports (docs/reports.md): `place` is a folder with `template.json`, or that file.
/// A text is a string, or one for each language (`{"fr": …, "en": …}`); of another language where its own is missing.
///
/// CannotRead for what is not there or beyond 1 MB; Failure(usage) for what is no JSON, for keys, sections and words in
/// braces that are not known (with the nearest), and for a logo that is neither SVG nor PNG, lies elsewhere or is damaged.
Wording read_template(const std::string& place, const Language& language);

/// Puts values in the place of {name}, {from}, {to} and {date} in the words.
void fill_in(const std::map<std::string, std::string, std::less<>>& values, Wording& wording);

}  // namespace maillage
