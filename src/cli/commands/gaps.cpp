// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "analysis/counterfactual/partner_gaps.hpp"
#include "cli/network_command.hpp"
#include "model/joined_values.hpp"

namespace maillage {
namespace {

constexpr std::size_t kUsualRows = 50;      // that people read
constexpr std::size_t kMostRows = 200'000;  // that machines get unless --top says more: each holds its evidence
constexpr double kMostForetelling = 3e9;

class GapsCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("gaps.group");
    app.add_option("--for", for_, language.say("gaps.option.for"))
        ->group(group)
        ->type_name(language.say("cli.type.name"));
    const auto codes = listed_codes({code_names<GapScore>.begin(), code_names<GapScore>.end()});
    app.add_option("--score", score_, language.say("gaps.option.score", {{"codes", codes}}))
        ->group(group)
        ->type_name(language.say("cli.type.code"));
    app.add_option("--split", split_, language.say("gaps.option.split"))
        ->group(group)
        ->type_name(language.say("cli.type.date"));
  }
  std::size_t wanted(GapScore score) const;
  std::size_t shown_at_most() const { return output_.top > 0 ? output_.top : is_read(output_) ? kUsualRows : kMostRows; }
  GapScore score(const Language& language) const;
  Vertex one(Session& session, const NetworkView& view) const;
  std::optional<Foretelling> foretold(Session& session, const NetworkView& view) const;
  std::string for_, score_ = "two_mode_resource_allocation", split_;
};

GapScore GapsCommand::score(const Language& language) const {
  // The first pairs by a column are those of its score.
  const auto sorts_by = output_.sort.starts_with('-') ? parse_code<GapScore>(output_.sort.substr(1)) : std::nullopt;
  if (sorts_by && !is_given("--score")) return *sorts_by;
  return code_of_option<GapScore>("--score", score_, language, "gap_score");
}

// Cut here where the order asked for is that of the score; else all, to be sorted first. 0: all.
std::size_t GapsCommand::wanted(GapScore score) const {
  const bool in_order = output_.sort.empty() || output_.sort == "-score" || output_.sort == "-" + std::string(code_name(score));
  if (output_.top > 0) return in_order ? output_.top : 0;
  if (!in_order) return 0;
  return shown_at_most();
}

Vertex GapsCommand::one(Session& session, const NetworkView& view) const {
  if (for_.empty()) return Network::no_edge;
  const bool is_people = view.options.kind == ViewKind::people;
  const auto match = session.resolve(for_, {is_people ? EntityKind::person : EntityKind::institution});
  const auto v = is_people ? view.vertex_of_person(match.row) : view.vertex_of_institution(match.row);
  if (v < view.network.vertex_count()) return v;
  throw Failure(ExitCode::usage, session.language.say("cli.error.not_a_node", {{"name", shown_word(for_)}}));
}

std::optional<Foretelling> GapsCommand::foretold(Session& session, const NetworkView& view) const {
  const auto split = split_.empty() ? usual_split(*view.data, view.options)
                                    : std::optional(day_of_argument(split_, "--split", false, session.language));
  if (!split) return std::nullopt;
  return session.timings.phase(
      "foretelling", [&] { return foretell(*view.data, view.options, *split, kMostForetelling, output_.seed); });
}

// All that the data hold, whatever the view looks at: an agreement that has ended, or is announced, is on record.
NetworkView on_record(Session& session, const ViewOptions& chosen) {
  ViewOptions options;
  options.kind = chosen.kind;
  options.roll_up = chosen.roll_up;
  options.institutions = chosen.institutions;
  options.with_announced = true;
  return session.timings.phase("network", [&] { return build_network(session.data(), options); });
}

Json named(const NetworkView& view, Vertex v) {
  return {{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}};
}

Json json_of_gap(const NetworkView& view, const PartnerGap& gap) {
  Json scores;
  for (std::size_t s = 0; s < kGapScores; ++s) scores[std::string(code_names<GapScore>[s])] = gap.scores[s];
  Json partners = Json::array();
  for (const auto z : gap.shared_partners) {
    auto partner = named(view, z);
    partner["agreements_with_a"] =
        agreement_ids_json(*view.data, view.agreements_of_edge(view.network.find_edge(gap.a, z)));
    partner["agreements_with_b"] =
        agreement_ids_json(*view.data, view.agreements_of_edge(view.network.find_edge(z, gap.b)));
    partners.push_back(std::move(partner));
  }
  Json themes = Json::array();
  for (const auto theme : gap.shared_themes) themes.push_back(std::string(view.data->themes[theme].code));
  return {{"a", named(view, gap.a)},
          {"b", named(view, gap.b)},
          {"scores", std::move(scores)},
          {"shared_partners", std::move(partners)},
          {"shared_themes", std::move(themes)},
          {"on_record", "no_agreement"}};
}

std::string theme_name(const Theme& theme, const Language& language) {
  const auto label = language.is_french() ? theme.label_fr : theme.label_en;
  return std::string(label.empty() ? theme.code : label);
}

// "CHU de Lille (3 and 1 agreements)": how many with the one and with the other.
std::string partners_in_words(const NetworkView& view, const PartnerGap& gap, const Language& language) {
  std::vector<std::string> partners;
  for (const auto z : gap.shared_partners) {
    const auto with_a = view.agreements_of_edge(view.network.find_edge(gap.a, z)).size();
    const auto with_b = view.agreements_of_edge(view.network.find_edge(z, gap.b)).size();
    partners.push_back(language.say("gaps.partner", {{"name", std::string(view.label(z))},
                                                     {"a", language.number(static_cast<std::int64_t>(with_a))},
                                                     {"b", language.number(static_cast<std::int64_t>(with_b))}}));
  }
  return some_of(std::move(partners), language, 4);
}

Table table_of(const NetworkView& view, const PartnerGaps& found, GapScore score, const Language& language) {
  constexpr auto right = TableColumn::Align::right;
  Table table;
  table.name = "gaps";
  const auto column = [&](const char* key, TableColumn::Align align = TableColumn::Align::left) {
    table.columns.push_back({key, language.say(std::string("gaps.column.") + key), align});
  };
  for (const auto* key : {"a", "a_name", "b", "b_name"}) column(key);
  column("score", right);
  for (const auto* key : {"shared_partners", "shared_themes"}) column(key);
  for (const auto code : code_names<GapScore>)
    table.columns.push_back({std::string(code), with_capital(language.label("gap_score", code)), right});
  for (const auto& gap : found.gaps) {
    std::vector<std::string_view> codes;
    std::vector<std::string> themes;
    for (const auto theme : gap.shared_themes) {
      codes.push_back(view.data->themes[theme].code);
      themes.push_back(theme_name(view.data->themes[theme], language));
    }
    std::vector<Cell> row{Cell(view.id(gap.a)),
                          Cell(view.full_name(gap.a), std::string(view.label(gap.a))),
                          Cell(view.id(gap.b)),
                          Cell(view.full_name(gap.b), std::string(view.label(gap.b))),
                          Cell(gap.scores[static_cast<std::size_t>(score)]),
                          Cell(joined_ids(view, gap.shared_partners), partners_in_words(view, gap, language)),
                          Cell(joined_values(codes), some_of(std::move(themes), language, 4))};
    for (const auto value : gap.scores) row.emplace_back(value);
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> foretelling_sentences(const std::optional<Foretelling>& told, const Language& language) {
  if (!told) return {language.say("gaps.foretold.no_dates")};
  const auto count = [&](std::uint64_t number) { return language.number(static_cast<std::int64_t>(number)); };
  if (std::isnan(told->auc[0])) return {language.say("gaps.foretold.nothing", {{"date", language.date(told->split)}})};
  std::vector<std::string> each;
  for (std::size_t s = 0; s < kGapScores; ++s) {
    each.push_back(language.say("gaps.foretold.one", {{"score", language.label("gap_score", code_names<GapScore>[s])},
                                                      {"auc", language.number(told->auc[s], 3)}}));
  }
  std::vector<std::string> sentences{language.say("gaps.foretold", {{"date", language.date(told->split)},
                                                                    {"new", count(told->new_pairs)},
                                                                    {"others", count(told->compared)},
                                                                    {"before", count(told->before)},
                                                                    {"after", count(told->after)},
                                                                    {"scores", language.list(each)}})};
  if (told->compared < told->other_pairs)
    sentences.push_back(language.say("gaps.foretold.sampled", {{"all", count(told->other_pairs)}}));
  if (told->undated > 0)
    sentences.push_back(language.say_count("gaps.foretold.undated", static_cast<std::int64_t>(told->undated)));
  return sentences;
}

Json foretelling_json(const std::optional<Foretelling>& told) {
  if (!told) return nullptr;
  Json auc;
  for (std::size_t s = 0; s < kGapScores; ++s) auc[std::string(code_names<GapScore>[s])] = number_or_null(told->auc[s]);
  return {{"split", to_iso(told->split)},    {"agreements_before", told->before},
          {"agreements_after", told->after}, {"undated", told->undated},
          {"new_pairs", told->new_pairs},    {"other_pairs", told->other_pairs},
          {"compared", told->compared},      {"auc", std::move(auc)}};
}

ExitCode GapsCommand::run(Session& session) {
  const auto& language = session.language;
  const auto chosen = score(language);
  load(session);
  const auto view = build(session, without_directions(session));
  if (view.options.kind != ViewKind::institutions && view.options.kind != ViewKind::people) {
    throw Failure(ExitCode::usage, language.say("gaps.error.view"));
  }
  const auto asked = one(session, view);
  const auto recorded = on_record(session, view.options);
  const auto found = session.timings.phase(
      "gaps", [&] { return partner_gaps(view, recorded, {.score = chosen, .top = wanted(chosen), .one = asked}); });
  const auto told = foretold(session, view);

  const auto shown = std::min(found.gaps.size(), shown_at_most());
  Answer answer;
  answer.table = table_of(view, found, chosen, language);
  const auto number = static_cast<std::int64_t>(found.pairs);
  answer.table.title = for_.empty()
                           ? language.say_count("gaps.title", number)
                           : language.say_count("gaps.title.for", number, {{"name", std::string(view.label(asked))}});
  answer.json["score"] = std::string(code_name(chosen));
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  answer.json["pairs"] = found.pairs;
  answer.json["shown"] = shown;
  answer.json["themes_alone_left_out"] = found.themes_alone_left_out;
  answer.json["foretelling"] = foretelling_json(told);
  answer.rows_key = "gaps";
  for (const auto& gap : found.gaps) answer.rows.push_back(json_of_gap(view, gap));
  auto& notes = answer.table.notes;
  if (found.pairs > shown) {
    const auto cut = language.say_count("gaps.first_of", static_cast<std::int64_t>(shown));
    if (output_.top == 0 && !is_read(output_)) session.warn(cut); else notes.push_back(cut);
  }
  notes.push_back(language.say("gaps.note.on_record", {{"score", language.label("gap_score", code_name(chosen))}}));
  if (found.themes_alone_left_out) notes.push_back(language.say("gaps.note.themes_alone"));
  for (auto& sentence : foretelling_sentences(told, language)) notes.push_back(std::move(sentence));
  notes.push_back(settings_sentence(view, language));
  auto output = columns_to_read(output_, {"a_name", "b_name", "score", "shared_partners", "shared_themes"});
  output.top = shown_at_most();
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_gaps() {
  return std::make_unique<GapsCommand>();
}

}  // namespace maillage
