// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"
#include "model/codes.hpp"

namespace maillage::documents {

/// Where else a name is known.
struct NameElsewhere {
  std::string id;    ///< of the row of the data set, or of the registry's entry
  std::string name;  ///< there
  double score = 0;  ///< in [0, 1]; see Registry::find
};

/// What the data set, else the registry, knows under the name of an institution.
struct Resolution {
  enum class Verdict : std::uint8_t {
    new_,       ///< nobody known has this name
    ambiguous,  ///< several have it
    likely,     ///< the first is probably meant
    known       ///< the first is meant
  } verdict = Verdict::new_;
  bool in_data_set = false;               ///< else in the registry
  std::vector<NameElsewhere> candidates;  ///< best first, the others are runners-up; of new ones those that are alike
};

/// An institution that a document names, however often and in however many ways.
struct NamedInstitution {
  std::string name;                ///< the fullest form of the document, cased as a name is
  std::vector<std::string> forms;  ///< other ways the document names it: acronym, « l'Agence », a short form
  InstitutionKind kind = InstitutionKind::other;
  std::optional<std::uint32_t> of;  ///< the institution it is a part, a site or a body of
  bool is_generic = false;          ///< « les collectivités », « les communes »: nobody in particular
  std::string category;             ///< finer than the kind, of institution_heads: school, social_fund, …; empty
  double confidence = 0;            ///< in [0, 1]
  std::string rule;
  Resolution resolution;
};

/// A place where one is named.
struct InstitutionMention {
  Span span;
  std::uint32_t institution = 0;  ///< in Institutions::named
  bool is_short = false;          ///< by a form that the document set up: « l'Agence », « le CHU », an acronym
};

/// « les deux établissements », « les trois parties »: several at once.
struct GroupMention {
  Span span;
  std::vector<std::uint32_t> institutions;
};

struct Institutions {
  std::vector<NamedInstitution> named;
  std::vector<InstitutionMention> mentions;  ///< by place, none inside another
  std::vector<GroupMention> groups;
};

/// What names of places and bodies are known from outside: the data set and the registry the program carries.
class KnownNames {
 public:
  virtual ~KnownNames() = default;
  struct Known {
    std::string name;
    InstitutionKind kind = InstitutionKind::other;
    double score = 0;
  };
  /// The body that is certainly or likely meant by a name.
  virtual std::optional<Known> body(std::string_view name) const = 0;
  /// Who is known under a name; `kind` other: not told. Near names are looked for as well where `reach` says so (slow).
  enum class Reach : std::uint8_t { exact, near };
  virtual Resolution resolution(std::string_view name, InstitutionKind kind, Reach reach) const;
  /// Is there a commune, département or region of this (folded) name?
  virtual bool is_place(std::string_view folded_name) const = 0;
};

/// Finds the institutions of a text. O(words) look-ups.
Institutions find_institutions(const Words& words, const Lexicon& lexicon, const KnownNames& known);

}  // namespace maillage::documents
