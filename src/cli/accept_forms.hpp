// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "documents/drafts/review.hpp"

namespace maillage {

/// A review form and where it stands.
struct AcceptForm {
  std::filesystem::path path;
  documents::Review review;
};

/// The review forms that words name: files, and folders with all the forms in them. The JSON that `read` writes beside a
/// form leads to the form; a document that was read, to a message that names it. Failure(usage) where a word names none,
/// Failure(findings) with every fault of every form where one cannot be understood; CannotRead.
std::vector<AcceptForm> read_forms(const Session& session, const std::vector<std::string>& words);

/// « accord 1, signé le »: what a row of a form speaks of, in the words of the form.
std::string words_of_row(const documents::ReviewRow& row, const documents::Review& review);
/// The same with file and line before it.
std::string place_of_row(const documents::ReviewRow& row, const AcceptForm& form, const Language& language);

}  // namespace maillage
