// SPDX-License-Identifier: Apache-2.0
#include "language/language.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>

namespace maillage {
namespace {

const Language french("fr");
const Language english("en");
const Language made_up("qps");

TEST(Language, KnowsThreeLanguagesAndRefusesOthers) {
  EXPECT_EQ(french.code(), "fr");
  EXPECT_EQ(english.code(), "en");
  EXPECT_EQ(made_up.code(), "qps");
  EXPECT_THROW(Language("de"), std::invalid_argument);
  EXPECT_THROW(Language(""), std::invalid_argument);
}

class Environment : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
  }
  void TearDown() override { SetUp(); }
};

TEST_F(Environment, IsReadByNameInTheOrderOfPosix) {
  EXPECT_EQ(Language::from_environment().code(), "en");
  setenv("LANG", "fr_FR.UTF-8", 1);
  EXPECT_EQ(Language::from_environment().code(), "fr");
  setenv("LC_MESSAGES", "en_GB.UTF-8", 1);
  EXPECT_EQ(Language::from_environment().code(), "en");
  setenv("LC_ALL", "fr", 1);
  EXPECT_EQ(Language::from_environment().code(), "fr");
  setenv("LC_ALL", "", 1);
  EXPECT_EQ(Language::from_environment().code(), "en") << "an empty variable counts as not set";
  setenv("LC_MESSAGES", "frr_DE", 1);
  EXPECT_EQ(Language::from_environment().code(), "en") << "Northern Frisian is not French";
  setenv("LC_ALL", "C", 1);
  EXPECT_EQ(Language::from_environment().code(), "en");
}

TEST(Messages, TakeValuesAsTheyAre) {
  const Arguments arguments{{"text", "{text} {path} ⟧"}};
  EXPECT_EQ(english.say("text.quoted", arguments), "“{text} {path} ⟧”");
  EXPECT_EQ(french.quoted("a"), "«\u00A0a\u00A0»");
}

TEST(Messages, ShowAMissingKeyAndAMissingValue) {
  EXPECT_EQ(french.say("no.such.key"), "⟪no.such.key⟫");
  EXPECT_FALSE(french.has("no.such.key"));
  EXPECT_TRUE(french.has("word.yes"));
  EXPECT_EQ(english.say("text.quoted"), "“{text}”");
}

TEST(Plurals, AreFrenchForNoughtAndOneAndEnglishForOne) {
  EXPECT_EQ(french.say_count("unit.days", 0), "0 jour");
  EXPECT_EQ(french.say_count("unit.days", 1), "1 jour");
  EXPECT_EQ(french.say_count("unit.days", 2), "2 jours");
  EXPECT_EQ(french.say_count("unit.days", 1234), "1\u202F234 jours");
  EXPECT_EQ(english.say_count("unit.days", 0), "0 days");
  EXPECT_EQ(english.say_count("unit.days", 1), "1 day");
  EXPECT_EQ(english.say_count("unit.days", 1234), "1,234 days");
}

TEST(Numbers, FollowTheTypographyOfTheLanguage) {
  EXPECT_EQ(french.number(std::int64_t{1234}), "1\u202F234");
  EXPECT_EQ(english.number(std::int64_t{1234567}), "1,234,567");
  EXPECT_EQ(french.number(std::int64_t{999}), "999");
  EXPECT_EQ(french.number(std::int64_t{-1234}), "−1\u202F234");
  EXPECT_EQ(english.number(std::numeric_limits<std::int64_t>::min()), "−9,223,372,036,854,775,808");
  EXPECT_EQ(french.number(1234.5, 1), "1\u202F234,5");
  EXPECT_EQ(english.number(1234.5, 2), "1,234.50");
  EXPECT_EQ(french.percent(0.57), "57\u00A0%");
  EXPECT_EQ(english.percent(0.575, 1), "57.5%");
  EXPECT_EQ(french.euros(7000000), "7\u202F000\u202F000\u00A0€");
  EXPECT_EQ(english.euros(7000000), "€7,000,000");
  EXPECT_EQ(english.euros(-0.5), "−€0.50");
}

TEST(Numbers, RoundAsPeopleDo) {
  EXPECT_EQ(english.number(1.005, 2), "1.01");
  EXPECT_EQ(english.number(2.5, 0), "3");
  EXPECT_EQ(english.number(-2.5, 0), "−3");
  EXPECT_EQ(english.number(0.125, 2), "0.13");
  EXPECT_EQ(english.number(999.9996, 3), "1,000.000");
  EXPECT_EQ(english.number(0.04, 1), "0.0");
  EXPECT_EQ(english.number(-0.04, 1), "0.0") << "no minus before nought";
  EXPECT_EQ(english.number(0.06, 1), "0.1");
  EXPECT_EQ(english.number(0.6, 0), "1");
  EXPECT_EQ(english.number(0.4, 0), "0");
  EXPECT_EQ(english.number(0.0, 3), "0.000");
  EXPECT_EQ(english.number(1e20, 0), "100,000,000,000,000,000,000");
}

TEST(Numbers, SayWhatIsUnknown) {
  EXPECT_EQ(french.number(std::nan(""), 2), "inconnu");
  EXPECT_EQ(english.percent(std::nan("")), "unknown");
  EXPECT_EQ(french.number(HUGE_VAL, 1), "∞");
}

TEST(Bounds, GiveOneNumberWhereTheyAreEqual) {
  EXPECT_EQ(french.certain_to_possible(3, 10), "3 à 10 (3 certains, 10 possibles)");
  EXPECT_EQ(french.certain_to_possible(0, 1), "0 à 1 (0 certain, 1 possible)");
  EXPECT_EQ(french.certain_to_possible(4, 4), "4");
  EXPECT_EQ(english.certain_to_possible(3, 10), "3 to 10 (3 certain, 10 possible)");
}

TEST(Lists, AreJoinedWithAWord) {
  EXPECT_EQ(french.list({}), "");
  EXPECT_EQ(french.list({"a"}), "a");
  EXPECT_EQ(french.list({"a", "b"}), "a et b");
  EXPECT_EQ(french.list({"a", "b", "c"}), "a, b et c");
  EXPECT_EQ(english.list({"a", "b"}), "a and b");
  EXPECT_EQ(english.list({"a", "b", "c"}), "a, b, and c");
}

TEST(Labels, ArePlainWordsBothWays) {
  EXPECT_EQ(french.label("type", "framework_agreement"), "convention-cadre");
  EXPECT_EQ(english.label("renewal", ""), "renewal not stated");
  const std::vector<std::string_view> codes(code_names<AgreementType>.begin(), code_names<AgreementType>.end());
  for (const auto* word : {"framework_agreement", "convention-cadre", "Convention cadre", "CONVENTIONS-CADRES",
                           "framework agreement", "Framework Agreements"}) {
    EXPECT_EQ(french.code_of_label("type", word, codes), "framework_agreement") << word;
    EXPECT_EQ(english.code_of_label("type", word, codes), "framework_agreement") << word;
  }
  EXPECT_EQ(french.code_of_label("type", "contrat local de sante", codes), "local_health_contract");
  EXPECT_EQ(french.code_of_label("type", "convention", codes), "");
  EXPECT_EQ(french.code_of_label("type", "", codes), "");
  EXPECT_EQ(french.code_of_label("type", " - ", codes), "");
  EXPECT_EQ(made_up.code_of_label("type", made_up.label("type", "chair"), codes), "chair");
}

TEST(MadeUp, WrapsWhateverTheProgramSays) {
  EXPECT_EQ(made_up.say("word.yes"), "⟦ýéš⟧");
  EXPECT_EQ(made_up.say("text.quoted", {{"text", "Lille"}}), "⟦“Lille”⟧");
  EXPECT_EQ(made_up.number(std::int64_t{1234}), "⟦1,234⟧");
  EXPECT_EQ(made_up.percent(0.5), "⟦50%⟧");
  EXPECT_EQ(made_up.date(day_of({2024, 12, 19})), "⟦19 Ḋéçéṁḃéŕ 2024⟧");
  EXPECT_EQ(made_up.list({"x", "y"}), "⟦x àñḋ y⟧");
  EXPECT_EQ(made_up.say_count("unit.days", 2), "⟦⟦2⟧ ḋàýš⟧");
}

}  // namespace
}  // namespace maillage
