// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "records/checks/context.hpp"

namespace maillage {
namespace {

struct Arrow {
  Index from, to;
  std::uint32_t line;
};

// Circles of arrows, as rows in a ring that begins with the lowest; circles that share a row are found once. Depth-first
// search with a stack of its own: chains may be as long as the table. O(rows + arrows).
std::vector<std::vector<Index>> circles(Index count, std::vector<Arrow> arrows) {
  if (arrows.empty()) return {};  // a million agreements without lineage cost nothing
  std::ranges::sort(arrows, {}, [](const Arrow& a) { return std::pair(a.from, a.to); });
  std::vector<std::size_t> first(count + 1, 0);
  for (const auto& arrow : arrows) ++first[arrow.from + 1];
  for (Index i = 0; i < count; ++i) first[i + 1] += first[i];
  enum class State : std::uint8_t { new_, on_path, done };
  std::vector<State> state(count, State::new_);
  std::vector<bool> is_told(count);
  std::vector<std::pair<Index, std::size_t>> path;  // row and its next arrow
  std::vector<std::vector<Index>> found;
  for (Index start = 0; start < count; ++start) {
    if (state[start] != State::new_) continue;
    path.emplace_back(start, first[start]);
    state[start] = State::on_path;
    while (!path.empty()) {
      auto& [row, next] = path.back();
      if (next == first[row + 1]) {
        state[row] = State::done;
        path.pop_back();
        continue;
      }
      const auto to = arrows[next++].to;
      if (state[to] == State::new_) {
        state[to] = State::on_path;
        path.emplace_back(to, first[to]);
      } else if (state[to] == State::on_path) {
        std::vector<Index> ring;
        for (auto i = path.size(); i-- > 0;) {
          ring.push_back(path[i].first);
          if (path[i].first == to) break;
        }
        std::ranges::reverse(ring);
        const bool is_new = std::ranges::none_of(ring, [&](Index r) { return is_told[r]; });
        for (const auto r : ring) is_told[r] = true;
        if (!is_new) continue;
        std::ranges::rotate(ring, std::ranges::min_element(ring));
        found.push_back(std::move(ring));
      }
    }
  }
  return found;
}

template <class Id>
void tell(const CheckContext& context, std::string_view code, std::string_view table, std::string_view field,
          Index count, const std::vector<Arrow>& arrows, Id id) {
  for (const auto& ring : circles(count, arrows)) {
    std::string chain;
    for (const auto row : ring) chain.append(id(row)).append(" → ");
    chain.append(id(ring.front()));
    const auto next = ring.size() > 1 ? ring[1] : ring[0];
    const auto arrow = std::ranges::find_if(
        arrows, [&](const Arrow& a) { return a.from == ring.front() && a.to == next; });
    context.log.add(code, context.at(table, arrow->line, field), id(ring.front()), chain);
  }
}

}  // namespace

void check_cycles(const CheckContext& context) {
  const auto& data = context.data;
  std::vector<Arrow> parents, successions, lineage, territories;
  for (Index row = 0; row < data.institutions.size(); ++row) {
    const auto parent = data.institutions.parent[row];
    if (parent != kNone) parents.push_back({row, parent, data.institutions.row[row]});
  }
  for (const auto& row : data.successions) successions.push_back({row.predecessor, row.successor, row.row});
  for (const auto& row : data.lineage) {
    if (row.of != kNone) lineage.push_back({row.agreement, row.of, row.row});
  }
  for (Index row = 0; row < data.territories.size(); ++row) {
    const auto& territory = data.territories[row];
    if (territory.parent != kNone) territories.push_back({row, territory.parent, territory.row});
    for (const auto group : territory.groups) territories.push_back({row, group, territory.row});
  }
  const auto institution = [&](Index row) { return data.institutions.id[row]; };
  tell(context, "parent_cycle", "institutions", "parent", data.institutions.size(), parents, institution);
  tell(context, "succession_cycle", "successions", "successor", data.institutions.size(), successions, institution);
  tell(context, "lineage_cycle", "lineage", "of", data.agreements.size(), lineage,
       [&](Index row) { return data.agreements.id[row]; });
  tell(context, "territory_cycle", "territories", "parent", static_cast<Index>(data.territories.size()), territories,
       [&](Index row) { return data.territories[row].code; });
}

}  // namespace maillage
