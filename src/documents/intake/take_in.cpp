// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/take_in.hpp"

#include <algorithm>
#include <new>

#include "documents/intake/charset.hpp"
#include "documents/intake/document_format.hpp"
#include "documents/intake/html_lines.hpp"
#include "documents/intake/language_of.hpp"
#include "documents/intake/mail_lines.hpp"
#include "documents/intake/markdown_lines.hpp"
#include "documents/intake/open_document_lines.hpp"
#include "documents/intake/pdf_lines.hpp"
#include "documents/intake/text_lines.hpp"
#include "documents/intake/word_lines.hpp"
#include "files/files.hpp"
#include "files/xml_events.hpp"
#include "files/zip_archive.hpp"

namespace maillage::documents {

Refused::Refused(std::string code, std::string value)
    : std::runtime_error(code), fault{std::move(code), std::move(value), 0, true} {}

bool TakenIn::is_refused() const {
  return std::ranges::any_of(faults, &IntakeFault::refuses);
}

namespace {

void take_in_format(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken) {
  switch (taken.format) {
    case DocumentFormat::unknown:
    case DocumentFormat::text:
      return take_in_text(utf8_of(bytes), limits, taken);
    case DocumentFormat::markdown:
      return take_in_markdown(utf8_of(bytes), limits, taken);
    case DocumentFormat::html:
      return take_in_html(bytes, {}, limits, taken);
    case DocumentFormat::pdf:
      return take_in_pdf(bytes, limits, taken);
    case DocumentFormat::word:
      return take_in_word(bytes, limits, taken);
    case DocumentFormat::open_document:
      return take_in_open_document(bytes, limits, taken);
    case DocumentFormat::mail:
      return take_in_mail(bytes, limits, taken);
  }
}

/// Letters that no charset explains, and text in a language that is not read.
void look_at_text(TakenIn& taken) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t replaced = 0;
  bool has_text = false;
  for (const auto& line : taken.text.lines) {
    has_text = has_text || !line.text.empty();
    for (auto at = line.text.find(kReplacement); at != std::string::npos; at = line.text.find(kReplacement, at + 1))
      ++replaced;
  }
  if (!has_text) throw Refused("empty");
  if (replaced > 0) taken.faults.push_back({"replaced_letters", std::to_string(replaced), 0, false});
  taken.language = language_of(taken.text.lines);
  if (!taken.language.empty() && taken.language != "fr")
    taken.faults.push_back({"other_language", taken.language, 0, true});
}

void take_in_checked(std::string_view bytes, std::string_view name, const IntakeLimits& limits, TakenIn& taken) {
  if (bytes.size() > limits.file_bytes) throw Refused("too_large", std::to_string(limits.file_bytes));
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos) throw Refused("empty");
  taken.format = format_of(bytes, name);
  take_in_format(bytes, limits, taken);
  look_at_text(taken);
}

}  // namespace

TakenIn take_in_bytes(std::string_view bytes, std::string_view name, const IntakeLimits& limits) {
  TakenIn taken;
  taken.text.file = std::string(name);
  const auto refuse = [&](IntakeFault fault) {
    taken.text.lines.clear();
    taken.faults.push_back(std::move(fault));
  };
  try {
    take_in_checked(bytes, name, limits, taken);
  } catch (const Refused& refused) {
    refuse(refused.fault);
  } catch (const CannotUnpack& fault) {
    refuse({fault.reason == "missing_part" ? "damaged" : fault.reason, fault.part, 0, true});
  } catch (const NotXml& fault) {
    refuse({"not_xml", std::to_string(fault.line), 0, true});
  } catch (const std::bad_alloc&) {
    refuse({"too_large", std::to_string(limits.file_bytes), 0, true});
  }
  return taken;
}

TakenIn take_in(const std::filesystem::path& file, const IntakeLimits& limits) {
  const auto name = file.filename().string();
  try {
    return take_in_bytes(read_file(file, limits.file_bytes), name, limits);
  } catch (const CannotRead& fault) {
    TakenIn taken;
    taken.text.file = name;
    taken.faults.push_back(
        {fault.reason, fault.reason == "too_large" ? std::to_string(limits.file_bytes) : "", 0, true});
    return taken;
  }
}

}  // namespace maillage::documents
