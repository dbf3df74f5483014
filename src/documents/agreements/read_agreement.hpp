// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/dates/date_mentions.hpp"
#include "documents/institutions/institution_mentions.hpp"
#include "documents/people/person_mentions.hpp"

namespace maillage::documents {

/// A value of a draft with what it rests on.
template <class Value>
struct Claimed {
  Value value{};
  double confidence = 0;  ///< in [0, 1]; 0: not said
  Span span;              ///< where the document says it
  std::string rule;       ///< which rule found it
  bool is_said() const { return confidence > 0; }
};

enum class ReadStatus : std::uint8_t { unknown, signed_, announced, renewed };

struct ReadParty {
  std::uint32_t institution = 0;  ///< in Institutions::named
  std::string role;               ///< code of the data package; empty
  double confidence = 0;
  Span span;
  std::string rule;
};

struct ReadSignatory {
  std::uint32_t person = 0;                  ///< in People::named
  std::optional<std::uint32_t> institution;  ///< for whom
  std::string function;
  double confidence = 0;
  Span span;
  std::string rule;
};

/// An older agreement, a national framework: what this one renews, amends or stands under.
struct ReadLineage {
  enum class Kind : std::uint8_t { renews, amends, implements } kind = Kind::renews;
  std::string title;
  PartialDate signed_on;
  Span span;
};

/// An agreement that a document reports.
struct ReadAgreement {
  Claimed<std::string> title;
  Claimed<std::string> type;      ///< a code of interface: framework_agreement, …
  Claimed<ReadStatus> status;
  std::vector<ReadParty> parties;
  std::uint32_t unnamed_parties = 0;
  Claimed<PartialDate> signed_on, valid_from, valid_to;
  Claimed<int> duration_months;
  Claimed<double> amount_eur;
  std::vector<Claimed<std::string>> themes;
  std::vector<ReadSignatory> signatories;
  std::vector<ReadLineage> lineage;
  std::vector<Claimed<PartialDate>> other_dates;  ///< vote, entry into force, ceremony, …: `rule` says which
  std::vector<std::uint32_t> present;             ///< people: ministers, hosts, who looked on
  std::vector<std::uint32_t> excluded;            ///< institutions said to be no parties
};

/// Everything that a document says.
struct ReadDocument {
  Prose prose;
  Claimed<std::string> publisher;
  Dates dates;
  Institutions institutions;
  People people;
  std::vector<ReadAgreement> agreements;
};

/// Puts together what the other passes found. O(sentences × mentions).
std::vector<ReadAgreement> find_agreements(const Words& words, const Lexicon& lexicon, const Dates& dates,
                                           const Institutions& institutions, const People& people);

/// Who publishes the document: the institution of its letterhead, press contact or « à propos ». O(words).
Claimed<std::string> find_publisher(const Words& words, const Lexicon& lexicon, const Institutions& institutions,
                                    const People& people);

}  // namespace maillage::documents
