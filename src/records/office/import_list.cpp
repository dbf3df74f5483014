// SPDX-License-Identifier: Apache-2.0
#include "records/office/import_list.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "names/name_index.hpp"
#include "records/office/agreements_of_list.hpp"
#include "records/office/institutions_of_list.hpp"
#include "records/office/slug.hpp"

namespace maillage {
namespace {

std::optional<NameIndex> index_of(const DataSet* known) {
  if (known == nullptr) return std::nullopt;
  return std::optional<NameIndex>(std::in_place, *known, std::vector<EntityKind>{EntityKind::institution, EntityKind::person});
}

// Writes agreements, with the people and themes they name, into the tables of a data package.
class TableWriter {
 public:
  TableWriter(const ImportListOptions& options, const NameIndex* index, ImportedList& result)
      : options_(options), index_(index), result_(result) {}

  void write_source() {
    result_.tables["sources"].add({{"id", options_.source_id}, {"title", options_.source_title}, {"kind", "register"}, {"file", options_.source_file}});
  }

  void write(const StagedAgreement& agreement) {
    if (agreement.parties.empty()) {
      result_.notes.push_back({ImportNote::Kind::no_parties, agreement.table, agreement.row, {}, {}, agreement.id, {}});
      return;
    }
    ++result_.agreements;
    auto& table = result_.tables["agreements"];
    const auto row = table.add({{"id", agreement.id}});
    auto cells = agreement.cells;
    for (const auto& label : agreement.themes) cells["themes"] += (cells["themes"].empty() ? "" : "|") + theme(label);
    for (const auto& [column, text] : cells) table.at(row, column) = text;
    const auto locator = agreement.places.size() <= 3 ? joined(agreement.places) : agreement.places.front() + " – " + agreement.places.back();
    claim("agreements", agreement.id, {cells.begin(), cells.end()}, locator);
    using Cells = std::vector<std::pair<std::string_view, std::string>>;
    const auto add = [&](std::string_view name, Cells row_cells, const Cells& said) {
      claim(name, row_cells[0].second + "/" + row_cells[1].second, said, locator);
      row_cells.insert(row_cells.end(), said.begin(), said.end());
      result_.tables[name].add(row_cells);
    };
    for (const auto& party : agreement.parties) {
      add("parties", {{"agreement", agreement.id}, {"institution", party.institution}},
          {{"role", party.role}, {"joined", party.joined}, {"left", party.left}, {"amount_eur", party.amount}});
    }
    for (const auto& signatory : agreement.signatories) {
      add("signatures", {{"agreement", agreement.id}, {"person", person(signatory.name)}},
          {{"on_behalf_of", signatory.on_behalf_of}, {"capacity", signatory.capacity}, {"kind", "signatory"}});
    }
    if (!agreement.source_title.empty() || !agreement.source_url.empty()) write_source_of(agreement);
  }

 private:
  // The code of a theme; a new one where no code or label is spelled alike.
  std::string theme(const std::string& label) {
    const auto bare = folded(label);
    if (options_.known != nullptr) {
      for (const auto& known : options_.known->themes) {
        if (folded(known.code) == bare || folded(known.label_fr) == bare || folded(known.label_en) == bare) return std::string(known.code);
      }
    }
    auto& code = themes_[bare];
    if (code.empty()) {
      code = slug(label);
      if (code.empty()) code = "theme-" + std::to_string(themes_.size());
      result_.tables["themes"].add({{"code", code}, {"label_fr", label}, {"label_en", label}});
    }
    return code;
  }

  std::string person(const std::string& name) {
    if (options_.known != nullptr) {
      const auto found = index_->find(name, {EntityKind::person});
      if (found.size() == 1) return std::string(options_.known->people.id[found[0].row]);
    }
    auto& id = people_[folded(name)];
    if (id.empty()) {
      const auto wanted = slug(name).empty() ? "personne-" + std::to_string(people_.size()) : slug(name);
      id = wanted;
      // Of two known people with this name neither is meant for certain: this one must not take the id of either.
      const auto is_known = [&] { return options_.known != nullptr && options_.known->find_person(id) != kNone; };
      for (int n = 2; is_known() || !person_ids_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
      result_.tables["people"].add({{"id", id}, {"name", name}});
    }
    return id;
  }

  // That the list says these fields of a row; `*` is the row itself.
  void claim(std::string_view table, const std::string& key, const std::vector<std::pair<std::string_view, std::string>>& cells,
             const std::string& locator) {
    auto& evidence = result_.tables["evidence"];
    const auto add = [&](std::string_view field) {
      evidence.add({{"table", std::string(table)}, {"row", key}, {"field", std::string(field)}, {"source", options_.source_id}, {"locator", locator},
                    {"basis", "stated"}});
    };
    add("*");
    for (const auto& [field, text] : cells) {
      if (!text.empty()) add(field);
    }
  }

  // What the list itself names as source of an agreement.
  void write_source_of(const StagedAgreement& agreement) {
    const auto title = agreement.source_title.empty() ? agreement.source_url : agreement.source_title;
    auto& id = sources_[folded(title)];
    if (id.empty()) {
      const auto wanted = options_.source_id + "-" + (slug(title).empty() ? std::to_string(sources_.size()) : slug(title));
      id = wanted;
      for (int n = 2; !source_ids_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
      const bool is_url = agreement.source_url.starts_with("http://") || agreement.source_url.starts_with("https://");
      result_.tables["sources"].add({{"id", id}, {"title", title}, {"url", is_url ? agreement.source_url : ""}});
    }
    result_.tables["evidence"].add({{"table", "agreements"}, {"row", agreement.id}, {"field", "*"}, {"source", id}, {"basis", "stated"}});
  }

  static std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : "; ") + text;
    return all;
  }

  const ImportListOptions& options_;
  const NameIndex* index_;
  ImportedList& result_;
  std::set<std::string> person_ids_, source_ids_;
  std::map<std::string, std::string> people_, themes_, sources_;  // folded name → id
};

}  // namespace

ImportedList import_list(std::span<const ListTable> tables, const Mapping& mapping, const ImportListOptions& options) {
  ImportedList result;
  const auto index = index_of(options.known);
  InstitutionsOfList institutions(mapping, options.known, index ? &*index : nullptr);
  AgreementsOfList agreements(mapping, options, institutions, result.notes);
  for (const auto& table : tables) agreements.read(table);
  result.rows = agreements.rows();
  TableWriter writer(options, index ? &*index : nullptr, result);
  writer.write_source();
  for (const auto& agreement : agreements.take()) writer.write(agreement);
  result.tables["institutions"] = std::move(institutions.table());
  result.matches = institutions.take_matches();
  return result;
}

}  // namespace maillage
