// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "cli/register_writer.hpp"

namespace maillage {

/// The journal of a package; an empty one where it has none. CannotRead.
Journal journal_of(const std::filesystem::path& folder);

/// Takes a change of a package back: the same bytes as before it, where nobody has edited the files since; what was changed
/// since stays where it can. Failure(findings) where lines it wrote are no longer there as they were.
ExitCode take_back_change(Session& session, RegisterWriter& writer, const JournalEntry& entry, const OutputOptions& output,
                          const std::string& because);

}  // namespace maillage
