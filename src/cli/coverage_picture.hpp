// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/coverage_words.hpp"
#include "cli/picture.hpp"
#include "drawing/coverage_map.hpp"

namespace maillage {

/// What a map of a coverage is drawn from, with its words: the finding as title where `title` is empty.
CoverageMapInput coverage_map_input(const Session& session, const Coverage& coverage, const CoverageOptions& options,
                                    const std::string& title = {});

}  // namespace maillage
