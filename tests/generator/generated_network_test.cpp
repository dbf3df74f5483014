// SPDX-License-Identifier: Apache-2.0
#include "generator/generated_network.hpp"

#include <gmock/gmock.h>

#include <map>

#include "generator/generated_package.hpp"
#include "model/validity.hpp"
#include "records/load.hpp"

namespace maillage::generator {
namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return hash;
}

std::size_t lines_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Share of the partners that are not the lead for which a condition on (lead, partner) holds.
template <class Condition>
double share_of_partners(const GeneratedNetwork& network, Condition condition) {
  double partners = 0, met = 0;
  for (const auto& agreement : network.agreements) {
    const auto& lead = network.institutions[agreement.parties.front()];
    for (std::size_t i = 1; i < agreement.parties.size(); ++i) {
      partners += 1;
      met += condition(lead, network.institutions[agreement.parties[i]]) ? 1 : 0;
    }
  }
  return met / partners;
}

TEST(GeneratedNetwork, is_the_same_on_every_run_and_machine) {
  EXPECT_EQ(hash_of(agreements_csv(kSmall)), 4579262543324015850U);
  EXPECT_EQ(agreements_csv(kSmall), agreements_csv(kSmall));
  auto other_seed = kSmall;
  other_seed.seed = 7;
  EXPECT_NE(agreements_csv(kSmall), agreements_csv(other_seed));
}

TEST(GeneratedNetwork, has_a_line_for_each_agreement_at_every_size) {
  for (const auto& size : {kSmall, kTwoThousand, kTenThousand, kMedium}) {
    EXPECT_EQ(lines_of(agreements_csv(size)), size.agreements + 1U);
  }
}

TEST(GeneratedNetwork, agreements_have_distinct_parties_and_dates_in_order) {
  const auto network = generate(kTwoThousand);
  std::map<std::size_t, double> by_size;
  auto last = kFirstDay;
  for (const auto& agreement : network.agreements) {
    const std::set<std::uint32_t> parties(agreement.parties.begin(), agreement.parties.end());
    EXPECT_EQ(parties.size(), agreement.parties.size());
    EXPECT_GE(parties.size(), 2U);
    EXPECT_LE(parties.size(), 8U);
    EXPECT_LT(*parties.rbegin(), network.institutions.size());
    EXPECT_LE(last, agreement.signed_on);
    EXPECT_LE(agreement.signed_on, kLastDay);
    EXPECT_LE(agreement.signed_on, agreement.valid_from);
    EXPECT_LT(agreement.valid_from, agreement.valid_to);
    last = agreement.signed_on;
    by_size[agreement.parties.size()] += 1.0 / kTwoThousand.agreements;
  }
  EXPECT_NEAR(by_size[2], 0.55, 0.03);
  EXPECT_NEAR(by_size[3], 0.20, 0.02);
  EXPECT_NEAR(by_size[8], 0.02, 0.01);
}

TEST(GeneratedNetwork, has_the_planted_properties) {
  const auto network = generate(kTenThousand);
  // A quarter of the partners is drawn from the sub-region, and former partners repeat it; by chance it would be 1 %.
  EXPECT_GT(share_of_partners(network, [](auto& a, auto& b) { return a.sub_region == b.sub_region; }), 0.35);
  EXPECT_GT(share_of_partners(network, [](auto& a, auto& b) { return a.region == b.region; }), 0.5);
  // A heavy tail: one institution in a hundred signs more than a quarter of all, and some sign nothing.
  std::vector<double> counts(network.institutions.size(), 0);
  double all = 0;
  for (const auto& agreement : network.agreements) {
    for (const auto party : agreement.parties) counts[party] += 1;
    all += static_cast<double>(agreement.parties.size());
  }
  std::ranges::sort(counts, std::greater());
  double of_the_first = 0;
  for (std::size_t i = 0; i < counts.size() / 100; ++i) of_the_first += counts[i];
  EXPECT_GT(of_the_first / all, 0.25);
  EXPECT_EQ(counts.back(), 0);
  // 5 % more signatures each year: 2020 has 1.05²⁰ = 2.65 times as many as 2000.
  std::map<int, double> by_year;
  for (const auto& agreement : network.agreements) {
    by_year[int(std::chrono::year_month_day(agreement.signed_on).year())] += 1;
  }
  EXPECT_NEAR(by_year[2020] / by_year[2000], 2.65, 0.5);
}

TEST(GeneratedNetwork, names_are_all_different) {
  std::set<std::string> towns, people, institutions;
  for (std::uint32_t i = 0; i < 23040; ++i) towns.insert(invented_town(i));
  for (std::uint32_t i = 0; i < 140000; ++i) people.insert(invented_person(i));
  for (const auto& institution : generate(kMedium).institutions) institutions.insert(institution.name);
  EXPECT_EQ(towns.size(), 23040U);
  EXPECT_EQ(people.size(), 140000U);
  EXPECT_EQ(institutions.size(), 20000U);
  EXPECT_EQ(of_town("Aubigny"), "d’Aubigny");
  EXPECT_EQ(of_town("Étrigny"), "d’Étrigny");
  EXPECT_EQ(of_town("Valbrune"), "de Valbrune");
}

TEST(GeneratedPackage, is_read_without_a_fault) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "maillage_generated_package";
  write_package(generated_package(), folder);
  const auto loaded = load(folder);
  std::filesystem::remove_all(folder);
  EXPECT_THAT(loaded.faults, testing::IsEmpty()) << "the first: " << loaded.faults.front().code;
  EXPECT_EQ(loaded.data.institutions.size(), 300U);
  EXPECT_EQ(loaded.data.agreements.size(), 1000U);
  std::map<Status, int> statuses;
  for (Index a = 0; a < 1000; ++a) ++statuses[status_at(loaded.data, a, loaded.data.latest_stated_day().value())];
  for (const auto status :
       {Status::announced, Status::signed_not_started, Status::in_force, Status::ended, Status::unknown}) {
    EXPECT_GT(statuses[status], 2) << code_name(status);
  }
}

TEST(GeneratedPackage, holds_every_table_and_every_case_of_dates) {
  const auto texts = generated_package();
  EXPECT_EQ(texts, generated_package());
  EXPECT_EQ(lines_of(texts.at("institutions.csv")), 301U);
  EXPECT_EQ(lines_of(texts.at("agreements.csv")), 1001U);
  for (const auto* file : {"datapackage.json", "evidence.csv", "lineage.csv", "parties.csv", "people.csv",
                           "positions.csv", "signatures.csv", "sources.csv", "territories.csv", "themes.csv"}) {
    EXPECT_TRUE(texts.contains(file)) << file;
  }
  const auto& agreements = texts.at("agreements.csv");
  for (const auto* part : {",announced,", ",..,", ",P4Y,", ",P3Y,tacit,1,"}) {
    EXPECT_NE(agreements.find(part), std::string::npos) << part;
  }
  EXPECT_NE(texts.at("lineage.csv").find(",renews,"), std::string::npos);
}

}  // namespace
}  // namespace maillage::generator
