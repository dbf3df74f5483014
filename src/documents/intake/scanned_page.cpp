// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/scanned_page.hpp"

#include "files/child_process.hpp"
#include "files/files.hpp"

namespace maillage::documents {

ScannedPage read_scanned_page(std::string_view pdf, std::uint32_t page, const IntakeLimits& limits) {
  const auto draw = find_program("pdftoppm"), read = find_program("tesseract");
  if (!draw) return {{}, "poppler-utils"};
  if (!read) return {{}, "tesseract-ocr-fra"};
  ChildLimits costs;
  costs.time = std::chrono::seconds(limits.seconds);
  const auto number = std::to_string(page);
  // A page as large as a poster is drawn no larger: 3,500 dots on its long side are 300 to the inch of A4.
  const auto picture = run_child(*draw, {"-gray", "-scale-to", "3500", "-f", number, "-l", number, "-"}, pdf, costs);
  if (!picture.went_well() || picture.output.empty()) return {};
  const auto text = run_child(*read, {"stdin", "stdout", "-l", "fra"}, picture.output, costs);
  if (text.end == ChildResult::End::exited && text.code != 0 && text.errors.find("fra") != std::string::npos)
    return {{}, "tesseract-ocr-fra"};
  if (!text.went_well()) return {};
  auto utf8 = decode(text.output).text;
  std::erase(utf8, '\f');
  return {std::move(utf8), {}};
}

}  // namespace maillage::documents
