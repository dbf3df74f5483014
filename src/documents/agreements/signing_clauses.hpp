// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/agreements/instruments.hpp"
#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// When a signature stands to the document, by the forms of the verb.
enum class Tense : std::uint8_t {
  past,          ///< « ont signé », « a été signée », « signée hier », « la signature »
  present,       ///< « signent », « est signée »
  planned,       ///< « signeront », « doit être signé », « la signature est prévue »
  earlier,       ///< « avaient signé »: before what is told
  hypothetical,  ///< « souhaitent signer », « pourrait être conclue »
  negated,       ///< « n'a pas été signé »
  untold         ///< infinitives and questions that report nothing
};

/// A verb (or noun) of signing, renewing, adopting … with its time and the agreement it is about.
struct SigningClause {
  std::size_t verb = 0;  ///< word
  std::string sense;     ///< of Lexicon::signing_verbs
  std::string form;      ///< of Lexicon::signing_verbs
  Tense tense = Tense::untold;
  bool is_passive = false;
  bool is_bare = false;       ///< « la convention signée en mai »: a participle without auxiliary
  bool is_reflexive = false;  ///< « se sont engagés »
  bool is_general = false;    ///< « chaque lauréat signera »: nobody in particular
  bool is_member = false;  ///< of one of several told together: the verb itself stands in the head of its sentence
  bool is_older =
      false;  ///< of an agreement before the one told: a date beside it is more than a year before the document's
  bool has_year = false;      ///< « signé en 2018 »: a year of its own right behind it
  std::optional<std::size_t> instrument;  ///< the nearest one of its sentence, else one of the sentences beside
  std::optional<std::size_t> day;         ///< of Reading::days: the nearest one of its clause

  bool signs() const { return sense == "sign" || sense == "renew"; }
  bool is_told() const { return tense == Tense::past || tense == Tense::present || tense == Tense::planned; }
};

/// Clauses by place. O(words + clauses · instruments of a sentence).
std::vector<SigningClause> find_signing_clauses(const Reading& reading, const std::vector<Instrument>& instruments);

}  // namespace maillage::documents
