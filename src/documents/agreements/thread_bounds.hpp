// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « Meuse. A et B ont signé … », « Vosges. C et B … »: paragraphs that a word of their own heads, each with its signature.
/// O(sentences + clauses).
bool tells_by_places(const Findings& findings);

/// « Point n° 4 – Convention avec A. … », « Rapport n° 5 – Avenant … »: paragraphs of a council's agenda, each about an agreement of
/// its own. O(sentences).
bool tells_by_points(const Findings& findings);

/// « Avec la Ville de … », « Ville de … »: who the heading over a sentence, or the label of its paragraph, names, and nobody
/// else. O(1).
std::optional<std::uint32_t> partner_of_heading(const Findings& findings, std::uint32_t sentence);

/// « Par ailleurs », « Quant à », « un second »: words that lead to another agreement than the one before. O(cues).
bool begins_another(const Reading& reading, const WordRange& range);

/// « une seconde convention », « une autre charte »: counted on from one told before. O(1).
bool is_counted_on(const Reading& reading, const Instrument& instrument);

/// « ont signé une seconde convention », « une autre charte a été conclue »: counted on from agreements (`known`) of another
/// name, or from one that was as new itself. O(known).
bool counts_another(const Findings& findings, const Instrument& instrument, const std::set<std::size_t>& known);

/// « Le groupement ne crée rien de nouveau. Il définit trois missions : », a paragraph below the one that tells an agreement,
/// in the same section, that names neither a body nor an agreement. O(sentences of the paragraph).
bool stays_in_section(const Findings& findings, std::uint32_t sentence, std::uint32_t section);

/// « L'agence s'est engagée tour à tour avec : », and items that name bodies behind. O(log mentions).
bool leads_list(const Reading& reading, std::uint32_t sentence);

/// « convention » of « conventions de partenariat »
std::string head_word(const Reading& reading, const Instrument& instrument);

/// « * Avec A, tout est prêt ; la convention sera signée en janvier », an item of a list. O(mentions).
bool is_item_with_partner(const Findings& findings, std::uint32_t sentence);

/// « – Ordre des … : charte en cours de rédaction » behind an item (`anchor`) that tells an agreement of others. O(mentions).
bool is_item_of_its_own(const Findings& findings, std::uint32_t sentence, std::uint32_t anchor, const std::set<std::uint32_t>& parties);

/// Does the sentence of a clause name the agreement of the clause itself? O(1).
bool names_own_instrument(const Findings& findings, const SigningClause& clause);

/// « A et B doivent encore y apposer leur signature »: to what is signed already. O(anchors).
bool adds_hands(const Findings& findings, const AgreementThread& thread);

/// « Signée en 2021, la convention de l'estuaire … »: the first agreement that a sentence names is an older one.
bool was_signed_before(const Findings& findings, std::uint32_t sentence);

/// « La nôtre est signée. Elle lie A, représentée par X, et B. »: two bodies at least. O(mentions).
bool tells_who_is_bound_behind(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
