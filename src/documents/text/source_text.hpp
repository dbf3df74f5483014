// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace maillage::documents {

/// What the format of a file says about a line; a text file says nothing.
enum class LineForm : std::uint8_t {
  plain,    ///< not said
  heading,  ///< of a document or a section
  begins,   ///< begins something: a paragraph, an item, a row of a table
  goes_on   ///< goes on with the line before
};

/// A line of a document as its file has it, or as it was taken out of one: UTF-8, NFC, without its line end.
struct SourceLine {
  std::string text;
  std::uint32_t number = 0;  ///< of the line in the file, from 1
  std::uint32_t page = 1;
  LineForm form = LineForm::plain;
};

/// The text of a document before anything in it is mended.
struct SourceText {
  std::string file;  ///< name without folders, as evidence cites it
  std::vector<SourceLine> lines;
};

}  // namespace maillage::documents
