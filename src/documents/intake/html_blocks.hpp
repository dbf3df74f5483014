// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/intake/html_furniture.hpp"
#include "documents/intake/line_collector.hpp"

namespace maillage::documents {

/// Puts the text of a web page's elements together to lines: blocks apart from each other, items with a bullet or their
/// number, rows of tables as one line each (cells that hold blocks of their own: a table for layout, as blocks).
class HtmlBlocks {
 public:
  HtmlBlocks(SourceText& text, const IntakeLimits& limits) : lines_(text, limits) {}
  void start(std::string_view name, HtmlRole role, std::uint32_t line);
  void end(std::string_view name, HtmlRole role);
  /// Text that begins on this line of the file.
  void text(std::string_view piece, std::uint32_t line);
  void finish() { give(); }

 private:
  struct Row {
    std::vector<std::string> cells;
    std::uint32_t line = 0;
    bool is_in_cell = false, is_for_layout = false, has_break = false;
  };
  struct List {
    bool is_numbered = false;
    std::uint32_t count = 0;
  };

  void end_line();  // of what is being put together, unless it is in a cell
  void give();      // writes it
  void blank();
  bool is_in_cell() const { return !rows_.empty() && rows_.back().is_in_cell && !rows_.back().is_for_layout; }
  void make_layout(Row& row);
  void begin_cell();
  void end_cell();
  void end_row();

  LineCollector lines_;
  std::vector<std::pair<std::string, std::uint32_t>> pieces_;  // of the block so far, one for each line of the file
  std::string mark_;                                           // of the item it is
  bool is_heading_ = false;
  int preformatted_ = 0;
  std::vector<Row> rows_;
  std::vector<List> lists_;
};

}  // namespace maillage::documents
