// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/lexicon/phrase_table.hpp"
#include "documents/lexicon/word_lists.hpp"

namespace maillage::documents {

/// The phrases of a language that the passes read by, each kind a table of its own.
struct Lexicon {
  PhraseTable months;          ///< phrase, number
  PhraseTable weekdays;        ///< phrase, number (0 Monday)
  PhraseTable numbers;         ///< phrase, value: « deux », « quinze », « cent »
  PhraseTable ordinals;        ///< phrase, number: « troisième »; 99 the last
  PhraseTable agreement_types; ///< phrase, type (interface; empty: looks like an agreement and is none), weight (0 vague … 3 certain)
  PhraseTable signing_verbs;   ///< phrase, sense: sign, renew, engage, bind, adopt, enter, end, …; form: present, participle, …
  PhraseTable functions;       ///< phrase, rank: head, deputy, staff, elected, minister, …; holds: how the names of its institutions begin
  PhraseTable honorifics;      ///< phrase, title, number (one, many)
  /// phrase, kind, number (one: its plural is one body too, both), acronym, name (what must follow it: none, name, proper:
  /// alone it is a short form, wanted: what it does is enough, dropped: no part of the name, apposed: none of a name right
  /// behind it, part: of another body).
  PhraseTable institution_heads;
  PhraseTable first_names;     ///< phrase, gender (man, woman; empty where it may be either)
  PhraseTable name_stops;    ///< phrase, casing (capitals, any): words that end a name, any or those written in capitals
  PhraseTable title_verbs;   ///< phrase: what follows the one that a title is about
  PhraseTable group_words;   ///< phrase, categories: « les deux établissements », several of a kind; any where there are none
  PhraseTable office_bodies;  ///< phrase, body, category: whose office tells a body: « préfet » of « Préfecture »
  PhraseTable institution_tails;  ///< phrase, category: words that names of institutions end with: « Agglomération »
  PhraseTable no_institutions;  ///< phrase, scope (whole, begin): capitalised words that name none, alone or with what follows
  PhraseTable body_words;    ///< phrase, categories (of institution_heads, blanks between): « l'intercommunalité », any of a kind
  PhraseTable party_cues;      ///< phrase, cue: with, between, by, for, host, presence, membership, …
  PhraseTable period_cues;     ///< phrase, side (from, to): what leads to the day on which a term begins or ends
  PhraseTable telling_words;   ///< phrase, sense: done, planned, hoped, background, other: how a sentence speaks of an agreement that no verb signs
  PhraseTable guide_words;     ///< phrase, sense: guide, possible: how agreements of a kind are made
  PhraseTable section_words;   ///< phrase, section: signatories, parties, themes, contact, about, summary, present
  PhraseTable theme_words;     ///< phrase, uses: what leads to the themes of an agreement, joins, ends and excludes them
  PhraseTable durations;       ///< phrase, months: « triennale »
  PhraseTable several_words;   ///< phrase, uses: how one of several agreements told together is set off: « l'une », « la deuxième », « puis »
  PhraseTable term_words;      ///< phrase, uses: whose term, whose sum is told: the agreement's or another one's
  PhraseTable not_in_names;    ///< phrase, strength: capitalised words that stand in no name of a person (never), or but behind a first name (seldom)
  PhraseTable leading_verbs;   ///< phrase, man, woman (the function that the verb tells), side (subject, object, apposition: where its holder stands)
  PhraseTable person_cues;     ///< phrase: what only the name of a person follows: « raconte », « sous la présidence de »
  PhraseTable named_after;     ///< phrase: what is named after people: streets, schools, prizes
  PhraseTable name_openers;    ///< phrase: what a sentence begins with before a name: « Ainsi », « En outre »
  PhraseTable not_in_tails;    ///< phrase: what follows a name and is none of it: « en cours », where « en forêt » may be
  WordLists word_lists;        ///< single words that a pass looks for

  /// Words of one of the lists, folded.
  std::span<const std::string_view> list(std::string_view name) const { return word_lists.of(name); }

  /// French; laid into the program. Built once, thread-safe.
  static const Lexicon& french();
};

}  // namespace maillage::documents
