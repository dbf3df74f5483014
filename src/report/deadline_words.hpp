// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/decision_list.hpp"

namespace maillage {

// A deadline in the words of the language, for lists, reports and calendars.

/// The last day to act: `30 septembre 2026`, `entre le … et le …`, `inconnu, avant le …`.
std::string act_by_in_words(const Deadline& deadline, const Language& language);
/// What the day follows from, with its arithmetic: `fin de la période : 31 décembre 2026 (1 an depuis le 1er janvier 2024,
/// 2 reconductions) ; préavis de 3 mois`.
std::string deadline_rule(const DataSet& data, const Decision& decision, const Language& language);
/// What happens where nobody acts: `reconduit jusqu’au …`, `prend fin le …`.
std::string otherwise_in_words(const Deadline& deadline, const Language& language);
/// What is not stated, as the columns are called; empty where nothing is missing.
std::string missing_in_words(const Deadline& deadline, const Language& language);
/// The act and its day in a sentence: `Donner le préavis au plus tard le 30 septembre 2026.`
std::string deadline_sentence(const Deadline& deadline, const Language& language);
/// Why an agreement asks for nothing; empty where it asks for something or is over.
std::string standing_in_words(const DataSet& data, const DeadlinesOfAgreement& found, const Language& language);

/// What is settled by a successor, without term or terminated, by title: a sentence each.
std::vector<std::string> standing_notes(const DataSet& data, const DecisionList& list, const Language& language);

/// How many decisions there are and how sure, and what was left out: one sentence each.
std::vector<std::string> decision_notes(const DataSet& data, const DecisionList& list, Day before, const Language& language);

}  // namespace maillage
