// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "documents/institutions/registry_names.hpp"
#include "documents/read_document.hpp"
#include "documents/text/clean_lines.hpp"

namespace maillage::documents {

/// All that is read from a text.
inline ReadDocument read_text(std::string_view text) {
  static const RegistryNames known;
  return read_document({"text.txt", clean_lines(text)}, Lexicon::french(), known);
}

inline std::vector<std::string> parties_of(const ReadDocument& read, const ReadAgreement& agreement) {
  std::vector<std::string> names;
  for (const auto& party : agreement.parties) names.push_back(read.institutions.named[party.institution].name);
  return names;
}

/// « Jeanne Rivoal @ Ville de Kersaint »
inline std::vector<std::string> signatories_of(const ReadDocument& read, const ReadAgreement& agreement) {
  std::vector<std::string> names;
  for (const auto& one : agreement.signatories) {
    names.push_back(read.people.named[one.person].name + " @ " +
                    (one.institution ? read.institutions.named[*one.institution].name : "-"));
  }
  return names;
}

inline std::vector<std::string> themes_of(const ReadAgreement& agreement) {
  std::vector<std::string> labels;
  for (const auto& theme : agreement.themes) labels.push_back(theme.value);
  return labels;
}

}  // namespace maillage::documents
