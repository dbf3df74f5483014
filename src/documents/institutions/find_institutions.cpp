// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "documents/institutions/completed_places.hpp"
#include "documents/institutions/announced_lists.hpp"
#include "documents/institutions/counted_names.hpp"
#include "documents/institutions/explained_names.hpp"
#include "documents/institutions/group_mentions.hpp"
#include "documents/institutions/head_names.hpp"
#include "documents/institutions/headless_names.hpp"
#include "documents/institutions/institution_mentions.hpp"
#include "documents/institutions/merged_forms.hpp"
#include "documents/institutions/office_bodies.hpp"
#include "documents/institutions/remembered_names.hpp"
#include "documents/institutions/represented_names.hpp"
#include "documents/institutions/resolved_names.hpp"
#include "documents/institutions/short_forms.hpp"
#include "documents/institutions/told_full_names.hpp"
#include "documents/institutions/signing_names.hpp"
#include "documents/institutions/signing_towns.hpp"
#include "documents/institutions/towns_of_mayors.hpp"
#include "documents/lexicon/made_once.hpp"
#include "documents/text/common_words.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostCovered = 200;

InstitutionKind kind_of(std::string_view category) {
  if (category == "university") return InstitutionKind::higher_education;
  if (category == "hospital") return InstitutionKind::hospital;
  if (category == "research_body") return InstitutionKind::research_body;
  if (category == "commune") return InstitutionKind::commune;
  if (category == "intermunicipal") return InstitutionKind::intercommunality;
  if (category == "health_agency" || category == "state_agency" || category == "state_service" ||
      category == "ministry" || category == "social_fund")
    return InstitutionKind::state_agency;
  return InstitutionKind::other;
}

double confidence_of(NameStrength strength) {
  switch (strength) {
    case NameStrength::full:
      return 0.95;
    case NameStrength::implied:
      return 0.8;
    case NameStrength::plain:
      return 0.7;
    default:
      return 0.5;
  }
}

void add_form_text(NamedInstitution& named, std::string form) {
  if (form != named.name && std::ranges::find(named.forms, form) == named.forms.end())
    named.forms.push_back(std::move(form));
}

// The mention that begins there; nothing where it is of the one that asks.
const InstitutionMention* mention_at(const Institutions& institutions, std::uint32_t begin, std::size_t asking) {
  const auto found = std::ranges::lower_bound(institutions.mentions, begin, {},
                                              [](const auto& mention) { return mention.span.begin; });
  const bool is_there =
      found != institutions.mentions.end() && found->span.begin == begin && found->institution != asking;
  return is_there ? &*found : nullptr;
}

// « Société des Amis du théâtre », « Collège Droit de l'université de Grandval »: a part has the name of the whole in its
// own.
void name_part(const NameContext& context, const FoundName& part, Institutions& institutions, std::size_t body) {
  auto& named = institutions.named[body];
  if (named.of) return;
  const auto* mention = mention_at(institutions, context.words[part.part_of].span.begin, body);
  if (mention == nullptr) return;
  named.of = mention->institution;
  const bool is_apart =
      named.category == "association" || named.category == "company";  // no part of it, only named after it
  const auto whole =
      is_apart ? std::string(context.words.prose().of(mention->span)) : institutions.named[*named.of].name;
  for (auto at = part.last; at < part.part_of; ++at) {
    const bool is_elided = context.words[at].is("l") || context.words[at].is("d");
    named.name +=
        (named.name.ends_with('\'') ? "" : " ") + std::string(context.words[at].folded) + (is_elided ? "'" : "");
  }
  // « centre Bretagne de l'Ifremer »: of a body known by its acronym as it stands there.
  const bool is_acronym =
      context.words[part.part_of].is_capital() && institutions.named[*named.of].kind == InstitutionKind::research_body;
  named.name += (named.name.ends_with('\'') ? "" : " ") +
                (is_acronym ? context.signs.written(part.part_of, part.part_of + 1) : whole);
}

// « Fondation de l'université de N », « 3e division de l'armée de Terre »: where it is named, the whole is not.
void cover_wholes(const NameContext& context, const FoundName& part, Institutions& institutions, std::size_t body) {
  const auto& named = institutions.named[body];
  const bool is_of_university = named.of && institutions.named[*named.of].category == "university";
  const bool is_own = is_one_of(named.category, {"association", "company", "foundation"}) ||
                      (named.category == "other" && is_of_university) ||
                      context.words[part.first].kind == WordKind::number;
  const auto begin = context.words[part.first].span.begin;
  const auto whole_begin = context.words[part.part_of].span.begin;
  const auto by_place = [](const auto& mention) { return mention.span.begin; };
  const auto own = std::ranges::lower_bound(institutions.mentions, begin, {}, by_place);
  const auto whole = std::ranges::lower_bound(institutions.mentions, whole_begin, {}, by_place);
  if (!is_own || own == institutions.mentions.end() || whole == institutions.mentions.end() ||
      own->span.begin != begin || own->institution != body || whole->span.begin != whole_begin || own == whole)
    return;
  own->span.end = whole->span.end;
  institutions.mentions.erase(whole);
}

// « l'UFR Droit », « la faculté de droit » are parts of the only university of the text.
void find_wholes(Institutions& institutions) {
  const auto begins = [&](std::uint32_t body, std::string_view head) {
    return institutions.named[body].name.starts_with(head);
  };
  std::optional<std::uint32_t> only;
  for (std::uint32_t body = 0; body < institutions.named.size(); ++body) {
    if (!begins(body, "Université ")) continue;
    if (only) return;
    only = body;
  }
  for (std::uint32_t body = 0; body < institutions.named.size(); ++body) {
    auto& named = institutions.named[body];
    if (!named.of && (begins(body, "UFR ") || begins(body, "Faculté "))) named.of = only;
  }
}

// « UNIVERSITÉ » in a title: no form that anybody would write.
bool is_title_word(const NameContext& context, std::size_t at) {
  if (!context.signs.in_capitals(at) || context.heads.of_acronym(context.words[at].folded) != nullptr) return false;
  const auto& french = CommonWords::french();
  return french.has(lower_french(context.words.prose().of(context.words[at].span))) ||
         !french.accented(context.words[at].folded).empty();
}

// Mentions by place; of two on the same words the longer stays.
Institutions put_together(const NameContext& context, const std::vector<FoundName>& names,
                          const std::vector<Body>& bodies, const std::vector<ShortForm>& shorts) {
  Institutions result;
  for (const auto& body : bodies) {
    NamedInstitution named;
    named.name = body.name;
    named.kind = kind_of(body.category);
    named.category = body.category;
    named.confidence = confidence_of(body.strength);
    named.rule = body.rule;
    for (const auto& acronym : body.acronyms) add_form_text(named, acronym);
    result.named.push_back(std::move(named));
  }
  const auto add = [&](std::size_t first, std::size_t last, std::size_t body, bool is_short) {
    result.mentions.push_back({context.words.span_of(first, last), static_cast<std::uint32_t>(body), is_short});
    if (is_short && is_title_word(context, first)) return;
    if (is_one_of(context.words[first].folded, {"celle", "celles", "celui", "ceux"})) return;  // no form of its own
    add_form_text(result.named[body],
                  is_short ? std::string(context.words.text_of(first, last)) : context.signs.written(first, last));
  };
  for (std::size_t b = 0; b < bodies.size(); ++b) {
    for (const auto number : bodies[b].names) {
      if (!names[number].is_furniture) add(names[number].first, names[number].last, b, false);
    }
  }
  for (const auto& form : shorts) add(form.first, form.last, form.body, true);
  find_wholes(result);
  std::size_t covered = 0;
  std::ranges::sort(result.mentions, [](const auto& a, const auto& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  for (std::size_t b = 0; b < bodies.size(); ++b) {
    for (const auto number : bodies[b].names) {
      if (names[number].part_of == 0) continue;
      name_part(context, names[number], result, b);
      if (++covered <= kMostCovered) cover_wholes(context, names[number], result, b);
    }
  }
  return result;
}

// « la communauté d'universités et établissements Université Sorne Loire »: the kind of a body before a name that tells one.
void drop_kind_before(const NameContext& context, FoundName& name) {
  if (name.category != std::string_view("university") || context.signs.in_capitals(name.first)) return;
  const auto& words = context.words;
  const auto kind = context.heads.at(words, name.first, name.last);
  const bool is_kind = kind && is_one_of(words[name.first], {"communaute", "comue", "etablissement", "regroupement"}) && kind.last < name.last;
  if (!is_kind || !words[kind.last].is_capital() || words[kind.last].joined != ' ') return;
  const auto own = context.heads.at(words, kind.last, name.last);
  if (!own || own.is_plural || own.last >= name.last || own.head->category != name.category) return;
  if (name.lead == 0) name.lead = name.first;
  name.first = kind.last;
  name.head_last = own.last;
  name.name = capitalized(context.signs.written(name.first, name.last));
}

// Names by place, none inside another.
std::vector<FoundName> found_names(const NameContext& context) {
  auto names = head_names(context);
  for (auto& name : names) drop_kind_before(context, name);
  for (auto& name : explained_names(context, names)) {
    std::erase_if(names, [&](const FoundName& other) { return other.first >= name.first && other.last <= name.last; });
    names.push_back(std::move(name));
  }
  std::ranges::sort(names, {}, &FoundName::first);
  std::vector<bool> taken(context.words.size());
  const auto take = [&](const FoundName& name) {
    for (auto i = name.first; i < name.last; ++i) taken[i] = true;
  };
  for (const auto& name : names) take(name);
  for (auto& name : office_bodies(context)) {
    const bool is_region = context.words[name.first].is("region");
    if (name.name.starts_with("Parquet ")) {  // « procureur près le tribunal judiciaire de N »
      std::erase_if(names, [&](const FoundName& other) {
        const bool is_court =
            context.words[other.first].is("tribunal") && other.first < name.first && other.last == name.last;
        for (auto i = other.first; is_court && i < other.last; ++i) taken[i] = false;
        return is_court;
      });
    }
    if (name.name.starts_with("Préfecture de police ")) {  // « préfet de police de la ville de N »
      std::erase_if(names, [&](const FoundName& other) { return other.first < name.first && other.last == name.last; });
      for (auto i = name.first; i < name.last; ++i) taken[i] = false;
    }
    if (is_region)
      std::erase_if(names,
                    [&](const FoundName& other) { return other.first == name.first; });  // « préfet de la région N »
    else if (taken[name.first] || taken[name.last - 1])
      continue;
    if (name.name.starts_with("DSDEN ")) {  // « directeur des services départementaux de l'éducation nationale de N »
      constexpr std::size_t kLink = 3;
      std::erase_if(names, [&](const FoundName& other) { return other.category == "ministry" && other.last <= name.first && name.first - other.last <= kLink; });
    }
    take(name);
    names.push_back(std::move(name));
  }
  for (const auto find : {announced_lists, counted_names}) {
    for (auto& name : find(context, names)) {
      std::erase_if(names, [&](const FoundName& other) { return other.first >= name.first && other.last <= name.last; });  // the head alone
      names.push_back(std::move(name));
    }
    std::ranges::sort(names, {}, &FoundName::first);
  }
  for (auto& name : headless_names(context, names)) names.push_back(std::move(name));
  std::ranges::sort(names, {}, &FoundName::first);
  for (auto& name : represented_names(context, names)) {
    std::erase_if(names, [&](const FoundName& other) { return other.first < name.last && name.first < other.last; });
    names.push_back(std::move(name));
  }
  std::ranges::sort(names, {}, &FoundName::first);
  for (const auto find : {towns_of_mayors, signing_towns}) {
    for (auto& name : find(context, names)) names.push_back(std::move(name));
    std::ranges::sort(names, {}, &FoundName::first);
  }
  std::ranges::sort(names, {}, &FoundName::first);
  for (auto& name : signing_names(context, names)) names.push_back(std::move(name));
  std::ranges::sort(names, {}, &FoundName::first);
  tell_full_names(context, names);
  return names;
}

}  // namespace

Institutions find_institutions(const Words& words, const Lexicon& lexicon, const KnownNames& known) {
  const auto& heads = made_once<InstitutionHeads>(lexicon);
  const NameSigns signs(words, lexicon);
  const RememberedNames remembered(known);
  const NameContext context{words, lexicon, remembered, heads, signs};
  auto names = found_names(context);
  auto bodies = merged_forms(context, names);
  unite_known(context, names, bodies);
  const auto shorts = short_forms(context, names, bodies);
  complete_places(context, names, bodies);
  auto found = put_together(context, names, bodies, shorts);
  resolve_names(known, found);
  found.groups = group_mentions(context, found);
  return found;
}

}  // namespace maillage::documents
