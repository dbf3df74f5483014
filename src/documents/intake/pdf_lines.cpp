// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/pdf_lines.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

#include "documents/intake/scanned_page.hpp"
#include "documents/intake/text_lines.hpp"
#include "files/child_process.hpp"
#include "files/files.hpp"

namespace maillage::documents {
namespace {

/// Runs one of poppler's programs over the bytes, which it takes from its standard input: no path can be an option.
ChildResult run_poppler(std::string_view name, const std::vector<std::string>& arguments, std::string_view bytes,
                        const IntakeLimits& limits) {
  const auto program = find_program(name);
  if (!program) throw Refused("missing_program", "poppler-utils");
  ChildLimits costs;
  costs.time = std::chrono::seconds(limits.seconds);
  costs.output_bytes = limits.text_bytes;
  auto result = run_child(*program, arguments, bytes, costs);
  if (result.end == ChildResult::End::too_long) throw Refused("too_long", std::string(name));
  if (result.end == ChildResult::End::too_much_output)
    throw Refused("too_much_text", std::to_string(limits.text_bytes));
  if (result.errors.find("Incorrect password") != std::string::npos) throw Refused("encrypted");
  if (!result.went_well()) throw Refused("damaged");
  return result;
}

/// The value that stands behind `key:` in what pdfinfo prints.
std::string_view particular(std::string_view printed, std::string_view key) {
  for (std::size_t at = 0; at < printed.size();) {
    const auto end = std::min(printed.find('\n', at), printed.size());
    auto line = printed.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(key) || !line.substr(key.size()).starts_with(':')) continue;
    line.remove_prefix(key.size() + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return line;
  }
  return {};
}

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool has_words(std::string_view page) {
  constexpr std::ptrdiff_t kLeastLetters = 12;  // fewer: a page number on a picture
  return std::ranges::count_if(page, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }) >=
         kLeastLetters;
}

}  // namespace

void take_in_pdf(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken) {
  const auto printed = run_poppler("pdfinfo", {"-enc", "UTF-8", "-"}, bytes, limits).output;
  taken.pages = number_of(particular(printed, "Pages"));
  if (taken.pages > limits.pages) throw Refused("too_many_pages", std::to_string(limits.pages));
  if (const auto title = particular(printed, "Title"); is_valid_utf8(title)) taken.title = title;

  const auto output = run_poppler("pdftotext", {"-layout", "-enc", "UTF-8", "-", "-"}, bytes, limits).output;
  const auto all = is_valid_utf8(output) ? output : decode(output).text;
  std::string text;
  std::uint32_t page = 1, scanned = 0;
  bool has_text = false;
  for (std::size_t at = 0; at < all.size() && page <= taken.pages; ++page) {
    const auto end = std::min(all.find('\f', at), all.size());
    const auto here = std::string_view(all).substr(at, end - at);
    at = end + 1;
    if (has_words(here)) {
      text += here;
      has_text = true;
    } else if (auto read = ++scanned > limits.scanned_pages ? ScannedPage{} : read_scanned_page(bytes, page, limits);
               has_words(read.text)) {
      text += read.text;
      has_text = true;
      taken.faults.push_back({"page_scanned", "", page, false});
    } else {
      text += here;
      taken.faults.push_back({"page_without_text", read.missing_package, page, false});
    }
    text += '\f';
  }
  if (!has_text) {
    const auto missing =
        std::ranges::find_if(taken.faults, [](const IntakeFault& fault) { return !fault.value.empty(); });
    throw Refused("no_text", missing == taken.faults.end() ? "" : missing->value);
  }
  const auto pages = taken.pages;
  take_in_text(text, limits, taken);
  taken.pages = pages;
}

}  // namespace maillage::documents
