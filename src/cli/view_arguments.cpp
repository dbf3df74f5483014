// SPDX-License-Identifier: Apache-2.0
#include "cli/view_arguments.hpp"

#include <cstdio>
#include <ctime>

#include "analysis/structure/people_ties.hpp"
#include "cli/allowed_values.hpp"
#include "names/name_index.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

[[noreturn]] void unknown_code(const char* option, const std::string& word, const std::string& codes,
                               const Language& language) {
  throw Failure(ExitCode::usage,
                language.say("cli.error.unknown_code",
                             {{"option", option}, {"value", shown_word(word)}, {"codes", codes}}));
}

Index find_theme(const DataSet& data, const std::string& word) {
  for (Index row = 0; row < data.themes.size(); ++row) {
    const auto& theme = data.themes[row];
    const auto wanted = folded(word);
    if (theme.code == word || folded(theme.label_fr) == wanted || folded(theme.label_en) == wanted) return row;
    for (const auto synonym : theme.synonyms) {
      if (folded(synonym) == wanted) return row;
    }
  }
  return kNone;
}

[[noreturn]] void unknown_theme(const DataSet& data, const std::string& word, const Language& language) {
  std::string codes;
  for (const auto& theme : data.themes) codes += (codes.empty() ? "" : ", ") + std::string(theme.code);
  unknown_code("--theme", word, codes, language);
}

Index find_territory(const DataSet& data, const std::string& word) {
  if (const auto row = data.find_territory(word); row != kNone) return row;
  std::vector<Index> found;
  for (Index row = 0; row < data.territories.size(); ++row) {
    if (folded(data.territories[row].name) == folded(word)) found.push_back(row);
  }
  return found.size() == 1 ? found.front() : kNone;
}

[[noreturn]] void unknown_territory(const DataSet& data, const std::string& word, const Language& language) {
  // Several of that name: those. Else the largest ones, as many as one reads.
  constexpr std::size_t most = 40;
  std::vector<Index> rows, by_size;
  for (Index row = 0; row < data.territories.size(); ++row) {
    if (folded(data.territories[row].name) == folded(word)) rows.push_back(row);
    by_size.push_back(row);
  }
  if (rows.empty()) {
    std::ranges::stable_sort(by_size, {}, [&](Index row) { return data.territories[row].level; });
    by_size.resize(std::min(by_size.size(), most));
    std::ranges::sort(by_size);
    rows = by_size;
  }
  std::string names;
  for (const auto row : rows) {
    names += (names.empty() ? "" : ", ") + std::string(data.territories[row].code) + " " +
             std::string(data.territories[row].name);
  }
  unknown_code("--territory", word, names, language);
}

// Names may hold a comma: the whole word counts first, then what stands between its commas.
template <class Find, class Refuse>
std::vector<Index> rows_named(const std::vector<std::string>& words, Find find, Refuse refuse) {
  std::vector<Index> rows;
  for (const auto& word : words) {
    if (const auto row = find(word); row != kNone) {
      rows.push_back(row);
      continue;
    }
    const auto parts = split_at_commas(word);
    for (const auto& part : parts) {
      const auto row = find(part);
      if (row == kNone) refuse(parts.size() > 1 ? part : word);
      rows.push_back(row);
    }
    if (parts.empty()) refuse(word);
  }
  return rows;
}

// 03/04/2027, which English readers take for the fourth of March or the third of April.
bool may_be_month_first(const std::string& word) {
  unsigned first = 0, second = 0;
  char sign = 0, other_sign = 0;
  if (std::sscanf(word.c_str(), "%2u%c%2u%c", &first, &sign, &second, &other_sign) != 4 || sign != other_sign) return false;
  return first != second && first <= 12 && second <= 12;
}

}  // namespace

// Options that may be repeated take one word each time: what follows it is DATA or a name.
void ViewArguments::define(CLI::App& app, const Language& language) {
  const auto group = language.say("cli.group.view");
  const auto add = [&](const char* name, auto& target, const char* key, const std::string& type) {
    return app.add_option(name, target, language.say(key))->group(group)->type_name(type);
  };
  const auto date = language.say("cli.type.date");
  const auto code = language.say("cli.type.code");
  add("--as-of", as_of, "cli.option.as_of", date);
  add("--from", from, "cli.option.from", date);
  add("--to", to, "cli.option.to", date);
  add("--dates", dates, "cli.option.dates", "in-force|signed");
  add("--unknown", unknown, "cli.option.unknown", "include|exclude|only");
  add("--view", view, "cli.option.view", "institutions|people|affiliations|two-mode");
  add("--weight", weight, "cli.option.weight", "newman|count|none");
  add("--institutions", institutions, "cli.option.institutions", "as-then|as-now");
  app.add_flag("--roll-up", roll_up, language.say("cli.option.roll_up"))->group(group);
  app.add_flag("--with-mentions", with_mentions, language.say("cli.option.with_mentions"))->group(group);
  app.add_flag("--all-institutions", all_institutions, language.say("cli.option.all_institutions"))->group(group);
  app.add_flag("--directed", directed, language.say("cli.option.directed"))->group(group);
  add("--type", types, "cli.option.type", code)->delimiter(',')->allow_extra_args(false);
  add("--theme", themes, "cli.option.theme", code)->allow_extra_args(false);
  add("--kind", kinds, "cli.option.kind", code)->delimiter(',')->allow_extra_args(false);
  add("--territory", territories, "cli.option.territory", code)->allow_extra_args(false);
  add("--status", statuses, "cli.option.status", code)->delimiter(',')->allow_extra_args(false);
}

Day day_of_argument(const std::string& word, const char* option, bool end, const Language& language) {
  if (word == "today" || word == "aujourd’hui" || word == "aujourd'hui") return static_cast<Day>(std::time(nullptr) / 86400);
  const auto refuse = [&](const char* key) { throw Failure(ExitCode::usage, language.say(key, {{"option", option}, {"value", shown_word(word)}})); };
  auto date = PartialDate::parse(word);
  if (!date) {  // as people write it
    const auto read = office_date({SheetCell::Kind::text, word, false});
    if (read.text && (read.is_doubtful || (!language.is_french() && may_be_month_first(word)))) refuse("cli.error.date_unclear");
    if (read.text) date = PartialDate::parse(*read.text);
  }
  if (!date || date->kind() != DateKind::single || date->qualifier() != DateQualifier::none) refuse("cli.error.date");
  return end ? date->last_written() : date->first_written();
}

ViewOptions ViewArguments::resolve(Session& session) const {
  const auto& language = session.language;
  const auto& data = session.data();
  ViewOptions options;
  options.kind = code_of_option<ViewKind>("--view", view, language, "view");
  options.weight = code_of_option<Weighting>("--weight", weight, language, "weight");
  options.dates = code_of_option<DateBasis>("--dates", dates, language, "dates");
  options.unknown = code_of_option<UnknownDates>("--unknown", unknown, language, "unknown");
  options.institutions = code_of_option<InstitutionsAs>("--institutions", institutions, language, "institutions");
  if (!as_of.empty()) options.as_of = day_of_argument(as_of, "--as-of", true, language);
  if (!from.empty()) options.from = day_of_argument(from, "--from", false, language);
  if (!to.empty()) options.to = day_of_argument(to, "--to", true, language);
  if (options.from && options.to && *options.from > *options.to) {
    throw Failure(ExitCode::usage, language.say("cli.error.window", {{"from", from}, {"to", to}}));
  }
  options.roll_up = roll_up;
  options.with_mentions = with_mentions;
  options.all_institutions = all_institutions;
  options.directed = directed;
  if (directed && options.kind != ViewKind::institutions) {
    throw Failure(ExitCode::usage, language.say("cli.error.directed_view", {{"view", language.label("view", code_name(options.kind))}}));
  }
  for (const auto& word : types) options.types.push_back(code_of_option<AgreementType>("--type", word, language, "type"));
  for (const auto& word : kinds) options.kinds.push_back(code_of_option<InstitutionKind>("--kind", word, language, "kind"));
  for (const auto& word : statuses) options.statuses.push_back(code_of_option<Status>("--status", word, language, "status"));
  options.themes = rows_named(
      themes, [&](const std::string& word) { return find_theme(data, word); },
      [&](const std::string& word) { unknown_theme(data, word, language); });
  options.territories = rows_named(
      territories, [&](const std::string& word) { return find_territory(data, word); },
      [&](const std::string& word) { unknown_territory(data, word, language); });
  return options;
}

bool ViewArguments::narrows() const {
  return !as_of.empty() || !from.empty() || !to.empty() || unknown != "include" || !types.empty() || !themes.empty() ||
         !kinds.empty() || !territories.empty() || !statuses.empty();
}

std::string as_of_sentence(const Selection& selection, const Language& language) {
  if (!selection.reference_day) return language.say("cli.settings.no_date");
  return language.say(selection.reference_day_is_asked ? "cli.settings.as_of" : "cli.settings.latest_date",
                      {{"date", language.date(*selection.reference_day)}});
}

std::vector<std::string> filter_sentences(const DataSet& data, const ViewOptions& options, const Language& language) {
  std::vector<std::string> sentences;
  const auto add = [&](const char* key, std::vector<std::string> values) {
    if (!values.empty()) sentences.push_back(language.say(key, {{"values", language.list(values)}}));
  };
  std::vector<std::string> words;
  for (const auto value : options.types) words.push_back(language.label("type", code_name(value)));
  add("cli.filter.type", std::exchange(words, {}));
  for (const auto value : options.kinds) words.push_back(language.label("kind", code_name(value)));
  add("cli.filter.kind", std::exchange(words, {}));
  for (const auto value : options.statuses) words.push_back(language.label("status", code_name(value)));
  add("cli.filter.status", std::exchange(words, {}));
  for (const auto row : options.themes) {
    const auto& theme = data.themes[row];
    words.emplace_back(language.is_french() ? theme.label_fr : theme.label_en);
    if (words.back().empty()) words.back() = theme.code;
  }
  add("cli.filter.theme", std::exchange(words, {}));
  for (const auto row : options.territories) words.emplace_back(data.territories[row].name);
  add("cli.filter.territory", std::exchange(words, {}));
  for (const auto row : options.parties) words.emplace_back(data.label_of_institution(row));
  add("cli.filter.party", std::exchange(words, {}));
  for (const auto row : options.people) words.emplace_back(data.name_of_person(row));
  add("cli.filter.person", std::exchange(words, {}));
  return sentences;
}

std::string settings_sentence(const ViewOptions& options, const Selection& selection, const Language& language) {
  const auto label = [&](const char* group, auto value) { return language.label(group, code_name(value)); };
  std::string period = language.say("cli.settings.cumulated");
  if (options.from || options.to) {
    period = language.say("cli.settings.window",
                          {{"from", options.from ? language.date(*options.from) : "…"},
                           {"to", options.to ? language.date(*options.to) : "…"}});
  } else if (options.as_of) {
    period = language.say("cli.settings.cross_section", {{"date", language.date(*options.as_of)}});
  }
  auto sentence = language.say("cli.settings.sentence", {{"view", label("view", options.kind)},
                                                         {"weight", label("weight", options.weight)},
                                                         {"period", period},
                                                         {"dates", label("dates", options.dates)},
                                                         {"unknown", label("unknown", options.unknown)},
                                                         {"institutions", label("institutions", options.institutions)},
                                                         {"as_of", as_of_sentence(selection, language)}});
  if (options.roll_up) sentence += " " + language.say("cli.settings.roll_up");
  if (options.with_mentions) sentence += " " + language.say("cli.settings.with_mentions");
  if (options.directed) sentence += " " + language.say("cli.settings.directed");
  return sentence;
}

namespace {

// Views of people hold what is known of signatures: of how many agreements that is.
std::string signatories_sentence(const NetworkView& view, const Language& language) {
  const auto kind = view.options.kind;
  if (kind != ViewKind::people && kind != ViewKind::affiliations) return {};
  const auto known = agreements_with_signatories(*view.data, view.selection);
  return " " + language.say_count("people.known_in_view", static_cast<std::int64_t>(known),
                                  {{"of", language.number(static_cast<std::int64_t>(view.selection.items.size()))}});
}

}  // namespace

std::string settings_sentence(const NetworkView& view, const Language& language) {
  auto sentence = settings_sentence(view.options, view.selection, language) + signatories_sentence(view, language);
  if (view.partnerships_without_direction > 0) {
    sentence += " " + language.say_count("cli.settings.without_direction", view.partnerships_without_direction);
  }
  for (const auto& filter : filter_sentences(*view.data, view.options, language)) sentence += " " + filter;
  return sentence;
}

}  // namespace maillage
