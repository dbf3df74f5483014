// SPDX-License-Identifier: Apache-2.0
#include "records/acceptance/recognised_agreement.hpp"

#include <algorithm>
#include <map>

#include "model/partial_date.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"

namespace maillage {
namespace {

constexpr Day kOneConflict = 31;
constexpr Day kOneTerm = 365;
constexpr std::size_t kMostCandidates = 5;

// Days between two dates at their nearest; nothing where one of them is not known.
std::optional<Day> days_between(const std::string& one, const std::string& other) {
  const auto a = read_date(one).value, b = read_date(other).value;
  if (!a || !b || !a->is_known() || !b->is_known() || a->is_open() || b->is_open()) return std::nullopt;
  if (a->earliest() <= b->latest() && b->earliest() <= a->latest()) return 0;
  return a->latest() < b->earliest() ? b->earliest() - a->latest() : a->earliest() - b->latest();
}

struct Likeness {
  std::size_t row = 0;
  double parties = 0;  // shared of all
  bool has_title = false;
  std::optional<Day> days;
};

bool is_same(const Likeness& one) {
  const bool is_alike = one.parties >= 1 || (one.parties >= 0.5 && one.has_title);
  return is_alike && one.days && *one.days <= kOneConflict;
}
bool is_perhaps(const Likeness& one) { return one.parties >= 0.5 && (!one.days || *one.days < kOneTerm); }

}  // namespace

RecognisedAgreement recognise_agreement(const AcceptedTables& tables, const AgreementSketch& sketch, const std::set<std::string>& except) {
  const auto* agreements = tables.table("agreements");
  const auto* parties = tables.table("parties");
  if (agreements == nullptr || parties == nullptr || sketch.parties.empty()) return {};
  struct Count {
    std::size_t shared = 0, all = 0;
  };
  std::map<std::string, Count> counts;
  for (std::size_t r = 0; r < parties->rows.size(); ++r) {
    const bool is_shared = std::ranges::find(sketch.parties, parties->at(r, "institution")) != sketch.parties.end();
    if (is_shared) ++counts[parties->at(r, "agreement")].shared;
  }
  if (counts.empty()) return {};
  for (std::size_t r = 0; r < parties->rows.size(); ++r) {
    const auto found = counts.find(parties->at(r, "agreement"));
    if (found != counts.end()) ++found->second.all;
  }
  std::vector<Likeness> found;
  for (std::size_t r = 0; r < agreements->rows.size(); ++r) {
    const auto count = counts.find(agreements->at(r, "id"));
    if (count == counts.end() || except.contains(agreements->at(r, "id"))) continue;
    const auto& type = agreements->at(r, "type");
    const auto is_unsaid = [](const std::string& code) { return code.empty() || code == "other"; };
    if (!is_unsaid(type) && !is_unsaid(sketch.type) && type != sketch.type) continue;
    const auto all = count->second.all + sketch.parties.size() - count->second.shared;
    const auto& when = agreements->at(r, "signed").empty() ? agreements->at(r, "expected") : agreements->at(r, "signed");
    const bool has_title = !sketch.title.empty() && folded(agreements->at(r, "title")) == folded(sketch.title);
    found.push_back({r, static_cast<double>(count->second.shared) / static_cast<double>(all), has_title, days_between(when, sketch.signed_on)});
  }
  std::erase_if(found, [](const Likeness& one) { return !is_perhaps(one); });
  std::ranges::stable_sort(found, [](const Likeness& a, const Likeness& b) {
    if (is_same(a) != is_same(b)) return is_same(a);
    if (a.has_title != b.has_title) return a.has_title;
    return a.parties > b.parties;
  });
  RecognisedAgreement answer;
  for (const auto& one : found) {
    if (answer.candidates.size() < kMostCandidates) answer.candidates.push_back(agreements->at(one.row, "id"));
  }
  if (found.empty()) return answer;
  const bool is_alone = found.size() == 1 || !is_same(found[1]) || (found[0].has_title && !found[1].has_title);
  answer.verdict = is_same(found[0]) && is_alone ? RecognisedAgreement::Verdict::same : RecognisedAgreement::Verdict::perhaps;
  if (answer.verdict == RecognisedAgreement::Verdict::same) answer.id = answer.candidates.front();
  return answer;
}

}  // namespace maillage
