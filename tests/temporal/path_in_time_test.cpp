// SPDX-License-Identifier: Apache-2.0
// `maillage path` in time, from the command line to JSON, CSV and words.
#include <gmock/gmock.h>

#include <random>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A chain whose middle tie exists twice, once too early:
//
//   a --[2020]-- b --[2019]-- c        a --[2023]-- d
//                b --[March to December 2021]-- c --[June 2021 to 2022]-- d
//
// a – b is also tied by a short agreement inside the long one, which must neither merge with it nor cut it.
const std::string kChain =
    "source,target,valid_from,valid_to,agreement\n"
    "a,b,2020-01-01,2020-12-31,long\n"
    "a,b,2020-02-01,2020-02-10,short\n"
    "b,c,2019-01-01,2019-06-30,early\n"
    "b,c,2021-03-01,2021-12-31,late\n"
    "c,d,2021-06-01,2022-12-31,cd\n"
    "a,d,2023-01-01,2023-12-31,ad\n"
    "e,,,,\n";

Json answer(const std::string& input, std::vector<std::string> words) {
  Around around;
  around.input = input;
  words.insert(words.begin(), {"path", "-"});
  return json_of(words, around);
}

/// "a 2019-01-01 0", … and "e – –" for who is not reached.
std::vector<std::string> arrivals(const Json& json) {
  std::vector<std::string> found;
  for (const auto& row : json.at("arrivals")) {
    found.push_back(row.at("id").get<std::string>());
    found.back() += row.at("arrival").is_null() ? " –" : " " + row.at("arrival").get<std::string>();
    found.back() += row.at("hops").is_null() ? " –" : " " + row.at("hops").dump();
  }
  return found;
}

/// "a b long 2020-01-01", …
std::vector<std::string> steps(const Json& json) {
  std::vector<std::string> found;
  for (const auto& row : json.at("steps")) {
    found.push_back(row.at("from").get<std::string>() + " " + row.at("to").get<std::string>());
    for (const auto& id : row.at("agreements")) found.back() += " " + id.get<std::string>();
    found.back() += " " + row.at("date").get<std::string>();
  }
  return found;
}

TEST(PathInTime, earliest_arrivals_at_everybody) {
  const auto json = answer(kChain, {"a", "--in-time", "--all"});
  EXPECT_EQ(json.at("source"), "a");
  EXPECT_EQ(json.at("start"), "2019-01-01") << "the earliest date of the data";
  EXPECT_THAT(arrivals(json),
              ElementsAre("a 2019-01-01 0", "b 2020-01-01 1", "c 2021-03-01 2", "d 2021-06-01 3", "e – –"));
  EXPECT_EQ(json.at("reached"), 3);
  EXPECT_EQ(json.at("not_reached"), 1);
  EXPECT_THAT(arrivals(answer(kChain, {"d", "--in-time", "--all"})),
              ElementsAre("a 2023-01-01 1", "b 2021-06-01 2", "c 2021-06-01 1", "d 2019-01-01 0", "e – –"))
      << "b is reached from d through c while both ties hold";
}

TEST(PathInTime, windows) {
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--start", "2020-03-15"})),
              ElementsAre("a 2020-03-15 0", "b 2020-03-15 1", "c 2021-03-01 2", "d 2021-06-01 3", "e – –"))
      << "the long agreement holds after the short one inside it has ended";
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--start", "2020-12-31"})),
              ElementsAre("a 2020-12-31 0", "b 2020-12-31 1", "c 2021-03-01 2", "d 2021-06-01 3", "e – –"))
      << "the last day counts";
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--start", "2021-01-01"})),
              ElementsAre("a 2021-01-01 0", "b – –", "c – –", "d 2023-01-01 1", "e – –"));
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--end", "2021-06-01"})),
              ElementsAre("a 2019-01-01 0", "b 2020-01-01 1", "c 2021-03-01 2", "d 2021-06-01 3", "e – –"));
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--end", "2021-05-31"})),
              ElementsAre("a 2019-01-01 0", "b 2020-01-01 1", "c 2021-03-01 2", "d – –", "e – –"));
}

// All ties on the same day: non-strict everybody is reached on it, strict one step a day at most.
const std::string kOneDay =
    "source,target,valid_from,valid_to\na,b,2020-05-01,2020-05-01\nb,c,2020-05-01,2020-05-02\nc,d,2020-05-01,2020-05-02\n";

TEST(PathInTime, strict_and_not) {
  EXPECT_THAT(arrivals(answer(kOneDay, {"a", "--in-time", "--all"})),
              ElementsAre("a 2020-05-01 0", "b 2020-05-01 1", "c 2020-05-01 2", "d 2020-05-01 3"));
  EXPECT_THAT(arrivals(answer(kOneDay, {"a", "--in-time", "--all", "--strict"})),
              ElementsAre("a 2020-05-01 0", "b 2020-05-01 1", "c 2020-05-02 2", "d – –"))
      << "the first step may be on the start day, each next a day later";
}

TEST(PathInTime, the_fewest_hops_of_all_paths_that_arrive_on_that_day) {
  // d is reached on 5 May by a – b – c – d, which is at c on 2 May, and by a – c – d, which is at c on 5 May.
  const std::string ties =
      "source,target,valid_from,valid_to\na,b,2020-05-01,2020-05-01\nb,c,2020-05-02,2020-05-02\n"
      "c,d,2020-05-05,2020-05-09\na,c,2020-05-05,2020-05-05\n";
  EXPECT_THAT(arrivals(answer(ties, {"a", "--in-time", "--all"})),
              ElementsAre("a 2020-05-01 0", "b 2020-05-01 1", "c 2020-05-02 2", "d 2020-05-05 2"));
  EXPECT_THAT(arrivals(answer(ties, {"a", "--in-time", "--all", "--strict"})),
              ElementsAre("a 2020-05-01 0", "b 2020-05-01 1", "c 2020-05-02 2", "d 2020-05-05 3"));
  EXPECT_THAT(steps(answer(ties, {"a", "d", "--in-time"})), ElementsAre("a c 4 2020-05-05", "c d 3 2020-05-05"));
}

TEST(PathInTime, the_chain_by_each_criterion) {
  const auto chain = [](const std::string& criterion) {
    return answer(kChain, {"a", "d", "--in-time", "--criterion", criterion, "--end", "2023-06-30"});
  };
  const auto earliest = chain("earliest");
  EXPECT_EQ(earliest.at("length"), 3);
  EXPECT_THAT(steps(earliest), ElementsAre("a b long 2020-01-01", "b c late 2021-03-01", "c d cd 2021-06-01"));
  EXPECT_EQ(earliest.at("steps")[1].at("waited_days"), 425);
  EXPECT_EQ(earliest.at("duration_days"), 517);
  EXPECT_EQ(earliest.at("certainty"), "certain");
  for (const auto* criterion : {"latest", "fastest", "shortest"}) {
    const auto json = chain(criterion);
    EXPECT_EQ(json.at("length"), 1) << criterion;
    EXPECT_THAT(steps(json), ElementsAre(criterion == std::string("latest") ? "a d ad 2023-06-30" : "a d ad 2023-01-01"));
  }
  EXPECT_THAT(steps(answer(kChain, {"a", "b", "--in-time", "--start", "2020-02-05"})), ElementsAre("a b long short 2020-02-05"))
      << "both agreements that hold on that day";
}

TEST(PathInTime, no_path_is_told_and_no_error) {
  const auto json = answer(kChain, {"a", "e", "--in-time"});
  EXPECT_TRUE(json.at("length").is_null());
  EXPECT_TRUE(json.at("steps").empty());
  EXPECT_TRUE(json.at("arrival").is_null());
  const auto back = answer(kChain, {"c", "a", "--in-time", "--start", "2020-07-01", "--end", "2022-12-31"});
  EXPECT_TRUE(back.at("length").is_null()) << "b – c comes after a – b, and d – a after the window";
}

TEST(PathInTime, doubtful_dates_never_pass_for_certain) {
  const std::string ties = "source,target,signed,valid_from,valid_to,agreement\n"
                           "a,b,,2020-01-01,2022-12-31,known\n"
                           "b,c,[..2021-06-30],,,by\n"
                           "c,d,,,,undated\n";
  const auto earliest = answer(ties, {"a", "--in-time", "--all"});
  EXPECT_THAT(arrivals(earliest), ElementsAre("a 2020-01-01 0", "b 2020-01-01 1", "c 2020-01-01 2", "d 2020-01-01 3"));
  EXPECT_EQ(earliest.at("reached"), 3);
  EXPECT_EQ(earliest.at("certainly_reached"), 1);
  EXPECT_EQ(earliest.at("settings").at("agreements_undated"), 1);
  const auto latest = answer(ties, {"a", "--in-time", "--all", "--reading", "latest"});
  EXPECT_THAT(arrivals(latest), ElementsAre("a 2020-01-01 0", "b 2020-01-01 1", "c 2021-06-30 2", "d – –"));
  const auto chain = answer(ties, {"a", "c", "--in-time"});
  EXPECT_EQ(chain.at("certainty"), "possible");
  EXPECT_EQ(chain.at("steps")[0].at("certainty"), "certain");
  EXPECT_EQ(chain.at("steps")[1].at("certainty"), "possible");
  EXPECT_EQ(chain.at("readings").at("latest").at("arrival"), "2021-06-30");
  EXPECT_TRUE(chain.at("readings").at("certain").is_null());
}

TEST(PathInTime, without_dates_nothing_is_said_of_time) {
  const std::string ties = "source,target\na,b\n";
  const auto json = answer(ties, {"a", "--in-time", "--all"});
  EXPECT_TRUE(json.at("start").is_null());
  EXPECT_THAT(arrivals(json), ElementsAre("a – –", "b – –"));
  EXPECT_TRUE(answer(ties, {"a", "b", "--in-time"}).at("length").is_null());
  EXPECT_THAT(arrivals(answer(ties, {"a", "--in-time", "--all", "--start", "2020-01-01"})),
              ElementsAre("a 2020-01-01 0", "b 2020-01-01 1"))
      << "asked for a day, it takes undated agreements as possible";
}

TEST(PathInTime, agreements_of_several_parties) {
  const std::string csv =
      "id,parties,valid_from,valid_to\nx,a|b|c,2020-01-01,2020-12-31\ny,c|d,2020-06-01,2020-06-30\nz,d|e,2020-06-30,2020-07-31\n";
  EXPECT_THAT(arrivals(answer(csv, {"a", "--in-time", "--all", "--strict"})),
              ElementsAre("a 2020-01-01 0", "b 2020-01-01 1", "c 2020-01-01 1", "d 2020-06-01 2", "e 2020-06-30 3"));
}

TEST(PathInTime, the_package_of_hauts_de_france) {
  const auto json = json_of({"path", kData, "CHU de Lille", "--in-time", "--all"});
  EXPECT_EQ(json.at("start"), "2022-01-01");
  EXPECT_THAT(arrivals(json),
              ElementsAre("ars-hdf 2024-07-08 2", "cabbalr 2024-07-08 3", "capso 2024-07-08 3", "ch-valenciennes – –",
                          "chu-lille 2022-01-01 0", "inserm 2024-07-08 1", "ternoiscom 2024-07-08 3",
                          "univ-lille 2024-07-08 1", "uphf – –", "ville-laon 2024-07-08 3", "ville-lille 2024-07-08 2",
                          "ville-saint-quentin 2024-07-08 3", "ville-villeneuve-ascq – –"));
  EXPECT_EQ(json.at("certainly_reached"), 4);
  const auto after = json_of({"path", kData, "CHU de Lille", "Ville de Lille", "--in-time", "--start", "2027"});
  EXPECT_TRUE(after.at("length").is_null()) << "the agreement with the city ends with 2026";
}

TEST(PathInTime, directed_ties_are_crossed_one_way) {
  EXPECT_THAT(arrivals(answer(kChain, {"a", "--in-time", "--all", "--directed"})),
              ElementsAre("a 2019-01-01 0", "b 2020-01-01 1", "c 2021-03-01 2", "d 2021-06-01 3", "e – –"));
  EXPECT_THAT(arrivals(answer(kChain, {"d", "--in-time", "--all", "--directed"})),
              ElementsAre("a – –", "b – –", "c – –", "d 2019-01-01 0", "e – –"));
  const std::string there_and_back = "source,target,valid_from,valid_to,agreement\na,b,2020-01-01,2020-01-31,to\n"
                                     "b,a,2020-02-01,2020-02-28,back\n";
  EXPECT_THAT(steps(answer(there_and_back, {"b", "a", "--in-time", "--directed"})), ElementsAre("b a back 2020-02-01"));
  EXPECT_THAT(steps(answer(there_and_back, {"b", "a", "--in-time"})), ElementsAre("b a to 2020-01-01"));
}

TEST(Path, directed_chains_follow_the_arcs) {
  const auto there = answer(kChain, {"a", "c", "--directed"});
  EXPECT_EQ(there.at("length"), 2);
  EXPECT_EQ(there.at("steps")[1].at("agreements"), Json::array({"early", "late"})) << "both agreements of b and c";
  EXPECT_TRUE(answer(kChain, {"c", "a", "--directed"}).at("length").is_null());
  EXPECT_EQ(answer(kChain, {"c", "a"}).at("length"), 2);
  const std::string both_ways = "source,target,weight,agreement\na,b,4,ab\nb,a,1,ba\nb,c,4,bc\na,c,1,ac\n";
  EXPECT_EQ(answer(both_ways, {"a", "b", "--directed"}).at("steps")[0].at("agreements"), Json::array({"ab"}));
  const auto inverse = answer(both_ways, {"a", "c", "--directed", "--distance", "inverse"});
  EXPECT_EQ(inverse.at("length"), 0.5) << "1/4 + 1/4, not 1";
  EXPECT_EQ(inverse.at("steps").size(), 2U);
}

TEST(PathInTime, tables_and_words) {
  Around around;
  around.input = kChain;
  const auto csv = run({"path", "-", "a", "--in-time", "--all", "--format", "csv"}, around);
  EXPECT_EQ(csv.out, "id,name,arrival,hops,certain_arrival\na,a,2019-01-01,0,2019-01-01\nb,b,2020-01-01,1,2020-01-01\n"
                     "c,c,2021-03-01,2,2021-03-01\nd,d,2021-06-01,3,2021-06-01\ne,e,,,\n");
  const auto english = run({"path", "-", "a", "d", "--in-time"}, around).out;
  EXPECT_THAT(english, HasSubstr("What a has on 1 January 2020 can have reached d on 1 June 2021 (517 days), through b and c."));
  const auto french = run({"--lang", "fr", "path", "-", "a", "d", "--in-time"}, around).out;
  EXPECT_THAT(french, HasSubstr("Ce que a détient le 1er janvier 2020 peut avoir gagné d le 1er juin 2021 (517 jours), par b et c."));
}

TEST(PathInTime, options_that_do_not_go_together) {
  Around around;
  around.input = kChain;
  const auto refused = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"path", "-"});
    const auto done = run(words, around);
    EXPECT_EQ(done.exit_code, 2) << done.out;
    return done.err;
  };
  EXPECT_THAT(refused({"a", "d", "--strict"}), HasSubstr("--in-time"));
  EXPECT_THAT(refused({"a", "d", "--start", "2020"}), HasSubstr("--in-time"));
  EXPECT_THAT(refused({"a", "d", "--all"}), HasSubstr("--in-time"));
  EXPECT_THAT(refused({"a", "d", "--in-time", "--distance", "inverse"}), HasSubstr("--distance"));
  EXPECT_THAT(refused({"a", "--in-time", "--all", "--criterion", "fastest"}), HasSubstr("--criterion"));
  refused({"a", "--in-time"});
  refused({"a", "d", "--in-time", "--all"});
  refused({"a", "nobody", "--in-time"});
  EXPECT_THAT(refused({"a", "d", "--in-time", "--criterion", "best"}), HasSubstr("earliest, latest, fastest, shortest"));
  EXPECT_THAT(refused({"a", "d", "--in-time", "--reading", "best"}), HasSubstr("earliest, latest"));
  EXPECT_THAT(refused({"a", "d", "--in-time", "--start", "2021", "--end", "2020"}), HasSubstr("2021"));
}

TEST(TemporalMeasures, have_the_same_bytes_on_any_number_of_threads) {
  std::string ties = "source,target,valid_from,valid_to\n";
  std::mt19937 random(7);
  for (int i = 0; i < 1200; ++i) {
    const auto year = std::to_string(2000 + random() % 20);
    const auto from = random() % 300, to = (from + 1 + random() % 299) % 300;
    ties += "n" + std::to_string(from) + ",n" + std::to_string(to) + "," + year + "-0" +
            std::to_string(1 + random() % 9) + "-01," + year + "-12-31\n";
  }
  Around around;
  around.input = ties;
  const auto on = [&](const std::string& threads) {
    return run({"--threads", threads, "centrality", "-", "--measure", "temporal_closeness,temporal_betweenness", "--format", "csv"}, around).out;
  };
  const auto alone = on("1");
  EXPECT_GT(alone.size(), 3000U);
  EXPECT_EQ(on("2"), alone);
  EXPECT_EQ(on("3"), alone);
}

/// The values of one measure by id.
std::vector<std::string> measured(const std::string& input, const std::string& measure, std::vector<std::string> options = {}) {
  Around around;
  around.input = input;
  options.insert(options.begin(), {"centrality", "-", "--measure", measure});
  const auto json = json_of(options, around);
  std::vector<std::string> found;
  for (const auto& node : json.at("nodes")) found.push_back(node.at("id").get<std::string>() + " " + node.at(measure).dump());
  return found;
}

TEST(TemporalMeasures, of_the_program) {
  // Over all the time the ring is open both ways, step by step.
  EXPECT_THAT(measured(kChain, "temporal_closeness"), ElementsAre("a 2.5", "b 2.5", "c 2.5", "d 2.5", "e 0.0"));
  EXPECT_THAT(measured(kChain, "temporal_closeness", {"--start", "2021-07-01"}),
              ElementsAre("a 1.0", "b 1.83333333333", "c 2.5", "d 2.5", "e 0.0"))
      << "a has its agreement with d alone, after those of d; b gives to c, through it to d, and in 2023 to a";
  EXPECT_THAT(measured(kChain, "temporal_closeness", {"--normalized"}),
              ElementsAre("a 0.625", "b 0.625", "c 0.625", "d 0.625", "e 0.0"));
  EXPECT_THAT(measured("source,target\na,b\n", "temporal_closeness"), ElementsAre("a null", "b null"));
  EXPECT_THAT(measured("source,target\na,b\n", "temporal_betweenness"), ElementsAre("a null", "b null"));
  // One day each, in order: all paths forwards, and back the single steps alone.
  const std::string days =
      "source,target,valid_from,valid_to\na,b,2020-01-01,2020-01-01\nb,c,2020-01-02,2020-01-02\nc,d,2020-01-03,2020-01-03\n";
  EXPECT_THAT(measured(days, "temporal_betweenness"), ElementsAre("a 0.0", "b 2.0", "c 2.0", "d 0.0"));
  EXPECT_THAT(measured(days, "temporal_betweenness", {"--normalized"}),
              ElementsAre("a 0.0", "b 0.333333333333", "c 0.333333333333", "d 0.0"));
  EXPECT_THAT(measured(days, "temporal_closeness", {"--temporal-distance", "latency"}),
              ElementsAre("a 1.83333333333", "b 1.83333333333", "c 0.833333333333", "d 0.333333333333"));
}

}  // namespace
}  // namespace maillage::program
