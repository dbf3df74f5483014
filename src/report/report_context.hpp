// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence_words.hpp"
#include "report/agreement_facts.hpp"
#include "report/cells.hpp"
#include "report/citations.hpp"
#include "report/document.hpp"
#include "report/hub_sentences.hpp"
#include "report/report.hpp"

namespace maillage {

/// Who acted at a signature, told apart.
struct SignatureFacts {
  Index agreement = kNone, row = kNone;
  bool is_inferred = false;
  std::vector<Citation> sources;
};

/// What all parts of a report are counted from: each agreement of the report read once at its day.
struct ReportContext {
  ReportContext(const ReportInput& report_input, const Language& report_language);

  const ReportInput& input;
  const Language& language;
  const DataSet& data;
  const NetworkView& view;
  std::vector<AgreementFacts> signed_agreements;     ///< of the view's selection, in row order
  std::vector<AgreementFacts> announced_agreements;  ///< in row order
  std::size_t certain = 0, possible = 0;             ///< signed and in force on the day; possible holds the certain ones
  std::vector<Index> parties_to_signed;              ///< institutions, ascending
  std::vector<Index> parties;                        ///< of signed and announced agreements, ascending
  std::vector<SignatureFacts> signatures;            ///< of agreements of the report, people present left out
  std::vector<SignatureFacts> presences;             ///< people present who signed nothing there

  HubMaterial hub_material() const;

  // Words.
  std::string say(std::string_view key, const Arguments& arguments = {}) const { return language.say(key, arguments); }
  std::string say_count(std::string_view key, std::size_t count, const Arguments& arguments = {}) const {
    return language.say_count(key, static_cast<std::int64_t>(count), arguments);
  }
  /// The same with small numbers in words ({words}).
  std::string say_in_words(std::string_view key, std::size_t count, const Arguments& arguments = {}) const {
    return maillage::say_in_words(language, key, static_cast<std::int64_t>(count), arguments);
  }
  std::string in_words(std::size_t count) const { return number_in_words(static_cast<std::int64_t>(count), language); }
  std::string number(std::size_t count) const { return language.number(static_cast<std::int64_t>(count)); }
  std::string certain_to_possible(std::size_t certain_count, std::size_t possible_count) const {
    return language.certain_to_possible(static_cast<std::int64_t>(certain_count),
                                        static_cast<std::int64_t>(possible_count));
  }
  std::string title_of(Index agreement) const { return std::string(data.title_of_agreement(agreement)); }
  std::string label_of(Index institution) const { return std::string(data.label_of_institution(institution)); }

  /// `3 à 10`; one number where both are the same.
  std::string from_to(std::size_t low, std::size_t high) const {
    return low == high ? number(low) : say("report.key.from_to", {{"low", number(low)}, {"high", number(high)}});
  }

  /// `3 certains, 10 possibles`; where both are the same and not nought, that all are certain.
  std::string certain_and_possible(std::size_t certain_count, std::size_t possible_count) const;
  /// `et 4 annoncés`.
  std::string announced_besides(std::size_t count) const {
    return count == 0 ? say("report.key.none_announced") : say_count("report.key.announced", count);
  }

  // Lines and cells with links.
  Target target_of(Index agreement) const { return to_agreement(data.agreements.id[agreement]); }
  Target target_of_institution(Index institution) const { return to_institution(data.institutions.id[institution]); }
  Target target_of_vertex(Vertex vertex) const;
  /// Citations as links to the sources, a space between.
  Line citations(const std::vector<Citation>& citations) const;
  /// What says that these agreements exist, merged by source; many places of a source are counted.
  Line citations_of_agreements(const std::vector<Index>& agreements) const;
  Line agreement_link(Index agreement) const { return {{title_of(agreement), Span::Style::plain, target_of(agreement)}}; }
  /// Names with links, joined as the language joins a list: `A, B et C`.
  Line linked_list(const std::vector<std::pair<std::string, Target>>& items) const;
  /// Lets what counts agreements unfold to them; at most kListed, the others are counted.
  void unfold(Unfolding& dress, const std::vector<Index>& agreements) const;
  /// The same in a table of many such numbers: more than kListed lead to the list of all agreements instead.
  void unfold(CellDress& dress, const std::vector<Index>& agreements) const;
  static constexpr std::size_t kListed = 30;
};

/// A name with a link, as an item of a list.
using LinkedName = std::pair<std::string, Target>;

}  // namespace maillage
