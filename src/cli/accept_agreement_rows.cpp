// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/accept_document.hpp"
#include "records/office/slug.hpp"

namespace maillage {

using documents::ReviewDecision;
using documents::ReviewSubject;

void AcceptedDocument::claim_parties(const std::vector<Party>& all) {
  auto& tables = context_.tables;
  for (const auto& one : all) {
    const AcceptedTables::Cells key{{"agreement", agreement_}, {"institution", one.id}};
    const auto state = tables.claim_row("parties", key, context_.origin_of(*one.said));
    context_.log(*one.said, one.said->value, name_of(state), {}, "parties", agreement_ + "/" + one.id);
    const auto* role = of_agreement(Field::party_role, one.said->item);
    if (const auto role_code = value(role, "parties", "role"); !role_code.empty()) context_.claim(*role, "parties", *tables.find_row("parties", key), "role", role_code);
  }
}

void AcceptedDocument::claim_signature(const Row& said, const std::string& person, const std::string& institution, const std::string& capacity, const Row* capacity_row,
                                       const char* signature_kind) {
  auto& tables = context_.tables;
  AcceptedTables::Cells key{{"agreement", agreement_}, {"person", person}, {"on_behalf_of", institution}};
  // Who is known to sign for somebody need not be told again to sign.
  const auto* signatures = tables.table("signatures");
  for (std::size_t r = 0; signatures != nullptr && institution.empty() && r < signatures->rows.size(); ++r) {
    if (signatures->at(r, "agreement") == agreement_ && signatures->at(r, "person") == person) key.back().second = signatures->at(r, "on_behalf_of");
  }
  const auto origin = context_.origin_of(said);
  const auto state = tables.claim_row("signatures", key, origin);
  context_.log(said, said.value, name_of(state), {}, "signatures", agreement_ + "/" + person);
  const auto at = *tables.find_row("signatures", key);
  const auto known_kind = tables.table("signatures")->at(at, "kind");
  if (known_kind.empty() || known_kind == signature_kind) tables.claim_value("signatures", at, "kind", signature_kind, origin);
  tables.claim_value("signatures", at, "on_behalf_of", key.back().second, origin);
  if (capacity_row != nullptr) context_.claim(*capacity_row, "signatures", at, "capacity", capacity);
}

void AcceptedDocument::claim_signatures() {
  for (const auto& [field, signature_kind] : {std::pair(Field::signatory, "signatory"), std::pair(Field::present, "present")}) {
    for (const auto* said : index_->items(ReviewSubject::agreement, number_, field)) {
      if (!said->holds()) continue;
      if (said->is_open()) context_.doubt(*said);
      if (said->decision == ReviewDecision::unsure) continue;
      if (names_.is_contact(said->value)) {
        leave_out(*said, "accept.contact");
        continue;
      }
      const auto person = names_.person(*said);
      if (person.empty()) continue;
      const bool signs = field == Field::signatory;
      const auto* on_behalf = signs ? of_agreement(Field::signatory_institution, said->item) : nullptr;
      const auto* capacity = signs ? of_agreement(Field::signatory_function, said->item) : nullptr;
      claim_signature(*said, person, text(on_behalf).empty() ? std::string() : names_.institution(*on_behalf), text(capacity), capacity, signature_kind);
    }
  }
}

void AcceptedDocument::claim_events() {
  auto& tables = context_.tables;
  for (const auto* said : index_->items(ReviewSubject::agreement, number_, Field::event)) {
    if (!said->holds()) continue;
    const auto day = value(said, "events", "date");
    const auto* kind_row = of_agreement(Field::event_kind, said->item);
    const auto event_code = value(kind_row, "events", "kind");
    if (day.empty()) continue;
    if (said->is_open()) context_.doubt(*said);
    if (event_code.empty()) {
      if (said->is_reviewed()) context_.fault(*said, context_.session.language.say("accept.fault.no_kind"));
      else leave_out(*said, "accept.no_kind");
      continue;
    }
    const auto* events = tables.table("events");
    std::optional<std::size_t> at;
    for (std::size_t r = 0; events != nullptr && r < events->rows.size(); ++r) {
      const bool is_it = events->at(r, "agreement") == agreement_ && events->at(r, "kind") == event_code && !tables.would_conflict("events", r, "date", day);
      if (is_it && !at) at = r;
    }
    const auto origin = context_.origin_of(*said);
    const auto id = at ? events->at(*at, "id") : tables.free_id("events", slug(agreement_ + " " + event_code + " " + day.substr(0, 4)));
    const auto state = tables.claim_row("events", {{"id", id}}, origin);
    at = tables.find_row("events", {{"id", id}});
    for (const auto& [column, cell] : AcceptedTables::Cells{{"agreement", agreement_}, {"kind", event_code}, {"date", day}}) tables.claim_value("events", *at, column, cell, origin);
    context_.log(*said, day, name_of(state), {}, "events", id);
  }
}

void AcceptedDocument::claim_lineage(const std::string& status_code) {
  auto& tables = context_.tables;
  const auto claim_line = [&](const Row& said, const std::string& line_kind, std::string of, const std::string& note) {
    const auto* lines = tables.table("lineage");
    for (std::size_t r = 0; lines != nullptr && of.empty() && r < lines->rows.size(); ++r) {
      const bool is_it = lines->at(r, "agreement") == agreement_ && lines->at(r, "kind") == line_kind;
      if (is_it) of = lines->at(r, "of");
    }
    const AcceptedTables::Cells key{{"agreement", agreement_}, {"kind", line_kind}, {"of", of}};
    const auto state = tables.claim_row("lineage", key, context_.origin_of(said));
    tables.claim_value("lineage", *tables.find_row("lineage", key), "of", of, context_.origin_of(said));
    if (of.empty() && !note.empty()) tables.fill("lineage", *tables.find_row("lineage", key), "note", note);
    context_.log(said, note.empty() ? line_kind : note, name_of(state), {}, "lineage", agreement_ + "/" + line_kind);
  };
  bool is_renewed = false;
  for (const auto* said : index_->items(ReviewSubject::agreement, number_, Field::lineage)) {
    const auto line_kind = said->holds() ? value(said, "lineage", "kind") : std::string();
    if (line_kind.empty()) continue;
    if (said->is_open()) context_.doubt(*said);
    const auto* older = of_agreement(Field::lineage_title, said->item);
    const auto found = older == nullptr ? std::vector<NameMatch>() : context_.session.names().find(text(older), {EntityKind::agreement});
    auto of = found.size() == 1 ? std::string(context_.session.data().agreements.id[found.front().row]) : std::string();
    if (of == agreement_) of.clear();
    const auto day = value(of_agreement(Field::lineage_date, said->item), "agreements", "signed");
    claim_line(*said, line_kind, of, text(older) + (day.empty() ? "" : (text(older).empty() ? "" : ", ") + day));
    is_renewed = is_renewed || line_kind == "renews" || line_kind == "replaces";
  }
  if (status_code == "renewed" && !is_renewed) claim_line(*of_agreement(Field::status), "renews", {}, {});
}

}  // namespace maillage
