// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes a document out of its file: by its content, then by its name, text, Markdown, HTML, PDF, .docx, .odt or a
/// mail. Never throws for what a file may hold: what is wrong with it stands in the faults, with empty text where it is
/// refused for more than its language. Nothing is written and nothing fetched; PDFs go through other programs, see
/// take_in_pdf().
TakenIn take_in(const std::filesystem::path& file, const IntakeLimits& limits = {});

/// The same for bytes in memory (standard input); `name`: what evidence calls it, which may be without an ending.
TakenIn take_in_bytes(std::string_view bytes, std::string_view name, const IntakeLimits& limits = {});

}  // namespace maillage::documents
