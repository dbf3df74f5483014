// SPDX-License-Identifier: Apache-2.0
#include "report/hub_sentences.hpp"

#include <algorithm>
#include <cmath>

#include "language/sentence_words.hpp"
#include "model/validity.hpp"
#include "report/cells.hpp"
#include "report/citations.hpp"
#include "report/rank_trust_sentences.hpp"

namespace maillage {
namespace {

constexpr std::size_t kNamesInSentence = 8;  // of four hundred partners no sentence is made

// One name alone stands in the sentence with its article, several are listed without.
std::vector<std::string> named_in_sentence(std::vector<std::string> names, const Language& language) {
  if (names.size() == 1) names.front() = with_article(language, names.front());
  return names;
}

std::string counted(const std::string& label, std::uint32_t count, const Language& language) {
  return language.say("report.counted", {{"label", label}, {"count", language.number(std::int64_t{count})}});
}

std::vector<std::string> labels_of(const NetworkView& view, const std::vector<std::uint32_t>& vertices) {
  std::vector<std::string> names;
  for (const auto v : vertices) names.emplace_back(view.label(v));
  return names;
}

std::string separated_sentence(const NetworkView& view, const HubReasons& reasons, const Language& language) {
  std::vector<std::uint32_t> loose;
  for (const auto& group : reasons.separated) loose.insert(loose.end(), group.begin(), group.end());
  return language.say_count(key_for_nodes(view, "report.hub.separated"), static_cast<std::int64_t>(loose.size()),
                            {{"institutions", some_of(named_in_sentence(labels_of(view, loose), language), language, kNamesInSentence)}});
}

// Where there is one agreement alone, its themes are no reason for a rank.
std::vector<std::string> themes_of(const NetworkView& view, const HubReasons& reasons, const Language& language) {
  constexpr std::size_t kThemes = 3;
  std::vector<std::string> themes;
  for (const auto& [theme, count] : reasons.themes) {
    if (reasons.agreements.size() < 2 || themes.size() == kThemes) break;
    themes.push_back(counted(theme_label(*view.data, theme, language), count, language));
  }
  return themes;
}

std::vector<Index> source_rows(const NetworkView& view, const HubReasons& reasons) {
  std::vector<Index> rows;
  for (const auto row : reasons.sources) {
    if (row < view.data->sources.size()) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> leaders_among_certain(const HubMaterial& m, std::size_t& most) {
  std::vector<std::string> leaders;
  most = 0;
  for (const auto& hub : m.ranking->hubs) {
    const auto count = partnerships_in_force(*m.view, hub.vertex, m.as_of).certain;
    if (count > most) leaders.clear();
    if (count >= most && count > 0) leaders.emplace_back(m.view->label(hub.vertex));
    most = std::max(most, count);
  }
  return leaders;
}

double value_at(const Scores* scores, std::uint32_t vertex) {
  if (scores == nullptr || vertex >= scores->values.size()) return std::nan("");
  return scores->values[vertex];
}

Cell score_cell(double score, int decimals, const Language& language) {
  const bool is_whole = std::fabs(score - std::round(score)) < 1e-9;
  return number_cell(score, is_whole ? 0 : decimals, language);
}

std::vector<Cell> hub_row(const HubMaterial& m, std::size_t place, const Language& language) {
  const auto& hub = m.ranking->hubs[place];
  const auto& view = *m.view;
  const auto in_force = partnerships_in_force(view, hub.vertex, m.as_of);
  std::vector<std::string> ids, titles;
  if (view.nodes[hub.vertex].kind != NodeKind::agreement) {
    for (const auto a : view.agreements_of_node(hub.vertex)) {
      ids.emplace_back(view.data->agreements.id[a]);
      titles.emplace_back(view.data->title_of_agreement(a));
    }
  }
  auto agreements = list_cell(ids, titles, language);
  agreements.shown = language.number(static_cast<std::int64_t>(ids.size()));
  const bool has_interval = m.ranking->resamples > 0;
  const bool has_reasons = m.reasons != nullptr && place < m.reasons->size();
  return {Cell(std::int64_t{hub.rank}, rank_in_words(*m.ranking, place, language)),
          Cell(std::string(view.id(hub.vertex))),
          Cell(std::string(view.label(hub.vertex))),
          score_cell(hub.score, 2, language),
          has_interval ? Cell(std::to_string(hub.rank_low) + ".." + std::to_string(hub.rank_high),
                              interval_in_words(hub, language))
                       : Cell(),
          has_interval ? Cell(std::int64_t{hub.rank_low}) : Cell(),
          has_interval ? Cell(std::int64_t{hub.rank_high}) : Cell(),
          agreements,
          count_cell(in_force.certain, language),
          count_cell(in_force.possible, language),
          number_cell(value_at(m.partners, hub.vertex), 0, language),
          score_cell(value_at(m.betweenness, hub.vertex), 1, language),
          has_reasons ? Cell(why_of_hub(view, (*m.reasons)[place], language)) : Cell()};
}

// The columns of each kind of doubt: how people read the bounds, the lowest rank, the highest.
constexpr const char* kDoubtColumns[] = {"dates_interval", "dates_low",        "dates_high",  "rule_interval", "rule_low",
                                         "rule_high",      "sources_interval", "sources_low", "sources_high",  "decisive_source"};

constexpr std::size_t kPlaceOfDoubts = 7;  // behind the interval of resampling

std::vector<Cell> doubt_cells(const HubMaterial& m, std::uint32_t v, const Language& language) {
  std::vector<Cell> cells;
  const auto is_there = [&](const RankBounds& bounds) { return v < bounds.low.size(); };
  for (const auto* bounds : {&m.doubts->dates, &m.doubts->rule, &m.doubts->sources}) {
    if (!is_there(*bounds)) {
      cells.resize(cells.size() + 3);
      continue;
    }
    cells.emplace_back(std::to_string(bounds->low[v]) + ".." + std::to_string(bounds->high[v]),
                       bounds_in_words(*bounds, v, language));
    cells.emplace_back(std::int64_t{bounds->low[v]});
    cells.emplace_back(std::int64_t{bounds->high[v]});
  }
  const auto source = is_there(m.doubts->sources) ? m.doubts->decisive_source[v] : RankDoubts::kNoSource;
  cells.push_back(source == RankDoubts::kNoSource
                      ? Cell()
                      : Cell(std::string(m.view->data->sources[source].id), source_number(source, language)));
  return cells;
}

void add_doubts(const HubMaterial& m, Table& table, const Language& language) {
  std::vector<TableColumn> columns;
  for (const auto* key : kDoubtColumns) columns.push_back(column(key, language));
  table.columns.insert(table.columns.begin() + kPlaceOfDoubts, columns.begin(), columns.end());
  for (std::size_t place = 0; place < table.rows.size(); ++place) {
    const auto cells = doubt_cells(m, m.ranking->hubs[place].vertex, language);
    table.rows[place].insert(table.rows[place].begin() + kPlaceOfDoubts, cells.begin(), cells.end());
  }
}

std::string basis_sentence(const HubMaterial& m, const Language& language) {
  const auto& ranking = *m.ranking;
  Arguments arguments{{"measure", language.label("measure", ranking.measure)},
                      {"weight", language.label("weight", code_name(m.view->options.weight))}};
  const auto count = static_cast<std::int64_t>(ranking.partnerships);
  if (ranking.resamples == 0) {
    auto sentence = language.say_count("hubs.unsampled", count, arguments);
    if (m.resamples_asked > 0 && ranking.partnerships > 0) sentence += " " + language.say("hubs.too_dear");
    return sentence;
  }
  arguments.push_back({"resamples", language.number(std::int64_t{ranking.resamples})});
  arguments.push_back({"seed", std::to_string(ranking.seed)});
  auto sentence = language.say_count("report.hubs.basis", count, arguments);
  if (ranking.sampled_sources > 0) {
    return sentence + " " + language.say_count("hubs.estimated", static_cast<std::int64_t>(ranking.sampled_sources),
                                               {{"resamples", language.number(std::int64_t{ranking.resamples})}});
  }
  if (m.resamples_asked > ranking.resamples) {
    sentence += " " + language.say_count("hubs.fewer", ranking.resamples,
                                         {{"asked", language.number(std::int64_t{m.resamples_asked})}});
  }
  return sentence;
}

}  // namespace

InForceCount partnerships_in_force(const NetworkView& view, Vertex vertex, std::optional<Day> as_of) {
  InForceCount count;
  const auto& data = *view.data;
  for (const auto p : view.partnerships_of_node(vertex)) {
    auto best = as_of ? Certainty::no : Certainty::possible;
    for (const auto a : view.agreements_of_partnership(p)) {
      if (as_of) best = std::max(best, in_force_during(data, a, *as_of, *as_of));
    }
    if (best == Certainty::certain) ++count.certain;
    if (best != Certainty::no) ++count.possible;
  }
  return count;
}

std::vector<std::string> hub_reason_sentences(const NetworkView& view, const HubReasons& reasons,
                                              const Language& language) {
  std::vector<std::string> types, partners, sentences;
  for (const auto& [type, count] : reasons.types) {
    const auto code = code_name(static_cast<AgreementType>(type));
    if (static_cast<AgreementType>(type) == AgreementType::other) {
      const auto key = reasons.types.size() == 1 ? "report.hub.agreements" : "report.hub.other_agreements";
      types.push_back(language.say_count(key, std::int64_t{count}));
      continue;
    }
    types.push_back(language.say("report.count_and_label",
                                 {{"count", language.number(std::int64_t{count})},
                                  {"label", language.label(count > 1 ? "type_plural" : "type", code)}}));
  }
  for (const auto& partner : reasons.partners) partners.emplace_back(view.label(partner.vertex));
  auto what = language.list(types);
  if (types.empty()) {
    what = language.say_count("report.hub.agreements", static_cast<std::int64_t>(reasons.agreements.size()));
  }
  sentences.push_back(partners.empty()
                          ? language.say("report.hub.no_partner", {{"agreements", what}})
                          : language.say_count("report.hub.partners", static_cast<std::int64_t>(partners.size()),
                                               {{"agreements", what},
                                                {"partners", some_of(named_in_sentence(partners, language), language, kNamesInSentence)}}));
  if (const auto themes = themes_of(view, reasons, language); !themes.empty()) {
    sentences.push_back(language.say("report.hub.themes", {{"themes", language.list(themes)}}));
  }
  if (!reasons.separated.empty()) sentences.push_back(separated_sentence(view, reasons, language));
  return sentences;
}

std::string why_of_hub(const NetworkView& view, const HubReasons& reasons, const Language& language) {
  std::string why;
  for (const auto& sentence : hub_reason_sentences(view, reasons, language)) {
    why += (why.empty() ? "" : " ") + sentence;
  }
  std::vector<std::string> sources;
  for (const auto row : source_rows(view, reasons)) sources.push_back(source_number(row, language));
  if (!sources.empty()) why += " " + language.say("report.hub.sources", {{"sources", language.list(sources)}});
  return why;
}

std::vector<std::string> ranking_sentences(const HubMaterial& m, const Language& language) {
  std::vector<std::string> sentences;
  const auto& ranking = *m.ranking;
  if (ranking.hubs.empty()) return {language.say("report.hubs.none")};
  sentences.push_back(basis_sentence(m, language));
  const auto may_lead = std::ranges::count_if(ranking.hubs, [](const Hub& hub) { return hub.rank_low <= 1; });
  if (may_lead > 0 && ranking.resamples > 0) {
    sentences.push_back(language.say_count(key_for_nodes(*m.view, "report.hubs.may_lead"), may_lead));
  }
  std::size_t most = 0;
  const auto leaders = leaders_among_certain(m, most);
  if (!leaders.empty()) {
    const std::string key = leaders.size() == 1 ? "report.hubs.certain_leader"
                                         : key_for_nodes(*m.view, "report.hubs.certain_leaders");
    auto names = leaders;
    for (auto& name : names) name = with_article(language, name);
    sentences.push_back(language.say_count(key, static_cast<std::int64_t>(most),
                                           {{"institutions", some_of(std::move(names), language, kNamesInSentence)}}));
  } else if (m.as_of) {
    sentences.push_back(language.say("report.hubs.none_certain"));
  }
  std::ranges::move(trust_sentences(m, language), std::back_inserter(sentences));
  return sentences;
}

std::string rank_in_words(const HubRanking& ranking, std::size_t place, const Language& language) {
  const auto rank = ranking.hubs[place].rank;
  const bool shared = std::ranges::count(ranking.hubs, rank, &Hub::rank) > 1;
  const auto number = language.number(std::int64_t{rank});
  return shared ? language.say("report.hubs.shared_rank", {{"rank", number}}) : number;
}

std::string interval_in_words(const Hub& hub, const Language& language) {
  if (hub.rank_low == hub.rank_high) return language.number(std::int64_t{hub.rank_low});
  return language.say("report.hubs.interval", {{"low", language.number(std::int64_t{hub.rank_low})},
                                               {"high", language.number(std::int64_t{hub.rank_high})}});
}

Table hubs_table(const HubMaterial& m, const Language& language, std::size_t top) {
  Table table{"hubs", language.say("report.table.hubs"), {}, {}, ranking_sentences(m, language)};
  for (const auto key : {"rank", "id", "name", "score", "rank_interval", "rank_low", "rank_high", "agreements",
                         "certain", "possible", "partners", "betweenness", "why"}) {
    table.columns.push_back(column(key, language));
  }
  table.columns[3].label = with_capital(language.label("measure", m.ranking->measure));
  for (const auto place : {3, 5, 6, 8, 9, 10, 11}) table.columns[place].align = TableColumn::Align::right;
  for (std::size_t place = 0; place < m.ranking->hubs.size() && (top == 0 || place < top); ++place) {
    table.rows.push_back(hub_row(m, place, language));
  }
  if (m.doubts != nullptr) add_doubts(m, table, language);
  return table;
}

}  // namespace maillage
