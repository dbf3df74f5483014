// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/institutions/institution_mentions.hpp"

namespace maillage::documents {

/// A function that a person holds: « directeur général du CHU de Lille ».
struct Function {
  std::string title;                          ///< « directeur général »; as the document writes it, without the institution
  std::optional<std::uint32_t> institution;   ///< in Institutions::named
  bool is_acting = false;                     ///< « par intérim »
  bool is_institution_guessed = false;        ///< nothing says it: the one named before
  std::string implied;       ///< an institution that only the function names: « Ville de X » of its mayor; empty
  Span implied_span;         ///< where: « X » in « la maire de X »
};

/// A person that a document names.
struct NamedPerson {
  std::string name;        ///< first name and surname, cased as names are: « Alix Tournelle »
  std::string honorific;   ///< « Pr », « Dr », « Mme », …; empty
  std::vector<Function> functions;  ///< the one said first is the first
  std::optional<std::uint32_t> represents;  ///< the person for whom this one acted
  bool is_contact = false;  ///< a press contact: marked as such, never accepted into the data
  double confidence = 0;
  std::string rule;
};

struct PersonMention {
  Span span;
  std::uint32_t person = 0;  ///< in People::named
};

struct People {
  std::vector<NamedPerson> named;
  std::vector<PersonMention> mentions;  ///< by place
};

/// Finds people with their functions; needs the institutions of the text. O(words).
People find_people(const Words& words, const Lexicon& lexicon, const Institutions& institutions);

/// Adds the institutions that only functions name (Function::implied) to those of the text, with their mentions, and gives
/// the functions their numbers. O(people + mentions · log mentions).
void add_implied_institutions(People& people, Institutions& institutions);

}  // namespace maillage::documents
