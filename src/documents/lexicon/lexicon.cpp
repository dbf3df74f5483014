// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/lexicon.hpp"

#include "documents/lexicon/embedded_tables.hpp"

namespace maillage::documents {

const Lexicon& Lexicon::french() {
  const auto table = [](std::string_view name) { return PhraseTable(name, embedded_table("fr", name)); };
  static const Lexicon lexicon{
      .months = table("months"),
      .weekdays = table("weekdays"),
      .numbers = table("numbers"),
      .ordinals = table("ordinals"),
      .agreement_types = table("agreement_types"),
      .signing_verbs = table("signing_verbs"),
      .functions = table("functions"),
      .honorifics = table("honorifics"),
      .institution_heads = table("institution_heads"),
      .first_names = table("first_names"),
      .name_stops = table("name_stops"),
      .title_verbs = table("title_verbs"),
      .group_words = table("group_words"),
      .office_bodies = table("office_bodies"),
      .institution_tails = table("institution_tails"),
      .no_institutions = table("no_institutions"),
      .body_words = table("body_words"),
      .party_cues = table("party_cues"),
      .period_cues = table("period_cues"),
      .telling_words = table("telling_words"),
      .guide_words = table("guide_words"),
      .section_words = table("section_words"),
      .theme_words = table("theme_words"),
      .durations = table("durations"),
      .several_words = table("several_words"),
      .term_words = table("term_words"),
      .not_in_names = table("not_in_names"),
      .leading_verbs = table("leading_verbs"),
      .person_cues = table("person_cues"),
      .named_after = table("named_after"),
      .name_openers = table("name_openers"),
      .not_in_tails = table("not_in_tails"),
      .word_lists = WordLists("word_lists", embedded_table("fr", "word_lists")),
  };
  return lexicon;
}

}  // namespace maillage::documents
