// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Which format bytes are in: by what they begin with, then by the name of the file (its ending in any case). Refused
/// (unknown_format, encrypted, binary) where they are in none that is read. O(length).
DocumentFormat format_of(std::string_view bytes, std::string_view file_name);

/// By the ending of its name alone; unknown for endings that are not read.
DocumentFormat format_of_name(std::string_view file_name);

}  // namespace maillage::documents
