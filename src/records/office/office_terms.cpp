// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "model/codes.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"

namespace maillage {
namespace {

using Words = std::span<const std::string_view>;

bool begins_with_one_of(std::string_view word, std::initializer_list<std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](auto begin) { return word.starts_with(begin); });
}

std::optional<char> unit_of_word(std::string_view word) {
  if (is_one_of(word, {"a", "y", "an", "ans", "annee", "annees", "year", "years"})) return 'Y';
  if (is_one_of(word, {"m", "mois", "month", "months"})) return 'M';
  if (is_one_of(word, {"semaine", "semaines", "week", "weeks"})) return 'W';
  if (is_one_of(word, {"j", "jour", "jours", "day", "days"})) return 'D';
  return std::nullopt;
}

// A number and its unit where they stand: « 3 mois », « 3mois », « trois mois »; and how many words they take.
struct Quantity {
  unsigned number = 0;
  char unit = 0;
  std::size_t words = 0;
};
std::optional<Quantity> quantity_at(Words words, std::size_t i) {
  const auto word = words[i];
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits > 0 && digits < word.size()) {  // 5ans
    const auto number = whole_number(word.substr(0, digits));
    const auto unit = unit_of_word(word.substr(digits));
    return number && unit ? std::optional(Quantity{*number, *unit, 1}) : std::nullopt;
  }
  const auto number = number_in_word(word);
  if (!number || i + 1 >= words.size()) return std::nullopt;
  const auto unit = unit_of_word(words[i + 1]);
  return unit ? std::optional(Quantity{*number, *unit, 2}) : std::nullopt;
}

std::string iso(std::span<const Quantity> quantities) {
  unsigned years = 0, months = 0, days = 0;
  for (const auto& q : quantities) {
    (q.unit == 'Y' ? years : q.unit == 'M' ? months : days) += q.unit == 'W' ? 7 * q.number : q.number;
  }
  if (years + months + days == 0) return {};
  std::string made = "P";
  if (years > 0) made += std::to_string(years) + "Y";
  if (months > 0) made += std::to_string(months) + "M";
  if (days > 0) made += std::to_string(days) + "D";
  return made;
}

bool is_of_renewal(std::string_view word) {
  return begins_with_one_of(word, {"renouv", "recond", "prolong", "tacit", "renew", "extend", "automat", "expres"});
}

// « 2 fois », « une fois », « 2 reconductions », « twice »
std::optional<unsigned> times_in(Words words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "once") return 1;
    if (words[i] == "twice") return 2;
    if (i + 1 == words.size()) break;
    auto next = words[i + 1];
    const auto number = number_in_word(words[i]);
    if (!number) continue;
    if (is_one_of(next, {"seule", "seul"}) && i + 2 < words.size()) next = words[i + 2];
    if (is_one_of(next, {"fois", "times", "time"}) || begins_with_one_of(next, {"reconduction", "renouvellement", "prolongation", "renewal", "extension"})) return number;
  }
  return std::nullopt;
}

// Does it say that there is no renewal: « non », « non renouvelable », « sans reconduction », « pas de … », « aucune »?
bool denies_renewal(Words words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    const bool is_before_renewal = !is_last && (is_of_renewal(words[i + 1]) || is_one_of(words[i + 1], {"de", "d"}));
    if (is_one_of(words[i], {"non", "no", "not", "sans", "aucun", "aucune", "none", "false", "pas"}) && ((i == 0 && is_last) || is_before_renewal)) return true;
    if (i == 0 && is_one_of(words[i], {"non", "aucun", "aucune", "no"})) return true;
  }
  return false;
}

std::optional<Renewal> renewal_in(Words words) {
  if (denies_renewal(words)) return Renewal::none;
  for (const auto word : words) {
    if (begins_with_one_of(word, {"tacit", "automat"})) return Renewal::tacit;
  }
  for (const auto word : words) {
    if (begins_with_one_of(word, {"expres", "avenant"})) return Renewal::express;
  }
  return std::nullopt;
}

}  // namespace

OfficeTerm office_term(std::string_view text, char unit_of_header) {
  OfficeTerm term;
  text = trimmed(text);
  if (text.empty()) return term;
  if (text.front() == 'P' && text.size() > 2 && text.find(' ') == std::string_view::npos) {
    term.duration = std::string(text);
    term.is_read_whole = true;
    return term;
  }
  const auto bare = folded(text);
  const auto words = words_of(bare);
  const auto first = static_cast<std::size_t>(std::ranges::find_if(words, is_of_renewal) - words.begin());
  term.renewal = renewal_in(words);
  term.max_renewals = times_in(words);
  std::vector<Quantity> lasting, periods;
  bool is_total = false, is_notice = false;
  for (std::size_t i = 0; i < words.size();) {
    const auto word = words[i];
    if (begins_with_one_of(word, {"limit", "maxim", "total", "plafon"})) is_total = true;
    if (word.starts_with("preavis")) is_notice = true;
    if (const auto quantity = quantity_at(words, i)) {
      if (is_notice) {
        term.notice = iso(std::span(&*quantity, 1));
      } else if (is_total && i > first) {
        term.is_read_whole = false;
        term.has_total = true;
      } else {
        (i < first ? lasting : periods).push_back(*quantity);
      }
      is_notice = is_total = false;
      i += quantity->words;
      continue;
    }
    const bool is_yearly = word.starts_with("annuel") || (word == "an" && i > 0 && is_one_of(words[i - 1], {"par", "chaque"}));
    if (is_yearly && i != 0 && first < words.size()) periods.push_back({1, 'Y', 1});
    ++i;
  }
  if (!lasting.empty()) term.duration = iso(lasting);
  if (!periods.empty()) term.renewal_period = iso(std::span(periods).first(1));
  if (words.size() == 1 && unit_of_header != 0) {
    if (const auto number = whole_number(words[0])) {
      const Quantity q{*number, unit_of_header, 1};
      term.duration = iso(std::span(&q, 1));
    }
  }
  if (term.duration.empty() && first == words.size() && lasting.empty() && periods.size() == 1) term.duration = iso(periods);
  return term;
}

OfficeValue office_duration(std::string_view text, char unit_of_header) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (text.front() == 'P' && text.size() > 2 && text.find(' ') == std::string_view::npos) return {std::string(text), false};
  const auto bare = folded(text);
  const auto words = words_of(bare);
  std::vector<Quantity> quantities;
  for (std::size_t i = 0; i < words.size();) {
    if (is_one_of(words[i], {"et", "and", "duree", "de", "initiale", "ferme", "fermes", "pour", "une", "periode"}) && !quantity_at(words, i)) {
      ++i;
      continue;
    }
    const auto quantity = quantity_at(words, i);
    if (!quantity) {
      const auto number = words.size() == 1 ? whole_number(words[0]) : std::nullopt;
      if (!number || unit_of_header == 0) return {};
      quantities.push_back({*number, unit_of_header, 1});
      break;
    }
    quantities.push_back(*quantity);
    i += quantity->words;
  }
  auto made = iso(quantities);
  if (made.empty()) return {};
  return {std::move(made), false};
}

OfficeValue office_notice(std::string_view text, char unit_of_header) {
  if (auto plain = office_duration(text, unit_of_header); plain.text) return plain;
  const auto bare = folded(text);
  const auto words = words_of(bare);
  if (is_one_of(bare, {"sans", "sans preavis", "aucun", "aucun preavis", "pas de preavis", "non", "none", "0"})) return {"P0D", false};
  std::optional<Quantity> found;
  bool is_doubtful = false;
  for (std::size_t i = 0; i < words.size();) {
    if (const auto quantity = quantity_at(words, i)) {
      if (found) return {};
      found = quantity;
      i += quantity->words;
      continue;
    }
    const auto word = words[i++];
    const bool is_usual = is_one_of(word, {"avant", "l", "la", "le", "les", "d", "de", "du", "des", "au", "moins", "minimum", "delai", "date", "fin", "terme", "chaque",
                                           "par", "lrar", "ar", "rar", "lr", "ecrit", "courrier", "lettre", "recommandee", "recommande", "avec", "accuse",
                                           "reception", "before", "the", "at", "least", "end", "notice", "of", "un", "une", "avis"}) ||
                          begins_with_one_of(word, {"echeance", "expiration", "preavis", "anniversaire", "renouvellement", "reconduction", "periode"});
    is_doubtful = is_doubtful || !is_usual;
  }
  if (!found) return {};
  return {iso(std::span(&*found, 1)), is_doubtful};
}

OfficeValue office_renewal(std::string_view text) {
  const auto bare = folded(text);
  const auto words = words_of(bare);
  if (const auto renewal = renewal_in(words)) return {std::string(code_name(*renewal)), false};
  const bool is_some = is_one_of(bare, {"oui", "yes", "true", "x"}) || std::ranges::any_of(words, is_of_renewal) || times_in(words);
  return is_some ? OfficeValue{"", true} : OfficeValue{};
}

}  // namespace maillage
