// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/lineage.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestTitle = 10;

constexpr auto kEnds = std::to_array<std::string_view>({",", ";", ":", ".", "(", ")", "signe", "signee", "conclu", "conclue", "qui", "que", "et", "en", "avec", "entre", "est", "sont", "avait", "prolonge"});

std::string title_at(const Reading& reading, const Instrument& one) {
  const auto last = reading.passage_of(one.words.first).words.last;
  auto end = one.words.last;
  while (end < last && end - one.words.first < kLongestTitle && std::ranges::find(kEnds, reading.words[end].folded) == kEnds.end()) ++end;
  return std::string(reading.words.text_of(one.words.first, end));
}

bool is_replaced(const Findings& findings, std::uint32_t sentence) {
  return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
    return findings.clauses[c].sense == "succeed" || findings.clauses[c].sense == "renew" || findings.clauses[c].is_older;
  });
}

}  // namespace

std::vector<ReadLineage> find_lineage(const Findings& findings, const AgreementThread& thread, std::string_view type) {
  const auto& reading = findings.reading;
  std::vector<ReadLineage> found;
  for (const auto sentence : thread.sentences) {
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& one = findings.instruments[i];
      const bool is_base = type == "amendment" && one.type != "amendment" && !one.is_foreign;
      if (!one.is_older && !one.is_foreign && !is_base && !(one.ordinal == 1 && is_replaced(findings, sentence))) continue;
      ReadLineage lineage;
      lineage.kind = one.is_foreign ? ReadLineage::Kind::implements : is_base ? ReadLineage::Kind::amends : ReadLineage::Kind::renews;
      lineage.title = title_at(reading, one);
      lineage.span = reading.span_of(one.words);
      for (const auto c : findings.clauses_of[sentence]) {
        const auto& clause = findings.clauses[c];
        if (clause.is_older && clause.instrument == i && clause.day) lineage.signed_on = reading.dates.dates[reading.days[*clause.day].number].date;
      }
      const bool is_known = std::ranges::any_of(found, [&](const ReadLineage& other) { return other.kind == lineage.kind && other.title == lineage.title; });
      if (!is_known) found.push_back(std::move(lineage));
    }
  }
  return found;
}

}  // namespace maillage::documents
