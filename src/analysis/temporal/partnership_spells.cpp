// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/partnership_spells.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "model/lineage.hpp"
#include "network/collected_partnerships.hpp"

namespace maillage {
namespace {

Day day_after(Day day) { return day < kDistantFuture ? day + 1 : kDistantFuture; }

// A party of one agreement, as the view names it.
struct Seat {
  Index institution;
  Day joined, left;  // first day it is there, first day it is no more
  bool counts;
};

// One agreement of a thread with its days: [first, …) possibly in force, [sure, …) certainly.
struct Candidate {
  Index agreement;
  Day possible_from, possible_until, certain_from, certain_until;
  std::uint32_t first_seat, seat_count;

  Certainty on(Day day) const {
    if (day < possible_from || day >= possible_until) return Certainty::no;
    return day >= certain_from && day < certain_until ? Certainty::certain : Certainty::possible;
  }
};

class SpellReader {
 public:
  SpellReader(const DataSet& data, const ViewOptions& options, std::optional<Day> reference_day)
      : data_(data), threads_(data) {
    found_.data = &data;
    found_.options = options;
    found_.options.as_of = found_.options.from = found_.options.to = std::nullopt;
    found_.reference_day = reference_day ? reference_day : data.latest_stated_day();
  }

  PartnershipSpells read() {
    auto options = found_.options;
    options.unknown = UnknownDates::include;  // the days decide, not the status of today
    for (const auto& item : select_agreements(data_, options).items) {
      if (!is_announced(data_, item.agreement)) found_.agreements.push_back(item.agreement);
    }
    read_threads();
    if (options.with_mentions) read_mentions();
    number_vertices();
    return std::move(found_);
  }

 private:
  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, found_.options, found_.reference_day, agreement, institution);
  }

  void read_threads() {
    const auto& rows = found_.agreements;
    std::vector<Index> order(rows);
    std::ranges::stable_sort(order, {}, [&](Index a) { return threads_.of(a); });
    std::vector<bool> has_base(threads_.count(), false);
    for (Index a = 0; a < data_.agreements.size(); ++a) {
      if (!threads_.is_amendment(a)) has_base[threads_.of(a)] = true;
    }
    for (std::size_t i = 0; i < order.size();) {
      const auto thread = threads_.of(order[i]);
      candidates_.clear();
      seats_.clear();
      for (; i < order.size() && threads_.of(order[i]) == thread; ++i) {
        if (!threads_.is_amendment(order[i]) || !has_base[thread]) add_candidate(order[i]);
      }
      if (!candidates_.empty()) cut_thread();
    }
  }

  void add_candidate(Index a) {
    const auto v = validity_of(data_, a);
    Candidate candidate{a, v.start_earliest, day_after(v.end_latest), v.start_latest, day_after(v.end_earliest),
                        static_cast<std::uint32_t>(seats_.size()), 0};
    for (const auto party : data_.parties_of(a)) {
      const auto joined = data_.parties.joined[party];
      const auto left = data_.parties.left[party];
      Seat seat{shown(a, data_.parties.institution[party]), kDistantPast, kDistantFuture, party_counts(data_, a, party)};
      if (joined.is_known()) seat.joined = joined.earliest();
      if (left.is_known() && !left.is_open()) seat.left = day_after(left.latest());
      seats_.push_back(seat);
    }
    candidate.seat_count = static_cast<std::uint32_t>(seats_.size()) - candidate.first_seat;
    candidates_.push_back(candidate);
  }

  // The days on which anything about the thread can change cut it into stretches; equal neighbours are one spell.
  void cut_thread() {
    days_.clear();
    for (const auto& c : candidates_) {
      for (const auto day : {c.possible_from, c.possible_until, c.certain_from, c.certain_until}) days_.push_back(day);
      for (auto s = c.first_seat; s < c.first_seat + c.seat_count; ++s) {
        for (const auto day : {seats_[s].joined, seats_[s].left}) {
          if (day > c.possible_from && day < c.possible_until) days_.push_back(day);
        }
      }
    }
    std::ranges::sort(days_);
    days_.erase(std::ranges::unique(days_).begin(), days_.end());
    const auto first_of_thread = found_.spells.size();
    for (std::size_t i = 0; i + 1 < days_.size(); ++i) add_stretch(days_[i], days_[i + 1], first_of_thread);
    if (found_.spells.size() > first_of_thread) ++found_.partnership_count;
  }

  bool is_asked(Certainty certainty) const {
    if (certainty == Certainty::no) return false;
    if (found_.options.unknown == UnknownDates::exclude) return certainty == Certainty::certain;
    return found_.options.unknown != UnknownDates::only || certainty == Certainty::possible;
  }

  void add_stretch(Day from, Day until, std::size_t first_of_thread) {
    const Candidate* best = nullptr;
    const auto key = [&](const Candidate& c) { return std::tuple(c.on(from), c.possible_from, c.agreement); };
    for (const auto& c : candidates_) {
      if (is_asked(c.on(from)) && (best == nullptr || key(*best) < key(c))) best = &c;
    }
    if (best == nullptr) return;
    here_.clear();
    beside_.clear();
    for (auto s = best->first_seat; s < best->first_seat + best->seat_count; ++s) {
      const auto& seat = seats_[s];
      if (from >= seat.joined && from < seat.left) (seat.counts ? here_ : beside_).push_back(seat.institution);
    }
    add_spell({from, until, found_.partnership_count, best->agreement, data_.agreements.unnamed_parties[best->agreement],
               best->on(from), data_.given_weight[best->agreement]},
              first_of_thread);
  }

  // `spell.size` comes with the unnamed parties alone.
  void add_spell(PartnershipSpells::Spell spell, std::size_t first_of_thread) {
    for (auto* list : {&here_, &beside_}) {
      std::ranges::sort(*list);
      list->erase(std::ranges::unique(*list).begin(), list->end());
    }
    spell.size += static_cast<std::uint32_t>(here_.size());
    if (found_.spells.size() > first_of_thread && continues(spell)) {
      found_.spells.back().until = spell.until;
      return;
    }
    found_.spells.push_back(spell);
    found_.members.insert(found_.members.end(), here_.begin(), here_.end());
    found_.member_first.push_back(static_cast<std::uint32_t>(found_.members.size()));
    found_.bystanders.insert(found_.bystanders.end(), beside_.begin(), beside_.end());
    found_.bystander_first.push_back(static_cast<std::uint32_t>(found_.bystanders.size()));
  }

  bool continues(const PartnershipSpells::Spell& spell) const {
    const auto& last = found_.spells.back();
    const auto at = found_.spells.size() - 1;
    return last.until == spell.from && last.agreement == spell.agreement && last.certainty == spell.certainty &&
           std::ranges::equal(found_.members_of(at), here_) && std::ranges::equal(found_.bystanders_of(at), beside_);
  }

  void read_mentions() {
    for (const auto& mention : data_.mentions) {
      const auto from = mention.date.is_known() ? mention.date.earliest() : kDistantPast;
      if (from >= kDistantFuture) continue;
      here_.clear();
      beside_.clear();
      for (const auto institution : mention.institutions) here_.push_back(shown(kNone, institution));
      add_spell({from, kDistantFuture, found_.partnership_count, kNone, 0, Certainty::certain, 1}, found_.spells.size());
      ++found_.partnership_count;
    }
  }

  // So far members are rows of institutions: they become vertices in the order of those.
  void number_vertices() {
    std::vector<bool> is_node(data_.institutions.size(), false), is_always(data_.institutions.size(), false);
    for (const auto isolate : data_.declared_isolates) is_always[shown(kNone, isolate)] = true;
    for (Index row = 0; found_.options.all_institutions && row < data_.institutions.size(); ++row) {
      if (shown(kNone, row) == row) is_always[row] = true;
    }
    for (const auto* rows : {&found_.members, &found_.bystanders}) {
      for (const auto row : *rows) is_node[row] = true;
    }
    std::vector<Vertex> vertex_of_row(data_.institutions.size(), kNone);
    for (Index row = 0; row < data_.institutions.size(); ++row) {
      if (!is_node[row] && !is_always[row]) continue;
      vertex_of_row[row] = static_cast<Vertex>(found_.institutions.size());
      if (is_always[row]) found_.always.push_back(vertex_of_row[row]);
      found_.institutions.push_back(row);
    }
    for (auto* rows : {&found_.members, &found_.bystanders}) {
      for (auto& row : *rows) row = vertex_of_row[row];
    }
  }

  const DataSet& data_;
  const Threads threads_;
  PartnershipSpells found_;
  std::vector<Candidate> candidates_;
  std::vector<Seat> seats_;
  std::vector<Day> days_;
  std::vector<Index> here_, beside_;
};

}  // namespace

Vertex PartnershipSpells::vertex_of(Index institution) const {
  const auto found = std::ranges::lower_bound(institutions, institution);
  return static_cast<Vertex>(found != institutions.end() && *found == institution ? found - institutions.begin()
                                                                                   : std::ssize(institutions));
}

PartnershipSpells collect_spells(const DataSet& data, const ViewOptions& options, std::optional<Day> reference_day) {
  if (options.kind != ViewKind::institutions) throw std::invalid_argument("spells are those of institutions");
  if (options.dates != DateBasis::in_force) throw std::invalid_argument("spells are days of validity");
  return SpellReader(data, options, reference_day).read();
}

}  // namespace maillage
