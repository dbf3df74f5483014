// SPDX-License-Identifier: Apache-2.0
#include "exchange/flat_tables.hpp"

#include <gmock/gmock.h>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

// The network of the tests below; `annonce` is only announced, `seule` has no tie.
//
//     =chu ---- ars ---- uni        ars–uni: two agreements, one of three parties
//        \________________/         seule
DataSet small_data() {
  DataSetBuilder builder;
  for (const auto* id : {"=chu", "ars", "uni", "seule"}) {
    InstitutionRow row{.id = id, .name = id};
    row.kind = id == std::string_view("uni") ? InstitutionKind::higher_education : InstitutionKind::hospital;
    builder.add(row);
  }
  builder.add(PersonRow{.id = "anne", .name = "Anne"});
  builder.add(PersonRow{.id = "bruno", .name = "Bruno"});
  builder.add(ThemeRow{.code = "sante"});
  builder.add(ThemeRow{.code = "formation"});
  builder.add(SourceRow{.id = "s2"});
  builder.add(SourceRow{.id = "s1"});
  AgreementRow deux{.id = "deux", .title = "À deux, \"bien\"", .type = AgreementType::framework_agreement};
  deux.signed_on = *PartialDate::parse("2024-04-10");
  deux.valid_from = *PartialDate::parse("2024");
  deux.valid_to = PartialDate::without_end();
  deux.duration = "P5Y";
  deux.renewal = Renewal::tacit;
  deux.themes = {"formation", "sante"};
  deux.amount_eur = 1200.5;
  builder.add(deux);
  AgreementRow trois{.id = "trois"};
  trois.signed_on = *PartialDate::parse("[..2024-12-19]");
  builder.add(trois);
  AgreementRow annonce{.id = "annonce"};
  annonce.stage = Stage::announced;
  builder.add(annonce);
  for (const auto* id : {"ars", "uni"}) {
    for (const auto* agreement : {"annonce", "deux", "trois"}) {
      builder.add(PartyRow{.agreement = agreement, .institution = id});
    }
  }
  builder.add(PartyRow{.agreement = "trois", .institution = "=chu"});
  builder.add(AgreementRow{.id = "un"});
  builder.add(PartyRow{.agreement = "un", .institution = "seule"});
  builder.add(SignatureRow{.agreement = "deux", .person = "bruno", .on_behalf_of = "uni"});
  builder.add(SignatureRow{.agreement = "deux", .person = "bruno", .on_behalf_of = "ars"});
  builder.add(SignatureRow{.agreement = "deux", .person = "anne", .kind = SignatureKind::present});
  builder.add(EvidenceRow{.table = "agreements", .key = "deux", .field = "*", .source = "s2"});
  builder.add(EvidenceRow{.table = "agreements", .key = "deux", .field = "signed", .source = "s1"});
  builder.add(EvidenceRow{.table = "agreements", .key = "deux", .field = "title", .source = "s2"});
  return builder.finish().data;
}

constexpr auto kHeader =
    "id,parties,title,type,signed,valid_from,valid_to,duration,renewal,themes,amount_eur,signatories,source\n";

TEST(AgreementsCsv, HasARowForEachSignedAgreement) {
  EXPECT_EQ(agreements_csv(small_data(), nullptr),
            std::string(kHeader) +
                "deux,ars|uni,\"À deux, \"\"bien\"\"\",framework_agreement,2024-04-10,2024,..,P5Y,tacit,"
                "formation|sante,1200.5,bruno,s1|s2\n"
                "trois,'=chu|ars|uni,,other,[..2024-12-19],,,,,,,,\n"
                "un,seule,,other,,,,,,,,,\n");
}

TEST(AgreementsCsv, HasTheAgreementsOfASelection) {
  const auto data = small_data();
  Selection selection;
  selection.items.push_back({data.find_agreement("annonce"), Certainty::certain, Certainty::no});
  EXPECT_EQ(agreements_csv(data, &selection), std::string(kHeader) + "annonce,ars|uni,,other,,,,,,,,,\n");
}

TEST(AgreementsCsv, OfNothingIsTheHeader) {
  EXPECT_EQ(agreements_csv(DataSetBuilder().finish().data, nullptr), kHeader);
}

TEST(EdgesCsv, NamesTiesAgreementsAndNodesWithoutTies) {
  const auto data = small_data();
  EXPECT_EQ(edges_csv(build_network(data, {})),
            "source,target,weight,agreements\n"
            "'=chu,ars,0.5,trois\n"
            "'=chu,uni,0.5,trois\n"
            "ars,uni,1.5,deux|trois\n"
            "seule,,,\n");
}

//   a ──▶ b (two rows, 2 and 3), b ──▶ a (1), c ──▶ b (4)
TEST(EdgesCsv, OfADirectedViewHasARowForEachArc) {
  DataSetBuilder builder;
  for (const auto* id : {"a", "b", "c", "d"}) builder.add(InstitutionRow{.id = id, .name = id});
  const auto row = [&](const char* id, const char* source, const char* target, double weight) {
    AgreementRow agreement{.id = id};
    agreement.given_weight = weight;
    builder.add(agreement);
    builder.add(PartyRow{.agreement = id, .institution = source});
    builder.add(PartyRow{.agreement = id, .institution = target});
    builder.add(FlowRow{id, source, target});
  };
  row("1", "a", "b", 2), row("2", "a", "b", 3), row("3", "b", "a", 1), row("4", "c", "b", 4);
  const auto data = builder.finish().data;
  ViewOptions options;
  options.directed = true;
  options.all_institutions = true;
  EXPECT_EQ(edges_csv(build_network(data, options)),
            "source,target,weight,agreements\n"
            "a,b,5,1|2\n"
            "b,a,1,3\n"
            "c,b,4,4\n"
            "d,,,\n");
}

TEST(NodesCsv, GivesDegreeStrengthAndHyperdegree) {
  const auto data = small_data();
  EXPECT_EQ(nodes_csv(build_network(data, {})),
            "id,name,kind,degree,strength,hyperdegree\n"
            "'=chu,'=chu,hospital,2,1,1\n"
            "ars,ars,hospital,2,2,2\n"
            "seule,seule,hospital,0,0,1\n"
            "uni,uni,higher_education,2,2,2\n");
}

TEST(NodesCsv, NamesPeopleAndAgreements) {
  const auto data = small_data();
  ViewOptions options;
  options.kind = ViewKind::affiliations;
  EXPECT_THAT(nodes_csv(build_network(data, options)), testing::HasSubstr("bruno,Bruno,person,2,"));
  options.kind = ViewKind::two_mode;
  EXPECT_THAT(nodes_csv(build_network(data, options)),
              testing::HasSubstr("deux,\"À deux, \"\"bien\"\"\",framework_agreement,2,2,"));
}

}  // namespace
}  // namespace maillage
