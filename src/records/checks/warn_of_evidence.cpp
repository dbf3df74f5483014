// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>

#include "model/row_key.hpp"
#include "records/checks/context.hpp"

namespace maillage {
namespace {

struct FilledField {
  std::string_view name;
  bool is_filled;
};

class EvidenceWarnings {
 public:
  explicit EvidenceWarnings(const CheckContext& context) : data_(context.data) {}

  // `exists`: the row says something by being there (its key): any claim about it covers that.
  void look_at(std::string_view table, const std::string& key, std::uint64_t line,
               std::initializer_list<FilledField> fields, bool exists) {
    const auto claims = data_.evidence_for(table, key);
    std::string missing = exists && claims.empty() ? "*" : "";
    for (const auto& [name, is_filled] : fields) {
      if (is_filled && !is_backed(data_.evidence_for(table, key, name))) missing.append(missing.empty() ? "" : ", ").append(name);
    }
    if (!missing.empty()) warnings_.push_back({"no_evidence", table, key, missing, line, key, missing, ""});
  }
  std::vector<RowWarning> take() { return std::move(warnings_); }

 private:
  // Claims that were rejected speak of other values than the one that stands.
  static bool is_backed(const std::vector<const Evidence*>& claims) {
    return std::ranges::any_of(claims, [](const Evidence* claim) { return claim->accepted != Accepted::no; });
  }

  const DataSet& data_;
  std::vector<RowWarning> warnings_;
};

void look_at_agreement(const DataSet& data, Index a, EvidenceWarnings& warnings) {
  const auto& t = data.agreements;
  warnings.look_at("agreements", std::string(t.id[a]), t.row[a],
                   {{"title", !t.title[a].empty()},
                    {"type", t.type[a] != AgreementType::other},
                    {"reference", !t.reference[a].empty()},
                    {"signed", t.signed_on[a].is_known()},
                    {"valid_from", t.valid_from[a].is_known()},
                    {"valid_to", t.valid_to[a].is_known()},
                    {"duration", !t.duration[a].empty()},
                    {"renewal", t.renewal[a] != Renewal::not_said},
                    {"max_renewals", t.max_renewals[a] >= 0},
                    {"renewal_duration", !t.renewal_duration[a].empty()},
                    {"notice", !t.notice[a].empty()},
                    {"terminated", t.terminated[a].is_known()},
                    {"expected", t.expected[a].is_known()},
                    {"stage", t.stage[a] != Stage::not_said},
                    {"responsible_unit", !t.responsible_unit[a].empty()},
                    {"place", !t.place[a].empty()},
                    {"axes", !t.axes[a].empty()},
                    {"themes", !t.themes[a].empty()},
                    {"territories", !t.territories[a].empty()},
                    {"amount_eur", t.amount_eur[a] == t.amount_eur[a]},  // NaN where empty
                    {"unnamed_parties", t.unnamed_parties[a] > 0}},
                   false);
}

void look_at_parties_and_signatures(const CheckContext& context, Index a, EvidenceWarnings& warnings) {
  const auto& data = context.data;
  const auto& p = data.parties;
  for (const auto party : data.parties_of(a)) {
    warnings.look_at("parties", key_of_party(data, a, party), context.line_of_party(a, party),
                     {{"role", p.role[party] != PartyRole::party},
                      {"signed", p.signed_on[party].is_known()},
                      {"joined", p.joined[party].is_known()},
                      {"left", p.left[party].is_known()},
                      {"amount_eur", p.amount_eur[party] == p.amount_eur[party]}},
                     true);
  }
  const auto& s = data.signatures;
  for (const auto signature : data.signatures_of(a)) {
    warnings.look_at("signatures", key_of_signature(data, a, signature), context.line_of_signature(a, signature),
                     {{"on_behalf_of", s.on_behalf_of[signature] != kNone},
                      {"capacity", !s.capacity[signature].empty()},
                      {"kind", true},
                      {"date", s.date[signature].is_known()}},
                     true);
  }
}

// Nothing in the data is backed: one warning for each table says so.
std::vector<RowWarning> warn_once(const CheckContext& context) {
  const auto& data = context.data;
  std::vector<RowWarning> warnings;
  const auto add = [&](std::string_view table, std::size_t rows_of_table) {
    if (rows_of_table == 0) return;
    warnings.push_back({"no_evidence", table, {}, {}, 0, std::string(table), std::string(table), ""});
  };
  add("agreements", data.agreements.size());
  add("parties", data.parties.institution.size());
  add("signatures", data.signatures.person.size());
  add("events", data.events.size());
  add("lineage", data.lineage.size());
  return warnings;
}

}  // namespace

std::vector<RowWarning> warn_of_evidence(const CheckContext& context) {
  const auto& data = context.data;
  if (context.input.format != InputFormat::package) return {};
  if (data.evidence.empty()) return warn_once(context);
  EvidenceWarnings warnings(context);
  for (Index a = 0; a < data.agreements.size(); ++a) {
    look_at_agreement(data, a, warnings);
    look_at_parties_and_signatures(context, a, warnings);
  }
  for (const auto& event : data.events) {
    warnings.look_at("events", std::string(event.id), event.row,
                     {{"agreement", true}, {"kind", true}, {"date", event.date.is_known()}}, false);
  }
  for (const auto& line : data.lineage) {
    warnings.look_at("lineage", key_of(data, line), line.row, {{"of", line.of != kNone}}, true);
  }
  return warnings.take();
}

}  // namespace maillage
