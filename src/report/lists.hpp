// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "network/network_view.hpp"
#include "tables/table.hpp"

namespace maillage {

// The tables of `maillage list`, which the report writes as well. Cells hold codes, ids and EDTF dates for machines
// (several in a cell joined by `|`) and the words of the language for people. Rows stand in the order of the data set.

/// One row for each agreement of the selection: id, title, type, status, certainty, signed, valid_from, valid_to,
/// end_rule, parties, signatories, axes, themes, territories, amount_eur, unnamed_parties, lineage, sources.
/// Status is read at `as_of`; without a day it is `unknown` or `announced`. Certainty is that of the selection.
Table agreements_table(const DataSet& data, const Selection& selection, std::optional<Day> as_of,
                       const Language& language);

/// id, name, short_name, aliases, kind, city, territory, parent, ror, siren, finess, wikidata, agreements, partners.
/// Agreements and partners are those of the view (0 for an institution that is none of its nodes). `rows`: institutions
/// to list, in this order.
Table institutions_table(const NetworkView& view, const std::vector<Index>& rows, const Language& language);

/// id, name, aliases, positions, signed, present. `rows`: people to list.
Table people_table(const DataSet& data, const std::vector<Index>& rows, const Language& language);

/// id, institutions, context, date, amount_eur, note, sources. `rows`: mentions to list.
Table mentions_table(const DataSet& data, const std::vector<Index>& rows, const Language& language);

/// id, number (S1 …, as the report cites it), title, publisher, date, kind, url, file, language, retrieved, claims, note.
Table sources_table(const DataSet& data, const Language& language);

/// table, row, field, value, source, locator, basis, reason, accepted, note. `rows`: claims to list.
Table evidence_table(const DataSet& data, const std::vector<Index>& rows, const Language& language);

/// 0 … count-1, for a list of everything.
std::vector<Index> all_rows(std::size_t count);

/// The columns of a list (`agreements`, `institutions`, `people`, `mentions`, `sources`, `evidence`, `hubs`) that a
/// terminal shows where nothing else is asked for; the files for machines hold all.
std::vector<std::string> columns_for_reading(std::string_view list);

}  // namespace maillage
