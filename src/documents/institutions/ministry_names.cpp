// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/ministry_names.hpp"

#include <string>
#include <string_view>

namespace maillage::documents {

void name_ministry(const NameContext& context, FoundName& name, std::size_t end) {
  const auto& words = context.words;
  const auto first = name.first;
  const bool is_led = name.category == "ministry" && first > 2 && words[first - 1].is("l") && words[first - 2].is("de") &&
                      (words[first - 3].is("ministre") || words[first - 3].is("ministere"));
  if (!is_led) return;
  auto last = name.last;
  while (last + 2 < end && (words[last].is("et") || words[last].is(","))) {
    const auto next = context.signs.link_end(last + 1, end);
    if (next == last + 1 || next >= end || words[next].casing != Casing::capital || context.heads.at(words, next, end)) break;
    last = context.signs.unit_end(next, end);
  }
  name.last = last;
  name.name = "Ministère de l'" + context.signs.written(first, last);
}

void share_ministries(std::vector<FoundName>& names) {
  for (const auto& full : names) {
    constexpr std::string_view kMinistry = "Ministère de l'";
    if (full.category != "ministry" || !full.name.starts_with(kMinistry)) continue;
    const auto of = full.name.substr(kMinistry.size());
    for (auto& name : names) {
      if (name.category == "ministry" && name.name.size() > 5 && of.starts_with(name.name)) name.name = full.name;
    }
    return;
  }
}

}  // namespace maillage::documents
