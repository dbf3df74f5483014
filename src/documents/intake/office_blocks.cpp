// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/office_blocks.hpp"

#include <utility>

#include "files/xml_events.hpp"

namespace maillage::documents {

void OfficeBlocks::begin_paragraph() {
  paragraph_.clear();
  broken_.clear();
}

void OfficeBlocks::text(std::string_view piece) {
  paragraph_ += piece;
  is_on_page_ = true;
}

void OfficeBlocks::page_break() {
  page_ += is_on_page_ ? 1 : 0;
  is_on_page_ = false;
}

void OfficeBlocks::line_break() {
  broken_.push_back(std::exchange(paragraph_, {}));
}

void OfficeBlocks::end_paragraph(Kind kind) {
  auto parts = std::exchange(broken_, {});
  parts.push_back(std::exchange(paragraph_, {}));
  if (is_in_row()) {
    for (const auto& part : parts) {
      const auto single = with_single_blanks(part);
      if (!single.empty() && !cell_.empty()) cell_ += ", ";
      cell_ += single;
    }
    return;
  }
  ++number_;
  if (kind != Kind::item || !was_item_) lines_.blank();
  bool is_first = true;
  for (const auto& part : parts) {
    const auto single = with_single_blanks(part);
    if (single.empty()) continue;
    const std::string mark = kind == Kind::item && is_first ? "• " : "";
    lines_.add(mark + single, number_, kind == Kind::heading ? LineForm::heading : LineForm::begins, page_);
    is_first = false;
  }
  if (kind != Kind::item) lines_.blank();
  was_item_ = kind == Kind::item;
}

void OfficeBlocks::begin_row() {
  if (rows_++ > 0) return;
  cells_.clear();
  cell_.clear();
}

void OfficeBlocks::end_cell() {
  if (rows_ == 1) cells_.push_back(std::exchange(cell_, {}));
}

void OfficeBlocks::end_row() {
  if (rows_ == 0 || --rows_ > 0) return;
  lines_.add_row(std::exchange(cells_, {}), ++number_, page_);
  was_item_ = false;
}

std::string title_among(std::string_view properties) {
  std::string title;
  bool is_in_title = false;
  XmlEvents events;
  events.on_start = [&](std::string_view name, const XmlAttributes&) { is_in_title = name == "title"; };
  events.on_end = [&](std::string_view) { is_in_title = false; };
  events.on_text = [&](std::string_view text) {
    if (is_in_title) title += text;
  };
  read_xml(properties, events);
  return with_single_blanks(title);
}

UnpackLimits unpack_limits(const IntakeLimits& limits) {
  UnpackLimits unpack;
  unpack.part_bytes = limits.file_bytes;
  unpack.total_bytes = 2 * limits.file_bytes;
  return unpack;
}

}  // namespace maillage::documents
