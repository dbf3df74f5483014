// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "language/language.hpp"
#include "model/fault.hpp"

namespace maillage {

/// What is wrong, and how to mend it, in the user's language.
std::string fault_message(const Fault& fault, const Language& language);
std::string fault_hint(const Fault& fault, const Language& language);
/// "FILE, row 12, field signed" as far as the fault says.
std::string fault_place(const Fault& fault, const Language& language);
/// What stops every command but `check`: the first faults, how many more, and the next step.
std::string unsound_data_message(const Faults& faults, const std::string& data, const Language& language);

/// Likewise of a list or workbook from which a package was to be made: `check` knows nothing of it.
std::string unsound_list_message(const Faults& faults, const std::string& list, const Language& language);

}  // namespace maillage
