// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/date_roles.hpp"

namespace maillage::documents {

/// The verb that a day belongs to, and how many words stand between.
struct NearestClause {
  const SigningClause* clause = nullptr;
  std::size_t distance = 0;
};

/// The clause whose verb stands nearest to a day, none behind a semicolon. O(clauses · words of its sentence).
NearestClause nearest_clause(const Findings& findings, const Place& day);

/// What a day beside this verb is the day of.
DateRole role_of_clause(const SigningClause& clause);

/// What can be said of a day without its agreement.
class DayFacts {
 public:
  /// Must outlive it.
  explicit DayFacts(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  const PartialDate& date_of(const Place& day) const { return reading_.dates.dates[day.number].date; }
  Span span_of(const Place& day) const { return reading_.dates.dates[day.number].span; }
  /// « la loi du 10 août 2007 »
  bool is_of_a_law(const Place& day) const;
  /// That of the dateline.
  /// « un deuxième avenant au contrat de financement du 24 octobre 2016 »: the day of what is amended.
  bool is_of_amended(const Place& day) const;
  bool is_of_document(const Place& day) const;
  /// « à compter du 1er novembre », « jusqu'au 31 août »
  bool begins_or_ends_a_term(const Place& day) const;
  /// After the day of the document: no signature that it could tell.
  bool is_too_late(const Place& day) const;
  /// By its nearest verb; none where there is no verb.
  DateRole role_of(const Place& day) const;

 private:
  const Findings& findings_;
  const Reading& reading_;
};

}  // namespace maillage::documents
