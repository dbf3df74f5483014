// SPDX-License-Identifier: Apache-2.0
// compile_registry OUTPUT FOLDER: makes the compact form of the reference registry (src/registry/registry_form.hpp) of the
// tables in FOLDER (data/registry): authorities.csv, bodies.csv, communes.csv, epci.csv.
//
// Stops with a message at the first thing that cannot be: a code that is not known, an entry that comes twice.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "names/trigram_index.hpp"
#include "registry/name_reading.hpp"
#include "registry/record_fields.hpp"
#include "registry/registry.hpp"
#include "registry/registry_form.hpp"
#include "tables/csv_reader.hpp"

namespace {

using namespace maillage;
using namespace maillage::registry_form;

using Texts = std::vector<std::string>;

Texts parts_of(const std::string& cell) {
  Texts parts;
  for (std::size_t at = 0; at < cell.size();) {
    const auto end = std::min(cell.find('|', at), cell.size());
    if (end > at) parts.push_back(cell.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

struct Entry {
  std::string id;
  InstitutionKind kind = InstitutionKind::other;
  RegistryBody body = RegistryBody::other;
  RegistryStatus status = RegistryStatus::active;
  unsigned sources = 0;
  std::vector<std::pair<Tag, std::string>> fields;
  Texts parents, successors, groups;  // ids of others
  std::uint32_t children = 0;

  void add(Tag tag, const std::string& text) {
    if (!text.empty()) fields.emplace_back(tag, text);
  }
  void add_all(Tag tag, const std::string& cell) {
    for (const auto& part : parts_of(cell)) add(tag, part);
  }
};

std::string number_bytes(std::uint32_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80U);
  bytes += static_cast<char>(number);
  return bytes;
}

std::string number_field(const std::string& text) { return text.empty() ? text : number_bytes(static_cast<std::uint32_t>(std::stoul(text))); }

class Tables {
 public:
  explicit Tables(const std::string& folder) : folder_(folder) {
    read_authorities();
    read_groupings();
    read_communes();
    read_bodies();
  }

  std::map<std::string, Entry> entries;
  std::string places;

 private:
  CsvTable table(const std::string& name) const {
    std::ifstream stream(folder_ + "/" + name, std::ios::binary);
    if (!stream) throw std::runtime_error(folder_ + "/" + name + ": cannot be read");
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    auto csv = read_csv(text);
    if (!csv.problems.empty()) throw std::runtime_error(name + ":" + std::to_string(csv.problems[0].line) + ": broken CSV");
    return csv;
  }

  Entry& entry(const std::string& id) {
    const auto [found, is_new] = entries.try_emplace(id);
    if (!is_new) throw std::runtime_error(id + " comes twice");
    found->second.id = id;
    return found->second;
  }

  template <class E>
  static E code(const std::string& text) {
    const auto value = parse_code<E>(text);
    if (!value) throw std::runtime_error("no such code: " + text);
    return *value;
  }

  void read_authorities() {
    const auto csv = table("authorities.csv");
    std::map<std::string, std::string> departements, regions;
    for (std::size_t r = 0; r < csv.records.size(); ++r) {
      const auto& type = csv.at(r, "type");
      const auto& number = csv.at(r, "code");
      const bool is_region = type == "region";
      const auto& short_name = csv.at(r, "short_name");
      (is_region ? regions : departements)[number] = (short_name.empty() ? csv.at(r, "name") : short_name) + "\t" + csv.at(r, "region");
      if (csv.at(r, "council") == "no") continue;
      auto& made = entry(type + ":" + number);
      made.body = code<RegistryBody>(type);
      made.sources = static_cast<unsigned>(Origin::cog);
      made.add(Tag::id, made.id);
      made.add(Tag::name, csv.at(r, "name"));
      made.add(Tag::short_name, short_name);
      made.add_all(Tag::acronym, csv.at(r, "acronyms"));
      made.add_all(Tag::alias, csv.at(r, "aliases"));
      made.add(Tag::country, "FR");
      made.add(is_region ? Tag::region : Tag::departement, number);
      made.add(Tag::region, is_region ? "" : csv.at(r, "region"));
      seats_.emplace_back(made.id, csv.at(r, "seat"));
    }
    for (const auto& [number, text] : departements) places += number + "\t" + text + "\n";
    places += "\n";
    for (const auto& [number, text] : regions) places += number + "\t" + text + "\n";
  }

  void read_groupings() {
    const auto csv = table("epci.csv");
    for (std::size_t r = 0; r < csv.records.size(); ++r) {
      auto& made = entry("siren:" + csv.at(r, "siren"));
      made.kind = InstitutionKind::intercommunality;
      made.body = code<RegistryBody>(csv.at(r, "type"));
      made.sources = static_cast<unsigned>(Origin::cog);
      made.add(Tag::id, made.id);
      made.add(Tag::name, csv.at(r, "name"));
      made.add(Tag::short_name, csv.at(r, "short_name"));
      made.add(Tag::country, "FR");
      if (const auto departements = parts_of(csv.at(r, "departements")); !departements.empty()) made.add(Tag::departement, departements[0]);
      made.add(Tag::population, number_field(csv.at(r, "population")));
      made.add(Tag::member_count, number_field(csv.at(r, "members")));
      made.add(Tag::siren, csv.at(r, "siren"));
    }
  }

  void read_communes() {
    const auto csv = table("communes.csv");
    std::map<std::string, std::string> names;
    for (std::size_t r = 0; r < csv.records.size(); ++r) {
      auto& made = entry("insee:" + csv.at(r, "code"));
      made.kind = InstitutionKind::commune;
      made.body = RegistryBody::commune;
      made.sources = static_cast<unsigned>(Origin::cog);
      made.add(Tag::name, csv.at(r, "name"));
      made.add(Tag::population, number_field(csv.at(r, "population")));
      made.add(Tag::insee, csv.at(r, "code"));
      made.add(Tag::siren, csv.at(r, "siren"));
      for (const auto& group : parts_of(csv.at(r, "epci"))) made.groups.push_back("siren:" + group);
      names[csv.at(r, "code")] = csv.at(r, "name");
    }
    for (const auto& [id, seat] : seats_) {
      entries.at(id).add(Tag::city, names[seat]);
      entries.at(id).add(Tag::commune, seat);
    }
  }

  void read_bodies() {
    const auto csv = table("bodies.csv");
    std::map<std::string, std::string> id_of_ror;
    for (std::size_t r = 0; r < csv.records.size(); ++r) {
      if (const auto& ror = csv.at(r, "ror"); !ror.empty()) id_of_ror[ror] = csv.at(r, "authority").empty() ? "ror:" + ror : authority_id(csv.at(r, "authority"));
    }
    for (std::size_t r = 0; r < csv.records.size(); ++r) {
      const bool is_authority = !csv.at(r, "authority").empty();
      auto& made = is_authority ? entries.at(authority_id(csv.at(r, "authority"))) : entry(own_id(csv.at(r, "id"), csv.at(r, "ror")));
      if (!is_authority) fill_body(made, csv, r);
      for (const auto& source : parts_of(csv.at(r, "source"))) made.sources |= static_cast<unsigned>(source == "ror" ? Origin::ror : Origin::esr);
      made.add(is_authority ? Tag::alias : Tag::name, csv.at(r, "name"));
      made.add(is_authority ? Tag::alias : Tag::short_name, csv.at(r, "short_name"));
      made.add_all(Tag::acronym, csv.at(r, "acronyms"));
      made.add_all(Tag::alias, csv.at(r, "aliases"));
      made.add_all(Tag::label, csv.at(r, "labels"));
      for (const auto& [tag, column] : std::vector<std::pair<Tag, const char*>>{
               {Tag::ror, "ror"}, {Tag::wikidata, "wikidata"}, {Tag::isni, "isni"}, {Tag::siren, "siren"}, {Tag::siret, "siret"},
               {Tag::uai, "uai"}, {Tag::former_uai, "former_uai"}, {Tag::pic, "pic"}}) {
        made.add_all(tag, csv.at(r, column));
      }
      const auto others = [&](const char* column, Texts& ids) {
        for (const auto& ror : parts_of(csv.at(r, column))) {
          const auto known = id_of_ror.find(ror);
          ids.push_back(known == id_of_ror.end() ? ror : known->second);
        }
      };
      others("parents", made.parents);
      others("successors", made.successors);
    }
    for (auto& [id, made] : entries) {
      for (const auto& parent : made.parents) {
        if (const auto found = entries.find(parent); found != entries.end()) ++found->second.children;
      }
    }
  }

  void fill_body(Entry& made, const CsvTable& csv, std::size_t r) const {
    made.kind = code<InstitutionKind>(csv.at(r, "kind"));
    made.status = code<RegistryStatus>(csv.at(r, "status"));
    made.body = body_of(parts_of(csv.at(r, "types")));
    made.add(Tag::id, made.id);
    made.add(Tag::country, csv.at(r, "country"));
    made.add(Tag::founded, csv.at(r, "founded"));
    made.add(Tag::city, csv.at(r, "city"));
    made.add(Tag::commune, csv.at(r, "commune"));
  }

  static std::string authority_id(const std::string& code) { return code.starts_with("commune:") ? "insee:" + code.substr(8) : code; }
  static std::string own_id(const std::string& id, const std::string& ror) {
    return (id == ror ? "ror:" : id.size() == 9 ? "siren:" : "uai:") + id;
  }
  static RegistryBody body_of(const Texts& types) {
    const auto has = [&](const char* type) { return std::ranges::find(types, type) != types.end(); };
    if (has("healthcare")) return RegistryBody::healthcare;
    if (has("education")) return RegistryBody::education;
    if (has("government")) return RegistryBody::government;
    if (has("facility")) return RegistryBody::laboratory;
    if (has("nonprofit")) return RegistryBody::nonprofit;
    if (has("company")) return RegistryBody::company;
    return has("archive") ? RegistryBody::archive : RegistryBody::other;
  }

  std::string folder_;
  std::vector<std::pair<std::string, std::string>> seats_;
};

// Hashes with entries, sorted: binary search at run time.
class Keys {
 public:
  void add(std::string_view key, std::uint32_t entry) { pairs_.emplace(hash_of(key), entry); }
  std::vector<std::uint32_t> hashes() const { return column([](const auto& pair) { return pair.first; }); }
  std::vector<std::uint32_t> entries() const { return column([](const auto& pair) { return pair.second; }); }

 private:
  template <class Of>
  std::vector<std::uint32_t> column(Of of) const {
    std::vector<std::uint32_t> numbers;
    for (const auto& pair : pairs_) numbers.push_back(of(pair));
    return numbers;
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

class Compiler {
 public:
  explicit Compiler(Tables& tables) : tables_(tables) {
    std::uint32_t number = 0;
    for (const auto& [id, entry] : tables.entries) numbers_[id] = number++;
    for (const auto& [id, entry] : tables.entries) add(numbers_[id], entry);
    starts_.push_back(static_cast<std::uint32_t>(records_.size()));
  }

  std::string bytes() {
    const auto postings = maker_.finish();
    Header header;
    header.entries = static_cast<std::uint32_t>(numbers_.size());
    header.record_bytes = static_cast<std::uint32_t>(records_.size());
    header.name_keys = static_cast<std::uint32_t>(names_.hashes().size());
    header.id_keys = static_cast<std::uint32_t>(ids_.hashes().size());
    header.runs = static_cast<std::uint32_t>(postings.runs.size());
    header.posting_bytes = static_cast<std::uint32_t>(postings.texts.size());
    header.place_bytes = static_cast<std::uint32_t>(tables_.places.size());
    std::string all(reinterpret_cast<const char*>(&header), sizeof header);
    const auto numbers = [&](const std::vector<std::uint32_t>& section) {
      all.append(reinterpret_cast<const char*>(section.data()), section.size() * sizeof(std::uint32_t));
    };
    const auto text = [&](std::string_view section) {
      all.append(section);
      all.append((4 - section.size() % 4) % 4, '\0');
    };
    numbers(starts_);
    text(records_);
    numbers(names_.hashes());
    numbers(names_.entries());
    numbers(ids_.hashes());
    numbers(ids_.entries());
    numbers(postings.runs);
    numbers(postings.starts);
    text({reinterpret_cast<const char*>(postings.texts.data()), postings.texts.size()});
    text(tables_.places);
    return all;
  }

 private:
  void add(std::uint32_t number, const Entry& entry) {
    starts_.push_back(static_cast<std::uint32_t>(records_.size()));
    records_ += static_cast<char>(entry.kind);
    records_ += static_cast<char>(entry.body);
    records_ += static_cast<char>(entry.status);
    records_ += static_cast<char>(entry.sources);
    if (entry.body != RegistryBody::commune) ids_.add(entry.id, number);
    std::set<std::pair<Tag, std::string>> written;
    for (const auto& [tag, text] : entry.fields) {
      if (!written.emplace(tag, text).second) continue;
      field(tag, text);
      if (tag >= Tag::name && tag <= Tag::label) name(number, tag == Tag::label ? text.substr(text.find(':') + 1) : text, entry.body);
      if (tag >= Tag::ror) ids_.add(std::string(scheme_of(tag)) + ":" + text, number);
    }
    relation(entry.parents, Tag::parent, Tag::parent_outside);
    relation(entry.successors, Tag::successor, Tag::successor_outside);
    relation(entry.groups, Tag::group, Tag::group);
    if (entry.children > 0) field(Tag::child_count, number_bytes(entry.children));
  }

  void field(Tag tag, std::string_view text) {
    records_ += static_cast<char>(tag);
    records_ += number_bytes(static_cast<std::uint32_t>(text.size()));
    records_ += text;
  }

  void relation(const Texts& ids, Tag inside, Tag outside) {
    for (const auto& id : ids) {
      const auto found = numbers_.find(id);
      if (found != numbers_.end()) field(inside, number_bytes(found->second));
      else if (outside != inside) field(outside, id);
      else throw std::runtime_error(id + ": no such grouping");
    }
  }

  void name(std::uint32_t number, const std::string& text, RegistryBody body) {
    const auto reading = read_name(text);
    names_.add(reading.key, number);
    const bool is_grouping = body > RegistryBody::commune && body < RegistryBody::departement;
    if (is_grouping && !reading.grouping.empty()) names_.add("=" + reading.grouping, number);
    maker_.add(number, Trigrams(reading.expanded));
  }

  Tables& tables_;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> starts_;
  std::string records_;
  Keys names_, ids_;
  TrigramPostingsMaker maker_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: compile_registry OUTPUT FOLDER\n";
    return 2;
  }
  try {
    Tables tables(words[2]);
    const auto bytes = Compiler(tables).bytes();
    std::ofstream output(words[1], std::ios::binary);
    output << bytes;
    if (!output.flush()) throw std::runtime_error(std::string(words[1]) + ": cannot be written");
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "compile_registry: " << error.what() << '\n';
    return 1;
  }
}
