// SPDX-License-Identifier: Apache-2.0
#include "report/lists.hpp"

#include <algorithm>
#include <array>

#include "cli/network_command.hpp"

namespace maillage {
namespace {

const std::vector<std::string_view> kLists{"agreements", "institutions", "people", "mentions", "sources", "evidence"};

class ListCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"list"}; }
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("cli.group.list");
    const auto add = [&](const char* name, auto& target, const char* key, const char* type) {
      return app.add_option(name, target, language.say(key))->group(group)->type_name(language.say(type));
    };
    add("--party", parties_, "cli.option.party", "cli.type.name")->allow_extra_args(false);
    add("--person", people_, "cli.option.person", "cli.type.name")->allow_extra_args(false);
    add("--in-force-on", in_force_on_, "cli.option.in_force_on", "cli.type.date");
    add("--expiring-before", expiring_before_, "cli.option.expiring_before", "cli.type.date");
    add("--signed-from", signed_from_, "cli.option.signed_from", "cli.type.date");
    add("--signed-to", signed_to_, "cli.option.signed_to", "cli.type.date");
    app.add_flag("--undated", undated_, language.say("cli.option.undated"))->group(group);
    app.add_flag("--no-end", no_end_, language.say("cli.option.no_end"))->group(group);
    app.add_flag("--parallel", parallel_, language.say("cli.option.parallel"))->group(group);
  }
  ViewOptions options(Session& session) const;
  void narrow(Session& session, Selection& selection) const;
  Answer agreements(Session& session, const ViewOptions& options) const;
  Answer institutions(Session& session, const ViewOptions& options) const;
  Answer people(Session& session, const ViewOptions& options) const;
  Answer mentions(Session& session, const ViewOptions& options) const;
  Answer sources(Session& session) const;
  Answer evidence(Session& session) const;

  std::vector<std::string> parties_, people_;
  std::string in_force_on_, expiring_before_, signed_from_, signed_to_;
  bool undated_ = false, no_end_ = false, parallel_ = false;
};

ViewOptions ListCommand::options(Session& session) const {
  auto options = view_arguments_.resolve(session);
  for (const auto& word : parties_) options.parties.push_back(session.institution(word));
  for (const auto& word : people_) options.people.push_back(session.resolve(word, {EntityKind::person}).row);
  // Lists show announced agreements too, with their status; a condition of dates leaves them out.
  options.with_announced = !options.as_of && !options.from && !options.to && in_force_on_.empty() &&
                           expiring_before_.empty() && signed_from_.empty() && signed_to_.empty();
  return options;
}

Certainty ends_before(const DataSet& data, Index a, Day day) {
  const auto validity = validity_of(data, a);
  if (is_announced(data, a) || validity.end_earliest >= day) return Certainty::no;
  if (validity.end_latest < day) return Certainty::certain;
  return Certainty::possible;
}

// The conditions of lists of agreements beside the view's: each lowers the certainty or drops the row.
void ListCommand::narrow(Session& session, Selection& selection) const {
  const auto& data = session.data();
  const auto& language = session.language;
  const auto keep_where = [&](auto certainty_of) {
    std::vector<Selection::Item> kept;
    for (auto item : selection.items) {
      item.certainty = std::min(item.certainty, certainty_of(item.agreement));
      const bool doubtful = item.certainty == Certainty::possible;
      if (item.certainty == Certainty::no || (doubtful && view_arguments_.unknown == "exclude")) continue;
      if (!doubtful && view_arguments_.unknown == "only") continue;
      kept.push_back(item);
    }
    selection.items = std::move(kept);
  };
  if (!in_force_on_.empty()) {
    const auto day = day_of_argument(in_force_on_, "--in-force-on", true, language);
    keep_where([&](Index a) { return in_force_during(data, a, day, day); });
  }
  if (!expiring_before_.empty()) {
    // What has ended already does not expire: from the as-of day on.
    const auto day = day_of_argument(expiring_before_, "--expiring-before", false, language);
    keep_where([&](Index a) { return ends_before(data, a, day); });
    if (const auto from = selection.reference_day) {
      std::erase_if(selection.items, [&](const Selection::Item& item) {
        return validity_of(data, item.agreement).end_latest < *from;
      });
    }
  }
  if (!signed_from_.empty() || !signed_to_.empty()) {
    const auto from = signed_from_.empty() ? kDistantPast
                                           : day_of_argument(signed_from_, "--signed-from", false, language);
    const auto to = signed_to_.empty() ? kDistantFuture : day_of_argument(signed_to_, "--signed-to", true, language);
    keep_where([&](Index a) { return signed_during(data, a, from, to); });
  }
  if (undated_) {
    std::erase_if(selection.items, [&](const auto& item) {
      const auto& t = data.agreements;
      return t.signed_on[item.agreement].is_exact_day();
    });
  }
  if (no_end_) {
    std::erase_if(selection.items, [&](const auto& item) {
      const auto rule = validity_of(data, item.agreement).end_rule;
      return rule != EndRule::unknown && rule != EndRule::open;
    });
  }
  if (parallel_) {
    const auto key = [&](Index a) {
      std::vector<Index> parties;
      for (const auto party : data.parties_of(a)) parties.push_back(data.parties.institution[party]);
      return parties;
    };
    std::vector<std::vector<Index>> keys;
    for (const auto& item : selection.items) keys.push_back(key(item.agreement));
    auto sorted = keys;
    std::ranges::sort(sorted);
    std::vector<Selection::Item> kept;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto range = std::ranges::equal_range(sorted, keys[i]);
      if (range.size() > 1 && keys[i].size() > 1) kept.push_back(selection.items[i]);
    }
    selection.items = std::move(kept);
  }
}

// "14 agreements: announced (4), in force (3), unknown (7)."
std::string status_counts(const DataSet& data, const Selection& selection, const std::optional<Day>& day,
                          const Language& language) {
  std::array<std::int64_t, code_names<Status>.size()> counts{};
  for (const auto& item : selection.items) {
    const auto status = day ? status_at(data, item.agreement, *day)
                        : is_announced(data, item.agreement) ? Status::announced
                                                             : Status::unknown;
    ++counts[static_cast<std::size_t>(status)];
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    parts.push_back(language.say("list.of_status", {{"status", language.label("status", code_names<Status>[i])},
                                                    {"number", language.number(counts[i])}}));
  }
  if (parts.empty()) return language.say("list.none");
  return language.say_count("list.count", static_cast<std::int64_t>(selection.items.size()),
                            {{"statuses", language.list(parts)}});
}

Answer ListCommand::agreements(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  auto selection = select_agreements(data, options);
  narrow(session, selection);
  // Without any date condition the certainty of a row is that of its status.
  const bool by_status = in_force_on_.empty() && expiring_before_.empty() && signed_from_.empty() && signed_to_.empty();
  const auto day = in_force_on_.empty() ? selection.reference_day
                                        : day_of_argument(in_force_on_, "--in-force-on", true, session.language);
  Answer answer;
  for (auto& item : selection.items) {
    if (by_status && certainty_code(data, item, day, options) == "possible") item.certainty = Certainty::possible;
    if (format_of(output_) == "json") answer.rows.push_back(agreement_json(data, item, day));
  }
  answer.table = agreements_table(data, selection, day, session.language);
  answer.table.notes.push_back(status_counts(data, selection, day, session.language));
  answer.table.notes.push_back(settings_sentence(options, selection, session.language));
  return answer;
}

Answer ListCommand::institutions(Session& session, const ViewOptions& chosen) const {
  auto options = chosen;
  options.with_announced = false;  // what is only announced is no agreement and no partner yet
  const auto view = build(session, options);
  const auto& data = session.data();
  std::vector<Index> rows_shown;
  const auto passes = [&](Index row) {
    const auto& kinds = options.kinds;
    if (!kinds.empty() && std::ranges::find(kinds, data.institutions.kind[row]) == kinds.end()) return false;
    if (options.territories.empty()) return true;
    for (auto at = data.institutions.territory[row]; at != kNone; at = data.territories[at].parent) {
      if (std::ranges::find(options.territories, at) != options.territories.end()) return true;
    }
    return false;
  };
  const bool narrowed = !options.types.empty() || !options.themes.empty() || !options.statuses.empty() ||
                        !options.parties.empty() || !options.people.empty() || options.as_of || options.from || options.to;
  for (Index row = 0; row < data.institutions.size(); ++row) {
    const auto v = view.vertex_of_institution(row);
    const bool is_node = v < view.network.vertex_count() && view.nodes[v].row == row;
    if (passes(row) && (is_node || !narrowed)) rows_shown.push_back(row);
  }
  Answer answer;
  answer.table = institutions_table(view, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(institution_json(view, row));
  answer.table.notes.push_back(settings_sentence(view, session.language));
  return answer;
}

Answer ListCommand::people(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  std::vector<Index> rows_shown = all_rows(data.people.size());
  if (!options.parties.empty() || !options.people.empty()) {
    const auto selection = select_agreements(data, options);
    std::vector<bool> seen(data.people.size());
    for (const auto& item : selection.items) {
      for (const auto signature : data.signatures_of(item.agreement)) {
        const auto behalf = data.signatures.on_behalf_of[signature];
        const bool for_party = options.parties.empty() || std::ranges::find(options.parties, behalf) != options.parties.end();
        if (for_party) seen[data.signatures.person[signature]] = true;
      }
    }
    std::erase_if(rows_shown, [&](Index row) {
      const bool asked = options.people.empty() || std::ranges::find(options.people, row) != options.people.end();
      return !seen[row] || !asked;
    });
  }
  Answer answer;
  answer.table = people_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(person_json(data, row));
  return answer;
}

Answer ListCommand::mentions(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  std::vector<Index> rows_shown = all_rows(data.mentions.size());
  std::erase_if(rows_shown, [&](Index row) {
    const auto& mention = data.mentions[row];
    const bool all = std::ranges::all_of(options.parties, [&](Index institution) {
      return std::ranges::find(mention.institutions, institution) != mention.institutions.end();
    });
    const bool early = options.from && mention.date.latest() < *options.from;
    const bool late = options.to && mention.date.earliest() > *options.to;
    return !all || early || late;
  });
  Answer answer;
  answer.table = mentions_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(mention_json(data, row));
  return answer;
}

Answer ListCommand::sources(Session& session) const {
  const auto& data = session.data();
  Answer answer;
  answer.table = sources_table(data, session.language);
  for (Index row = 0; row < data.sources.size(); ++row) answer.rows.push_back(source_json(data, row));
  return answer;
}

Answer ListCommand::evidence(Session& session) const {
  const auto& data = session.data();
  const auto rows_shown = all_rows(data.evidence.size());
  Answer answer;
  answer.table = evidence_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(evidence_json(data, data.evidence[row]));
  return answer;
}

ExitCode ListCommand::run(Session& session) {
  const auto& language = session.language;
  auto data_word = words_.data(language);
  auto wanted = words_.other(0);
  if (std::ranges::find(kLists, wanted) == kLists.end()) wanted = language.code_of_label("list", wanted, kLists);
  if (wanted.empty()) {
    std::string codes;
    for (const auto code : kLists) codes += (codes.empty() ? "" : ", ") + std::string(code);
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_list", {{"value", words_.other(0)}, {"codes", codes}}));
  }
  session.load(data_word, words_.input_format);
  const auto chosen = options(session);
  auto answer = wanted == "agreements"     ? agreements(session, chosen)
                : wanted == "institutions" ? institutions(session, chosen)
                : wanted == "people"       ? people(session, chosen)
                : wanted == "mentions"     ? mentions(session, chosen)
                : wanted == "sources"      ? sources(session)
                                           : evidence(session);
  auto output = output_;
  const auto format = format_of(output);
  // A terminal shows the columns one reads; files for machines hold all.
  if (output.columns.empty() && (format == "table" || format == "md")) output.columns = columns_for_reading(wanted);
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_list() { return std::make_unique<ListCommand>(); }

}  // namespace maillage
