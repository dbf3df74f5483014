// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "documents/institutions/institution_mentions.hpp"
#include "documents/text/clean_lines.hpp"
#include "documents/text/recovered.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {

/// Knows the places and bodies that a test tells it.
class ToldNames : public KnownNames {
 public:
  std::set<std::string, std::less<>> places, bodies;  ///< folded
  mutable std::size_t asked = 0;

  std::optional<Known> body(std::string_view name) const override {
    ++asked;
    return bodies.contains(folded(name)) ? std::optional(Known{std::string(name), InstitutionKind::other, 1})
                                         : std::nullopt;
  }
  bool is_place(std::string_view folded_name) const override {
    ++asked;
    return places.contains(folded_name);
  }
};

/// What find_institutions() finds in a text, with the text to look at spans.
struct InstitutionsOfText {
  Prose prose;
  Institutions found;

  explicit InstitutionsOfText(std::string_view text, const KnownNames& known = ToldNames())
      : prose(recovered(clean_lines(text))) {
    const Words words(prose);
    found = find_institutions(words, Lexicon::french(), known);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& named : found.named) {
      if (!named.is_generic) all.push_back(named.name);
    }
    return all;
  }
  /// « text = name » of each mention, by place.
  std::vector<std::string> mentions() const {
    std::vector<std::string> all;
    for (const auto& mention : found.mentions)
      all.push_back(std::string(prose.of(mention.span)) + " = " + found.named[mention.institution].name);
    return all;
  }
  /// « text = name, name » of each group, by place.
  std::vector<std::string> groups() const {
    std::vector<std::string> all;
    for (const auto& group : found.groups) {
      auto text = std::string(prose.of(group.span)) + " =";
      for (const auto member : group.institutions) text += " " + found.named[member].name + ";";
      all.push_back(std::move(text));
    }
    return all;
  }
};

}  // namespace maillage::documents
