// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/schema.hpp"

namespace maillage {

// The parts of package_schema(), by what the tables speak of; what follows makes their lines short.

std::vector<TableSchema> tables_of_bodies();      ///< institutions, their ties, territories, people, positions
std::vector<TableSchema> tables_of_agreements();  ///< agreements, parties, signatures, events, lineage, mentions, themes
std::vector<TableSchema> tables_of_sources();     ///< sources, evidence, acknowledgements

/// French and English.
struct TwoTexts {
  std::string_view french, english;
};
inline FieldSchema field(std::string_view name, FieldType type, TwoTexts title, TwoTexts description) {
  FieldSchema made;
  made.name = name;
  made.type = type;
  made.title_fr = title.french;
  made.title_en = title.english;
  made.description_fr = description.french;
  made.description_en = description.english;
  return made;
}
inline FieldSchema required(FieldSchema made) {
  made.is_required = true;
  return made;
}
inline FieldSchema list(FieldSchema made) {
  made.is_list = true;
  return made;
}
inline FieldSchema refers_to(std::string_view name, std::string_view table, TwoTexts title, TwoTexts description) {
  auto made = field(name, FieldType::reference, title, description);
  made.references = table;
  return made;
}
inline FieldSchema coded(std::string_view name, std::span<const std::string_view> codes, TwoTexts title,
                        TwoTexts description) {
  auto made = field(name, FieldType::code, title, description);
  made.codes = codes;
  return made;
}
inline FieldSchema row_id(TwoTexts description) {
  return required(field("id", FieldType::id, {"Identifiant", "Identifier"}, description));
}
inline FieldSchema note() {
  return field("note", FieldType::text, {"Note", "Note"}, {"Remarque libre.", "Free remark."});
}

}  // namespace maillage
