// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "network/network_view.hpp"
#include "results/hub_reasons.hpp"
#include "results/rank_doubts.hpp"
#include "results/results.hpp"
#include "tables/table.hpp"

namespace maillage {

/// What the sentences about a ranking are made from. `reasons` stand in the order of ranking->hubs and may be fewer.
/// `partners` (degree) and `betweenness` are by vertex of the view and may be empty; so may `doubts` and `trust`.
struct HubMaterial {
  const NetworkView* view = nullptr;
  const HubRanking* ranking = nullptr;
  const std::vector<HubReasons>* reasons = nullptr;
  const Scores* partners = nullptr;
  const Scores* betweenness = nullptr;
  std::optional<Day> as_of;
  const RankDoubts* doubts = nullptr;
  const RankTrust* trust = nullptr;
  int resamples_asked = 0;  ///< 0: as many as were drawn
};

/// How many partnerships of a vertex are certainly, and how many possibly, in force on a day. Without a day none is
/// certain and all are possible. A partnership is in force where one of its agreements is.
struct InForceCount {
  std::size_t certain = 0, possible = 0;
};
InForceCount partnerships_in_force(const NetworkView& view, Vertex vertex, std::optional<Day> as_of);

/// Why an institution has its rank, sentence by sentence: its agreements by type, its partners, its themes, what it
/// holds together. Names and figures only from `reasons`.
std::vector<std::string> hub_reason_sentences(const NetworkView& view, const HubReasons& reasons,
                                              const Language& language);
/// The same as one text, with the sources at its end.
std::string why_of_hub(const NetworkView& view, const HubReasons& reasons, const Language& language);

/// What the ranking rests on and how far it can be trusted: measure, resampling, who may hold the first place, who leads
/// among the agreements certainly in force; then the trust_sentences.
std::vector<std::string> ranking_sentences(const HubMaterial& material, const Language& language);

/// rank, id, name, score, rank_interval, rank_low, rank_high, agreements (ids), certain, possible (partnerships in
/// force on the day), partners, betweenness, why. With doubts, behind rank_high: for dates, rule and sources X_interval (words),
/// X_low and X_high, empty where nothing was read otherwise, and decisive_source (its id). The notes are the ranking_sentences. `top`: rows at most (0: all).
Table hubs_table(const HubMaterial& material, const Language& language, std::size_t top = 0);

/// `3`, or `3 ex æquo` where another institution has the same rank.
std::string rank_in_words(const HubRanking& ranking, std::size_t place, const Language& language);
/// `1 à 12`, or one number.
std::string interval_in_words(const Hub& hub, const Language& language);

}  // namespace maillage
