// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "analysis/random_source.hpp"
#include "generator/invented_names.hpp"

// Networks of agreements that look like those of a country's institutions, made by number: for tests of size and of
// drawings. Nothing in them is true.
//
// Institutions have an activity with a heavy tail, a sub-region in a region, and one of twelve fields. An agreement has
// a lead drawn by activity and 1 to 7 partners: 45 % former partners of the lead, 25 % of its sub-region, 15 % of its
// region, 10 % of its field, 5 % from anywhere. Signatures from 2000 to 2025, 5 % more each year; in force 0 to 90 days
// later, for 2 to 6 years. Each party is signed for by its office-holder, who changes every four years.

namespace maillage::generator {

struct NetworkSize {
  std::uint32_t institutions, agreements, regions;
  std::uint64_t seed;
};
inline constexpr NetworkSize kSmall{300, 1000, 6, 101};
inline constexpr NetworkSize kTwoThousand{2000, 8000, 12, 111};
inline constexpr NetworkSize kTenThousand{10000, 45000, 26, 112};
inline constexpr NetworkSize kMedium{20000, 100000, 40, 102};
inline constexpr NetworkSize kLarge{120000, 1000000, 100, 103};

struct GeneratedInstitution {
  std::string name, town;
  InstitutionKind kind = InstitutionKind::other;
  double activity = 1;
  std::uint32_t region = 0, sub_region = 0, field = 0;
};
struct GeneratedAgreement {
  AgreementType type = AgreementType::other;
  std::chrono::sys_days signed_on, valid_from, valid_to;  ///< inclusive
  std::vector<std::uint32_t> parties;                     ///< institutions; the lead first
};
struct GeneratedNetwork {
  std::vector<GeneratedInstitution> institutions;
  std::vector<GeneratedAgreement> agreements;  ///< in the order of signature
};

inline constexpr std::uint32_t kSubRegions = 8, kFields = 12;
inline constexpr std::chrono::sys_days kFirstDay{std::chrono::year(2000) / 1 / 1};
inline constexpr std::chrono::sys_days kLastDay{std::chrono::year(2025) / 12 / 31};

inline std::string iso(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(int(date.year())) + "-" + two(unsigned(date.month())) + "-" + two(unsigned(date.day()));
}

/// Draws members by weight; the weights are multiples of 1/1024, so that their sums are exact on every machine.
class Lottery {
 public:
  void add(std::uint32_t member, double weight) {
    members_.push_back(member);
    sums_.push_back((sums_.empty() ? 0 : sums_.back()) + std::floor(weight * 1024) / 1024);
  }
  bool is_empty() const { return members_.empty(); }
  std::uint32_t draw(RandomSource& random) const {
    const auto at = std::ranges::upper_bound(sums_, random.uniform() * sums_.back()) - sums_.begin();
    return members_[std::min<std::size_t>(static_cast<std::size_t>(at), members_.size() - 1)];
  }

 private:
  std::vector<std::uint32_t> members_;
  std::vector<double> sums_;
};

inline std::vector<GeneratedInstitution> generated_institutions(const NetworkSize& size, RandomSource& random) {
  Lottery regions, kinds;
  for (std::uint32_t r = 0; r < size.regions; ++r) regions.add(r, std::pow(r + 1, -0.8));
  const double kind_weights[] = {14, 12, 14, 6, 14, 24, 16};  // in the order of InstitutionKind
  for (std::uint32_t k = 0; k < 7; ++k) kinds.add(k, kind_weights[k]);
  const auto towns = std::max(1U, std::min(23040U, size.institutions * 2 / 5) / (size.regions * kSubRegions));
  std::set<std::string> taken;
  std::vector<GeneratedInstitution> institutions(size.institutions);
  for (auto& institution : institutions) {
    institution.activity = std::min(std::pow(1 - random.uniform(), -1 / 0.9), size.institutions / 20.0);
    institution.region = regions.draw(random);
    institution.sub_region = institution.region * kSubRegions + random.below(kSubRegions);
    institution.field = random.below(kFields);
    institution.kind = static_cast<InstitutionKind>(kinds.draw(random));
    institution.town = invented_town(institution.sub_region * towns + random.below(towns));
    institution.name = invented_institution(institution.kind, institution.town, taken);
  }
  return institutions;
}

inline std::vector<std::chrono::sys_days> generated_days(std::uint32_t count, RandomSource& random) {
  const auto days = static_cast<double>((kLastDay - kFirstDay).count() + 1);
  const double rate = std::log(1.05) / 365.25;
  std::vector<std::chrono::sys_days> result(count);
  for (auto& day : result) {
    const double after = std::log(1 + random.uniform() * (std::exp(rate * days) - 1)) / rate;
    day = std::min(kLastDay, kFirstDay + std::chrono::days(static_cast<int>(after)));
  }
  std::ranges::sort(result);
  return result;
}

/// The whole network; the same for the same size on every machine. O(agreements log institutions).
inline GeneratedNetwork generate(const NetworkSize& size) {
  RandomSource random(size.seed);
  GeneratedNetwork network{generated_institutions(size, random), std::vector<GeneratedAgreement>(size.agreements)};
  const auto& institutions = network.institutions;
  Lottery all, numbers, types;
  std::vector<Lottery> by_region(size.regions), by_sub_region(size.regions * kSubRegions), by_field(kFields);
  for (std::uint32_t i = 0; i < institutions.size(); ++i) {
    all.add(i, institutions[i].activity);
    by_region[institutions[i].region].add(i, institutions[i].activity);
    by_sub_region[institutions[i].sub_region].add(i, institutions[i].activity);
    by_field[institutions[i].field].add(i, institutions[i].activity);
  }
  const double number_weights[] = {55, 20, 10, 6, 4, 3, 2};
  for (std::uint32_t k = 0; k < 7; ++k) numbers.add(k + 2, number_weights[k]);
  const double type_weights[] = {10, 20, 14, 10, 6, 0, 18, 0, 8, 8, 2, 4};  // in the order of AgreementType
  for (std::uint32_t t = 0; t < 12; ++t) types.add(t, type_weights[t]);

  const auto days = generated_days(size.agreements, random);
  std::vector<std::vector<std::uint32_t>> former(institutions.size());
  const auto draw_partner = [&](std::uint32_t lead) {
    const double kind = random.uniform();
    if (kind < 0.45 && !former[lead].empty()) {
      return former[lead][random.below(static_cast<std::uint32_t>(former[lead].size()))];
    }
    if (kind < 0.70) return by_sub_region[institutions[lead].sub_region].draw(random);
    if (kind < 0.85) return by_region[institutions[lead].region].draw(random);
    if (kind < 0.95) return by_field[institutions[lead].field].draw(random);
    return all.draw(random);
  };
  for (std::uint32_t a = 0; a < size.agreements; ++a) {
    auto& agreement = network.agreements[a];
    agreement.type = static_cast<AgreementType>(types.draw(random));
    agreement.signed_on = days[a];
    agreement.valid_from = days[a] + std::chrono::days(random.below(91));
    const std::chrono::year_month_day start(agreement.valid_from);
    const auto end = start + std::chrono::years(2 + random.below(5));
    agreement.valid_to = std::chrono::sys_days(end.ok() ? end : end.year() / 3 / 1) - std::chrono::days(1);
    const auto number = numbers.draw(random);
    const auto lead = all.draw(random);
    auto& parties = agreement.parties;
    parties.push_back(lead);
    for (int tries = 0; parties.size() < number && (tries < 60 || parties.size() < 2); ++tries) {
      const auto partner = tries < 60 ? draw_partner(lead) : all.draw(random);
      if (std::ranges::find(parties, partner) == parties.end()) parties.push_back(partner);
    }
    for (std::size_t i = 1; i < parties.size(); ++i) {
      former[lead].push_back(parties[i]);
      former[parties[i]].push_back(lead);
    }
  }
  return network;
}

/// Number of the person who signs for an institution on a day.
inline std::uint32_t office_holder(std::uint32_t institution, std::chrono::sys_days day) {
  const auto year = static_cast<std::uint32_t>(int(std::chrono::year_month_day(day).year()));
  return institution * 7 + (year - 2000) / 4;
}

inline std::string numbered(char letter, std::uint32_t number) {
  auto digits = std::to_string(number);
  return letter + std::string(8 - digits.size(), '0') + digits;
}

/// Flat agreements CSV: id, type, dates, names of parties and signatories separated by `|`, comma, UTF-8, LF.
inline std::string agreements_csv(const NetworkSize& size) {
  const auto network = generate(size);
  std::string text = "id,type,signed,valid_from,valid_to,parties,signatories\n";
  for (std::uint32_t a = 0; a < network.agreements.size(); ++a) {
    const auto& agreement = network.agreements[a];
    text += numbered('A', a) + ',';
    text += code_name(agreement.type);
    text += ',' + iso(agreement.signed_on) + ',' + iso(agreement.valid_from) + ',' + iso(agreement.valid_to);
    char separator = ',';
    for (const auto party : agreement.parties) {
      text += separator + network.institutions[party].name;
      separator = '|';
    }
    separator = ',';
    for (const auto party : agreement.parties) {
      text += separator + invented_person(office_holder(party, agreement.signed_on));
      separator = '|';
    }
    text += '\n';
  }
  return text;
}

}  // namespace maillage::generator
