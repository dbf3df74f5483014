// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/intake/line_collector.hpp"
#include "files/zip_archive.hpp"

namespace maillage::documents {

/// Puts together the paragraphs, items and tables of an office document; each paragraph and row has a number of its
/// own.
class OfficeBlocks {
 public:
  OfficeBlocks(SourceText& text, const IntakeLimits& limits) : lines_(text, limits) {}

  enum class Kind : std::uint8_t { paragraph, heading, item };
  void begin_paragraph();
  void text(std::string_view piece);
  void line_break();
  /// Ends the paragraph that began last.
  void end_paragraph(Kind kind);
  void begin_row();
  void end_cell();
  void end_row();
  /// A page begins; told twice without text between, it is one.
  void page_break();
  std::uint32_t page() const { return page_; }

 private:
  bool is_in_row() const { return rows_ > 0; }

  LineCollector lines_;
  std::string paragraph_;
  std::vector<std::string> broken_;  // lines of the paragraph that ended by a line break
  std::vector<std::string> cells_;
  std::string cell_;
  int rows_ = 0;  // rows within rows: tables in cells are part of the cell
  bool was_item_ = false, is_on_page_ = false;
  std::uint32_t number_ = 0, page_ = 1;
};

/// The title among a document's properties (Dublin Core, in XML); empty where there is none. NotXml.
std::string title_among(std::string_view properties);

/// What unpacking an office document may cost.
UnpackLimits unpack_limits(const IntakeLimits& limits);

}  // namespace maillage::documents
