// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// « … et qui est soumis au comité », « s'appuyer l'un sur l'autre », « aller plus loin »: a piece of a sentence. O(words).
bool holds_a_verb(const ThemeContext& context, const WordRange& member);

/// « Un contrat local de santé et un plan de santé mentale »: the agreement itself. O(1).
bool is_an_agreement(const ThemeContext& context, const WordRange& member);

/// « la loi du 1er juillet relative aux écoles »: told of a law. O(words before it).
bool is_of_a_law(const ThemeContext& context, const WordRange& member);

/// « une convention : celle qui crée l'unité, commune à … »: goes on about what stands before the colon. O(1).
bool points_back(const ThemeContext& context, const WordRange& member);

/// « Préambule », « Objet », « Durée et résiliation », « Litiges »: the contents of the paper itself. O(members).
bool are_articles_of_contract(const ThemeContext& context, const std::vector<WordRange>& members);

/// « 12 000 étudiants, 900 enseignants », « 9 h : accueil »: figures and hours. O(members).
bool are_figures(const ThemeContext& context, const std::vector<WordRange>& members);

/// « Elle est répartie entre les projets suivants : – cuisine centrale : 300 000 € »: what each sum is for stands before it.
bool are_paid_projects(const ThemeContext& context, const std::vector<WordRange>& members);

}  // namespace maillage::documents
