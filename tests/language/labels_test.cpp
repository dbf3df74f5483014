// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "analysis/centrality/measures.hpp"
#include "language/language.hpp"
#include "model/codes.hpp"
#include "network/view_options.hpp"

namespace maillage {
namespace {

using Codes = std::vector<std::string_view>;

template <class E>
Codes codes_of() {
  return {code_names<E>.begin(), code_names<E>.end()};
}

struct Group {
  std::string_view name;
  Codes codes;
};

std::vector<Group> groups() {
  return {{"type", codes_of<AgreementType>()},
          {"type_plural", codes_of<AgreementType>()},
          {"kind", codes_of<InstitutionKind>()},
          {"kind_title", codes_of<InstitutionKind>()},
          {"stage", codes_of<Stage>()},
          {"renewal", codes_of<Renewal>()},
          {"role", codes_of<PartyRole>()},
          {"signature", codes_of<SignatureKind>()},
          {"event", codes_of<EventKind>()},
          {"lineage", codes_of<LineageKind>()},
          {"mention", codes_of<MentionContext>()},
          {"succession", codes_of<SuccessionKind>()},
          {"level", codes_of<TerritoryLevel>()},
          {"source_kind", codes_of<SourceKind>()},
          {"basis", codes_of<Basis>()},
          {"accepted", codes_of<Accepted>()},
          {"status", codes_of<Status>()},
          {"end_rule", codes_of<EndRule>()},
          {"certainty", {"no", "possible", "certain"}},
          {"view", codes_of<ViewKind>()},
          {"weight", codes_of<Weighting>()},
          {"dates", codes_of<DateBasis>()},
          {"unknown", codes_of<UnknownDates>()},
          {"institutions", codes_of<InstitutionsAs>()},
          {"distance", codes_of<Distance>()},
          {"measure", measure_codes()}};
}

TEST(Labels, OfEveryCodeStandInBothLanguages) {
  for (const auto& group : groups()) {
    EXPECT_FALSE(group.codes.empty()) << group.name;
    for (const auto code : group.codes) {
      for (const auto* language : {"fr", "en"}) {
        const auto label = Language(language).label(group.name, code);
        EXPECT_FALSE(label.empty() || label.starts_with("⟪")) << group.name << '.' << code << " in " << language;
      }
    }
  }
}

TEST(Labels, TellTheCodesOfAGroupApart) {
  for (const auto& group : groups()) {
    for (const auto* language : {"fr", "en"}) {
      std::set<std::string> labels;
      for (const auto code : group.codes) labels.insert(Language(language).label(group.name, code));
      EXPECT_EQ(labels.size(), group.codes.size()) << group.name << " in " << language;
    }
  }
}

TEST(Labels, LeadBackToTheirCodes) {
  for (const auto& group : groups()) {
    for (const auto* language : {"fr", "en", "qps"}) {
      const Language spoken(language);
      for (const auto code : group.codes) {
        if (code.empty()) continue;
        EXPECT_EQ(spoken.code_of_label(group.name, spoken.label(group.name, code), group.codes), code)
            << group.name << " in " << language;
      }
    }
  }
}

TEST(Labels, OfOneLanguageAreUnderstoodInTheOther) {
  const auto types = codes_of<AgreementType>();
  for (const auto code : types) {
    EXPECT_EQ(Language("en").code_of_label("type", Language("fr").label("type", code), types), code);
    EXPECT_EQ(Language("fr").code_of_label("type", Language("en").label("type", code), types), code);
  }
}

}  // namespace
}  // namespace maillage
