// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/data_set_builder.hpp"

namespace maillage::exchange_tests {

/// Draws data sets in which every table has rows and every column is sometimes filled and sometimes empty.
///
/// All of it is sound: references lead somewhere, ids are distinct, dates and identifiers have their form. Texts hold
/// what a careless writer would spoil: commas, quotes, beginnings of formulas, apostrophes, wide characters.
class RandomDataSet {
 public:
  explicit RandomDataSet(unsigned seed) : random_(seed) {}

  DataSetBuilder::Result draw() {
    add_territories();
    add_institutions();
    add_people();
    add_themes();
    add_sources();
    add_agreements();
    add_between_institutions();
    add_mentions();
    return builder_.finish();
  }

 private:
  static constexpr unsigned kInstitutions = 9, kPeople = 6, kAgreements = 8, kThemes = 4, kTerritories = 5;

  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
  bool sometimes() { return below(2) == 0; }
  // Views have to live until the row is added: texts are kept in the pool.
  std::string_view keep(const std::string& text) { return builder_.texts().keep(text); }
  std::string_view id(std::string_view prefix, unsigned number) {
    return keep(std::string(prefix) + std::to_string(number));
  }
  std::string_view maybe_id(std::string_view prefix, unsigned count) {
    return sometimes() ? id(prefix, below(count)) : std::string_view();
  }

  std::string_view words() {
    static const std::vector<std::string> parts{
        "Université", "d’Île, “Lille”", "\"guillemets\"", "=1+1",        "+33",    "-moins", "@a",      "'apostrophe",
        "a;b",        "l'Œuvre",        "日本語の大学",   "naïve  café", "#dièse", "\\N\\L", "<b>&amp;"};
    auto text = parts[below(static_cast<unsigned>(parts.size()))];
    for (auto more = below(3); more > 0; --more) text += ' ' + parts[below(static_cast<unsigned>(parts.size()))];
    return keep(text);
  }
  std::string_view maybe_words() { return sometimes() ? words() : std::string_view(); }
  std::vector<std::string_view> list_of_words(std::string_view prefix) {
    std::vector<std::string_view> list;
    for (auto i = below(4); i > 0; --i)
      list.push_back(keep(std::string(prefix) + std::to_string(i) + ", " + std::string(words())));
    return list;
  }
  PartialDate date() {
    static const std::vector<std::string> forms{"",         "2024-07-08", "2024-07", "2024",           "2023~",
                                                "2023?",    "202X",       "2022%",   "[..2024-12-19]", "[2024-01-02..]",
                                                "2022/2026"};
    return *PartialDate::parse(forms[below(static_cast<unsigned>(forms.size()))]);
  }
  PartialDate end() { return below(5) == 0 ? PartialDate::without_end() : date(); }
  template <class E>
  E code() {
    return static_cast<E>(below(static_cast<unsigned>(code_names<E>.size())));
  }
  double amount() {
    static const std::vector<double> amounts{kNoAmount, 0, 0.1, 1234567.89, 7e6, 123456789012345678.0, 1e-7, 1e15};
    return amounts[below(static_cast<unsigned>(amounts.size()))];
  }
  void add_territories() {
    for (unsigned i = 0; i < kTerritories; ++i) {
      TerritoryRow row{.code = id("FR-T", i), .name = words(), .level = code<TerritoryLevel>()};
      if (i > 0 && sometimes()) row.parent = id("FR-T", below(i));
      if (sometimes()) row.population = below(3'000'000);
      if (sometimes()) row.latitude = 50.62925, row.longitude = -3.057256;
      row.note = maybe_words();
      builder_.add(row);
    }
  }

  void add_institutions() {
    for (unsigned i = 0; i < kInstitutions; ++i) {
      InstitutionRow row{.id = id("i", i), .name = words(), .short_name = maybe_words()};
      row.aliases = list_of_words("sigle ");
      row.kind = code<InstitutionKind>();
      row.city = maybe_words();
      row.territory = maybe_id("FR-T", kTerritories);
      if (sometimes()) row.country = "FR";
      if (i > 0 && sometimes()) row.parent = id("i", below(i));
      row.founded = date();
      row.dissolved = date();
      if (sometimes()) row.ror = "02kzqn938";
      if (sometimes()) row.siren = "732829320";
      if (sometimes()) row.finess = "2A0000014";
      if (sometimes()) row.wikidata = "Q3551621";
      if (sometimes()) row.url = "https://exemple.test/a?b=1,2";
      row.note = maybe_words();
      builder_.add(row);
    }
  }

  void add_people() {
    for (unsigned i = 0; i < kPeople; ++i) {
      PersonRow row{.id = id("p", i), .name = words(), .aliases = list_of_words("dit "), .note = maybe_words()};
      if (sometimes()) row.orcid = "0000-0002-1825-0097";
      builder_.add(row);
      builder_.add(PositionRow{.person = id("p", i),
                               .institution = maybe_id("i", kInstitutions),
                               .title = words(),
                               .valid_from = date(),
                               .valid_to = end(),
                               .seen_on = date(),
                               .note = maybe_words()});
    }
  }

  void add_themes() {
    for (unsigned i = 0; i < kThemes; ++i) {
      builder_.add(ThemeRow{.code = id("t", i),
                            .label_fr = maybe_words(),
                            .label_en = maybe_words(),
                            .synonyms = list_of_words("autre "),
                            .note = maybe_words()});
    }
  }

  void add_sources() {
    for (unsigned i = 0; i < 3; ++i) {
      SourceRow row{.id = id("s", i),
                    .title = maybe_words(),
                    .publisher = maybe_words(),
                    .date = date(),
                    .kind = code<SourceKind>()};
      if (sometimes()) row.url = "http://exemple.test/";
      if (sometimes()) row.file = "dossier/lettre.pdf";
      if (sometimes()) row.sha256 = keep(std::string(64, 'a'));
      if (sometimes()) row.language = "fr";
      row.retrieved = date();
      row.note = maybe_words();
      builder_.add(row);
    }
  }

  void add_agreements() {
    for (unsigned i = 0; i < kAgreements; ++i) {
      add_agreement(i);
      for (unsigned party = below(3); party < kInstitutions; party += 1 + below(4)) {
        builder_.add(PartyRow{.agreement = id("a", i),
                              .institution = id("i", party),
                              .role = code<PartyRole>(),
                              .signed_on = date(),
                              .joined = date(),
                              .left = end(),
                              .amount_eur = amount(),
                              .note = maybe_words()});
      }
      for (unsigned person = below(4); person < kPeople; person += 1 + below(3)) {
        builder_.add(SignatureRow{.agreement = id("a", i),
                                  .person = id("p", person),
                                  .on_behalf_of = maybe_id("i", kInstitutions),
                                  .capacity = maybe_words(),
                                  .kind = code<SignatureKind>(),
                                  .date = date(),
                                  .note = maybe_words()});
      }
      builder_.add(EventRow{
          .id = id("e", i), .agreement = id("a", i), .kind = code<EventKind>(), .date = date(), .note = maybe_words()});
      if (i > 0) add_lineage(i);
      EvidenceRow claim{.table = "agreements", .key = id("a", i), .field = "signed", .value = maybe_words()};
      claim.source = id("s", below(3));
      claim.locator = "l. 13-39";
      claim.basis = code<Basis>();
      claim.reason = claim.basis == Basis::inferred ? words() : maybe_words();
      claim.accepted = code<Accepted>();
      claim.note = maybe_words();
      builder_.add(claim);
    }
    builder_.add(AcknowledgementRow{
        .warning = "few_named_parties", .table = "agreements", .key = "a0", .reason = words(), .note = maybe_words()});
    builder_.add(ReviewMarkRow{.source = id("s", 0), .table = "agreements", .key = "a0", .field = "signed", .day = *PartialDate::parse("2024-06-01"), .note = maybe_words()});
    builder_.add(NameDecisionRow{.name = words(), .key = id("i", 0), .table = "institutions", .decision = code<NameVerdict>(), .day = date(), .source = id("s", 0), .note = maybe_words()});
  }

  void add_agreement(unsigned i) {
    AgreementRow row{.id = id("a", i), .title = maybe_words(), .type = code<AgreementType>()};
    row.reference = maybe_words();
    row.signed_on = date();
    row.valid_from = date();
    row.valid_to = end();
    if (sometimes()) row.duration = "P5Y";
    row.renewal = code<Renewal>();
    if (sometimes()) row.max_renewals = static_cast<int>(below(4));
    if (sometimes()) row.notice = "P3M";
    row.terminated = date();
    row.expected = date();
    row.stage = code<Stage>();
    row.responsible_unit = maybe_words();
    row.place = maybe_words();
    row.axes = list_of_words("axe ");
    if (sometimes()) row.themes = {"t0", "t2"};
    if (sometimes()) row.territories = {"FR-T1", "FR-T3"};
    row.amount_eur = amount();
    if (sometimes()) row.unnamed_parties = below(7);
    row.note = maybe_words();
    builder_.add(row);
  }

  void add_lineage(unsigned i) {
    const auto kind = code<LineageKind>();
    const auto of = kind != LineageKind::first && sometimes() ? id("a", below(i)) : std::string_view();
    builder_.add(LineageRow{.agreement = id("a", i), .kind = kind, .of = of, .note = maybe_words()});
  }

  void add_between_institutions() {
    builder_.add(AffiliationRow{.member = "i1",
                                .group = "i0",
                                .role = maybe_words(),
                                .valid_from = date(),
                                .valid_to = end(),
                                .note = maybe_words()});
    builder_.add(SuccessionRow{
        .predecessor = "i2", .successor = "i3", .date = date(), .kind = code<SuccessionKind>(), .note = maybe_words()});
  }

  void add_mentions() {
    for (unsigned i = 0; i < 3; ++i) {
      MentionRow row{.id = id("m", i), .context = code<MentionContext>(), .date = date(), .note = maybe_words()};
      row.institutions = {id("i", below(4)), id("i", 4 + below(4))};
      if (const auto euros = amount(); euros == euros) row.amount_eur = euros;
      builder_.add(row);
    }
  }

  std::mt19937 random_;
  DataSetBuilder builder_;
};

}  // namespace maillage::exchange_tests
