// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/merged_forms.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostCompared = 500, kShortestInitials = 3;

std::vector<std::string> numbers_in(const std::vector<std::string>& key) {
  std::vector<std::string> numbers;
  for (const auto& word : key) {
    if (word[0] >= '0' && word[0] <= '9') numbers.push_back(word);
  }
  return numbers;
}

// « Hôpital de X » is what else « Centre hospitalier de X » is called.
std::vector<std::string> place_of_hospital(const NameKey& key) {
  std::vector<std::string> place;
  for (const auto& word : key) {
    if (word != "hopital" && word != "centre" && word != "hospitalier" && word != "universitaire" && word != "regional")
      place.push_back(word);
  }
  return place;
}

// « SDIS 18 » of « Service départemental d'incendie et de secours de la Morlande »
bool is_numbered_form(const NameKey& key, const NameKey& other) {
  const auto& number = key.back();
  const bool is_number =
      (number.size() == 2 || number.size() == 3) && number.find_first_not_of("0123456789") == std::string::npos;
  return is_number && numbers_in(other).empty() && begins_with(other, NameKey(key.begin(), key.end() - 1));
}

// « Agglomération X », « X Métropole » are what else « Communauté d'agglomération X » is called.
std::vector<std::string> place_of_short_form(const std::vector<std::string>& key) {
  std::vector<std::string> place;
  bool is_short = false;
  for (const auto& word : key) {
    const bool is_kind = word == "agglomeration" || word == "agglo" || word == "metropole" || word == "communaute" ||
                         word == "urbaine" || word == "eurometropole";
    is_short = is_short || (is_kind && word != "communaute" && word != "urbaine");
    if (!is_kind) place.push_back(word);
  }
  return is_short ? place : std::vector<std::string>();
}

// Words that tell a body's level or rank, which names in short leave out.
NameKey without_level(const NameKey& key) {
  NameKey rest;
  for (const auto& word : key) {
    const bool is_level = is_one_of(word, {"departemental", "departementale", "intercommunal", "national", "nationale",
                                           "regional", "regionale", "superieur", "superieure", "territorial"});
    if (!is_level) rest.push_back(word);
  }
  return rest;
}

// « École d'architecture de N » of « École nationale supérieure d'architecture N », « préfet de la région N » of
// « préfecture de N », « gendarmerie de N » of « groupement de gendarmerie départementale de N »
bool is_fuller_form(const NameKey& key, const NameKey& other) {
  const auto& shorter = key.size() < other.size() ? key : other;
  const auto& longer = key.size() < other.size() ? other : key;
  if (shorter.size() == longer.size() || shorter.size() < 2 || !is_inside(shorter, longer) ||
      shorter.back() != longer.back())
    return false;
  if (shorter[0] == "gendarmerie") return longer[0] != "gendarmerie";
  if (shorter[0] == "prefecture") return longer.size() == shorter.size() + 1 && longer[1] == "region";
  return shorter.size() > 2 && shorter[0] == longer[0] && without_level(longer) == shorter;
}

// « Université de N » is not « Université N Nord Europe »: another name behind another word.
bool is_of_other_make(std::string_view category, const Body& body, const NameKey& key, const FoundName& found) {
  constexpr std::size_t kMore = 2;
  const auto difference = body.key.size() > key.size() ? body.key.size() - key.size() : key.size() - body.key.size();
  if (category != "university" || difference < kMore) return false;
  const auto one = folded(body.name), other = folded(found.name);
  return (one.find(" de ") != std::string::npos) != (other.find(" de ") != std::string::npos) && key[0] == "universite";
}

// « Pays de N » of « communauté de communes du Pays de N – Vallée d'O »
bool is_land_of(const NameKey& land, const NameKey& community) {
  return land[0] == "pays" && land.size() > 1 && community[0] == "communaute" && !std::ranges::search(community, land).empty();
}

bool is_same(const Body& body, const NameKey& key, const FoundName& found) {
  const std::string_view category = found.category;
  if (body.key == key) return true;
  if (body.category != category || key.size() < 2 || body.key.size() < 2) return false;
  if (category == "state_service" && is_numbered_form(key, body.key)) return true;
  if (numbers_in(key) != numbers_in(body.key)) return false;
  if (category == "commune") return false;
  if (category == "intermunicipal" && (key[0] == "pays" || body.key[0] == "pays"))
    return ends_with(body.key, key) || ends_with(key, body.key) || is_land_of(key, body.key) || is_land_of(body.key, key);
  if (category == "intermunicipal" && !place_of_short_form(key).empty() &&
      place_of_short_form(key) == place_of_short_form(body.key))
    return true;
  if (is_of_other_make(category, body, key, found)) return false;
  if (is_fuller_form(key, body.key)) return true;
  // « Passerelles 57 » of « association d'aide Passerelles 57 »
  if (category == "association" && !numbers_in(key).empty() && key.size() > 2 && body.key.size() > 2 &&
      (ends_with(body.key, key) || ends_with(key, body.key)))
    return true;
  const bool is_national = key.size() < body.key.size() ? found.last == found.head_last : body.is_national;
  if (is_national && (key.back() == "international") != (body.key.back() == "international")) return false;  // « Medef » is not « Medef International »
  if (category == "research_body" && is_national) return false;  // « CNRS » is not « CNRS Centre-Nord »
  if (begins_with(body.key, key) || begins_with(key, body.key)) return true;
  if (found.strength == NameStrength::plain && body.key[0] == key[0]) return is_inside(key, body.key);
  // « l'hôpital de N » of « Centre hospitalier de N Jeanne-Martin »
  if (category == "hospital" && (key[0] == "hopital") != (body.key[0] == "hopital")) {
    const auto one = place_of_hospital(key), other = place_of_hospital(body.key);
    const auto& house = key[0] == "hopital" ? one : other;
    if (!house.empty() && begins_with(key[0] == "hopital" ? other : one, house)) return true;
  }
  return category == "hospital" && place_of_hospital(key) == place_of_hospital(body.key) &&
         !place_of_hospital(key).empty() && (key[0] == "hopital" || body.key[0] == "hopital");
}

// Full words before acronyms, then more words.
std::pair<std::size_t, std::size_t> fullness(const std::string& name) {
  return {static_cast<std::size_t>(std::ranges::count(name, ' ')), name.size()};
}

class Bodies {
 public:
  Bodies(const NameContext& context, const std::vector<FoundName>& names) : context_(context), names_(names) { find_pairs(); }

  void enter_all(NameStrength strength) {
    for (const bool in_capitals : {false, true}) {
      for (std::size_t i = 0; i < names_.size(); ++i) {
        const auto& found = names_[i];
        if (found.strength == strength && !found.is_furniture && context_.signs.in_capitals(found.first) == in_capitals)
          enter(i);
      }
    }
  }
  std::vector<Body> take() { return std::move(bodies_); }

 private:
  static std::string joined(const NameKey& key) {
    std::string all;
    for (const auto& word : key) all += word + " ";
    return all;
  }
  std::optional<std::size_t> same_as(const NameKey& key, const FoundName& found) const {
    if (const auto same = by_key_.find(joined(key)); same != by_key_.end()) return same->second;
    if (const auto same = by_acronym_.find(folded(found.name)); same != by_acronym_.end()) return same->second;
    // « SDIS 28 » in the title, before « Service départemental … (SDIS 28) »
    const bool is_another = found.name.ends_with(" International");
    if (const auto same = by_name_.find(folded(found.acronym)); !found.acronym.empty() && !is_another && same != by_name_.end()) return same->second;
    if (const auto bare = without_department(found.name); !bare.empty()) {
      if (const auto same = by_acronym_.find(folded(bare)); same != by_acronym_.end()) return same->second;
    }
    // « ADIV » in brackets behind a name, where « ADIV04 » stood before
    if (const auto same = found.acronym.empty() ? by_acronym_.end() : by_acronym_.find(folded(found.acronym)); same != by_acronym_.end()) {
      if (!without_department(names_[bodies_[same->second].names[0]].name).empty()) return same->second;
    }
    const auto most = std::min(bodies_.size(), kMostCompared);
    // « celle de Montval » of « Université Jean-Martin de Montval »
    const bool is_pronoun = is_one_of(context_.words[found.first].folded, {"celle", "celui"});
    for (std::size_t b = 0; b < most && is_pronoun && key.size() == 2; ++b) {
      const auto& other = bodies_[b];
      if (other.category == found.category && other.key[0] == key[0] && other.key.back() == key[1]) return b;
    }
    for (std::size_t b = 0; b < most; ++b) {
      if (!pairs_.empty() && stands_beside(bodies_[b], key)) continue;
      if (is_same(bodies_[b], key, found) || is_cut_in_capitals(bodies_[b].key, key, found)) return b;
    }
    for (std::size_t b = 0; b < most && found.category.empty() && key.size() > 1; ++b) {
      const bool is_its_place = bodies_[b].category == "state_service" && ends_with(bodies_[b].key, key);  // « Polynésie française » of its high commission
      if (!is_its_place && is_inside(key, bodies_[b].key)) return b;
    }
    return with_initials(key, found, most);
  }
  // « de l'université de N, de l'université N Montalais et … »: counted one behind the other, they are two.
  void find_pairs() {
    const FoundName* before = nullptr;
    for (const auto& found : names_) {
      if (found.strength != NameStrength::full || found.is_furniture) continue;
      if (before != nullptr && before->category == found.category && is_one_of(found.category, {"hospital", "intermunicipal", "school", "university"}) && are_counted(before->last, found.first)) {
        const auto one = joined(name_key(context_.heads, before->name, before->category)), other = joined(name_key(context_.heads, found.name, found.category));
        pairs_.insert(one + "|" + other);
        pairs_.insert(other + "|" + one);
      }
      before = &found;
    }
  }
  // « , de l' », « et l' », « ; la »: each with its article or link
  bool are_counted(std::size_t at, std::size_t last) const {
    constexpr std::size_t kMost = 4;
    const auto& words = context_.words;
    if (at >= last || last - at > kMost || words[at].sentence != words[last - 1].sentence || !is_one_of(words[at].folded, {",", ";", "et"})) return false;
    if (at + 1 >= last) return false;
    while (++at < last) {
      if (!is_one_of(words[at].folded, {"de", "d", "du", "la", "l", "le", "et", "avec", "par", "a"})) return false;
    }
    return true;
  }
  bool stands_beside(const Body& body, const NameKey& key) const { return pairs_.contains(joined(body.key) + "|" + joined(key)); }
  // « MÉTROPOLE DU HAUT » where « BRISSAC » follows, of « Métropole du Haut Brissac »: capitals do not tell where a name ends.
  bool is_cut_in_capitals(const NameKey& whole, const NameKey& key, const FoundName& found) const {
    if (key.size() < 2 || whole.size() <= key.size() || !context_.signs.in_capitals(found.first) || !begins_with(whole, key)) return false;
    auto at = found.last;
    for (auto i = key.size(); i < whole.size(); ++i, ++at) {
      if (at < context_.words.size() && is_one_of(context_.words[at].folded, {"de", "du", "des", "d", "la", "le", "l", "les", "et"})) ++at;
      if (at >= context_.words.size() || !context_.words[at].is(whole[i])) return false;
    }
    return true;
  }
  // « ADIV » of « ADIV04 »: an acronym with the number of a département; empty for any other name.
  static std::string without_department(const std::string& name) {
    constexpr std::size_t kShortest = 3;
    const auto end = name.find_last_not_of("0123456789") + 1;
    const auto digits = name.size() - end;
    const bool is_acronym = end >= kShortest && name.find_first_of(" abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    return is_acronym && digits >= 2 && digits <= 3 ? name.substr(0, end) : std::string();
  }
  // « FFA » behind « Fédération française d'aviron »: the only one whose words begin so.
  std::optional<std::size_t> with_initials(const NameKey& key, const FoundName& found, std::size_t most) const {
    const bool is_acronym = is_bare_acronym(key, found);
    const auto initials = initials_of(key);
    std::optional<std::size_t> only;
    for (std::size_t b = 0; b < most; ++b) {
      const auto& other = bodies_[b];
      const bool fits = is_acronym
                            ? abbreviates(key[0], initials_of(other.key))
                            : is_bare_acronym(other.key, names_[other.names[0]]) && abbreviates(other.key[0], initials);
      if (!fits) continue;
      if (only) return std::nullopt;
      only = b;
    }
    return only;
  }
  bool is_bare_acronym(const NameKey& key, const FoundName& found) const {
    return key.size() == 1 && key[0].size() >= kShortestInitials - 1 && (found.category.empty() || found.rule == std::string_view("subject_of_title")) &&
           context_.words[found.first].casing == Casing::upper;
  }
  static bool abbreviates(std::string acronym, const std::string& initials) {
    if (acronym.size() > kShortestInitials + 1 && acronym.back() >= '0' && acronym.back() <= '9') acronym.pop_back();  // « UTM3 »
    if (acronym.size() < kShortestInitials) return initials == acronym;
    return initials.starts_with(acronym) && initials.size() <= acronym.size() + 1;
  }
  void enter(std::size_t number) {
    const auto& found = names_[number];
    const auto key = name_key(context_.heads, found.name, found.category);
    if (key.empty()) return;
    auto body = same_as(key, found);
    if (!body) {
      body = bodies_.size();
      bodies_.emplace_back();
      bodies_.back().category = found.category;
    }
    add_form(context_, bodies_[*body], found, number);
    by_key_.try_emplace(joined(key), *body);
    by_name_.try_emplace(folded(found.name), *body);
    if (!found.acronym.empty()) by_acronym_.try_emplace(folded(found.acronym), *body);
    if (const auto bare = without_department(found.name); !bare.empty()) by_acronym_.try_emplace(folded(bare), *body);
  }

  const NameContext& context_;
  const std::vector<FoundName>& names_;
  std::vector<Body> bodies_;
  std::unordered_map<std::string, std::size_t> by_key_, by_acronym_, by_name_;
  std::unordered_set<std::string> pairs_;  // of keys, of bodies that the text counts side by side
};

}  // namespace

namespace {

/// Several words, and no small letter.
bool is_all_capitals(std::string_view name) { return name.find(' ') != std::string_view::npos && folded(name) != name && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; }); }

}  // namespace

void add_form(const NameContext& context, Body& body, const FoundName& found, std::size_t number) {
  body.names.push_back(number);
  body.is_national = body.is_national || (found.last == found.head_last && found.strength == NameStrength::full);
  if (!found.acronym.empty() && std::ranges::find(body.acronyms, found.acronym) == body.acronyms.end())
    body.acronyms.push_back(found.acronym);
  const bool is_better = body.name.empty() ||
                         (body.strength == NameStrength::implied && found.strength == NameStrength::full) ||
                         (fullness(found.name) > fullness(body.name) && found.strength != NameStrength::implied &&
                          !(found.strength == NameStrength::plain && body.strength == NameStrength::full &&
                            body.name.find(' ') != std::string::npos));
  // « LA GAZETTE DE LA CHAMBRE DES MÉTIERS EN RÉGION »: in capitals nothing tells where the name ends
  const bool is_cased = found.strength == NameStrength::full && is_all_capitals(body.name) && !is_all_capitals(found.name) && found.name.find(' ') != std::string::npos;
  if ((!is_better || is_all_capitals(found.name)) && !is_cased && !body.name.empty()) return;
  body.name = found.name;
  body.key = name_key(context.heads, found.name, found.category);
  body.strength = found.strength;
  body.rule = found.rule;
  if (body.category.empty() || !found.category.empty()) body.category = found.category;
}

std::vector<Body> merged_forms(const NameContext& context, const std::vector<FoundName>& names) {
  Bodies bodies(context, names);
  for (const auto strength : {NameStrength::full, NameStrength::implied, NameStrength::plain})
    bodies.enter_all(strength);
  return bodies.take();
}

}  // namespace maillage::documents
