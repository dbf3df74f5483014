// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/borrowed_names.hpp"

#include <set>
#include <string>

namespace maillage::documents {
namespace {

bool is_local(std::string_view category) {
  return category == "commune" || category == "intermunicipal" || category == "hospital" || category == "university";
}

bool is_of_departement(std::string_view category) {
  return category == "chamber" || category == "state_service" || category == "department" || category == "social_fund";
}

}  // namespace

FoundName resumed_name(const NameContext& context, std::size_t at, std::size_t end,
                       const std::vector<FoundName>& names) {
  const auto& words = context.words;
  if (names.empty() || !(words[at].is("celle") || words[at].is("celui")) || at + 1 >= end) return {};
  const auto& before = names.back();
  const bool is_local = before.category == "commune" || before.category == "hospital" ||
                        before.category == "intermunicipal" || before.category == "school" ||
                        before.category == "state_service" || before.category == "social_fund" ||
                        before.category == "health_agency";
  const auto name = context.signs.link_end(at + 1, end);
  if (!is_local || before.strength != NameStrength::full || words[before.first].sentence != words[at].sentence ||
      name == at + 1 || name >= end || !context.signs.is_proper(name) || context.signs.is_person(name, end)) {
    return {};
  }
  const auto last = proper_name_end(context, name, end, {});
  const auto unit = context.signs.unit_end(name, last);
  if (unit < last && words[unit].is_capital()) return {};  // likely a first name and a surname
  auto text = context.signs.written(before.first, before.head_last) + " " + std::string(words.text_of(at + 1, name)) +
              (words[name].joined == '\'' ? "'" : " ") + context.signs.written(name, last);
  return FoundName::on_words(at, last, std::move(text), before.category, NameStrength::full, "resumed");
}

void share_tails(const NameContext& context, std::vector<FoundName>& names) {
  const auto& words = context.words;
  std::set<std::string> with_place;  // categories
  for (const auto& name : names) {
    if (name.strength == NameStrength::full && name.last > name.head_last) with_place.insert(name.category);
  }
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    auto& one = names[i];
    const auto& next = names[i + 1];
    if (one.strength != NameStrength::bare || next.strength != NameStrength::full || next.head_last <= next.first ||
        next.last <= next.head_last)
      continue;
    auto at = one.last;
    if (const auto bracket = bracketed_name(context, at, words.size())) at = bracket.last;
    if (at >= words.size() || !words[at].is("et") || next.first > at + 4 ||
        words[at].sentence != words[next.first].sentence)
      continue;
    const bool is_regional = one.category == "health_agency" && next.category == "region";
    const bool is_departmental =
        is_of_departement(one.category) && is_of_departement(next.category) && one.head_last == one.first + 1;
    if (!is_regional && !is_departmental &&
        !(is_local(one.category) && is_local(next.category) && one.category != next.category))
      continue;
    if (with_place.contains(one.category)) continue;
    auto from = next.head_last;
    if (const auto bracket = bracketed_name(context, from, next.last)) from = bracket.last;
    if (from >= next.last || words[from].kind == WordKind::mark) continue;
    auto tail = context.signs.written(from, next.last);
    if (!words[from].is_capital() && !tail.empty()) tail[0] = words.prose().of(words[from].span)[0];
    one.name += " " + tail;
    one.strength = NameStrength::full;
    one.rule = "shared_place";
  }
}

}  // namespace maillage::documents
