// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/instruments.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

using Texts = std::span<const std::string_view>;


std::optional<int> ordinal_of(std::string_view word) {
  static constexpr auto kOrdinals = std::to_array<std::pair<std::string_view, int>>(
      {{"premier", 1}, {"premiere", 1}, {"deuxieme", 2}, {"second", 2}, {"seconde", 2}, {"troisieme", 3}, {"quatrieme", 4},
       {"cinquieme", 5}, {"sixieme", 6}, {"septieme", 7}, {"huitieme", 8}});
  for (const auto& [text, number] : kOrdinals) {
    if (word == text) return number;
  }
  return std::nullopt;
}

/// Reads what stands before an instrument: adjectives, numbers, determiner; from right to left.
void read_before(const Reading& reading, std::size_t sentence_first, Instrument& found) {
  const auto& words = reading.words;
  auto at = found.words.first;
  while (at > sentence_first) {
    const auto& word = words[at - 1];
    if (is_one_of(word, reading.lexicon.list("instruments.adjectives"))) {
      if (!found.ordinal) found.ordinal = ordinal_of(word.folded);
      found.is_older = found.is_older || is_one_of(word, reading.lexicon.list("instruments.older"));
      found.is_planned = found.is_planned || is_one_of(word, reading.lexicon.list("instruments.planned"));
      --at;
      continue;
    }
    const auto number = small_number(words, at - 1, reading.lexicon);
    if (number && *number > 1 && *number < 1000 && !found.count) {
      found.count = number;
      --at;
      continue;
    }
    break;
  }
  if (at == sentence_first) return;
  const auto& word = words[at - 1];
  if (is_one_of(word, reading.lexicon.list("instruments.demonstrative"))) found.determiner = Determiner::demonstrative;
  else if (is_one_of(word, reading.lexicon.list("instruments.possessive"))) found.determiner = Determiner::possessive;
  else if (is_one_of(word, reading.lexicon.list("instruments.definite"))) found.determiner = Determiner::definite;
  else if (is_one_of(word, reading.lexicon.list("instruments.indefinite"))) found.determiner = Determiner::indefinite;
  for (auto back = at; back > sentence_first && at - back < 4; --back) {
    if (is_one_of(words[back - 1], reading.lexicon.list("instruments.projects"))) found.is_planned = true;
  }
}

/// « le responsable de la chaire X »: known by who holds it.
bool is_of_function(const Reading& reading, std::size_t sentence_first, const Instrument& found) {
  constexpr std::size_t kFunction = 6;
  auto at = found.words.first;
  if (found.type != "chair" || at < sentence_first + 3 || !reading.words[at - 1].is("la") || !reading.words[at - 2].is("de")) return false;
  const WordRange before{at > sentence_first + kFunction ? at - kFunction : sentence_first, at - 2};
  const auto functions = reading.lexicon.functions.all(reading.words, before.first, before.last);
  return !functions.empty() && functions.back().last + 1 >= before.last;
}

void read_after(const Reading& reading, std::size_t sentence_last, Instrument& found) {
  const auto& words = reading.words;
  const auto last = std::min(sentence_last, found.words.last + 5);
  for (auto at = found.words.last; at < last; ++at) {
    if (words[at].kind == WordKind::mark) break;
    const bool is_of_each = is_one_of(words[at], reading.lexicon.list("instruments.own_one"));  // « Chacun a signé un protocole distinct »
    if (is_of_each && reading.has_any({reading.passage_of(at).words.first, at}, reading.lexicon.list("instruments.of_each"))) continue;
    if (at < found.words.last + 2 && is_one_of(words[at], reading.lexicon.list("instruments.foreign_after")) && !found.ordinal && found.type != "consortium") found.is_foreign = true;
    // « par des conventions qui leur sont propres »
    if (is_one_of(words[at], reading.lexicon.list("instruments.own")) && at > found.words.last && found.words.last < last && words[found.words.last].is("qui")) found.is_foreign = true;
    if (at < found.words.last + 2 && is_one_of(words[at], reading.lexicon.list("instruments.older"))) found.is_older = true;
    const bool has_been = words[at].is("existe") || words[at].is("existent") || words[at].is("existait") || words[at].is("existaient");
    if (has_been && at + 1 < sentence_last && is_one_of(words[at + 1], {"depuis", "deja"})) found.is_older = true;  // « une convention existe depuis 2021 »
    if (at == found.words.last && words[at].is("d") && at + 1 < last && words[at + 1].is("origine")) found.is_older = true;
    if (words[at].is("generation") && at > found.words.last && !found.ordinal) found.ordinal = ordinal_of(words[at - 1].folded);
  }
}

/// « CTG » of « Collectivité territoriale … (CTG) »
class BodyAcronyms {
 public:
  explicit BodyAcronyms(const Reading& reading) : reading_(reading) {
    for (const auto& mention : reading.named) {
      const auto at = mention.words.last;
      const bool is_bracketed = at + 2 < reading.words.size() && reading.words[at].is("(") && reading.words[at + 2].is(")");
      if (is_bracketed && reading.words[at + 1].casing == Casing::upper && initials(mention.words) == reading.words[at + 1].folded) known_[reading.words.text_of(at + 1, at + 2)] = true;
    }
  }
  bool holds(const PhraseTable::Found& phrase) {
    if (phrase.size() > 1 || reading_.words[phrase.first].casing != Casing::upper) return false;
    const auto written = reading_.words.text_of(phrase.first, phrase.last);
    const auto [known, is_new] = known_.try_emplace(written, false);
    if (is_new) known->second = std::ranges::any_of(reading_.institutions.named, [&](const NamedInstitution& one) { return std::ranges::find(one.forms, written) != one.forms.end(); });
    return known->second;
  }

 private:
  std::string initials(const WordRange& name) const {
    std::string letters;
    for (auto at = name.first; at < name.last; ++at) {
      const auto& word = reading_.words[at];
      if (word.kind == WordKind::word && !is_one_of(word, {"de", "du", "des", "d", "la", "le", "les", "l", "et"})) letters += word.folded.substr(0, 1);
    }
    return letters;
  }

  const Reading& reading_;
  std::map<std::string_view, bool> known_;
};

/// « la convention territoriale (CTG) »: does an acronym in brackets at `at` stand for the agreement before it?
bool explains(const Reading& reading, const WordRange& before, std::size_t at) {
  constexpr std::size_t kGap = 3;
  if (at == 0 || !reading.words[at - 1].is("(") || reading.words[at].casing != Casing::upper || before.last >= at || at - 1 - before.last > kGap) return false;
  for (auto between = before.last; between + 1 < at; ++between) {
    if (reading.words[between].casing != Casing::lower || reading.words[between].sentence != reading.words[at].sentence) return false;
  }
  return true;
}

}  // namespace

std::vector<Instrument> find_instruments(const Reading& reading) {
  std::vector<Instrument> found;
  BodyAcronyms acronyms(reading);
  const auto& types = reading.lexicon.agreement_types;
  for (const auto& passage : reading.passages) {
    if (passage.kind == BlockKind::contact || passage.words.empty()) continue;
    for (auto phrase : types.all(reading.words, passage.words.first, passage.words.last)) {
      if (types.field(*phrase.entry, "type").empty() && phrase.size() > 1) {  // « avec l'accord » begins « l'accord de collaboration … »
        const auto longer = types.at(reading.words, phrase.last - 1, passage.words.last);
        if (longer && longer.last > phrase.last && types.field(*longer.entry, "weight") == "3") phrase = longer;
      }
      const auto& type = types.field(*phrase.entry, "type");
      if (type.empty() || acronyms.holds(phrase)) continue;
      Instrument one;
      one.words = {phrase.first, phrase.last};
      one.type = type;
      one.weight = std::stoi(types.field(*phrase.entry, "weight"));
      const auto head = reading.words[phrase.first].folded;
      one.is_plural = head.size() > 1 && (head.ends_with('s') && head != "cls");
      read_before(reading, passage.words.first, one);
      one.is_plural = one.is_plural || one.count.has_value();
      read_after(reading, passage.words.last, one);
      one.is_foreign = one.is_foreign || is_of_function(reading, passage.words.first, one);
      const bool is_acronym = !found.empty() && explains(reading, found.back().words, phrase.first);
      if (is_acronym) {  // « la convention territoriale (CTG) » is one
        if (one.weight > found.back().weight) {
          found.back().weight = one.weight;
          found.back().type = one.type;
        }
        continue;
      }
      found.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace maillage::documents
