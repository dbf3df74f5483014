// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>

#include "model/row_key.hpp"
#include "records/checks/context.hpp"

namespace maillage {
namespace {

// Rows that stand in the order of `key`: a row with the key of the one before is its double.
template <class Row, class Key>
void look_for_doubles(const CheckContext& context, std::string_view table, const std::vector<Row>& all, Key key) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (key(all[i - 1]) != key(all[i])) continue;
    const auto [first, later] = std::minmax(all[i - 1].row, all[i].row);
    context.log.add("duplicate_key", context.at(table, later), key_of(context.data, all[i]), std::to_string(first));
  }
}

// The parties of two agreements with one id lie together: that is told as a duplicate id.
std::set<std::string_view> twofold_agreements(const CheckContext& context) {
  std::set<std::string_view> ids;
  for (const auto& twice : context.input.built.duplicates) {
    if (twice.table == "agreements") ids.insert(twice.id);
  }
  return ids;
}

void look_for_parties(const CheckContext& context, const std::set<std::string_view>& passed_over) {
  const auto& data = context.data;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    const auto parties = data.parties_of(a);
    for (const auto party : parties) {
      if (party == *parties.begin() || data.parties.institution[party - 1] != data.parties.institution[party]) continue;
      if (passed_over.contains(data.agreements.id[a])) continue;
      const auto [first, later] = std::minmax({context.line_of_party(a, party - 1), context.line_of_party(a, party)});
      context.log.add("party_listed_twice", context.at("parties", later, "institution"),
                      data.institutions.id[data.parties.institution[party]], data.agreements.id[a],
                      std::to_string(first));
    }
  }
}

void look_for_signatures(const CheckContext& context, const std::set<std::string_view>& passed_over) {
  const auto& data = context.data;
  const auto& table = data.signatures;
  for (Index a = 0; a < data.agreements.size(); ++a) {
    const auto signatures = data.signatures_of(a);
    for (const auto later : signatures) {
      for (auto first = later; first-- > *signatures.begin() && table.person[first] == table.person[later];) {
        if (table.on_behalf_of[first] != table.on_behalf_of[later]) continue;
        if (passed_over.contains(data.agreements.id[a])) break;
        const auto [one, two] =
            std::minmax({context.line_of_signature(a, first), context.line_of_signature(a, later)});
        context.log.add("duplicate_key", context.at("signatures", two), key_of_signature(data, a, later),
                        std::to_string(one));
        break;
      }
    }
  }
}

}  // namespace

void check_keys(const CheckContext& context) {
  const auto& data = context.data;
  look_for_doubles(context, "affiliations", data.affiliations, [](const Affiliation& r) {
    return std::tuple(r.member, r.group, r.valid_from.earliest(), r.valid_from.latest());
  });
  look_for_doubles(context, "successions", data.successions,
                   [](const Succession& r) { return std::tuple(r.predecessor, r.successor); });
  look_for_doubles(context, "positions", data.positions, [](const Position& r) {
    return std::tuple(r.person, r.institution, r.title, r.valid_from.to_edtf(), r.seen_on.to_edtf());
  });
  look_for_doubles(context, "lineage", data.lineage,
                   [](const Lineage& r) { return std::tuple(r.agreement, r.kind, r.of); });
  look_for_doubles(context, "reviews", data.reviews, [](const ReviewMark& r) { return std::tuple(r.source, r.table, r.key, r.field); });
  look_for_doubles(context, "name_decisions", data.name_decisions, [](const NameDecision& r) { return std::tuple(r.name, r.table, r.key); });
  const auto twofold = twofold_agreements(context);
  look_for_parties(context, twofold);
  look_for_signatures(context, twofold);
}

}  // namespace maillage
