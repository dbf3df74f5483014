// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "generator/generated_network.hpp"

namespace maillage::generator {

/// The texts of a data package, by file name.
using PackageTexts = std::map<std::string, std::string>;

/// Builds the tables of generated_package() row by row.
class PackageWriter {
 public:
  explicit PackageWriter(const NetworkSize& size) : network_(generate(size)) {}

  PackageTexts write() {
    texts_["sources.csv"] =
        "id,title,publisher,date,kind,url,file,sha256,language,retrieved,note\n"
        "registre,Registre inventé,Générateur,2025-12-31,register,,,,fr,,\n";
    texts_["themes.csv"] = "code,label_fr,label_en,synonyms,note\n";
    for (const auto& [code, french, english] : kThemes) {
      texts_["themes.csv"] += std::string(code) + ',' + std::string(french) + ',' + std::string(english) + ",,\n";
    }
    write_territories();
    write_institutions();
    start_agreement_tables();
    for (std::uint32_t a = 0; a < network_.agreements.size(); ++a) write_agreement(a);
    write_people();
    write_description();
    return std::move(texts_);
  }

 private:
  struct ThemeRow {
    std::string_view code, french, english;
  };
  static constexpr ThemeRow kThemes[] = {{"health", "Santé", "Health"},
                                         {"research", "Recherche", "Research"},
                                         {"training", "Formation", "Training"},
                                         {"culture", "Culture", "Culture"},
                                         {"energy", "Énergie", "Energy"},
                                         {"mobility", "Mobilité", "Mobility"},
                                         {"housing", "Logement", "Housing"},
                                         {"digital", "Numérique", "Digital"},
                                         {"water", "Eau", "Water"},
                                         {"youth", "Jeunesse", "Youth"},
                                         {"ageing", "Vieillissement", "Ageing"},
                                         {"industry", "Industrie", "Industry"}};

  static std::string institution_id(std::uint32_t i) { return numbered('I', i); }
  static std::string sub_region_code(std::uint32_t s) { return "FR-D" + std::to_string(100 + s); }
  static std::string region_code(std::uint32_t r) { return "FR-R" + std::to_string(10 + r); }

  void write_territories() {
    auto& text = texts_["territories.csv"];
    text = "code,name,level,parent,population,latitude,longitude,note\nFR,France,country,,,,,\n";
    std::uint32_t regions = 0;
    for (const auto& institution : network_.institutions) regions = std::max(regions, institution.region + 1);
    for (std::uint32_t r = 0; r < regions; ++r) {
      text += region_code(r) + ",Région " + of_town(invented_town(r * 24 + 7)) + ",region,FR,,,,\n";
      for (std::uint32_t s = r * kSubRegions; s < (r + 1) * kSubRegions; ++s) {
        text += sub_region_code(s) + ",Pays " + of_town(invented_town(s * 5 + 3)) + ",departement," + region_code(r) +
                ',' + std::to_string(50000 + 977 * s) + ',' + std::to_string(43 + r) + ".5," + std::to_string(s % 8) +
                ".25,\n";
      }
    }
  }

  void write_institutions() {
    auto& text = texts_["institutions.csv"];
    text =
        "id,name,short_name,aliases,kind,city,territory,country,parent,founded,dissolved,ror,siren,finess,wikidata,url,"
        "note\n";
    for (std::uint32_t i = 0; i < network_.institutions.size(); ++i) {
      const auto& institution = network_.institutions[i];
      text += institution_id(i) + ',' + institution.name + ",,," + std::string(code_name(institution.kind)) + ',' +
              institution.town + ',' + sub_region_code(institution.sub_region) + ",FR,,,,,,,,,\n";
    }
  }

  void start_agreement_tables() {
    texts_["agreements.csv"] =
        "id,title,type,reference,signed,valid_from,valid_to,duration,renewal,max_renewals,notice,terminated,expected,"
        "stage,"
        "responsible_unit,place,axes,themes,territories,amount_eur,unnamed_parties,note\n";
    texts_["parties.csv"] = "agreement,institution,role,signed,joined,left,amount_eur,note\n";
    texts_["signatures.csv"] = "agreement,person,on_behalf_of,capacity,kind,date,note\n";
    texts_["lineage.csv"] = "agreement,kind,of,note\n";
    texts_["evidence.csv"] = "table,row,field,value,source,locator,basis,reason,accepted,note\n";
  }

  /// What an agreement says of its dates; its number decides, so that every case occurs.
  struct Dates {
    std::string signed_on, valid_from, valid_to, duration, renewal, max_renewals, notice, terminated, expected, stage;
  };
  Dates dates_of(std::uint32_t a) const {
    const auto& agreement = network_.agreements[a];
    Dates dates{.signed_on = iso(agreement.signed_on),
                .valid_from = iso(agreement.valid_from),
                .valid_to = iso(agreement.valid_to),
                .stage = "signed"};
    if (is_announced(a)) return {.expected = "2026", .stage = "announced"};
    switch (a % 20) {
      case 0:
      case 1:
      case 2:
        dates.valid_to = "..";
        break;
      case 3:
      case 4:
      case 5:
        dates.valid_to.clear();
        break;  // unknown
      case 6:
      case 7:
        dates.valid_to.clear();
        dates.duration = "P4Y";
        dates.notice = "P3M";
        break;
      case 8:
        dates.valid_to.clear();
        dates.duration = "P3Y";
        dates.renewal = "tacit";
        dates.max_renewals = "1";
        break;
      case 9:
        dates.signed_on.resize(4);
        break;  // the year only
      case 10:
        dates.signed_on.clear();
        break;
      case 11: {
        const auto day = agreement.valid_from + std::chrono::days(400);
        if (day <= kLastDay) dates.terminated = iso(day);
        break;
      }
      default:
        break;
    }
    return dates;
  }

  /// Every third of the last: the others are signed, and some of them not begun.
  bool is_announced(std::uint32_t a) const {
    return a % 3 == 0 && a + network_.agreements.size() * 3 / 40 >= network_.agreements.size();
  }

  void write_agreement(std::uint32_t a) {
    const auto& agreement = network_.agreements[a];
    const auto id = numbered('A', a);
    const auto dates = dates_of(a);
    const auto& theme = kThemes[network_.institutions[agreement.parties.front()].field];
    write_row("agreements.csv", id, id, a,
              {{"title", "Convention " + std::to_string(a + 1) + " sur : " + lower(theme.french)},
               {"type", std::string(code_name(agreement.type))},
               {"reference", ""},
               {"signed", dates.signed_on},
               {"valid_from", dates.valid_from},
               {"valid_to", dates.valid_to},
               {"duration", dates.duration},
               {"renewal", dates.renewal},
               {"max_renewals", dates.max_renewals},
               {"notice", dates.notice},
               {"terminated", dates.terminated},
               {"expected", dates.expected},
               {"stage", dates.stage},
               {"responsible_unit", ""},
               {"place", ""},
               {"axes", ""},
               {"themes", std::string(theme.code)},
               {"territories", ""},
               {"amount_eur", ""},
               {"unnamed_parties", a % 50 == 0 ? "2" : ""}});
    for (const auto party : agreement.parties) {
      const auto institution = institution_id(party);
      const bool is_lead = party == agreement.parties.front() && agreement.type == AgreementType::consortium;
      write_row("parties.csv", id + ',' + institution, id + '/' + institution, a,
                {{"role", is_lead ? "lead" : ""}, {"signed", ""}, {"joined", ""}, {"left", ""}, {"amount_eur", ""}});
      if (dates.signed_on.empty()) continue;
      const auto person = office_holder(party, agreement.signed_on);
      signatories_.insert(person);
      const auto signatory = numbered('P', person);
      write_row("signatures.csv", id + ',' + signatory, id + '/' + signatory, a,
                {{"on_behalf_of", institution}, {"capacity", "direction"}, {"kind", "signatory"}, {"date", ""}});
    }
    const auto earlier = latest_of_.find(agreement.parties.front());
    if (a % 11 == 0 && earlier != latest_of_.end() && !is_announced(a)) {
      const std::string kind = a % 22 == 0 ? "renews" : "implements";
      write_row("lineage.csv", id + ',' + kind, id + '/' + kind, a, {{"of", numbered('A', earlier->second)}});
    }
    latest_of_[agreement.parties.front()] = a;
  }

  struct Cell {
    std::string_view field;
    std::string value;
  };
  /// A row: the cells of its key, further cells, an empty note; and a claim of the register for it and each filled
  /// cell.
  void write_row(const std::string& file, const std::string& begin, const std::string& key, std::uint32_t line,
                 const std::vector<Cell>& cells) {
    const auto claim = [&](std::string_view field) {
      texts_["evidence.csv"] += file.substr(0, file.size() - 4) + ',' + key + ',' + std::string(field) +
                                ",,registre,l. " + std::to_string(line + 1) + ",stated,,,\n";
    };
    auto& text = texts_[file];
    text += begin;
    claim("*");
    for (const auto& [field, value] : cells) {
      text += ',' + value;
      if (!value.empty()) claim(field);
    }
    text += ",\n";
  }

  void write_people() {
    texts_["people.csv"] = "id,name,aliases,orcid,note\n";
    texts_["positions.csv"] = "person,institution,title,valid_from,valid_to,seen_on,note\n";
    for (const auto person : signatories_) {
      const auto year = 2000 + person % 7 * 4;
      texts_["people.csv"] += numbered('P', person) + ',' + invented_person(person) + ",,,\n";
      texts_["positions.csv"] += numbered('P', person) + ',' + institution_id(person / 7) + ",direction," +
                                 std::to_string(year) + ',' + std::to_string(year + 3) + ",,\n";
    }
  }

  void write_description() {
    std::string resources;
    for (const auto& [file, text] : texts_) {
      if (!resources.empty()) resources += ", ";
      resources += R"({"name": ")" + file.substr(0, file.size() - 4) + R"(", "path": ")" + file + R"("})";
    }
    texts_["datapackage.json"] =
        R"({"name": "generated", "title": "Réseau inventé", "version": "1.0.0", "resources": [)" + resources + "]}\n";
  }

  /// The first letter in lower case; the labels above begin with an ASCII letter or É.
  static std::string lower(std::string_view label) {
    if (label.starts_with("É")) return "é" + std::string(label.substr(2));
    std::string text(label);
    text[0] = static_cast<char>(text[0] + 'a' - 'A');
    return text;
  }

  GeneratedNetwork network_;
  PackageTexts texts_;
  std::set<std::uint32_t> signatories_;
  std::map<std::uint32_t, std::uint32_t> latest_of_;  // the latest agreement that an institution leads
};

/// A full data package: institutions with kinds, towns and territories; agreements announced, ended, in force, without
/// an end, of unknown or computed end, terminated, renewed; people, positions, signatures, themes, one source. The same
/// for the same size on every machine.
inline PackageTexts generated_package(const NetworkSize& size = kSmall) {
  return PackageWriter(size).write();
}

/// Writes the texts into a folder, which is made where it is missing.
inline void write_package(const PackageTexts& texts, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  for (const auto& [file, text] : texts) std::ofstream(folder / file, std::ios::binary) << text;
}

}  // namespace maillage::generator
