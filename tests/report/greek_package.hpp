// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "files/files.hpp"
#include "tables/csv_reader.hpp"
#include "tables/table.hpp"

namespace maillage {

/// The text with every Latin letter replaced by a Greek one: what comes from the data, and not from the program, is
/// then told by its alphabet.
inline std::string in_greek(std::string_view text) {
  static constexpr std::string_view letters[] = {"α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ", "ν",
                                                 "ξ", "ο", "π", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω", "ϑ", "ϕ"};
  std::string greek;
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (small >= 'a' && small <= 'z') {
      greek += letters[small - 'a'];
    } else {
      greek += c;
    }
  }
  return greek;
}

/// Copies the data package `from` to the folder `to` with all free text in Greek letters; ids, codes, dates and
/// locators of lines stay. Returns the ids, those of registers among them.
inline std::set<std::string> write_greek_package(const std::filesystem::path& from, const std::filesystem::path& to) {
  static const std::set<std::string> free_text{
      "name",     "short_name", "aliases", "city",     "title",     "reference", "responsible_unit",
      "place",    "axes",       "note",    "capacity", "publisher", "label_fr",  "label_en",
      "synonyms", "value",      "reason"};
  std::set<std::string> ids;
  std::filesystem::create_directories(to);
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() == ".json") {
      auto package = nlohmann::ordered_json::parse(read_file(entry.path()));
      for (const auto* key : {"title", "title_en", "description"}) {
        if (package.contains(key)) package[key] = in_greek(package[key].get<std::string>());
      }
      write_file(to / name, package.dump(), Overwrite::allowed);
    }
    if (entry.path().extension() != ".csv") continue;
    const auto table = read_csv(read_file(entry.path()));
    std::string text;
    const auto append = [&](const std::vector<std::string>& fields) {
      for (std::size_t i = 0; i < fields.size(); ++i) text += (i > 0 ? "," : "") + csv_field(fields[i]);
      text += '\n';
    };
    append(table.header);
    for (const auto& record : table.records) {
      auto fields = record;
      for (std::size_t i = 0; i < fields.size() && i < table.header.size(); ++i) {
        const auto& column = table.header[i];
        // The role of an affiliation is free text, that of a party a code.
        if (free_text.contains(column) || (column == "role" && name == "affiliations.csv"))
          fields[i] = in_greek(fields[i]);
        // `l. 13` stays a locator of lines; `siren 1234` is free text.
        if (column == "locator" && fields[i].find(". ") == std::string::npos) fields[i] = in_greek(fields[i]);
        if (column == "url" || column == "file") fields[i].clear();
        if (column == "id" || column == "code" || column == "ror") ids.insert(fields[i]);
      }
      append(fields);
    }
    write_file(to / name, text, Overwrite::allowed);
  }
  return ids;
}

}  // namespace maillage
