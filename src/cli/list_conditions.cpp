// SPDX-License-Identifier: Apache-2.0
#include "cli/list_conditions.hpp"

#include <algorithm>

#include "cli/view_arguments.hpp"
#include "model/decision_list.hpp"
#include "model/validity.hpp"

namespace maillage {

void ListConditions::define(CLI::App& app, const Language& language) {
  const auto group = language.say("cli.group.list");
  const auto add = [&](const char* name, auto& target, const char* key, const char* type) {
    return app.add_option(name, target, language.say(key))->group(group)->type_name(language.say(type));
  };
  add("--party", parties, "cli.option.party", "cli.type.name")->allow_extra_args(false);
  add("--person", people, "cli.option.person", "cli.type.name")->allow_extra_args(false);
  add("--in-force-on", in_force_on, "cli.option.in_force_on", "cli.type.date");
  add("--expiring-before", expiring_before, "cli.option.expiring_before", "cli.type.date");
  add("--act-before", act_before, "cli.option.act_before", "cli.type.date");
  add("--signed-from", signed_from, "cli.option.signed_from", "cli.type.date");
  add("--signed-to", signed_to, "cli.option.signed_to", "cli.type.date");
  app.add_flag("--undated", undated, language.say("cli.option.undated"))->group(group);
  app.add_flag("--no-end", no_end, language.say("cli.option.no_end"))->group(group);
  app.add_flag("--parallel", parallel, language.say("cli.option.parallel"))->group(group);
}

namespace {

Certainty ends_before(const DataSet& data, Index a, Day day) {
  const auto validity = validity_of(data, a);
  if (is_announced(data, a) || validity.end_earliest >= day) return Certainty::no;
  if (validity.end_latest < day) return Certainty::certain;
  return Certainty::possible;
}

}  // namespace

// The conditions of lists of agreements beside the view's: each lowers the certainty or drops the row.
void ListConditions::narrow(const DataSet& data, const Language& language, UnknownDates unknown,
                            Selection& selection) const {
  const auto keep_where = [&](auto certainty_of) {
    std::vector<Selection::Item> kept;
    for (auto item : selection.items) {
      item.certainty = std::min(item.certainty, certainty_of(item.agreement));
      const bool doubtful = item.certainty == Certainty::possible;
      if (item.certainty == Certainty::no || (doubtful && unknown == UnknownDates::exclude)) continue;
      if (!doubtful && unknown == UnknownDates::only) continue;
      kept.push_back(item);
    }
    selection.items = std::move(kept);
  };
  if (!in_force_on.empty()) {
    const auto day = day_of_argument(in_force_on, "--in-force-on", true, language);
    keep_where([&](Index a) { return in_force_during(data, a, day, day); });
  }
  if (!expiring_before.empty()) {
    // What has ended already does not expire: from the as-of day on.
    const auto day = day_of_argument(expiring_before, "--expiring-before", false, language);
    keep_where([&](Index a) { return ends_before(data, a, day); });
    if (const auto from = selection.reference_day) {
      std::erase_if(selection.items, [&](const Selection::Item& item) {
        return validity_of(data, item.agreement).end_latest < *from;
      });
    }
    // What is known to end comes before what may end, the nearest first.
    std::ranges::stable_sort(selection.items, {}, [&](const Selection::Item& item) {
      return std::pair(item.certainty != Certainty::certain, validity_of(data, item.agreement).end_earliest);
    });
  }
  if (!act_before.empty()) {
    std::vector<Index> agreements;
    for (const auto& item : selection.items) agreements.push_back(item.agreement);
    const auto list = decisions_before(data, agreements, selection.reference_day, act_before_day(language));
    std::vector<Certainty> certainty(data.agreements.size(), Certainty::no);
    for (const auto& decision : list.decisions) {
      auto& here = certainty[decision.agreement];
      here = std::max(here, decision.deadline.certainty);
    }
    keep_where([&](Index a) { return certainty[a]; });
  }
  if (!signed_from.empty() || !signed_to.empty()) {
    const auto from = signed_from.empty() ? kDistantPast
                                           : day_of_argument(signed_from, "--signed-from", false, language);
    const auto to = signed_to.empty() ? kDistantFuture : day_of_argument(signed_to, "--signed-to", true, language);
    keep_where([&](Index a) { return signed_during(data, a, from, to); });
  }
  if (undated) {
    std::erase_if(selection.items, [&](const auto& item) {
      const auto& t = data.agreements;
      return t.signed_on[item.agreement].is_exact_day();
    });
  }
  if (no_end) {
    std::erase_if(selection.items, [&](const auto& item) {
      const auto rule = validity_of(data, item.agreement).end_rule;
      return rule != EndRule::unknown && rule != EndRule::open;
    });
  }
  if (parallel) {
    const auto key = [&](Index a) {
      std::vector<Index> bound;
      for (const auto party : data.parties_of(a)) bound.push_back(data.parties.institution[party]);
      return bound;
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

Day ListConditions::act_before_day(const Language& language) const {
  return day_of_argument(act_before, "--act-before", false, language);
}

std::vector<std::string> ListConditions::sentences(const Language& language) const {
  std::vector<std::string> sentences;
  const auto add_day = [&](const std::string& word, const char* option, bool end, const char* key) {
    if (word.empty()) return;
    sentences.push_back(language.say(key, {{"date", language.date(day_of_argument(word, option, end, language))}}));
  };
  add_day(in_force_on, "--in-force-on", true, "cli.filter.in_force_on");
  add_day(expiring_before, "--expiring-before", false, "cli.filter.expiring_before");
  add_day(act_before, "--act-before", false, "cli.filter.act_before");
  add_day(signed_from, "--signed-from", false, "cli.filter.signed_from");
  add_day(signed_to, "--signed-to", true, "cli.filter.signed_to");
  if (undated) sentences.push_back(language.say("cli.filter.undated"));
  if (no_end) sentences.push_back(language.say("cli.filter.no_end"));
  if (parallel) sentences.push_back(language.say("cli.filter.parallel"));
  return sentences;
}

}  // namespace maillage
