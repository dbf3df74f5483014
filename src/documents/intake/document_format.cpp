// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/document_format.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "documents/intake/charset.hpp"
#include "files/zip_archive.hpp"

namespace maillage::documents {
namespace {

using Ending = std::pair<std::string_view, DocumentFormat>;
constexpr auto kEndings = std::to_array<Ending>({{".txt", DocumentFormat::text},
                                                 {".text", DocumentFormat::text},
                                                 {".md", DocumentFormat::markdown},
                                                 {".markdown", DocumentFormat::markdown},
                                                 {".html", DocumentFormat::html},
                                                 {".htm", DocumentFormat::html},
                                                 {".xhtml", DocumentFormat::html},
                                                 {".pdf", DocumentFormat::pdf},
                                                 {".docx", DocumentFormat::word},
                                                 {".odt", DocumentFormat::open_document},
                                                 {".eml", DocumentFormat::mail}});

/// Beginnings of files that are not read, and what they are.
using Beginning = std::pair<std::string_view, std::string_view>;
constexpr auto kOthers = std::to_array<Beginning>({{"{\\rtf", "rtf"},
                                                   {"\x89PNG", "image"},
                                                   {"\xFF\xD8\xFF", "image"},
                                                   {"GIF8", "image"},
                                                   {"II*\0", "image"},
                                                   {"MM\0*", "image"},
                                                   {"%!PS", "ps"},
                                                   {"Rar!", "rar"},
                                                   {"7z\xBC\xAF", "7z"},
                                                   {"\x1F\x8B", "gz"}});

DocumentFormat format_of_archive(std::string_view bytes) {
  try {
    const ZipArchive archive(bytes);
    if (archive.has("word/document.xml")) return DocumentFormat::word;
    if (archive.has("content.xml")) return DocumentFormat::open_document;
  } catch (const CannotUnpack& fault) {
    throw Refused(fault.reason, fault.part);
  }
  throw Refused("unknown_format", "zip");
}

/// Old Word files, and new ones behind a password, are compound files.
[[noreturn]] void refuse_compound_file(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos)
    throw Refused("encrypted");
  throw Refused("unknown_format", "doc");
}

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  const auto begin = in_lower_case(bytes.substr(0, 64));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html") || begin.starts_with("<head") ||
         begin.starts_with("<body") ||
         (begin.starts_with("<?xml") && in_lower_case(bytes.substr(0, 1024)).find("<html") != std::string::npos);
}

/// Header fields up to the first blank line, From or Received and Date or Subject among them.
bool looks_like_mail(std::string_view bytes) {
  bool has_sender = false, has_matter = false;
  for (int line = 0; line < 100 && !bytes.empty(); ++line) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    auto field = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (field.ends_with('\r')) field.remove_suffix(1);
    if (field.empty()) break;
    if (field.front() == ' ' || field.front() == '\t') continue;
    const auto colon = field.find(':');
    if (colon == std::string_view::npos || colon == 0 || field.substr(0, colon).find(' ') != std::string_view::npos)
      return false;
    const auto name = in_lower_case(field.substr(0, colon));
    has_sender = has_sender || name == "from" || name == "received" || name == "return-path";
    has_matter = has_matter || name == "date" || name == "subject" || name == "mime-version";
  }
  return has_sender && has_matter;
}

bool is_binary(std::string_view bytes) {
  const bool is_utf16 =
      bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || unmarked_utf16(bytes) != Utf16::no;
  if (is_utf16) return false;
  const auto piece = bytes.substr(0, 1U << 16);
  const auto controls = std::ranges::count_if(
      piece, [](char c) { return c >= 0 && c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
  return bytes.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 20 > piece.size();
}

}  // namespace

DocumentFormat format_of_name(std::string_view file_name) {
  const auto lower = in_lower_case(file_name);
  const auto found =
      std::ranges::find_if(kEndings, [&](const Ending& ending) { return lower.ends_with(ending.first); });
  return found == kEndings.end() ? DocumentFormat::unknown : found->second;
}

DocumentFormat format_of(std::string_view bytes, std::string_view file_name) {
  using namespace std::string_view_literals;
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return DocumentFormat::pdf;
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return format_of_archive(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) refuse_compound_file(bytes);
  for (const auto& [beginning, kind] : kOthers) {
    if (bytes.starts_with(beginning)) throw Refused("unknown_format", std::string(kind));
  }
  const auto by_name = format_of_name(file_name);
  // A file that says it is an archive or a PDF and begins like none is no text either.
  if (by_name == DocumentFormat::pdf || by_name == DocumentFormat::word || by_name == DocumentFormat::open_document)
    throw Refused("damaged");
  if (is_binary(bytes)) throw Refused("binary");
  if (by_name == DocumentFormat::mail || looks_like_mail(bytes)) return DocumentFormat::mail;
  if (by_name == DocumentFormat::html || looks_like_html(bytes)) return DocumentFormat::html;
  return by_name == DocumentFormat::unknown ? DocumentFormat::text : by_name;
}

}  // namespace maillage::documents
