// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/codes.hpp"
#include "tables/workbook.hpp"

namespace maillage {

// What the cells of an office's own list mean, in the forms of the data package. French and English; what cannot be read
// with certainty is not guessed.

/// A value as the data package writes it; nothing where the text cannot be read. `is_doubtful`: a reader would ask
/// (`12/05/21`: which century is taken for granted; a bare serial number in a column of dates).
struct OfficeValue {
  std::optional<std::string> text;
  bool is_doubtful = false;
};

/// Does the text say that nothing is known: « non renseigné », « n/a », « sans objet », `-`, `?`?
bool says_nothing(std::string_view text);
/// EDTF of a day, month or year: 08/07/2024, 8.7.2024, 8/7/24, 2024-07-08T00:00, 8 juillet 2024, 1er mars 2023,
/// lundi 8 juil. 2024, juil-24, juillet 2024, 07/2024, 2024, 12 May 2021, a serial number of a spreadsheet; `..` for
/// « sans terme », « indéterminée ». Day first. Two-digit years: 00 to 69 are of this century.
OfficeValue office_date(const SheetCell& cell);
/// ISO 8601 duration: P5Y, « 5 ans », « cinq ans », « 18 mois », « 3 years », « 1 an et 6 mois »; a bare number in the
/// unit that the column's header names (`Y`, `M`, `D`; 0: none is).
OfficeValue office_duration(std::string_view text, char unit_of_header);
/// Decimal number of euros: 12 500,50 €, 1.5 M€, 12 k€, 1,234,567.89.
OfficeValue office_amount(std::string_view text);
/// A whole number from 0.
OfficeValue office_count(std::string_view text);
/// none, tacit or express: « tacite reconduction », « expresse », « non »; « oui » alone says not which: doubtful, none
/// is taken.
OfficeValue office_renewal(std::string_view text);
/// Code of an agreement's type from its label, in words that contain it: « Convention-cadre de partenariat ».
OfficeValue office_type(std::string_view text);
/// Code of an institution's kind from what it is called: « Commune de Lens », « CHU de Lille », « Université d’Artois ».
/// Nothing where the name does not say.
std::optional<InstitutionKind> kind_in_name(std::string_view name);
/// Code of a party's role: « chef de file », « financeur », « bénéficiaire », …
OfficeValue office_role(std::string_view text);

}  // namespace maillage
