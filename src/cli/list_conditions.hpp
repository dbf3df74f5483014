// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "network/selection.hpp"

namespace maillage {

/// The conditions of `list` beside the view's filters, as words of the command line. They are conditions on agreements:
/// lists of other things show what belongs to the agreements that meet them.
struct ListConditions {
  std::vector<std::string> parties, people;
  std::string in_force_on, expiring_before, act_before, signed_from, signed_to;
  bool undated = false, no_end = false, parallel = false;

  void define(CLI::App& app, const Language& language);
  /// Is there any condition; one on dates; one on agreements other than their parties and signatories?
  bool any() const { return !parties.empty() || !people.empty() || of_agreements(); }
  bool of_dates() const {
    return !in_force_on.empty() || !expiring_before.empty() || !act_before.empty() || !signed_from.empty() ||
           !signed_to.empty();
  }
  bool of_agreements() const { return of_dates() || undated || no_end || parallel; }
  /// Lowers the certainty of the rows of a selection, or drops them. Failure(usage) for a malformed date. O(n log n).
  void narrow(const DataSet& data, const Language& language, UnknownDates unknown, Selection& selection) const;
  /// The day before which there is something to decide. Failure(usage) for a malformed one.
  Day act_before_day(const Language& language) const;
  /// The conditions on agreements in words, one sentence each, to stand beside the settings.
  std::vector<std::string> sentences(const Language& language) const;
};

}  // namespace maillage
