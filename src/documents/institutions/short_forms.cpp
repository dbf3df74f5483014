// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/short_forms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "documents/institutions/body_forms.hpp"
#include "documents/institutions/body_places.hpp"
#include "documents/institutions/bodies_meant.hpp"
#include "documents/institutions/proper_names.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostBack = 120, kMostFurniture = 20;

bool is_territory(std::string_view category) {
  return is_one_of(category, {"commune", "department", "region"});
}

class ShortForms {
 public:
  ShortForms(const NameContext& context, std::vector<FoundName>& names, std::vector<Body>& bodies)
      : context_(context),
        words_(context.words),
        names_(names),
        bodies_(bodies),
        taken_(context.words.size()),
        places_(context.words) {
    for (std::size_t b = 0; b < bodies.size(); ++b) {
      for (const auto number : bodies[b].names) {
        places_.add(names[number].first, b);
        take(names[number].first, names[number].last);
      }
    }
  }

  std::vector<ShortForm> run() {
    for (std::size_t n = 0; n < names_.size() && furniture_.size() < kMostFurniture; ++n) {
      if (names_[n].is_furniture && names_[n].strength == NameStrength::full) furniture_.push_back(n);
    }
    add_communes_in_brackets();
    add_introduced();
    const auto count = names_.size();  // those added below are no heads alone
    for (std::size_t n = 0; n < count; ++n) add_bare_head(n);
    add_kind_words();
    add_first_words();
    std::ranges::sort(forms_, {}, &ShortForm::first);
    return std::move(forms_);
  }

 private:
  void take(std::size_t first, std::size_t last) {
    for (auto i = first; i < last; ++i) taken_[i] = true;
  }
  void add(std::size_t first, std::size_t last, std::size_t body) {
    forms_.push_back({first, last, body});
    take(first, last);
    places_.add(first, body);
  }
  bool is_word(std::size_t at, std::initializer_list<std::string_view> choice) const {
    return at < words_.size() && is_one_of(words_[at].folded, choice);
  }
  bool has_article(std::size_t at) const { return at > 0 && is_word(at - 1, {"l", "le", "la", "du", "au"}); }
  NameKey key_of(const FoundName& found) const { return name_key(context_.heads, found.name, found.category); }

  std::size_t new_body(std::size_t number) {
    bodies_.emplace_back();
    bodies_.back().category = names_[number].category;
    add_form(context_, bodies_.back(), names_[number], number);
    places_.add(names_[number].first, bodies_.size() - 1);
    return bodies_.size() - 1;
  }
  void add_communes_in_brackets();
  void add_introduced();
  std::optional<std::size_t> body_in_furniture(const NameKey& key);
  std::optional<std::size_t> body_of_item(std::size_t number);
  std::optional<std::size_t> body_of_place_told(std::size_t number);
  std::size_t place_told_at(std::size_t first, std::size_t end) const;
  std::pair<std::size_t, std::size_t> acting_place(std::size_t first, std::size_t end) const;
  std::optional<std::size_t> body_of_head(const FoundName& found, bool outside_contacts) const;
  std::optional<std::size_t> body_of_shared_place(const FoundName& found);
  bool is_in_contacts(const Body& body) const;
  bool is_place_only(const FoundName& found) const;
  bool is_name_by_itself(const FoundName& found) const;
  void add_bare_head(std::size_t number);
  void add_kind_words();
  void add_first_words();
  /// « L'établissement ligérien et A ont signé. L'université de N compte … »: what its own paragraph names first behind it.
  template <class Fits>
  std::optional<std::size_t> first_named_behind(std::size_t at, const Fits& fits) const {
    const auto& block = words_.prose().blocks[words_.prose().block_at(words_[at].span.begin)].span;
    std::optional<std::size_t> best;
    const auto place = [&](std::size_t body) { return names_[bodies_[body].names.front()].first; };
    for (std::size_t b = 0; b < bodies_.size(); ++b) {
      if (bodies_[b].names.empty() || !fits(b) || place(b) <= at || words_[place(b)].span.begin >= block.end) continue;
      if (!best || place(b) < place(*best)) best = b;
    }
    return best;
  }

  /// « l'agglomération » of « Communauté d'agglomération de N » rather than a syndicate of communes named behind it
  template <class Fits>
  std::optional<std::size_t> meant_by_kind_word(std::size_t at, std::string_view word, const Fits& fits) const {
    const auto is_named_so = [&](std::size_t b) { return bodies_[b].category == "intermunicipal" && fits(b) && std::ranges::find(bodies_[b].key, word) != bodies_[b].key.end(); };
    if (const auto body = places_.last_in_section(at, is_named_so)) return body;
    return places_.meant_at(at, fits);
  }

  const NameContext& context_;
  const Words& words_;
  std::vector<FoundName>& names_;
  std::vector<Body>& bodies_;
  std::vector<bool> taken_;
  BodyPlaces places_;
  std::vector<ShortForm> forms_;
  std::vector<std::size_t> furniture_;  // numbers of the first full names in page headers and footers
};

// « Marie Martin (Montval) », where the commune of Montval is named.
void ShortForms::add_communes_in_brackets() {
  std::map<std::string, std::size_t> communes;
  for (std::size_t b = 0; b < bodies_.size(); ++b) {
    if (bodies_[b].category != "commune" && bodies_[b].category != "intermunicipal") continue;
    const auto& found = names_[bodies_[b].names[0]];
    if (found.head_last <= found.first && bodies_[b].category != "commune") continue;
    communes.emplace(folded(words_.text_of(context_.signs.link_end(found.head_last, found.last), found.last)), b);
  }
  if (communes.empty()) return;
  for (std::size_t at = 2; at + 1 < words_.size(); ++at) {
    const auto bracket = has_article(at) && at > 2 ? at - 2 : at - 1;
    if (taken_[at] || !words_[bracket].is("(") || !words_[at].is_capital() || !words_[bracket - 1].is_capital())
      continue;
    const auto last = proper_name_end(context_, at, words_.of_sentence(words_[at].sentence).second, {});
    const auto found = communes.find(folded(words_.text_of(at, last)));
    if (found != communes.end() && is_word(last, {")"})) add(at, last, found->second);
  }
}

// Acronyms that brackets introduced, and proper names without their head.
void ShortForms::add_introduced() {
  std::map<std::string, std::vector<std::pair<std::vector<std::string>, std::size_t>>, std::less<>>
      known;  // by first word
  for (std::size_t b = 0; b < bodies_.size(); ++b) {
    const auto forms = forms_of_body(context_, names_, bodies_[b]);
    for (const auto& form : forms) {
      auto parts = parts_of(form);
      if (!parts.empty() && (parts.size() > 1 || context_.heads.of_acronym(parts[0]) == nullptr))
        known[parts[0]].emplace_back(std::move(parts), b);
    }
  }
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (taken_[at] || !words_[at].is_capital() || context_.signs.is_furniture(at) || (at > 0 && words_[at - 1].is("«")))
      continue;
    const auto found = known.find(words_[at].folded);
    if (found == known.end()) continue;
    for (const auto& [parts, body] : found->second) {
      std::size_t i = 0;
      while (i < parts.size() && at + i < words_.size() && words_[at + i].folded == parts[i] && !taken_[at + i]) ++i;
      if (i < parts.size()) continue;
      add(at, at + i, body);
      break;
    }
  }
}

// The body that a page header or footer names and the text never does in full.
std::optional<std::size_t> ShortForms::body_in_furniture(const NameKey& key) {
  for (const auto number : furniture_) {
    if (begins_with(key_of(names_[number]), key)) return new_body(number);
  }
  return std::nullopt;
}

// « Montval – La commune a signé … »: the item of a newsletter begins with the place.
std::optional<std::size_t> ShortForms::body_of_item(std::size_t number) {
  const auto found = names_[number];
  const auto block = words_.prose().blocks[words_.prose().block_at(words_[found.first].span.begin)].span;
  for (auto at = found.first; at-- > 0 && found.first - at < kMostBack && words_[at].span.begin >= block.begin;) {
    const bool begins = words_[at].joined == '\n' || words_[at].span.begin == block.begin || words_[at - 1].is("•");
    if (!begins) continue;
    if (!context_.signs.is_proper(at)) return std::nullopt;
    const auto last = proper_name_end(context_, at, found.first, {});
    if (!is_word(last, {"–", "—", "-", ":", "("})) return std::nullopt;
    auto place = FoundName::on_words(found.first, found.last, "Commune " + of_place(context_.signs.written(at, last)),
                                     found.category, NameStrength::implied, "place_of_item");
    place.is_furniture = true;  // it stands on the words of the head, which is a mention itself
    names_.push_back(std::move(place));
    return new_body(names_.size() - 1);
  }
  return std::nullopt;
}

// One past the place that a line or a sentence begins with: « À Montval, », « Montval ► », « Montval, le 12 mai », « Montval. »;
// `first` where there is none.
std::size_t ShortForms::place_told_at(std::size_t first, std::size_t end) const {
  auto begin = first;
  while (begin < end && is_word(begin, {">", "•", "-", "–"})) ++begin;
  if (begin == end) return first;
  const bool has_at = is_word(begin, {"a"}) && words_[begin].is_capital();
  const auto name = has_at ? begin + 1 : begin;
  if (name >= end || !context_.signs.is_proper(name) || context_.signs.is_person(name, end) || taken_[name]) return first;
  const auto last = proper_name_end(context_, name, end, {});
  if (last >= end || last > name + 6) return first;
  if (has_at) return is_word(last, {","}) ? last : first;
  const bool is_dateline = is_word(last, {","}) && is_word(last + 1, {"le"}) && last + 2 < end && words_[last + 2].kind == WordKind::number;
  const bool is_label = is_word(last, {"."}) && last + 1 == end && (name == 0 || words_[name].joined != ' ' || words_[name - 1].kind == WordKind::mark);
  return is_dateline || is_label || is_word(last, {"►", "▶"}) ? last : first;
}

// « Après 2018, Beaumont-les-Bois renouvelle son contrat »: a place that acts; empty where there is none.
std::pair<std::size_t, std::size_t> ShortForms::acting_place(std::size_t first, std::size_t end) const {
  for (auto at = first; at < end; ++at) {
    if (taken_[at] || !context_.signs.is_proper(at) || context_.signs.is_person(at, end)) continue;
    const auto last = proper_name_end(context_, at, end, {});
    const bool is_place = context_.signs.unit_end(at, last) == last &&
                          (last > at + 1 || context_.known.is_place(words_[at].folded));
    if (is_place && last < end && words_[last].casing == Casing::lower &&
        context_.lexicon.signing_verbs.at(words_, last, end))
      return {at, last};
    at = last - 1;
  }
  return {};
}

// « À Montval, la Ville et l'agence ont signé … »: the town of which the text begins to speak, where no other is named.
std::optional<std::size_t> ShortForms::body_of_place_told(std::size_t number) {
  constexpr std::uint32_t kSentences = 12;  // of a text in which such a place stands
  const auto found = names_[number];
  const bool is_name = words_[found.first].is_capital() || is_word(found.first, {"mairie", "municipalite"});
  if (!is_name || !has_article(found.first) || context_.signs.in_capitals(found.first)) return std::nullopt;
  const auto own = words_[found.first].sentence;
  for (std::uint32_t back = 0; back <= std::min(own, kSentences); ++back) {
    const auto [first, end] = words_.of_sentence(own - back);
    auto last = first < end ? place_told_at(first, end) : first;
    auto name = first;
    while (name < last && (words_[name].kind == WordKind::mark || is_word(name, {"a"}))) ++name;
    if (last == first) std::tie(name, last) = acting_place(first, end);
    if (last == name || last == 0) continue;
    auto place = FoundName::on_words(found.first, found.last, "Ville " + of_place(context_.signs.written(name, last)), found.category,
                                     NameStrength::implied, "place_told");
    place.is_furniture = true;  // it stands on the words of the head, which is a mention itself
    names_.push_back(std::move(place));
    return new_body(names_.size() - 1);
  }
  return std::nullopt;
}

// « dans la ville », « du département »: the territory.
bool ShortForms::is_place_only(const FoundName& found) const {
  if (!is_territory(found.category) || words_[found.first].is_capital() || found.first < 2) return false;
  return is_word(found.first - 2, {"dans", "en", "de", "sur"}) ||
         (found.category != "commune" && is_word(found.first - 1, {"du"}));
}

// « CHU de N – Hôpital de X – 4, avenue … »: named where letters go to and nowhere else.
bool ShortForms::is_in_contacts(const Body& body) const {
  const auto& prose = words_.prose();
  return std::ranges::all_of(body.names, [&](std::size_t number) {
    return prose.blocks[prose.block_at(words_[names_[number].first].span.begin)].kind == BlockKind::contact;
  });
}

std::optional<std::size_t> ShortForms::body_of_head(const FoundName& found, bool outside_contacts) const {
  const auto key = key_of(found);
  const auto& word = words_[found.first];
  if (const auto body = body_of_demonym(context_, bodies_, found, key)) return body;
  const auto meant = [&](auto fits) {
    return places_.meant_at(found.first, [&](std::size_t body) {
      return fits(bodies_[body]) && !(outside_contacts && is_in_contacts(bodies_[body]));
    });
  };
  const auto has_acronym = [&](const Body& one) { return std::ranges::any_of(one.acronyms, [&](const auto& acronym) { return folded(acronym) == word.folded; }); };
  // « la Caf de l'Aubois … la Caf », where another section spoke of a « caisse d'allocations familiales (Caf) »
  const auto goes_on_here = [&](std::size_t body) { return begins_with(bodies_[body].key, key) && bodies_[body].key.size() > key.size(); };
  if (context_.heads.of_acronym(word.folded) != nullptr && !places_.last_in_section(found.first, [&](std::size_t body) { return has_acronym(bodies_[body]); })) {
    if (const auto body = places_.last_in_section(found.first, goes_on_here)) return body;
  }
  if (const auto body = meant(has_acronym)) return body;
  if (const auto body =
          meant([&](const Body& one) { return begins_with(one.key, key) && one.key.size() > key.size(); })) {
    // « l'hôpital », over « le CHU … : Hôtel-Dieu, hôpital Bellerive »: the hospital of which those are houses
    const bool is_named_before = names_[bodies_[*body].names.front()].first < found.first;
    if (key.size() > 1 || key[0] != "hopital" || is_named_before) return body;
    const auto whole = meant([&](const Body& one) { return one.key.size() > 2 && one.key[0] == "centre" && one.key[1] == "hospitalier"; });
    return whole ? whole : body;
  }
  if (const auto body = house_of_such(context_, names_, bodies_, found, word.folded)) return body;
  if (const auto body = meant([&](const Body& one) { return begins_with(one.key, key); })) return body;
  // « l'école d'art » of « École supérieure d'art de la Haute-Orne »
  const auto is_thinned = [&](const Body& one) {
    return one.category == found.category && one.key[0] == key[0] && is_inside(key, one.key);
  };
  if (key.size() > 1) {
    if (const auto body = meant(is_thinned)) return body;
  }
  const bool is_any_of_kind = is_territory(found.category) ||
                              (found.category == "hospital" && context_.heads.of_acronym(word.folded) == nullptr);
  return is_any_of_kind ? meant([&](const Body& one) { return one.category == found.category; }) : std::nullopt;
}

// « le CHU et le parquet de Lorval », where no CHU has been named before: both are of Lorval.
std::optional<std::size_t> ShortForms::body_of_shared_place(const FoundName& found) {
  if (!is_one_of(found.category, {"commune", "hospital", "university"}) || !has_article(found.first) || !is_word(found.last, {"et"}) || context_.signs.in_capitals(found.first))
    return std::nullopt;
  auto first = found.last + 1;
  if (!is_word(first, {"l", "la", "le"})) return std::nullopt;
  ++first;
  const auto next = std::ranges::find(names_, first, &FoundName::first);
  if (next == names_.end() || next->strength != NameStrength::full || next->category == found.category || next->head_last >= next->last) return std::nullopt;
  const bool is_of_town = is_one_of(next->category, {"commune", "hospital", "school", "university"}) || is_word(first, {"parquet", "tribunal", "commissariat", "crous", "rectorat"});
  const auto place = next->head_last + 1;
  if (!is_of_town || !is_word(next->head_last, {"de", "d"}) || place >= next->last || !context_.signs.is_proper(place) || proper_name_end(context_, place, next->last, {}) != next->last)
    return std::nullopt;
  auto name = FoundName::on_words(found.first, found.last, context_.signs.written(found.first, found.last) + " " + of_place(context_.signs.written(place, next->last)), found.category,
                                  NameStrength::implied, "place_shared");
  for (std::size_t body = 0; body < bodies_.size(); ++body) {  // named in full below
    if (bodies_[body].category == name.category && bodies_[body].name == name.name) return body;
  }
  name.is_furniture = true;  // it stands on the words of the head, which is a mention itself
  names_.push_back(std::move(name));
  return new_body(names_.size() - 1);
}

// « la Préfecture », « le conseil départemental »: bodies of which there is one at a place.
bool ShortForms::is_name_by_itself(const FoundName& found) const {
  const auto& word = words_[found.first];
  const bool is_definite = has_article(found.first);
  if (!found.acronym.empty() && (is_definite || word.is_capital())) return true;
  // « l'Adapei », « le CHU »: the one at the place, by its acronym
  const bool is_acronym = context_.heads.of_acronym(word.folded) != nullptr && word.is_capital() && is_definite && found.head_last == found.first + 1;
  const bool is_such = (found.category == "association" && word.folded.size() > 3) || is_one_of(word.folded, {"chu", "chru", "ghu", "epsm"});
  if (is_acronym && is_such && !context_.signs.in_capitals(found.first)) return true;
  if (found.needs_name || !is_one_of(found.category, {"chamber", "department", "health_agency", "ministry", "region",
                                                      "social_body", "social_fund", "state_agency", "state_service"}))
    return false;
  const bool is_long = found.head_last > found.first + 2 && is_definite;
  const bool is_inside_sentence =
      found.first != words_.of_sentence(word.sentence).first && !context_.signs.in_capitals(found.first);
  return is_long || (word.is_capital() && is_inside_sentence);
}

void ShortForms::add_bare_head(std::size_t number) {
  const auto found = names_[number];
  if (found.strength != NameStrength::bare || taken_[found.first] || found.is_furniture || is_place_only(found)) return;
  if (found.first > 0 && is_word(found.first - 1, {"un", "une", "aucun", "aucune", "chaque", "quel", "quelle"}))
    return;  // « pour que l'hôpital devienne un CHU »: of its kind
  auto body = body_of_head(found, true);
  if (!body) body = body_of_head(found, false);
  const bool is_named_behind = body && names_[bodies_[*body].names.front()].first > found.first;
  if (!body || is_named_behind) {
    if (const auto shared = body_of_shared_place(found)) body = shared;
  }
  if (!body) body = body_in_furniture(key_of(found));
  if (!body && found.category == "commune") body = body_of_item(number);
  if (!body && found.category == "commune") body = body_of_place_told(number);
  if (body) return add(found.first, found.last, *body);
  if (!is_name_by_itself(found)) return;
  bodies_[new_body(number)].rule = "head_alone";
  take(found.first, found.last);
}

// « l'intercommunalité », « l'établissement »
void ShortForms::add_kind_words() {
  const auto& table = context_.lexicon.body_words;
  for (std::size_t at = 1; at < words_.size(); ++at) {
    if (taken_[at] || !has_article(at)) continue;
    const auto found = table.at(words_, at, words_.of_sentence(words_[at].sentence).second);
    if (!found || taken_[found.last - 1]) continue;
    const bool goes_on =
        is_word(found.last, {"de", "d", "des"}) || (found.last < words_.size() && words_[found.last].joined == '-');
    const bool leads_up = found.last < words_.size() && taken_[found.last] && words_[found.last].joined == ' ';
    if (goes_on || leads_up) continue;  // « la société de demain », « la société Tardieu »
    const auto categories = parts_of(table.field(*found.entry, "categories"));
    const auto fits = [&](std::size_t one) { return std::ranges::find(categories, bodies_[one].category) != categories.end(); };
    const bool is_told_apart = found.last < words_.size() && words_[found.last].joined == ' ' && context_.signs.is_demonym(found.last);
    const auto behind = is_told_apart ? first_named_behind(at, fits) : std::nullopt;
    const auto body = behind ? behind : meant_by_kind_word(at, words_[found.first].folded, fits);
    if (body) add(at, found.last, *body);
  }
}

// « le Parc » of « Parc naturel régional du N »: with a capital, what a name begins with.
void ShortForms::add_first_words() {
  for (std::size_t at = 1; at < words_.size(); ++at) {
    if (taken_[at] || words_[at].casing != Casing::capital || !has_article(at) || context_.signs.in_capitals(at) ||
        context_.signs.is_furniture(at))
      continue;
    const auto link = at + 1 < words_.size() ? context_.signs.link_end(at + 1, words_.size()) : at + 1;
    const bool goes_on = link < words_.size() && words_[link].joined != '\n' && words_[link].is_capital();
    if (goes_on || (at + 1 < words_.size() && words_[at + 1].joined == '-')) continue;
    const auto body = places_.meant_at(at, [&](std::size_t one) {
      const auto& found = names_[bodies_[one].names[0]];
      return bodies_[one].key.size() > 2 && bodies_[one].key[0] == words_[at].folded && found.head_last > found.first;
    });
    if (body) add(at, at + 1, *body);
  }
}

}  // namespace

std::vector<ShortForm> short_forms(const NameContext& context, std::vector<FoundName>& names,
                                   std::vector<Body>& bodies) {
  return ShortForms(context, names, bodies).run();
}

}  // namespace maillage::documents
