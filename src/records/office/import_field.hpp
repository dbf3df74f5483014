// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace maillage {

/// What a column of an office's list can say.
enum class ImportField : std::uint8_t {
  ignore,
  agreement_id, title, type, reference, signed_on, valid_from, valid_to, duration, renewal, max_renewals, renewal_duration, notice,
  terminated, expected, period, status, place, responsible_unit, axes, themes, amount_eur, unnamed_parties, agreement_note,
  party, party_id, party_short_name, party_kind, party_role, party_city, party_country, party_siren, party_ror, party_joined, party_left, party_amount_eur,
  party_signatory, party_capacity,
  signatory, capacity, signatory_of,
  source, source_url
};

/// What a field holds, for what reads and what checks it.
enum class ImportType : std::uint8_t { none, text, list, date, duration, notice, period, status, amount, count, renewal, type, role, kind, identifier };

/// Whose it is: columns of a party that stand side by side belong together.
enum class ImportPart : std::uint8_t { none, agreement, party, signatory, source };

struct ImportFieldInfo {
  ImportField field;
  std::string_view name;    ///< in mapping files: `signed`, `party.siren`
  ImportPart part;
  ImportType type;
  std::string_view column;  ///< of the data package's table that it fills
  std::span<const std::string_view> headers;  ///< folded headers that mean it, French and English
};

/// Every field, in the order of the enum.
std::span<const ImportFieldInfo> import_fields();
const ImportFieldInfo& info_of(ImportField field);
/// The field of that name; nothing where there is none.
std::optional<ImportField> import_field_named(std::string_view name);

/// How well a header says a field: 1 where it is one of its headers, less where it begins with or holds one as whole
/// words, 0 where it does not. Of a header in parts (`Project.Partner.Name`) the last part counts most.
double header_score(const ImportFieldInfo& info, std::string_view header);

}  // namespace maillage
