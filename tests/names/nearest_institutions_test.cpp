// SPDX-License-Identifier: Apache-2.0
#include "names/nearest_institutions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

std::string invented_name(std::mt19937& random) {
  static const std::vector<std::string> words{"CH",     "CHU",   "Université", "Ville",     "de",    "Lille",  "Lens",   "Saint-Omer", "d’Arras",
                                              "Institut", "École", "nationale",  "Communauté", "pays",  "Artois", "santé",  "recherche",  "1",
                                              "2",      "Béthune", "Douai",    "CC",         "du",    "Nord",   "centre", "hospitalier", "x"};
  std::string name;
  for (auto n = 1 + random() % 5; n > 0; --n) name += (name.empty() ? "" : " ") + words[random() % words.size()];
  return name;
}

// The slow way looks at every name; both must say the same, ties and scores too.
TEST(NearestInstitutions, AnswerAsTheSlowWayDoes) {
  std::mt19937 random(11);
  std::vector<std::string> ids, names, aliases;
  for (int i = 0; i < 300; ++i) {
    ids.push_back("i" + std::to_string(i));
    names.push_back(invented_name(random));
    aliases.push_back(invented_name(random));
  }
  DataSetBuilder builder;
  for (std::size_t i = 0; i < ids.size(); ++i) builder.add(InstitutionRow{.id = ids[i], .name = names[i], .aliases = {aliases[i]}});
  const auto data = builder.finish().data;
  const NameIndex index(data);
  const NearestInstitutions quick(data);
  for (int i = 0; i < 200; ++i) {
    const auto asked = invented_name(random);
    for (const std::size_t count : {1, 3, 10}) {
      const auto slow = index.nearest(asked, count, {EntityKind::institution}), fast = quick.nearest(asked, count);
      ASSERT_EQ(slow.size(), fast.size()) << asked;
      for (std::size_t k = 0; k < slow.size(); ++k) {
        EXPECT_EQ(slow[k].row, fast[k].row) << asked;
        EXPECT_EQ(slow[k].name, fast[k].name) << asked;
        EXPECT_DOUBLE_EQ(slow[k].similarity, fast[k].similarity) << asked;
      }
    }
  }
}

TEST(NearestInstitutions, OfNothingAreNone) {
  const auto data = DataSetBuilder().finish().data;
  EXPECT_TRUE(NearestInstitutions(data).nearest("CHU de Lille").empty());
}

}  // namespace
}  // namespace maillage
