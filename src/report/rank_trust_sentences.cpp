// SPDX-License-Identifier: Apache-2.0
#include "report/rank_trust_sentences.hpp"

#include <algorithm>
#include <cmath>

#include "report/citations.hpp"

namespace maillage {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::uint32_t kRanksInFront = 10;  // whose sources are told
constexpr auto kNoSource = RankDoubts::kNoSource;

std::string in_words(std::uint32_t low, std::uint32_t high, const Language& language) {
  if (low == high) return language.number(std::int64_t{low});
  return language.say("report.hubs.interval",
                      {{"low", language.number(std::int64_t{low})}, {"high", language.number(std::int64_t{high})}});
}

std::vector<std::string> reasons_for_caution(const RankTrust& trust, const Language& language) {
  std::vector<std::string> reasons;
  const auto add = [&](bool holds, const char* key) {
    if (holds) reasons.push_back(language.say(key));
  };
  add(trust.may_lead > 1, "hubs.trust.reason.may_lead");
  add(trust.dates_move_the_lead, "hubs.trust.reason.dates");
  add(trust.rule_moves_the_lead, "hubs.trust.reason.rule");
  add(trust.a_source_makes_the_lead, "hubs.trust.reason.source");
  return reasons;
}

void add_verdict(const HubMaterial& m, const Language& language, std::vector<std::string>& sentences) {
  const auto& trust = *m.trust;
  if (trust.few_partnerships) {
    sentences.push_back(
        language.say_count("hubs.trust.few", static_cast<std::int64_t>(m.ranking->partnerships),
                           {{"fewest", language.number(static_cast<std::int64_t>(kPartnershipsForTrust))}}));
  } else if (trust.wide_intervals) {
    sentences.push_back(language.say("hubs.trust.wide", {{"share", language.percent(trust.mean_width)}}));
  }
  if (trust.no_intervals) sentences.push_back(language.say("hubs.trust.unmeasured"));
  if (trust.all_may_lead) sentences.push_back(language.say("hubs.trust.spans"));
  if (trust.level == TrustLevel::partial) {
    sentences.push_back(
        language.say("hubs.trust.partial", {{"reasons", language.list(reasons_for_caution(trust, language))}}));
  }
  if (trust.level == TrustLevel::firm) sentences.push_back(language.say("hubs.trust.firm"));
}

/// How many ranks the bounds change, and the first of them in words.
struct Changes {
  std::int64_t count = 0;
  std::string examples;
};
Changes changes_of(const HubMaterial& m, const RankBounds& bounds, const Language& language) {
  Changes changes;
  std::vector<std::string> examples;
  for (const auto& hub : m.ranking->hubs) {
    const auto low = bounds.low[hub.vertex], high = bounds.high[hub.vertex];
    if (low == high) continue;
    ++changes.count;
    if (examples.size() == kExamples) continue;
    examples.push_back(language.say(
        "hubs.change", {{"name", std::string(m.view->label(hub.vertex))}, {"ranks", in_words(low, high, language)}}));
  }
  for (const auto& example : examples) {
    changes.examples += (changes.examples.empty() ? "" : language.say("report.between_groups")) + example;
  }
  if (changes.count > static_cast<std::int64_t>(examples.size())) {
    changes.examples += language.say("report.between_groups") + language.say("hubs.change.more");
  }
  return changes;
}

std::string changed(const HubMaterial& m, const std::string& key, const Changes& changes, const Language& language) {
  const bool all = changes.count == static_cast<std::int64_t>(m.ranking->hubs.size());
  return language.say_count(key, changes.count, {{"examples", changes.examples}}) +
         language.say(all ? "hubs.change.none_firm" : "hubs.change.others_firm");
}

void add_dates(const HubMaterial& m, const Language& language, std::vector<std::string>& sentences) {
  const auto& doubts = *m.doubts;
  const auto doubtful = static_cast<std::int64_t>(doubts.doubtful_agreements);
  if (!doubts.dates_matter) {
    sentences.push_back(language.say("hubs.dates.not_asked"));
    return;
  }
  if (doubts.dates.low.empty()) {
    sentences.push_back(language.say("hubs.dates.no_doubt"));
    return;
  }
  const auto changes = changes_of(m, doubts.dates, language);
  if (changes.count == 0) {
    sentences.push_back(language.say_count("hubs.dates.firm", doubtful));
    return;
  }
  sentences.push_back(language.say_count("hubs.dates.doubtful", doubtful) + " " +
                      changed(m, "hubs.dates.change", changes, language));
}

void add_rule(const HubMaterial& m, const Language& language, std::vector<std::string>& sentences) {
  if (m.doubts->rule.low.empty()) return;
  const auto changes = changes_of(m, m.doubts->rule, language);
  sentences.push_back(changes.count == 0 ? language.say("hubs.rule.firm")
                                         : changed(m, "hubs.rule.change", changes, language));
}

/// Does a source make the rank: does it fall out of its interval without it, or lose the first place?
bool is_made_by_a_source(const HubMaterial& m, const Hub& hub) {
  // That the only agreement of an institution may have one source is no news.
  if (m.doubts->decisive_source[hub.vertex] == kNoSource || m.view->hyperdegree[hub.vertex] < 2) return false;
  return hub.rank == 1 || m.doubts->rank_without[hub.vertex] > hub.rank_high;
}

bool publishes(const NetworkView& view, Vertex v, const Source& source) {
  if (view.nodes[v].kind != NodeKind::institution || source.publisher.empty()) return false;
  const auto& t = view.data->institutions;
  const auto row = view.nodes[v].row;
  const auto aliases = t.aliases[row];
  return source.publisher == t.name[row] || source.publisher == t.short_name[row] ||
         std::ranges::find(aliases, source.publisher) != aliases.end();
}

std::string made_by_a_source(const HubMaterial& m, const Hub& hub, const Language& language) {
  const auto row = m.doubts->decisive_source[hub.vertex];
  const auto& source = m.view->data->sources[row];
  const std::string name(m.view->label(hub.vertex));
  auto sentence = language.say("hubs.sources.makes",
                               {{"name", name},
                                {"source", source_number(row, language)},
                                {"title", language.quoted(source.title.empty() ? source.id : source.title)},
                                {"rank", language.number(std::int64_t{hub.rank})},
                                {"without", language.number(std::int64_t{m.doubts->rank_without[hub.vertex]})}});
  if (publishes(*m.view, hub.vertex, source)) sentence += " " + language.say("hubs.sources.own");
  return sentence;
}

void add_sources(const HubMaterial& m, const Language& language, std::vector<std::string>& sentences) {
  const auto& doubts = *m.doubts;
  if (m.view->data->evidence.empty()) return;
  if (doubts.sources_tried == 0) {
    sentences.push_back(language.say("hubs.sources.none_alone"));
    return;
  }
  const auto of = m.view->selection.items.size();
  sentences.push_back(
      language.say_count(doubts.agreements_of_one_source == of ? "hubs.sources.all_alone" : "hubs.sources.alone",
                         doubts.agreements_of_one_source, {{"of", language.number(static_cast<std::int64_t>(of))}}));
  std::size_t told = 0;
  for (const auto& hub : m.ranking->hubs) {
    if (hub.rank > kRanksInFront || told == kExamples) break;
    if (!is_made_by_a_source(m, hub)) continue;
    sentences.push_back(made_by_a_source(m, hub, language));
    ++told;
  }
  if (m.trust == nullptr || !m.trust->a_source_makes_the_lead) {
    sentences.push_back(language.say_count("hubs.sources.firm", doubts.sources_tried));
  }
  if (doubts.sources_not_tried > 0) {
    sentences.push_back(language.say_count("hubs.sources.not_tried", doubts.sources_not_tried));
  }
}

}  // namespace

std::vector<std::string> trust_sentences(const HubMaterial& material, const Language& language) {
  std::vector<std::string> sentences;
  if (material.doubts == nullptr || material.trust == nullptr || material.ranking->hubs.empty()) return sentences;
  add_verdict(material, language, sentences);
  add_dates(material, language, sentences);
  add_rule(material, language, sentences);
  add_sources(material, language, sentences);
  return sentences;
}

std::string bounds_in_words(const RankBounds& bounds, std::uint32_t vertex, const Language& language) {
  if (vertex >= bounds.low.size()) return {};
  return in_words(bounds.low[vertex], bounds.high[vertex], language);
}

std::string key_for_nodes(const NetworkView& view, const std::string& key) {
  switch (view.options.kind) {
    case ViewKind::institutions:
      return key;
    case ViewKind::people:
      return key + ".people";
    default:
      return key + ".nodes";
  }
}

}  // namespace maillage
