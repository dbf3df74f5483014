// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::documents {

/// A field of a mail's header, unfolded.
struct MailField {
  std::string name;  ///< in lower case
  std::string value;
  std::uint32_t line = 0;
};

/// A mail, or a part of one: its header and the lines of its body.
struct MimePart {
  std::vector<MailField> fields;
  std::vector<std::string_view> body;  ///< without line ends
  std::uint32_t first_line = 1;        ///< of the body, in the file

  /// A field's value, empty where there is none.
  std::string_view field(std::string_view name) const;
  /// The value before the first semicolon, in lower case: « text/plain » of Content-Type.
  std::string kind() const;
  /// A parameter of a field (« charset » of Content-Type), without quotes; RFC 2231's form as well.
  std::string parameter(std::string_view field, std::string_view name) const;
};

/// The lines of a file, and what they hold as a mail: the header up to the first blank line, the body behind it.
MimePart mime_part_of(const std::vector<std::string_view>& lines, std::uint32_t first_line);

/// The parts of a multipart body, at most `most`. O(length).
std::vector<MimePart> parts_of(const MimePart& part, std::size_t most);

/// A body without its transfer encoding, and by line of it the line of the file that it begins on.
struct DecodedBody {
  std::string bytes;
  std::vector<std::uint32_t> lines;
};
DecodedBody decoded_body(const MimePart& part);

/// Bytes of base64 and of quoted-printable text; what is neither is passed over. O(length).
std::string from_base64(std::string_view text);
std::string from_quoted_printable(std::string_view text);

/// A header's text with its encoded words (RFC 2047: =?charset?B?…?=) as UTF-8. O(length).
std::string header_text(std::string_view value);

}  // namespace maillage::documents
