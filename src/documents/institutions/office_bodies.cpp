// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/office_bodies.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

// With a proper name at once behind the office: « de la région Nord », « du Nord ».
std::size_t place_end(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at < end && words[at].is("region") && at + 1 < end && context.signs.is_proper(at + 1))
    return proper_name_end(context, at + 1, end, {});
  if (at >= end || !context.signs.is_proper(at) || context.signs.is_person(at, end)) return at;
  const bool has_particle =
      at + 2 < end &&
      (words[at + 1].is("de") || words[at + 1].is("d") || words[at + 1].is("du") || words[at + 1].is("le")) &&
      words[at + 2].is_capital();
  if (has_particle && context.lexicon.first_names.at(words, at, at + 1))
    return at;  // « la sous-préfète Agnès de Vaubert »
  return proper_name_end(context, at, end, {.after_link = true});
}

std::string linked(const NameContext& context, std::string_view body, std::size_t link, std::size_t name,
                   std::size_t last) {
  std::string text(body);
  text += ' ';
  for (auto i = link; i < name; ++i) {
    std::string small(context.words[i].folded);
    text += small == "l" || small == "d" ? small + "'" : small + " ";
  }
  auto proper = context.signs.written(name, last);
  if (context.words[name].is("region")) proper[0] = 'r';
  return text + proper;
}

}  // namespace

std::vector<FoundName> office_bodies(const NameContext& context) {
  std::vector<FoundName> names;
  const auto& words = context.words;
  const auto& table = context.lexicon.office_bodies;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto end = words.of_sentence(words[at].sentence).second;
    const auto office = context.signs.is_furniture(at) ? PhraseTable::Found{} : table.at(words, at, end);
    if (!office) continue;
    const auto& body = table.field(*office.entry, "body");
    const auto& category = table.field(*office.entry, "category");
    auto link = office.last;
    if (table.field(*office.entry, "place") == "optional" && context.signs.link_end(link, end) == link) {
      names.push_back(FoundName::on_words(link - 1, link, body, category, NameStrength::implied, "office"));
      at = office.last - 1;
      continue;
    }
    if (body.starts_with("Direction ")) {
      const auto tail = name_tail(context, at, link, end, category);
      if (tail.has_complement && !context.signs.is_proper(context.signs.link_end(link, end))) {
        auto name = body + " " + context.signs.written(link, tail.last);
        name[body.size() + 1] = words.prose().of(words[link].span)[0];
        names.push_back(
            FoundName::on_words(link, tail.last, std::move(name), category, NameStrength::implied, "office"));
      }
      at = office.last - 1;
      continue;
    }
    // « les maires de A, de B et de C »
    const auto before = names.size();
    for (auto next = link; next < end;) {
      const auto name = context.signs.link_end(next, end);
      if (name == next && names.size() == before) break;
      const auto last = place_end(context, name, end);
      if (last == name) break;
      const auto from = name == next ? link : next;
      names.push_back(FoundName::on_words(
          name, last, linked(context, body, from, from == next ? name : context.signs.link_end(link, end), last),
          category, NameStrength::implied, "office"));
      if (name == next) {
        names.back().name = std::string(body) + " " + of_place(context.signs.written(name, last));
      }
      const bool goes_on =
          last < end && (words[last].is(",") || words[last].is("et")) && words[at].folded.ends_with('s') && !words[at].is("sous");
      if (!goes_on) break;
      next = last + 1;
      if (next < end && words[next].is("et")) ++next;
    }
    // « le congrès des maires de la Morlande »: many, and one place
    if (names.size() == before + 1 && category == "commune" && words[at].folded.ends_with('s')) names.pop_back();
    at = office.last - 1;
  }
  return names;
}

}  // namespace maillage::documents
