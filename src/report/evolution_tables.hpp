// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language/language.hpp"
#include "model/data_set.hpp"
#include "results/evolution.hpp"
#include "tables/table.hpp"

namespace maillage {

// What `evolve` found, as tables. Columns for machines hold one figure each; for people `3–10` is 3 certain, 10 possible.

/// `3–10` (3 certain, 10 possible), one number where both are equal.
std::string bounds_text(const BoundedCount& count, const Language& language);
/// A period in words: `2024`, `mars 2024`, `T1 2024` where it is one of the calendar, else its days.
std::string period_text(std::int32_t from, std::int32_t to, const Language& language);
/// A number of days in the unit one thinks in: `45 jours`, `4,2 ans`; a dash for NaN.
std::string days_text(double days, const Language& language);
/// Two of them, the unit said once where it is the same: `3,0–4,2 ans`; `≥ 3,0 ans` where the second is NaN.
std::string days_range_text(double low, double high, const Language& language);
/// days_text() for a cell of a table: the figure is not parted from its unit.
std::string days_cell_text(double days, const Language& language);

/// Every figure of every period: one row each, for machines.
Table evolution_periods_table(const std::vector<EvolutionPeriod>& periods, const Language& language);
/// The columns of it that people read, with bounds in one cell, the last `most` periods.
Table evolution_periods_for_reading(const std::vector<EvolutionPeriod>& periods, std::size_t most, const Language& language);
/// One row for each institution and measure; the columns of it that people read (both readings in one cell).
std::vector<std::string> evolution_institution_columns_to_read();
Table evolution_institutions_table(const DataSet& data, const Evolution& evolution, const Language& language);
/// One row for each step of each measure of each institution.
Table evolution_series_table(const DataSet& data, const Evolution& evolution, const Language& language);
/// The curves of durations, one row for each end time.
Table evolution_survival_table(const Evolution& evolution, const Language& language);
/// One row for each event of a followed community; empty where none were followed.
Table evolution_communities_table(const DataSet& data, const FollowedCommunities& communities, const Language& language);

}  // namespace maillage
