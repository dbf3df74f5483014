// SPDX-License-Identifier: Apache-2.0
#include "records/office/import_list.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "names/name_index.hpp"
#include "records/office/agreements_of_list.hpp"
#include "records/office/alike_names.hpp"
#include "records/office/institutions_of_list.hpp"
#include "records/office/people_of_list.hpp"
#include "records/office/slug.hpp"
#include "registry/institution_facts.hpp"

namespace maillage {
namespace {

constexpr double kSameName = 0.98;  // from here on the registry has the name itself, abbreviations written out

std::optional<NameIndex> index_of(const DataSet* known) {
  if (known == nullptr) return std::nullopt;
  return std::optional<NameIndex>(std::in_place, *known, std::vector<EntityKind>{EntityKind::institution, EntityKind::person});
}

// Writes agreements, with the people and themes they name, into the tables of a data package.
class TableWriter {
 public:
  TableWriter(const ImportListOptions& options, PeopleOfList& people, ImportedList& result) : options_(options), people_(people), result_(result) {}

  void write_sources() {
    for (const auto& source : options_.sources) {
      result_.tables["sources"].add({{"id", source.id}, {"title", source.title}, {"kind", "register"}, {"file", source.file}});
    }
  }

  void write(const std::map<std::string, ListPlace>& institutions) {
    for (const auto& [id, place] : institutions) claim("institutions", id, {place});
  }

  // The territories that the registry names, and that it says what it has filled.
  void write(const std::vector<InstitutionsOfList::Completed>& all) {
    if (all.empty()) return;
    const auto& registry = Registry::carried();
    const auto& source = options_.registry_source;
    result_.tables["sources"].add({{"id", source.id}, {"title", source.title}, {"kind", "register"}});
    std::set<std::string> territories;
    for (const auto& one : all) {
      const auto entry = registry.entry(one.found.entry);
      const bool is_inferred = !one.found.by_identifier && one.found.score < kSameName;
      for (const auto& field : one.fields) {
        result_.tables["evidence"].add({{"table", "institutions"}, {"row", one.id}, {"field", field}, {"source", source.id}, {"locator", entry.id},
                                        {"basis", is_inferred ? "inferred" : "stated"}, {"reason", is_inferred ? options_.registry_reason : std::string()}});
      }
      for (const auto& territory : territories_of(registry, entry)) {
        if (!territories.insert(territory.code).second) continue;
        result_.tables["territories"].add({{"code", territory.code}, {"name", territory.name}, {"level", std::string(code_name(territory.level))},
                                           {"parent", territory.parent}, {"population", territory.population ? std::to_string(*territory.population) : ""}});
      }
    }
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
    table.at(row, "note") = agreement.note;
    claim("agreements", agreement.id, agreement.places);
    for (const auto& party : agreement.parties) {
      result_.tables["parties"].add({{"agreement", agreement.id}, {"institution", party.institution}, {"role", party.role},
                                     {"joined", party.joined}, {"left", party.left}, {"amount_eur", party.amount}, {"note", party.note}});
      claim("parties", agreement.id + "/" + party.institution, party.places);
    }
    for (const auto& signatory : agreement.signatories) {
      const auto id = people_.id_of(signatory.name);
      result_.tables["signatures"].add({{"agreement", agreement.id}, {"person", id}, {"on_behalf_of", signatory.on_behalf_of},
                                        {"capacity", signatory.capacity}, {"kind", "signatory"}});
      claim("signatures", agreement.id + "/" + id, agreement.places);
    }
    if (!agreement.source_title.empty() || !agreement.source_url.empty()) write_source_of(agreement);
  }

 private:
  // The code of a theme; a new one where no code or label is spelled alike.
  std::string theme(const std::string& label) {
    const auto bare = folded(label);
    auto& code = themes_[bare];
    if (code.empty() && options_.known != nullptr) {
      for (const auto& known : options_.known->themes) {
        const auto means = [&](std::string_view text) { return folded(text) == bare; };
        if (means(known.code) || means(known.label_fr) || means(known.label_en) || std::ranges::any_of(known.synonyms, means)) return code = known.code;
      }
    }
    if (code.empty()) {
      code = slug(label);
      if (code.empty()) code = "theme-" + std::to_string(themes_.size());
      result_.tables["themes"].add({{"code", code}, {"label_fr", label}, {"label_en", label}});
    }
    return code;
  }

  // That rows of the list say a row of the package. A claim on the row as such covers its columns, since the list is a
  // register: one claim for each file, not one for each column.
  void claim(std::string_view table, const std::string& key, std::vector<ListPlace> places) {
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    for (std::size_t begin = 0; begin < places.size();) {
      auto end = begin;
      while (end < places.size() && places[end].file == places[begin].file) ++end;
      const auto& source = options_.sources[places[begin].file];
      result_.tables["evidence"].add({{"table", std::string(table)}, {"row", key}, {"field", "*"}, {"source", source.id},
                                      {"locator", locator({places.begin() + static_cast<std::ptrdiff_t>(begin), places.begin() + static_cast<std::ptrdiff_t>(end)}, source)},
                                      {"basis", "stated"}});
      begin = end;
    }
  }

  // `2024, l. 3-5, 9`: the places of one file, sorted; no word of a language, which the next import might not speak.
  std::string locator(const std::vector<ListPlace>& places, const ListSource& source) const {
    std::string words;
    for (std::size_t i = 0; i < places.size();) {
      auto last = i;
      while (last + 1 < places.size() && places[last + 1].table == places[i].table && places[last + 1].row == places[last].row + 1) ++last;
      const bool is_same_sheet = i > 0 && places[i - 1].table == places[i].table;
      if (i > 0) words += is_same_sheet ? ", " : "; ";
      if (!is_same_sheet && source.has_sheets) words += places[i].table + ", ";
      if (!is_same_sheet) words += "l. ";
      words += std::to_string(places[i].row);
      if (last > i) words += "-" + std::to_string(places[last].row);
      i = last + 1;
    }
    return words;
  }

  // What the list itself names as source of an agreement.
  void write_source_of(const StagedAgreement& agreement) {
    const auto title = agreement.source_title.empty() ? agreement.source_url : agreement.source_title;
    auto& id = sources_[folded(title)];
    if (id.empty()) {
      const auto wanted = options_.sources[agreement.places.front().file].id + "-" + (slug(title).empty() ? std::to_string(sources_.size()) : slug(title));
      id = wanted;
      for (int n = 2; !source_ids_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
      const bool is_url = agreement.source_url.starts_with("http://") || agreement.source_url.starts_with("https://");
      result_.tables["sources"].add({{"id", id}, {"title", title}, {"url", is_url ? agreement.source_url : ""}});
    }
    result_.tables["evidence"].add({{"table", "agreements"}, {"row", agreement.id}, {"field", "*"}, {"source", id}, {"basis", "stated"}});
  }

  const ImportListOptions& options_;
  PeopleOfList& people_;
  ImportedList& result_;
  std::set<std::string> source_ids_;
  std::map<std::string, std::string> themes_, sources_;  // folded name → id
};

}  // namespace

ImportedList import_list(std::span<const ListTable> tables, const Mapping& mapping, const ImportListOptions& options) {
  ImportedList result;
  const auto index = index_of(options.known);
  InstitutionsOfList institutions(mapping, options.known, index ? &*index : nullptr, options.registry);
  AgreementsOfList agreements(mapping, institutions, options.known, result.notes);
  for (const auto& table : tables) agreements.read(table);
  result.rows = agreements.rows();
  PeopleOfList people(mapping, options.known, index ? &*index : nullptr);
  TableWriter writer(options, people, result);
  writer.write_sources();
  for (const auto& agreement : agreements.take()) writer.write(agreement);
  writer.write(institutions.places());
  writer.write(institutions.completed());
  result.tables["institutions"] = std::move(institutions.table());
  result.tables["people"] = std::move(people.table());
  // In the order of the list, whatever was found when.
  const auto place_of = [&](const ImportNote& note) {
    const auto table = std::ranges::find(tables, note.table, &ListTable::name);
    return std::pair(table - tables.begin(), note.row);
  };
  std::ranges::stable_sort(result.notes, {}, place_of);
  tell_alike(result.tables["institutions"], ImportField::party, result.notes);
  tell_alike(result.tables["people"], ImportField::signatory, result.notes);
  result.matches = institutions.take_matches();
  return result;
}

}  // namespace maillage
