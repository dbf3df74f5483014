// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/match_names.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "names/similarity.hpp"
#include "registry/institution_facts.hpp"

namespace maillage::documents {
namespace {

using Verdict = MatchedName::Verdict;

constexpr std::size_t kMostCandidates = 5;
constexpr std::size_t kShortestCertain = 3;
constexpr double kWorthAsking = 0.86;  // a name less alike is another name

// Of a folded name, without initials.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    if (end - at > 2) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void add_candidate(MatchedName& match, MatchedName::Candidate candidate) {
  const auto is_there = std::ranges::find(match.candidates, candidate.id, &MatchedName::Candidate::id) != match.candidates.end();
  if (!is_there && match.candidates.size() < kMostCandidates) match.candidates.push_back(std::move(candidate));
}

MatchedName::Candidate candidate_of(const DataSet& data, EntityKind kind, Index row, double score) {
  if (kind == EntityKind::person) return {std::string(data.people.id[row]), std::string(data.name_of_person(row)), score};
  return {std::string(data.institutions.id[row]), std::string(data.name_of_institution(row)), score};
}

}  // namespace

NameMatcher::NameMatcher(const KnownRows& known, const Registry& registry) : known_(known), registry_(registry) {
  if (known_.data == nullptr) return;
  institutions_ = std::make_unique<NearestInstitutions>(*known_.data);
  for (Index row = 0; row < known_.data->people.size(); ++row) {
    const auto name = folded(known_.data->name_of_person(row));
    for (const auto word : words_of(name)) people_with_word_[std::string(word)].push_back(row);
  }
  for (const auto& row : known_.data->name_decisions) {
    auto& decided = decided_[{row.table == "people" ? EntityKind::person : EntityKind::institution, folded(row.name)}];
    if (row.decision == NameVerdict::same) decided.same.emplace_back(row.key);
    if (row.decision == NameVerdict::different) decided.different.emplace_back(row.key);
    if (row.decision == NameVerdict::unsure) decided.is_unsure = true;
  }
}

std::vector<NameMatch> NameMatcher::nearest(std::string_view name, EntityKind kind) const {
  return kind == EntityKind::institution ? institutions_->nearest(name, kMostCandidates) : nearest_people(name);
}

// A slip of the pen is in the first name or in the surname, seldom in both.
std::vector<NameMatch> NameMatcher::nearest_people(std::string_view name) const {
  const auto spelled = folded(name);
  std::set<Index> rows;
  for (const auto word : words_of(spelled)) {
    if (const auto found = people_with_word_.find(word); found != people_with_word_.end()) rows.insert(found->second.begin(), found->second.end());
  }
  std::vector<NameMatch> matches;
  for (const auto row : rows) {
    const auto other = known_.data->name_of_person(row);
    const auto alike = alikeness(spelled, folded(other));
    if (alike >= kWorthAsking) matches.push_back({EntityKind::person, row, other, alike});
  }
  std::ranges::stable_sort(matches, std::greater<>(), &NameMatch::similarity);
  return matches;
}

// In the data set: decided, named so, or alike. True where the answer is final.
bool NameMatcher::look_in_data(MatchedName& match, std::string_view name, EntityKind kind) const {
  if (known_.data == nullptr || known_.names == nullptr) return false;
  const auto& data = *known_.data;
  static const Decided nothing;
  const auto entry = decided_.find({kind, folded(name)});
  const auto& decided = entry == decided_.end() ? nothing : entry->second;
  const auto is_other = [&](std::string_view id) { return std::ranges::find(decided.different, id) != decided.different.end(); };
  for (const auto& id : decided.same) {
    const auto row = kind == EntityKind::person ? data.find_person(id) : data.find_institution(id);
    if (row != kNone) add_candidate(match, candidate_of(data, kind, row, 1));
  }
  if (match.candidates.size() == 1) {
    match.verdict = Verdict::known;
    match.id = match.candidates.front().id;
    return true;
  }
  for (const auto& found : known_.names->find(name, {kind})) {
    if (auto candidate = candidate_of(data, kind, found.row, 1); !is_other(candidate.id)) add_candidate(match, std::move(candidate));
  }
  if (match.candidates.size() == 1) {
    match.verdict = decided.is_unsure ? Verdict::likely : Verdict::known;
    match.id = match.candidates.front().id;
    return true;
  }
  if (!match.candidates.empty()) {
    match.verdict = Verdict::several;
    return true;
  }
  for (const auto& found : nearest(name, kind)) {
    auto candidate = candidate_of(data, kind, found.row, found.similarity);
    if (found.similarity >= kWorthAsking && !is_other(candidate.id)) add_candidate(match, std::move(candidate));
  }
  if (!match.candidates.empty()) match.verdict = Verdict::near;
  return false;
}

// An entry that the data set holds already under another name is that row.
std::string NameMatcher::id_of_entry(const RegistryEntry& entry) const {
  if (known_.data == nullptr) return entry.id;
  const auto row = institution_with_identifiers(*known_.data, entry);
  return row == kNone ? entry.id : std::string(known_.data->institutions.id[row]);
}

void NameMatcher::look_in_registry(MatchedName& match, std::string_view name) const {
  using Answer = RegistryAnswer::Verdict;
  const auto answer = registry_.find({.name = name});
  for (const auto& found : answer.matches) {
    const bool is_alike = answer.verdict != Answer::near || found.score >= kWorthAsking;
    if (!is_alike || match.candidates.size() >= kMostCandidates) continue;
    const auto entry = registry_.entry(found.entry);
    add_candidate(match, {id_of_entry(entry), entry.name, found.score});
  }
  const bool has_near_rows = match.verdict == Verdict::near;
  if (has_near_rows || match.candidates.empty()) return;
  if (answer.verdict == Answer::certain || answer.verdict == Answer::likely) {
    match.id = match.candidates.front().id;
    // A letter or two are somebody's acronym, whoever is meant.
    const bool is_short = folded(name).size() < kShortestCertain && answer.matches.front().score < 1;
    match.verdict = answer.verdict == Answer::certain && !is_short ? Verdict::known : Verdict::likely;
  } else {
    match.verdict = answer.verdict == Answer::ambiguous ? Verdict::several : Verdict::near;
  }
}

const MatchedName& NameMatcher::institution(const std::string& name) {
  const auto [at, is_new] = found_.try_emplace({EntityKind::institution, name});
  auto& match = at->second;
  if (!is_new) return match;
  match.verdict = Verdict::none;
  if (!look_in_data(match, name, EntityKind::institution)) look_in_registry(match, name);
  return match;
}

const MatchedName& NameMatcher::person(const std::string& name) {
  const auto [at, is_new] = found_.try_emplace({EntityKind::person, name});
  auto& match = at->second;
  if (!is_new) return match;
  match.verdict = Verdict::none;
  look_in_data(match, name, EntityKind::person);
  return match;
}

}  // namespace maillage::documents
