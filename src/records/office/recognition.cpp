// SPDX-License-Identifier: Apache-2.0
#include "records/office/recognition.hpp"

#include <algorithm>
#include <ranges>

#include "registry/institution_facts.hpp"

namespace maillage {
namespace {

using Verdict = RegistryAnswer::Verdict;

constexpr double kWorthTelling = 0.75;  // a name that is merely near and less alike than this is not offered
constexpr double kNameFits = 0.85;      // of a body that several institutions of a list share the SIREN of

struct Claim {
  const ListedInstitution* listed;
  RecognisedEntry found;
  double name_score;  // of the entry under the listed name alone
};

// The codes that say of what register they are: `pic-999997930`, `ror-…`.
std::vector<std::string> identifiers_of(const ListedInstitution& listed) {
  std::vector<std::string> identifiers;
  if (!listed.ror.empty()) identifiers.push_back("ror:" + listed.ror);
  for (const std::string_view scheme : {"pic-", "ror-", "uai-", "wikidata-", "siren-"}) {
    if (listed.has_code && listed.id.starts_with(scheme)) identifiers.push_back(listed.id);
  }
  if (!listed.siren.empty()) identifiers.push_back("siren:" + listed.siren);
  return identifiers;
}

// « UGA », « ISL »: letters that bodies of many countries have.
bool is_bare_acronym(std::string_view name) {
  constexpr std::size_t longest = 10;
  const auto is_of_one = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
  return name.size() >= 2 && name.size() <= longest && std::ranges::all_of(name, is_of_one);
}

// Does the list say anything else that tells the body from others with its initials: France, or its town?
bool is_placed(const ListedInstitution& listed, const RegistryMatch& match) {
  if (!listed.country.empty()) return true;  // that of another country does not match at all
  const auto entry = Registry::carried().entry(match.entry);
  const auto city = folded(listed.city);
  return !city.empty() && (city == folded(entry.city) || city == folded(entry.commune));
}

class Recogniser {
 public:
  Recogniser(const DataSet* known, const NameIndex* index, RegistryUse use) : known_(known), index_(index), use_(use) {}

  Recognition run(const std::vector<ListedInstitution>& listed) {
    for (const auto& one : listed) ask(one);
    for (auto& [entry, claims] : claims_) settle(entry, claims);
    return std::move(result_);
  }

 private:
  void ask(const ListedInstitution& listed) {
    if (listed.told) return claims_[*listed.told].push_back({&listed, {*listed.told, 1, true}, 1});
    if (use_ == RegistryUse::none) return;
    const auto& registry = Registry::carried();
    RegistryQuery query{.name = listed.name, .kind = parse_code<InstitutionKind>(listed.kind), .city = listed.city, .country = listed.country};
    auto by_name = registry.find(query);
    for (const auto& identifier : identifiers_of(listed)) {
      const auto entry = registry.by_identifier(identifier);
      if (!entry) continue;
      const auto match = std::ranges::find(by_name.matches, *entry, &RegistryMatch::entry);
      const auto name_score = match == by_name.matches.end() ? 0 : match->score;
      // Anything but a SIREN is of one body alone.
      return claims_[*entry].push_back({&listed, {*entry, 1, true}, identifier.starts_with("siren") ? name_score : 1});
    }
    if (by_name.verdict == Verdict::certain && is_bare_acronym(listed.name) && !is_placed(listed, by_name.matches[0])) by_name.verdict = Verdict::likely;
    const bool is_taken = by_name.verdict == Verdict::certain || (by_name.verdict == Verdict::likely && use_ == RegistryUse::likely);
    if (is_taken) {
      const auto& best = by_name.matches[0];
      return claims_[best.entry].push_back({&listed, {best.entry, best.score, false}, 1});
    }
    doubt(listed.id, std::move(by_name));
  }

  void doubt(const std::string& id, RegistryAnswer answer) {
    std::erase_if(answer.matches, [](const auto& match) { return match.score < kWorthTelling; });
    if (!answer.matches.empty()) result_.doubtful[id] = std::move(answer);
  }

  void settle(std::uint32_t entry, std::vector<Claim>& claims) {
    const bool is_shared = claims.size() > 1;
    if (is_shared) {
      std::erase_if(claims, [&](const Claim& claim) {
        const bool is_left_out = claim.name_score < kNameFits;
        if (is_left_out) doubt(claim.listed->id, {Verdict::near, {{entry, claim.name_score < kWorthTelling ? kWorthTelling : claim.name_score, {}, true}}});
        return is_left_out;
      });
    }
    const auto coded = std::ranges::count_if(claims, [](const Claim& claim) { return claim.listed->has_code; });
    if (claims.empty() || coded > 1) {  // codes tell them apart, whatever the registry says
      for (const auto& claim : claims) doubt(claim.listed->id, {Verdict::near, {{entry, claim.found.score, {}, claim.found.by_identifier}}});
      return;
    }
    std::ranges::sort(claims, {}, [](const Claim& claim) { return std::pair(!claim.listed->has_code, std::string_view(claim.listed->id)); });
    auto target = known_with(entry);
    if (target.empty()) {
      target = claims[0].listed->id;
      result_.entries[target] = std::ranges::max(claims, {}, [](const Claim& claim) { return claim.found.score; }).found;
    }
    for (const auto& claim : claims) {
      if (claim.listed->id != target) {
        result_.same[claim.listed->id] = target;
        result_.entries[claim.listed->id] = claim.found;
      }
    }
  }

  // The institution of the data set that the entry is, by an identifier or by its name; empty where there is none.
  std::string known_with(std::uint32_t number) const {
    if (known_ == nullptr) return {};
    const auto entry = Registry::carried().entry(number);
    auto row = institution_with_identifiers(*known_, entry);
    if (row == kNone && index_ != nullptr && entry.body != RegistryBody::commune) {
      const auto found = index_->find(entry.name, {EntityKind::institution});
      if (found.size() == 1) row = found[0].row;
    }
    return row == kNone ? std::string() : std::string(known_->institutions.id[row]);
  }

  const DataSet* known_;
  const NameIndex* index_;
  RegistryUse use_;
  std::map<std::uint32_t, std::vector<Claim>> claims_;  // by entry
  Recognition result_;
};

}  // namespace

Recognition recognise(std::vector<ListedInstitution> listed, const DataSet* known, const NameIndex* index, RegistryUse use) {
  std::ranges::sort(listed, {}, &ListedInstitution::id);
  return Recogniser(known, index, use).run(listed);
}

}  // namespace maillage
