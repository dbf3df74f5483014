// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline.hpp"

#include <gmock/gmock.h>

#include <clocale>
#include <deque>
#include <map>

#include "drawing/raster.hpp"
#include "drawing/timeline_marks.hpp"
#include "drawing/year_scale.hpp"
#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Dates {
  const char *signed_on = "", *from = "", *to = "", *duration = "", *expected = "", *terminated = "";
  Renewal renewal = Renewal::not_said;
  const char* notice = "";
};

class Builder {
 public:
  Builder& institution(std::string id, std::string name) {
    InstitutionRow row;
    row.id = keep(std::move(id));
    row.name = keep(std::move(name));
    builder_.add(row);
    return *this;
  }
  Builder& agreement(std::string id, std::vector<std::string> parties, const Dates& dates, std::string title = "",
                     AgreementType type = AgreementType::framework_agreement, std::uint32_t unnamed = 0) {
    AgreementRow row;
    row.id = keep(std::move(id));
    row.title = keep(std::move(title));
    row.type = type;
    row.signed_on = *PartialDate::parse(dates.signed_on);
    row.valid_from = *PartialDate::parse(dates.from);
    row.valid_to = *PartialDate::parse(dates.to);
    row.expected = *PartialDate::parse(dates.expected);
    row.terminated = *PartialDate::parse(dates.terminated);
    row.duration = dates.duration;
    row.renewal = dates.renewal;
    row.notice = dates.notice;
    row.unnamed_parties = unnamed;
    builder_.add(row);
    for (auto& party : parties) {
      PartyRow p;
      p.agreement = row.id;
      p.institution = keep(std::move(party));
      builder_.add(p);
    }
    return *this;
  }
  Builder& event(std::string agreement, EventKind kind, const char* date) {
    EventRow row;
    row.id = keep("e" + std::to_string(texts_.size()));
    row.agreement = keep(std::move(agreement));
    row.kind = kind;
    row.date = *PartialDate::parse(date);
    builder_.add(row);
    return *this;
  }
  Builder& inferred_signature(std::string agreement) {
    EvidenceRow row;
    row.table = "agreements";
    row.key = keep(std::move(agreement));
    row.field = "signed";
    row.basis = Basis::inferred;
    row.source = "s1";
    row.locator = "l. 3-5";
    builder_.add(row);
    return *this;
  }
  Builder& source(std::string id, std::string title) {
    SourceRow row;
    row.id = keep(std::move(id));
    row.title = keep(std::move(title));
    builder_.add(row);
    return *this;
  }
  DataSet finish() { return std::move(builder_.finish().data); }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  std::deque<std::string> texts_;
  DataSetBuilder builder_;
};

TimelineInput input_of(const DataSet& data, const char* as_of = "2024-12-19") {
  TimelineInput input;
  input.data = &data;
  for (Index a = 0; a < data.agreements.size(); ++a) input.selection.items.push_back({a, Certainty::certain});
  if (*as_of != 0) input.selection.reference_day = parse_day(as_of);
  input.command = "timeline data -o x.svg";
  input.version = "1";
  return input;
}

/// The shape of the seeds: known and unknown ends, signatures before and by then, announced, unnamed parties, events.
DataSet seeds() {
  return Builder()
      .institution("ars", "ARS Hauts-de-France").institution("ul", "Université de Lille").institution("ville", "Ville de Lille")
      .institution("chu", "CHU de Lille").institution("inserm", "Inserm").institution("va", "Villeneuve-d’Ascq")
      .institution("ternois", "TernoisCom").source("s1", "Page <1>")
      .agreement("a-ville", {"ul", "ville"}, {.from = "2022", .to = "2026"})
      .event("a-ville", EventKind::adopted, "2022-06").event("a-ville", EventKind::kick_off, "2022-10-06")
      .agreement("b-ars", {"ars", "ul"}, {.signed_on = "2023-12-18", .from = "2023", .to = "2028"}).inferred_signature("b-ars")
      .agreement("c-chu", {"ul", "chu", "inserm"}, {.signed_on = "2024-07-08"}, "", AgreementType::cooperation_protocol)
      .agreement("d-cls", {"ars", "ternois"}, {.signed_on = "[..2024-12-19]"}, "", AgreementType::local_health_contract)
      .agreement("e-charte", {"va"}, {.signed_on = "[..2024-12-19]"}, "Charte", AgreementType::charter, 6)
      .agreement("f-clsi", {"ars", "va"}, {.expected = "2025"}, "CLS intercommunal", AgreementType::local_health_contract)
      .finish();
}

/// Everything a drawing must keep: label boxes apart and on the sheet, no small type, valid XML.
void expect_sound(const Picture& picture, double least_size = 11) {
  for (std::size_t i = 0; i < picture.labels.size(); ++i) {
    const auto& a = picture.labels[i];
    EXPECT_GE(a.size, least_size) << a.text;
    EXPECT_GE(a.box.left, 0) << a.text;
    EXPECT_GE(a.box.top, 0) << a.text;
    EXPECT_LE(a.box.right, picture.width) << a.text;
    EXPECT_LE(a.box.bottom, picture.height) << a.text;
    for (std::size_t j = i + 1; j < picture.labels.size(); ++j) {
      EXPECT_FALSE(a.box.overlaps(picture.labels[j].box)) << a.text << " | " << picture.labels[j].text;
    }
  }
  EXPECT_NO_THROW(png_of(picture.svg, 0.25));
}

void expect_sound_everywhere(const TimelineInput& input) {
  for (const auto* code : {"fr", "en", "qps"}) {
    for (const auto sheet : {SheetWidth::wide, SheetWidth::narrow}) {
      for (const auto grouping : {TimelineGrouping::institution, TimelineGrouping::type}) {
        SCOPED_TRACE(std::string(code) + (sheet == SheetWidth::wide ? " wide" : " narrow"));
        expect_sound(draw_timeline(input, {.grouping = grouping, .sheet = sheet}, Language(code)));
      }
    }
  }
}

std::string texts_of(const Picture& picture) {
  std::string all;
  for (const auto& label : picture.labels) all += label.text + '\n';
  return all;
}

std::string drawn(const DataSet& data, const char* as_of = "2024-12-19", const char* code = "fr") {
  return texts_of(draw_timeline(input_of(data, as_of), {}, Language(code)));
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(Timeline, SaysTheFindingByCounting) {
  const auto data = seeds();
  EXPECT_EQ(timeline_title(input_of(data), Language("fr")),
            "Deux accords ont une fin connue\u202F; pour les trois autres, aucune source n’en donne");
  EXPECT_EQ(timeline_title(input_of(data), Language("en")),
            "Two agreements have a known end; for the three others, no source gives one");
  const auto text = drawn(data);
  EXPECT_THAT(text, HasSubstr("5 accords signés et 1 annoncé, 2022–2028"));
  EXPECT_THAT(text, HasSubstr("19\u00A0décembre\u00A02024\u00A0: date la plus récente des sources"));
}

TEST(Timeline, CountsApartWhatIsRenewedTacitly) {
  const auto data = Builder()
                        .institution("a", "A")
                        .agreement("stated", {"a"}, {.from = "2020-01-01", .to = "2023-12-31", .renewal = Renewal::tacit})
                        .agreement("computed", {"a"}, {.from = "2020-01-01", .duration = "P1Y", .renewal = Renewal::tacit})
                        .agreement("known", {"a"}, {.from = "2020-01-01", .to = "2023-12-31"})
                        .finish();
  EXPECT_EQ(timeline_title(input_of(data), Language("fr")), "Un accord a une fin connue\u202F; deux accords se reconduisent tacitement");
  EXPECT_THAT(drawn(data), HasSubstr("31\u00A0déc.\u00A02023, reconduction tacite"));
  expect_sound_everywhere(input_of(data, ""));
}

TEST(Timeline, EveryAgreementHasOneRow) {
  const auto data = seeds();
  const auto groups = timeline_groups(input_of(data), TimelineGrouping::institution);
  std::vector<Index> rows;
  for (const auto& group : groups) {
    for (const auto& row : group.rows) rows.push_back(row.agreement);
  }
  std::ranges::sort(rows);
  EXPECT_EQ(rows, (std::vector<Index>{0, 1, 2, 3, 4, 5}));
  // Most agreements certainly in force first: Université de Lille has two, ARS one.
  EXPECT_EQ(data.institutions.id[groups[0].institution], "ul");
  EXPECT_EQ(data.institutions.id[groups[1].institution], "ars");
  EXPECT_EQ(data.institutions.id[groups[2].institution], "va");
  EXPECT_EQ(groups[0].rows.size(), 3u);
  EXPECT_EQ(groups[1].rows.back().status, Status::announced);
}

TEST(Timeline, WritesWhatIsKnownOfEachRow) {
  const auto text = drawn(seeds());
  EXPECT_THAT(text, HasSubstr("adoption\u00A0juin\u00A02022"));
  EXPECT_THAT(text, HasSubstr("lancement\u00A06\u00A0oct.\u00A02022"));
  EXPECT_THAT(text, HasSubstr("31\u00A0déc.\u00A02026"));
  EXPECT_THAT(text, HasSubstr("protocole de coopération · fin non précisée"));
  EXPECT_THAT(text, HasSubstr("six\u00A0parties\u00A0non\u00A0nommées"));
  EXPECT_THAT(text, HasSubstr("CLS intercommunal · annonce pour 2025"));
  EXPECT_THAT(text, HasSubstr("S1\u00A0Page <1> (l.\u00A03–5)"));
  EXPECT_THAT(text, HasSubstr("sans terme (aucun ici)"));
  EXPECT_THAT(text, HasSubstr("signé au plus tard à cette date"));
  EXPECT_THAT(text, Not(HasSubstr("échu")));       // the legend has what occurs
  EXPECT_THAT(text, Not(HasSubstr("⟪")));           // no message is missing
  EXPECT_THAT(drawn(seeds(), "2024-12-19", "en"), Not(HasSubstr("⟪")));
}

TEST(Timeline, IsSoundInEveryLanguageAndWidth) {
  const auto data = seeds();
  expect_sound_everywhere(input_of(data));
  expect_sound_everywhere(input_of(data, ""));
}

TEST(Timeline, NothingToDrawIsSaid) {
  const auto none = Builder().finish();
  expect_sound_everywhere(input_of(none, ""));
  EXPECT_EQ(timeline_title(input_of(none), Language("fr")), "Aucun accord dans cette sélection");
  const auto one = Builder().institution("a", "A").agreement("x", {"a"}, {}).finish();
  expect_sound_everywhere(input_of(one, ""));
  EXPECT_EQ(timeline_title(input_of(one), Language("fr")), "Le seul accord signé n’a aucune date");
  EXPECT_THAT(drawn(one, ""), HasSubstr("sans date"));
  EXPECT_THAT(drawn(one, ""), HasSubstr("aucune autre partie nommée"));
}

TEST(Timeline, TellsEveryKindOfEndApart) {
  const auto data = Builder()
      .institution("a", "A").institution("b", "B")
      .agreement("1-open", {"a", "b"}, {.signed_on = "2020-05-01", .from = "2020", .to = ".."})
      .agreement("2-computed", {"a", "b"}, {.signed_on = "2021-03-01", .duration = "P5Y"})
      .agreement("3-ended", {"a", "b"}, {.signed_on = "2015", .from = "2015", .to = "2019-06-30"})
      .agreement("4-span", {"a", "b"}, {.signed_on = "2020-02", .from = "2020", .to = "2026/2028"})
      .agreement("5-terminated", {"a", "b"}, {.signed_on = "2019-02-03", .to = "2030", .terminated = "2023-03-31"})
      .agreement("6-later", {"a", "b"}, {.signed_on = "2024-11-01", .from = "2026", .to = "2030"})
      .agreement("7-from-then", {"a", "b"}, {.signed_on = "[2023-01-01..]", .to = "2029"})
      .finish();
  const auto input = input_of(data);
  expect_sound_everywhere(input);
  const auto text = drawn(data);
  for (const auto* said : {"sans terme", "fin calculée", "échu", "fin connue à une période près", "fin anticipée",
                           "signé au plus tôt"}) {
    EXPECT_THAT(text, HasSubstr(said));
  }
  EXPECT_THAT(text, HasSubstr("28\u00A0févr.\u00A02026, calculée\u00A0: signature\u00A0+\u00A05\u00A0ans"));
  EXPECT_THAT(text, Not(HasSubstr("aucun ici")));
}

TEST(Timeline, AnUnknownBeginningNeverLooksInForce) {
  const auto data = Builder().institution("a", "A").institution("b", "B")
      .agreement("open", {"a", "b"}, {.to = ".."}).agreement("to", {"a", "b"}, {.to = "2027"}).finish();
  const auto input = input_of(data);
  const TimelineFrame frame{{2020, 2030, 100, 1200}, 700, 640};
  for (const auto& group : timeline_groups(input, TimelineGrouping::institution)) {
    for (const auto& row : group.rows) {
      EXPECT_EQ(row.status, Status::unknown);
      for (const auto& segment : marks_of(data, row, frame).segments) EXPECT_EQ(segment.kind, TimelineMarks::Bar::unknown);
    }
  }
  expect_sound_everywhere(input);
}

TEST(Timeline, MarksLieWhereTheDatesAre) {
  const auto data = seeds();
  const TimelineFrame frame{{2022, 2028, 0, 700}, 430, 296};
  const auto groups = timeline_groups(input_of(data), TimelineGrouping::institution);
  const auto ville = marks_of(data, groups[0].rows[0], frame);  // 2022–2026, two events, no signature
  ASSERT_EQ(ville.segments.size(), 1u);
  EXPECT_EQ(ville.segments[0].kind, TimelineMarks::Bar::in_force);
  EXPECT_DOUBLE_EQ(ville.segments[0].from, 0);
  EXPECT_DOUBLE_EQ(ville.segments[0].to, 500);
  EXPECT_EQ(ville.end, TimelineMarks::End::cap);
  EXPECT_EQ(ville.signature, TimelineMarks::Signature::none);
  EXPECT_EQ(ville.rings.size(), 2u);
  const auto ars = marks_of(data, groups[0].rows[1], frame);  // pale to the signature, which is inferred
  ASSERT_EQ(ars.segments.size(), 2u);
  EXPECT_EQ(ars.segments[0].kind, TimelineMarks::Bar::before_signature);
  EXPECT_EQ(ars.signature, TimelineMarks::Signature::inferred);
  EXPECT_DOUBLE_EQ(ars.segments[1].to, 700);
  const auto chu = marks_of(data, groups[0].rows[2], frame);
  EXPECT_EQ(chu.signature, TimelineMarks::Signature::stated);
  EXPECT_EQ(chu.end, TimelineMarks::End::question);
  EXPECT_EQ(chu.segments.back().to, 430);
  const auto cls = marks_of(data, groups[1].rows[0], frame);
  EXPECT_EQ(cls.signature, TimelineMarks::Signature::by_then);
  EXPECT_EQ(cls.segments.back().to, 430);  // dots stop at the same place for all
}

// Worked out by hand: notice by 30 September 2025 and, the day missed, by 30 September 2024; renewal by the end itself.
DataSet with_deadlines() {
  return Builder()
      .institution("u", "Université").institution("v", "Ville").institution("w", "Hôpital")
      .agreement("ahead", {"u", "v"}, {.from = "2025-01-01", .to = "2025-12-31", .duration = "P1Y", .renewal = Renewal::tacit, .notice = "P3M"})
      .agreement("missed", {"u", "w"}, {.from = "2024-01-01", .to = "2024-12-31", .duration = "P1Y", .renewal = Renewal::tacit, .notice = "P3M"})
      .agreement("renew", {"v", "w"}, {.from = "2022", .to = "2026", .renewal = Renewal::express})
      .agreement("unsaid", {"w"}, {.from = "2022", .to = "2027"})
      .agreement("no-day", {"v"}, {.from = "2022", .renewal = Renewal::tacit, .notice = "P3M"})
      .finish();
}

TEST(Timeline, MarksTheLastDaysToAct) {
  const auto data = with_deadlines();
  const TimelineFrame frame{{2022, 2028, 0, 7000}, 6000, 0};
  std::map<std::string, TimelineMarks> marks;
  for (const auto& group : timeline_groups(input_of(data), TimelineGrouping::institution)) {
    for (const auto& row : group.rows) marks[std::string(data.agreements.id[row.agreement])] = marks_of(data, row, frame);
  }
  const auto x = [&](const char* day) { return frame.scale.x_after(*parse_day(day)); };
  ASSERT_EQ(marks["ahead"].pennants.size(), 1U);
  EXPECT_DOUBLE_EQ(marks["ahead"].pennants[0].x, x("2025-09-30"));
  EXPECT_TRUE(marks["ahead"].pennants[0].is_certain);
  ASSERT_EQ(marks["missed"].pennants.size(), 2U);
  EXPECT_DOUBLE_EQ(marks["missed"].pennants[0].x, x("2024-09-30"));
  EXPECT_DOUBLE_EQ(marks["missed"].pennants[1].x, x("2025-09-30"));
  EXPECT_FALSE(marks["missed"].pennants[1].is_certain) << "the renewal before it may not have happened";
  EXPECT_DOUBLE_EQ(marks["renew"].pennants.at(0).x, x("2026-12-31"));
  EXPECT_FALSE(marks["unsaid"].pennants.at(0).is_certain);
  EXPECT_TRUE(marks["no-day"].pennants.empty());
  const auto picture = draw_timeline(input_of(data), {}, Language("en"));
  EXPECT_THAT(picture.svg, HasSubstr("notice to be given by 30\u00A0September\u00A02025"));
  EXPECT_THAT(picture.svg, HasSubstr("notice to be given by 30\u00A0September\u00A02024 (day past)"));
  EXPECT_THAT(texts_of(picture), HasSubstr("notice\u00A0by"));
  EXPECT_THAT(texts_of(picture), HasSubstr("last day to give notice, renew or replace"));
  EXPECT_THAT(drawn(data, "", "en"), Not(HasSubstr("last day to give notice"))) << "without a day nothing is asked";
  expect_sound_everywhere(input_of(data));
}

TEST(Timeline, ThinsTheYearsOfLongTimes) {
  Builder builder;
  builder.institution("a", "A").institution("b", "B");
  for (int year = 1990; year <= 2050; year += 10) {
    const auto from = std::to_string(year), to = std::to_string(year + 10);
    builder.agreement("x" + from, {"a", "b"}, {.from = from.c_str(), .to = to.c_str()});
  }
  const auto data = builder.finish();
  expect_sound_everywhere(input_of(data));
  const auto text = drawn(data);
  EXPECT_THAT(text, HasSubstr("2035\n"));
  EXPECT_THAT(text, Not(HasSubstr("2036\n")));
}

TEST(Timeline, SurvivesAbsurdYearsAndHostileNames) {
  const std::string hostile = "<script>alert('x')</script> & \"Ž\" \xFF\xE2\x80\xAE ]]>";
  const auto data = Builder()
      .institution("a", hostile).institution("b", std::string(300, 'W')).institution("c", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字")
      .agreement("0", {"a", "b", "c"}, {.from = "0001", .to = "9999"}, hostile, AgreementType::other)
      .agreement("1", {"a", "b"}, {.signed_on = "2024-01-01"}, std::string(500, 'i'), AgreementType::other)
      .agreement("2", {"c"}, {.expected = "20XX"}, hostile + hostile + hostile, AgreementType::chair, 4000000)
      .finish();
  const auto input = input_of(data);
  expect_sound_everywhere(input);
  const auto picture = draw_timeline(input, {.link = [](Index) { return std::string("javascript:alert(1)"); }}, Language("fr"));
  EXPECT_THAT(picture.svg, Not(HasSubstr("<script")));
  EXPECT_THAT(picture.svg, Not(HasSubstr("javascript")));
}

TEST(Timeline, ManyAgreementsComeInPagesAndNoneIsLost) {
  Builder builder;
  for (int i = 0; i < 12; ++i) builder.institution("i" + std::to_string(i), "Institution " + std::to_string(i));
  for (int i = 0; i < 250; ++i) {
    const auto from = std::to_string(2000 + i % 20), to = std::to_string(2024 + i % 9);
    builder.agreement("x" + std::to_string(1000 + i), {"i" + std::to_string(i % 12), "i" + std::to_string((i * 7 + 1) % 12)},
                      {.from = from.c_str(), .to = to.c_str()});
  }
  const auto data = builder.finish();
  const auto input = input_of(data);
  TimelineOptions options;
  EXPECT_EQ(timeline_pages(input, options), 5u);
  std::size_t rows = 0;
  for (options.page = 0; options.page < 5; ++options.page) {
    const auto picture = draw_timeline(input, options, Language("fr"));
    expect_sound(picture);
    rows += count_of(picture.svg, "Début\u00A0: ");
    EXPECT_THAT(texts_of(picture), HasSubstr("sur 250"));
  }
  EXPECT_EQ(rows, 250u);
  options.page = 9;  // past the last page: an empty one, no fault
  expect_sound(draw_timeline(input, options, Language("fr")));
}

TEST(Timeline, SameBytesForAnyOrderOfRowsAndAnyLocale) {
  const auto data = seeds();
  const auto first = draw_timeline(input_of(data), {}, Language("fr")).svg;
  auto shuffled = input_of(data);
  std::ranges::reverse(shuffled.selection.items);
  EXPECT_EQ(draw_timeline(shuffled, {}, Language("fr")).svg, first);
  std::setlocale(LC_ALL, "fr_FR.UTF-8");
  EXPECT_EQ(draw_timeline(input_of(data), {}, Language("fr")).svg, first);
  std::setlocale(LC_ALL, "C");
}

TEST(Timeline, LinksRowsAndKeepsWhereItCameFrom) {
  auto data = seeds();
  data.content_hash = "00ff";
  TimelineOptions options;
  options.link = [&](Index a) { return "fiches/" + std::string(data.agreements.id[a]) + ".html"; };
  const auto picture = draw_timeline(input_of(data), options, Language("fr"));
  EXPECT_THAT(picture.svg, HasSubstr("href=\"fiches/a-ville.html\""));
  EXPECT_EQ(count_of(picture.svg, "<a href"), 6u);
  EXPECT_THAT(picture.svg, HasSubstr("command: timeline data -o x.svg; version: 1; data: 00ff"));
  EXPECT_THAT(picture.svg, HasSubstr("xml:lang=\"fr\""));
}

TEST(Timeline, LeavesTheHeadingToThePage) {
  const auto data = seeds();
  const auto picture = draw_timeline(input_of(data), {.with_heading = false}, Language("fr"));
  EXPECT_THAT(texts_of(picture), Not(HasSubstr("Deux accords ont une fin connue")));
  EXPECT_THAT(picture.svg, HasSubstr("<title id=\"timeline-title\">Deux accords ont une fin connue"));
}

TEST(YearScale, DaysLieEvenlyInTheirYear) {
  const YearScale scale{2022, 2023, 100, 300};
  EXPECT_DOUBLE_EQ(scale.x(*parse_day("2022-01-01")), 100);
  EXPECT_DOUBLE_EQ(scale.x(*parse_day("2023-01-01")), 200);
  EXPECT_DOUBLE_EQ(scale.x_after(*parse_day("2022-12-31")), 200);
  EXPECT_DOUBLE_EQ(scale.x(*parse_day("1999-01-01")), 100);
  EXPECT_DOUBLE_EQ(scale.x(kDistantFuture), 300);
  EXPECT_DOUBLE_EQ(scale.x_after(kDistantFuture), 300);
}

TEST(YearScale, StepsAreRoundNumbersOfYears) {
  EXPECT_EQ((YearScale{2022, 2028, 0, 700}.step(40)), 1);
  EXPECT_EQ((YearScale{1990, 2060, 0, 700}.step(40)), 5);
  EXPECT_EQ((YearScale{1, 9999, 0, 700}.step(40)), 1000);
  EXPECT_EQ((YearScale{1990, 2060, 0, 700}.years(40)).front(), 1990);
}

}  // namespace
}  // namespace maillage
