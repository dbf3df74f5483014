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

/// Does the text say that nothing is known: « non renseigné », « n/a », « sans objet », « à définir », `-`, `?`?
bool says_nothing(std::string_view text);
/// Does it say so by letters alone that may be a name or its initials as well: NA, NC, NR, SO?
bool says_nothing_briefly(std::string_view text);
/// EDTF of a day, month or year: 08/07/2024, 8.7.2024, 8/7/24, 2024-07-08T00:00, 8 juillet 2024, 1er mars 2023,
/// lundi 8 juil. 2024, juil-24, juillet 2024, 07/2024, 2024, 12 May 2021, a serial number of a spreadsheet; `..` for
/// « sans terme », « indéterminée ». Day first. Two-digit years: 00 to 69 are of this century. What is said roughly is
/// taken as roughly, and doubtful: « fin 2025 » is 2025-12~, « T3 2024 » 2024-07/2024-09, « vers mars 2024 » 2024-03~.
OfficeValue office_date(const SheetCell& cell);

/// Two dates in one cell, EDTF, the first not after the second.
struct OfficePeriod {
  std::string from, to;
};
/// « 2023-2028 », « du 01/01/2023 au 31/12/2025 », « sept-23 – août-26 »; an academic year as `2023-24`.
std::optional<OfficePeriod> office_period(std::string_view text);

/// ISO 8601 duration: P5Y, « 5 ans », « cinq ans », « 18 mois », « 3 years », « 1 an et 6 mois »; a bare number in the
/// unit that the column's header names (`Y`, `M`, `D`; 0: none is). Nothing where the cell says anything else as well.
OfficeValue office_duration(std::string_view text, char unit_of_header);
/// The one duration in what is said of a notice: « 3 mois », « 6 mois avant l’échéance », « LRAR, 60 jours »; P0D for
/// « sans préavis ». Words that are not usual there make it doubtful; two durations are none.
OfficeValue office_notice(std::string_view text, char unit_of_header);

/// What one cell says of how long an agreement lasts and how it goes on: « 1 an renouvelable 2 fois par tacite
/// reconduction », « tacite, par périodes d’un an, préavis 3 mois ».
struct OfficeTerm {
  std::string duration;                ///< of the first term; ISO 8601, empty where it is not said
  std::optional<Renewal> renewal;
  std::optional<unsigned> max_renewals;
  std::string renewal_period, notice;  ///< ISO 8601
  bool has_total = false;              ///< a limit of all terms together stands there, which is not taken
  bool is_read_whole = true;
};
OfficeTerm office_term(std::string_view text, char unit_of_header);

/// Decimal number of euros: 12 500,50 €, 1.5 M€, 12 k€, 1,234,567.89, 40.000,00 €; « gratuit » is 0. `7.500` as text is
/// thousands, and doubtful.
OfficeValue office_amount(const SheetCell& cell);
/// A whole number from 0.
OfficeValue office_count(std::string_view text);
/// none, tacit or express: « tacite reconduction », « expresse », « non reconductible »; « oui » or « renouvelable une
/// fois » say not which: doubtful, none is taken.
OfficeValue office_renewal(std::string_view text);
/// Code of an agreement's type from its label, in words that contain it: « Convention-cadre de partenariat ».
OfficeValue office_type(std::string_view text);
/// What an office says of where an agreement stands: « signée », « en cours de signature », « échue », « résiliée le … ».
struct OfficeState {
  bool is_read = false;
  Stage stage = Stage::not_said;
  bool is_terminated = false, is_over = false;  ///< ended before its time; ended in time
  std::optional<std::string> terminated;        ///< EDTF, where the day stands there
};
OfficeState office_state(std::string_view text);
/// Code of an institution's kind from what it is called: « Commune de Lens », « CHU de Lille », « Université d’Artois ».
/// Nothing where the name does not say.
std::optional<InstitutionKind> kind_in_name(std::string_view name);
/// Does a text look like the whole name of an institution: by a word that such names begin with (« Conseil départemental »,
/// « Lycée », « CPAM »), by initials?
bool looks_like_institution(std::string_view name);
/// Code of a party's role: « chef de file », « financeur », « bénéficiaire », …
OfficeValue office_role(std::string_view text);

}  // namespace maillage
