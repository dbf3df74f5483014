// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "model/deadline.hpp"

namespace maillage {

/// How the terms of an agreement follow one another in one reading of its dates; counted from 1.
///
/// Term 1 is the first that a decision can be about: the first of all where the end is computed, the current one where the
/// end is stated.
struct TermReading {
  Day first_end = kDistantFuture;  ///< last day of term 1
  /// Further terms are counted from here: over a first length and `before` renewals behind term 1.
  Day counted_from = 0;
  CalendarDuration first{};
  int before = 0;
  CalendarDuration renewal{};

  /// Last day of a term; later terms have later ends. Asks for a length where term > 1. O(1).
  Day end_of(int term) const {
    return term == 1 ? first_end : end_of_further(term);
  }

 private:
  Day end_of_further(int term) const;
};

/// What the deadlines of an agreement are computed from, its amendments applied.
struct AgreementTerms {
  static constexpr int kEndless = std::numeric_limits<int>::max();

  bool is_without_term = false;
  std::optional<TermReading> early, late;  ///< the dates read as early and as late as can be; none where unbounded
  Renewal renewal = Renewal::not_said;
  std::optional<CalendarDuration> notice{};
  bool has_length = false;         ///< further terms have a known length
  bool length_is_assumed = false;
  bool is_doubtful = false;        ///< the date that the end follows from is written with ~, ? or %
  bool may_be_renewed = true;      ///< express renewal: the stated highest number is not 0
  int last = 1;                    ///< number of terms; kEndless where no highest number of renewals is stated
  int certain = 1;                 ///< of these so many certainly run
  int renewals_before = 0;         ///< renewals behind term 1
  Index extended_by = kNone;       ///< the amendment that states the end
  MissingFact missing = MissingFact::end;  ///< what an unknown end is for want of

  bool is_tacit() const { return renewal == Renewal::tacit; }
  bool has_end() const { return early || late; }
};

/// Reads an agreement with the amendments that hold on the day asked about. O(amendments).
AgreementTerms terms_of_agreement(const DataSet& data, Index agreement, std::span<const Index> amendments);

/// The first term from `from` on that is not over before `day`, counted back by `notice`; at most `last`. O(log terms).
int first_term_from(const TermReading& reading, int from, int last, Day day, CalendarDuration notice);

}  // namespace maillage
