// SPDX-License-Identifier: Apache-2.0
#include "report/period_facts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "report/citations.hpp"

namespace maillage {
namespace {

/// The days between which an agreement was made: its signature, else its start; open where neither is known.
struct Made {
  Day earliest = kDistantPast, latest = kDistantFuture;
};

Made made(const DataSet& data, Index agreement) {
  const auto signature = data.agreements.signed_on[agreement];
  if (signature.is_known() && !signature.is_open()) return {signature.earliest(), signature.latest()};
  const auto start = data.agreements.valid_from[agreement];
  const bool has_start = start.is_known() && !start.is_open();
  const auto earliest = has_start ? start.earliest() : kDistantPast;
  const auto told = told_by(data, agreement);
  const auto latest = std::min(told == kDistantFuture && has_start ? start.latest() : told, validity_of(data, agreement).end_latest);
  return {earliest, std::max(earliest, latest)};
}

Certainty within(Day earliest, Day latest, Day from, Day to) {
  if (earliest > to || latest < from) return Certainty::no;
  return earliest >= from && latest <= to ? Certainty::certain : Certainty::possible;
}

Certainty signed_in(const DataSet& data, Index agreement, const PeriodQuestion& question) {
  const auto certainty = signed_during(data, agreement, question.first(), question.last());
  if (certainty != Certainty::possible || data.agreements.signed_on[agreement].is_known()) return certainty;
  // It was signed before anybody told of it, and before it ended.
  const auto told = std::min({told_by(data, agreement), question.latest.value_or(kDistantFuture), validity_of(data, agreement).end_latest});
  return told < question.first() ? Certainty::no : certainty;
}

Certainty ends_in(const Validity& v, const PeriodQuestion& question) {
  if (v.end_rule == EndRule::open) return Certainty::no;
  return within(v.end_earliest, v.end_latest, question.first(), question.ended_by());
}

auto lines_of(const DataSet& data, Index agreement) {
  return std::ranges::equal_range(data.lineage, agreement, {}, &Lineage::agreement);
}

bool is_continuation(const Lineage& line) {
  return line.kind == LineageKind::renews || line.kind == LineageKind::replaces;
}

class Reader {
 public:
  Reader(const NetworkView& whole, const PeriodQuestion& question, UnknownDates unknown)
      : whole_(whole), data_(*whole.data), question_(question), unknown_(unknown) {
    facts_.question = question;
  }

  PeriodFacts read(const std::vector<Index>& announced) {
    for (const auto& item : whole_.selection.items) {
      if (!is_announced(data_, item.agreement) && concerns(item.agreement)) facts_.ever.push_back(item.agreement);
    }
    for (const auto a : announced) {
      if (concerns(a) && is_told_by_then(a)) facts_.announced.push_back(a);
    }
    for (const auto a : facts_.ever) add_agreement(a);
    add_own_side();
    add_changes();
    add_partners();
    add_events();
    add_mentions();
    return std::move(facts_);
  }

 private:
  Index as_viewed(Index agreement, Index institution) const {
    return institution_in_view(data_, whole_.options, whole_.selection.reference_day, agreement, institution);
  }
  bool concerns(Index a) const {
    if (question_.person != kNone) return std::ranges::any_of(data_.signatures_of(a), [&](Index row) {
      return data_.signatures.person[row] == question_.person && data_.signatures.kind[row] == SignatureKind::signatory;
    });
    return question_.institution == kNone || std::ranges::any_of(data_.parties_of(a), [&](Index row) {
      return as_viewed(a, data_.parties.institution[row]) == question_.institution;
    });
  }
  bool keeps(Certainty certainty) const {
    return certainty != Certainty::no && !(unknown_ == UnknownDates::exclude && certainty == Certainty::possible) &&
           !(unknown_ == UnknownDates::only && certainty == Certainty::certain);
  }
  // The day a person signed, where the signature says it; else that of the agreement.
  Certainty signed_by_subject(Index a) const {
    if (question_.person == kNone) return signed_in(data_, a, question_);
    for (const auto row : data_.signatures_of(a)) {
      if (data_.signatures.person[row] == question_.person && data_.signatures.date[row].is_known()) {
        return certainty_within(data_.signatures.date[row], question_.first(), question_.last());
      }
    }
    return signed_in(data_, a, question_);
  }

  void add_agreement(Index a) {
    AgreementInPeriod one{.agreement = a};
    one.in_force = in_force_during(data_, a, question_.first(), question_.last());
    one.signed_in = signed_by_subject(a);
    one.ends_in = ends_in(validity_of(data_, a), question_);
    // Since a day: what was signed or ended since, not all that goes on.
    one.belongs = question_.person != kNone ? one.signed_in
                  : question_.is_since      ? std::max(one.signed_in, certain_end(one))
                                            : std::max(one.in_force, one.signed_in);
    if (keeps(one.belongs)) facts_.agreements.push_back(one);
  }
  static Certainty certain_end(const AgreementInPeriod& one) {
    return one.ends_in == Certainty::certain ? Certainty::certain : Certainty::no;
  }

  void add_own_side() {
    if (question_.institution != kNone) facts_.own_side.push_back(question_.institution);
    if (question_.person == kNone) return;
    for (const auto a : facts_.ever) {
      for (const auto row : data_.signatures_of(a)) {
        const auto institution = data_.signatures.on_behalf_of[row];
        if (data_.signatures.person[row] == question_.person && institution != kNone) {
          facts_.own_side.push_back(as_viewed(a, institution));
        }
      }
    }
    std::ranges::sort(facts_.own_side);
    facts_.own_side.erase(std::ranges::unique(facts_.own_side).begin(), facts_.own_side.end());
  }

  void add_change(ChangeKind kind, Index a, Certainty certainty) {
    if (!keeps(certainty)) return;
    Change change{kind, a, certainty};
    for (const auto& line : lines_of(data_, a)) {
      const bool fits = kind == ChangeKind::renewed ? is_continuation(line)
                        : kind == ChangeKind::amended && line.kind == LineageKind::amends;
      if (!fits) continue;
      if (line.of == kNone) change.of_undocumented = true;
      else change.of.push_back(line.of);
    }
    facts_.changes.push_back(std::move(change));
  }
  ChangeKind kind_of(Index a) const {
    auto kind = ChangeKind::new_agreement;
    for (const auto& line : lines_of(data_, a)) {
      if (line.kind == LineageKind::amends) kind = ChangeKind::amended;
      if (is_continuation(line) && kind != ChangeKind::amended) kind = ChangeKind::renewed;
    }
    return kind;
  }
  bool is_continued(Index a) const {
    return std::ranges::any_of(data_.lineage, [&](const Lineage& line) {
      return line.of == a && is_continuation(line) && !is_announced(data_, line.agreement);
    });
  }
  void add_changes() {
    for (const auto& one : facts_.agreements) add_change(kind_of(one.agreement), one.agreement, one.signed_in);
    for (const auto& one : facts_.agreements) {
      if (question_.person == kNone && kind_of(one.agreement) != ChangeKind::amended && !is_continued(one.agreement)) {
        add_change(ChangeKind::ended, one.agreement, question_.is_since ? certain_end(one) : one.ends_in);
      }
    }
    for (const auto a : facts_.announced) add_change(ChangeKind::announced, a, announced_in(a, question_.first()));
    std::ranges::stable_sort(facts_.changes, {}, [](const Change& change) {
      return std::pair(change.kind, change.certainty == Certainty::possible);
    });
  }
  // Since a day: what was announced since; of a period: what had been announced by its end.
  bool is_told_by_then(Index a) const {
    return announced_in(a, question_.is_since ? question_.first() : kDistantPast) != Certainty::no;
  }
  // By its event, else by the first source that tells of it.
  Certainty announced_in(Index a, Day from) const {
    for (const auto& event : data_.events) {
      if (event.agreement == a && event.kind == EventKind::announced && event.date.is_known()) {
        return certainty_within(event.date, from, question_.last());
      }
    }
    PartialDate first;
    for (const auto* claim : claims_that_agreement_exists(data_, a)) {
      if (claim->source == kNone || claim->accepted == Accepted::no) continue;
      const auto date = data_.sources[claim->source].date;
      if (date.is_known() && (!first.is_known() || date.latest() < first.latest())) first = date;
    }
    return certainty_within(first, from, question_.last());
  }

  void add_partners() {
    std::map<Index, std::vector<Index>> ever;
    for (const auto a : facts_.ever) {
      for (const auto row : data_.parties_of(a)) {
        auto& agreements = ever[as_viewed(a, data_.parties.institution[row])];
        if (agreements.empty() || agreements.back() != a) agreements.push_back(a);
      }
    }
    for (const auto own : facts_.own_side) ever.erase(own);
    for (const auto& [institution, agreements] : ever) {
      auto partner = partner_of(institution, agreements);
      if (partner.belongs != Certainty::no) facts_.partners.push_back(std::move(partner));
    }
    std::ranges::stable_sort(facts_.partners, {}, [](const PartnerInPeriod& partner) {
      return std::tuple(partner.belongs == Certainty::possible, -static_cast<long>(partner.agreements.size()));
    });
  }

  PartnerInPeriod partner_of(Index institution, const std::vector<Index>& ever) const {
    PartnerInPeriod partner{.institution = institution};
    for (const auto& one : facts_.agreements) {
      if (!std::ranges::binary_search(ever, one.agreement)) continue;
      partner.agreements.push_back(one.agreement);
      partner.belongs = std::max(partner.belongs, one.belongs);
    }
    if (partner.belongs == Certainty::no) return partner;
    partner.is_new = newness_of(ever);
    if (question_.person == kNone) partner.lapsed = lapse_of(ever);
    // Ends that nobody knows are not news.
    if (question_.is_since && partner.lapsed == Certainty::possible) partner.lapsed = Certainty::no;
    partner.first = first_of(ever);
    partner.is_older = std::ranges::any_of(ever, [&](Index a) { return renews_undocumented(a); });
    return partner;
  }
  bool renews_undocumented(Index a) const {
    return std::ranges::any_of(lines_of(data_, a), [](const Lineage& line) {
      return line.of == kNone && (is_continuation(line) || line.kind == LineageKind::amends);
    });
  }
  Certainty newness_of(const std::vector<Index>& ever) const {
    bool none_before = true, some_certainly_in = false, some_possibly_in = false;
    for (const auto a : ever) {
      const auto days = made(data_, a);
      if (days.latest < question_.first() || renews_undocumented(a)) return Certainty::no;
      none_before = none_before && days.earliest >= question_.first();
      const auto in = within(days.earliest, days.latest, question_.first(), question_.last());
      some_certainly_in = some_certainly_in || in == Certainty::certain;
      some_possibly_in = some_possibly_in || in != Certainty::no;
    }
    if (none_before && some_certainly_in) return Certainty::certain;
    return some_possibly_in ? Certainty::possible : Certainty::no;
  }
  Certainty lapse_of(const std::vector<Index>& ever) const {
    const auto last = question_.ended_by();
    if (last == kDistantFuture) return Certainty::no;
    auto bound_in_period = Certainty::no, gone = Certainty::certain;
    bool may_have_ended = false;
    for (const auto a : ever) {
      const auto v = validity_of(data_, a);
      // Signed and not begun on the last day binds too.
      const bool is_to_come = v.start_earliest > last && data_.agreements.signed_on[a].is_known() &&
                              data_.agreements.signed_on[a].latest() <= last;
      const auto on_last = is_to_come ? Certainty::certain : in_force_during(data_, a, last, last);
      if (on_last == Certainty::certain) return Certainty::no;
      if (on_last == Certainty::possible) gone = Certainty::possible;
      bound_in_period = std::max(bound_in_period, in_force_during(data_, a, question_.first(), last));
      may_have_ended = may_have_ended || ends_in(v, question_) != Certainty::no;
    }
    return may_have_ended ? std::min(bound_in_period, gone) : Certainty::no;
  }
  Index first_of(const std::vector<Index>& ever) const {
    return *std::ranges::min_element(ever, {}, [&](Index a) {
      const auto& t = data_.agreements;
      const auto days = made(data_, a);
      return std::tuple(!t.signed_on[a].is_known() && !t.valid_from[a].is_known(), days.latest, days.earliest);
    });
  }

  void add_events() {
    const auto is_ours = [&](Index a) {
      return std::ranges::binary_search(facts_.ever, a) || std::ranges::binary_search(facts_.announced, a);
    };
    for (Index row = 0; row < data_.events.size(); ++row) {
      if (!is_ours(data_.events[row].agreement)) continue;
      const auto certainty = certainty_within(data_.events[row].date, question_.first(), question_.last());
      if (keeps(certainty)) facts_.events.push_back({row, certainty});
    }
  }

  void add_mentions() {
    if (question_.person != kNone) return;
    for (Index row = 0; row < data_.mentions.size(); ++row) {
      const auto& mention = data_.mentions[row];
      const bool is_ours = question_.institution == kNone ||
                           std::ranges::any_of(mention.institutions, [&](Index institution) {
                             return as_viewed(kNone, institution) == question_.institution;
                           });
      const auto certainty = is_ours ? mentioned_in(mention) : Certainty::no;
      if (keeps(certainty)) facts_.mentions.push_back({row, certainty});
    }
  }
  // What an earlier source tells of as having taken place took place before.
  Certainty mentioned_in(const Mention& mention) const {
    if (mention.date.is_known() || mention.context == MentionContext::planned || mention.context == MentionContext::venue) {
      return certainty_within(mention.date, question_.first(), question_.last());
    }
    Day told = kDistantPast;
    for (const auto& citation : citations_of(data_.evidence_for("mentions", mention.id))) {
      const auto date = data_.sources[citation.source].date;
      told = std::max(told, date.is_known() ? date.latest() : kDistantFuture);
    }
    return told != kDistantPast && told < question_.first() ? Certainty::no : Certainty::possible;
  }

  const NetworkView& whole_;
  const DataSet& data_;
  const PeriodQuestion& question_;
  UnknownDates unknown_;
  PeriodFacts facts_;
};

}  // namespace

Certainty certainty_within(const PartialDate& date, Day from, Day to) {
  if (!date.is_known()) return Certainty::possible;
  if (date.is_open()) return Certainty::no;
  return within(date.earliest(), date.latest(), from, to);
}

Day told_by(const DataSet& data, Index agreement) {
  Day latest = kDistantPast;
  for (const auto& citation : citations_of(claims_about_agreement(data, agreement))) {
    const auto date = data.sources[citation.source].date;
    if (!date.is_known() || date.is_open()) return kDistantFuture;
    latest = std::max(latest, date.latest());
  }
  return latest == kDistantPast ? kDistantFuture : latest;
}

PeriodFacts period_facts(const NetworkView& whole, const std::vector<Index>& announced, const PeriodQuestion& question,
                         UnknownDates unknown) {
  return Reader(whole, question, unknown).read(announced);
}

void keep_agreements(const PeriodFacts& facts, Selection& selection) {
  std::vector<Selection::Item> kept;
  for (auto item : selection.items) {
    if (!std::ranges::binary_search(facts.ever, item.agreement)) continue;
    const auto one = std::ranges::lower_bound(facts.agreements, item.agreement, {}, &AgreementInPeriod::agreement);
    if (one != facts.agreements.end() && one->agreement == item.agreement) item.certainty = one->belongs;
    kept.push_back(item);
  }
  selection.items = std::move(kept);
}

std::size_t PeriodFacts::certain() const {
  return static_cast<std::size_t>(std::ranges::count(agreements, Certainty::certain, &AgreementInPeriod::belongs));
}

std::size_t PeriodFacts::possible() const { return agreements.size(); }

std::pair<std::size_t, std::size_t> PeriodFacts::count(ChangeKind kind) const {
  std::size_t certain = 0, possible = 0;
  for (const auto& change : changes) {
    if (change.kind != kind) continue;
    ++possible;
    if (change.certainty == Certainty::certain) ++certain;
  }
  return {certain, possible};
}

std::pair<std::size_t, std::size_t> PeriodFacts::count_signed() const {
  std::size_t certain = 0, possible = 0;
  for (const auto& one : agreements) {
    if (one.signed_in != Certainty::no) ++possible;
    if (one.signed_in == Certainty::certain) ++certain;
  }
  return {certain, possible};
}

}  // namespace maillage
