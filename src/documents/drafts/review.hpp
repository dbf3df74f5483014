// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "documents/text/prose.hpp"

namespace maillage::documents {

/// What a row of a review form speaks of.
enum class ReviewSubject : std::uint8_t {
  document, agreement, institution, person,
  contact  ///< a press contact: shown, never accepted
};

/// What a row of a review form says. Fields that an agreement or person has several of are numbered from 1.
enum class ReviewField : std::uint8_t {
  // of a document
  file, sha256, read_on, program, reviewed_on, publisher, date, kind, url,
  // of several
  title, name, match,  ///< match: id of a row of the data, of an entry of the registry, or `new`; empty: not settled
  // of an agreement
  existence, type, status, signed_on, valid_from, valid_to, duration, amount_eur, unnamed_parties, party, party_role, theme, signatory,
  signatory_function, signatory_institution, present, lineage, lineage_title, lineage_date, event, event_kind,
  // of an institution and of a person
  aliases, institution_kind, function, function_institution
};

/// What the person who reviews a form says of a value.
enum class ReviewDecision : std::uint8_t {
  none, yes, no, unsure,
  keep,    ///< where the data say otherwise: they stay as they are
  replace  ///< where the data say otherwise: this value takes the place
};

enum class ReviewLanguage : std::uint8_t { french, english };

/// One row of a review form: a value that was read, and what became of it under review.
struct ReviewRow {
  ReviewSubject subject = ReviewSubject::document;
  std::uint32_t number = 0;  ///< of the agreement, institution, …, from 1; 0 of the document
  ReviewField field = ReviewField::file;
  std::uint32_t item = 0;    ///< of the party, theme, …, from 1; 0 where there is one alone
  std::string value;         ///< as it stands in the form
  std::string as_read;       ///< as it was read; empty where a person added it
  ReviewDecision decision = ReviewDecision::none;
  bool is_doubtful = false;
  unsigned confidence = 0;   ///< percent; 0: not said
  std::string lines;         ///< `l. 12-14`
  std::string quote;         ///< what the document says there
  std::string help;          ///< why it is doubtful, what else it could be
  std::uint64_t line = 0;    ///< of the form's file; 0: from no file

  /// Has a person looked at it: decided, or typed another value?
  bool is_reviewed() const { return (decision != ReviewDecision::none && decision != ReviewDecision::unsure) || value != as_read; }
  bool is_corrected() const { return value != as_read; }
  bool is_open() const { return decision == ReviewDecision::unsure || (is_doubtful && !is_reviewed()); }
  bool holds() const { return decision != ReviewDecision::no && !value.empty(); }
};

/// A review form: what was read from one document, value by value, for a person to correct.
struct Review {
  ReviewLanguage language = ReviewLanguage::french;
  std::vector<ReviewRow> rows;
};

}  // namespace maillage::documents
