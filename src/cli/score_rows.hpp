// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/answer.hpp"
#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

/// What has scores, one by one: for JSON, and as the cells of a table.
struct ScoreRows {
  std::vector<Json> json;
  std::vector<std::vector<Cell>> cells;
  void add(Json row, std::vector<Cell> texts, const std::vector<Scores>& scores, std::size_t at, const Language& language);
};

/// Every node: id, name, kind.
ScoreRows rows_of_nodes(const NetworkView& view, const std::vector<Scores>& scores, const Language& language);
/// Every tie, or every arc of a directed network, in the order of measure_ties(): source, target.
ScoreRows rows_of_ties(const NetworkView& view, const std::vector<Scores>& scores, const Language& language);
/// Every agreement (renewal thread, named by its last one): id, title, number of parties; in JSON all agreements of the
/// thread. By id, mentions (without id) first.
ScoreRows rows_of_agreements(const NetworkView& view, const std::vector<Scores>& scores, const Language& language);

/// Columns of texts, then of scores.
void add_score_columns(Table& table, const std::vector<const char*>& texts, const std::vector<Scores>& scores,
                       const Language& language);

/// Whole numbers as such, others with four decimals; the files for machines have twelve digits.
std::string shown_number(double value, const Language& language);

}  // namespace maillage
