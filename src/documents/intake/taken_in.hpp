// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

enum class DocumentFormat : std::uint8_t { unknown, text, markdown, html, pdf, word, open_document, mail };

/// What a document may cost before it is read.
struct IntakeLimits {
  std::uint64_t file_bytes = 64ULL << 20;
  std::uint64_t text_bytes = 8ULL << 20;  ///< of what is taken out of it
  std::uint32_t lines = 200'000;
  std::uint32_t pages = 500;
  std::uint32_t scanned_pages = 30;  ///< that tesseract is asked to read
  std::uint32_t seconds = 30;        ///< for each run of another program
};

/// Something about a file that its reader should know. Worded by whoever shows it (catalogue `intake.CODE`).
///
/// Codes that refuse, in brackets their value: not_found, no_permission, is_folder, failed; empty; binary; too_large
/// (most bytes); too_much_text (most bytes); too_many_lines (most); too_many_pages (most); unknown_format (doc, rtf,
/// zip, image); encrypted; damaged (part of an archive, where it is one); not_xml (line); too_dense (part);
/// nested_too_deep; no_text; other_language (its ISO 639 code); missing_program (package); too_long (program). Codes
/// that only tell: page_without_text (page; value: package that could read it, none where it was asked); page_scanned
/// (page: read by tesseract, letters may be wrong); attachment (name); part_left_out (kind); replaced_letters (how
/// many).
struct IntakeFault {
  std::string code;
  std::string value;
  std::uint32_t page = 0;  ///< 0: the whole document
  bool refuses = false;
  bool operator==(const IntakeFault&) const = default;
};

/// Thrown inside of intake where a document cannot be taken in; what comes out of it are faults.
struct Refused : std::runtime_error {
  explicit Refused(std::string code, std::string value = {});
  IntakeFault fault;
};

/// A document as it comes out of its file.
struct TakenIn {
  /// Lines are numbered as in the file for text, Markdown, HTML and mail; for PDF as in what pdftotext makes of it,
  /// with the page; for office files by paragraphs and rows of tables.
  SourceText text;
  DocumentFormat format = DocumentFormat::unknown;
  std::uint32_t pages = 1;
  std::string title;     ///< as the file's own particulars have it: mail's subject, HTML's and PDF's title
  std::string date;      ///< YYYY-MM-DD: when the mail was sent, the page published; empty: not said
  std::string language;  ///< ISO 639 code of what it seems to be written in; empty where there is too little text
  std::vector<IntakeFault> faults;

  bool is_refused() const;
};

}  // namespace maillage::documents
