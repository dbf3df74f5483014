// SPDX-License-Identifier: Apache-2.0
#include "drawing/map_communities.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "results/community_name.hpp"

namespace maillage {
namespace {

constexpr std::uint32_t kMostDiscs = 30, kLeastMembers = 3, kBandsForEachDisc = 3;
constexpr double kWidestBand = 16;

class Gathering {
 public:
  explicit Gathering(const MapSheet& sheet) : sheet_(sheet), scene_(sheet.scene) {}

  CommunityMap gather() {
    gather_pairs();
    assign_discs();
    choose_nodes();
    choose_ties();
    lay_out();
    gather_bands();
    return std::move(map_);
  }

 private:
  static int rank(Status status) {
    constexpr std::array kRank{0, 3, 4, 1, 2};  // announced, signed_not_started, in_force, ended, unknown
    return kRank[static_cast<std::size_t>(status)];
  }

  void gather_pairs() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, CommunityMap::Pair> by_nodes;
    const auto add = [&](std::uint32_t a, std::uint32_t b, double weight, Status status, const std::vector<Index>& rows,
                         LineDirection direction) {
      const auto key = std::minmax(a, b);
      auto& pair = by_nodes[key];
      pair.source = key.first, pair.target = key.second;
      if (status != Status::announced) pair.weight += weight;
      pair.direction = pair.direction | (a < b ? direction : reversed(direction));
      if (rank(status) > rank(pair.status)) pair.status = status;
      pair.agreements.insert(pair.agreements.end(), rows.begin(), rows.end());
    };
    for (const auto& tie : scene_.ties) {
      if (tie.kind == MapScene::Tie::Kind::agreement) {
        add(tie.source, tie.target, tie.weight, tie.status, tie.agreements, tie.direction);
      }
    }
    for (const auto& agreement : scene_.agreements) {
      for (std::size_t i = 0; i < agreement.members.size(); ++i) {
        for (std::size_t j = i + 1; j < agreement.members.size(); ++j) {
          add(agreement.members[i], agreement.members[j], agreement.weight, agreement.status, agreement.agreements,
              agreement.direction_between(i, j));
        }
      }
    }
    for (auto& [key, pair] : by_nodes) map_.pairs.push_back(std::move(pair));
  }

  void assign_discs() {
    const auto* places = sheet_.input.places;
    if (places != nullptr && !places->discs.empty()) {
      map_.disc_size.assign(places->discs.size(), 0);
      for (const auto& node : scene_.nodes) {
        const auto found = places->disc_of.find(node.id);
        map_.disc_of.push_back(found == places->disc_of.end() ? static_cast<std::uint32_t>(places->discs.size()) - 1 : found->second);
        ++map_.disc_size[map_.disc_of.back()];
      }
      map_.last_is_collective = places->last_disc_is_collective;
      return;
    }
    // What is only announced goes where its first partner is.
    std::vector<std::uint32_t> community(scene_.nodes.size(), kNoVertex);
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (!scene_.nodes[v].is_only_announced()) community[v] = scene_.nodes[v].community;
    }
    for (const auto& pair : map_.pairs) {
      if (community[pair.source] == kNoVertex) community[pair.source] = community[pair.target];
      if (community[pair.target] == kNoVertex) community[pair.target] = community[pair.source];
    }
    // The node that the map is about belongs to none: it stands in the middle, its ties as bands to the others.
    const bool has_centre = scene_.centre != kNoVertex;
    if (has_centre) community[scene_.centre] = kNoVertex - 1;
    std::map<std::uint32_t, std::uint32_t> size;
    for (const auto c : community) ++size[c];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // members, community
    for (const auto& [c, members] : size) {
      if (c != kNoVertex && members >= kLeastMembers) order.emplace_back(members, c);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (order.size() > kMostDiscs) order.resize(kMostDiscs);
    std::map<std::uint32_t, std::uint32_t> disc;
    for (std::uint32_t d = 0; d < order.size(); ++d) disc[order[d].second] = d, map_.disc_size.push_back(order[d].first);
    if (has_centre) {
      map_.disc_of_centre = static_cast<std::uint32_t>(order.size());
      map_.disc_size.push_back(1);
    }
    const auto collective = static_cast<std::uint32_t>(map_.disc_size.size());
    for (std::uint32_t v = 0; v < community.size(); ++v) {
      if (v == scene_.centre) {
        map_.disc_of.push_back(map_.disc_of_centre);
        continue;
      }
      const auto found = disc.find(community[v]);
      if (found == disc.end()) {
        map_.last_is_collective = true;
        map_.disc_size.resize(collective + 1);
        ++map_.disc_size.back();
      }
      map_.disc_of.push_back(found == disc.end() ? collective : found->second);
    }
  }

  // Of thousands the hubs, the cut points, and the strongest of each disc: none is empty.
  void choose_nodes() {
    const bool all = scene_.nodes.size() <= 2000;
    std::vector<std::uint32_t> strongest(map_.disc_size.size(), kNoVertex);
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto& node = scene_.nodes[v];
      map_.is_shown.push_back(all || node.hub_rank > 0 || node.is_cut_point || v == scene_.centre);
      auto& best = strongest[map_.disc_of[v]];
      if (best == kNoVertex || node.strength > scene_.nodes[best].strength) best = v;
    }
    for (const auto v : strongest) {
      if (v != kNoVertex) map_.is_shown[v] = true;
    }
  }

  // The backbone as the caller found it; without one every tie inside a community.
  void choose_ties() {
    const auto& backbone = sheet_.input.backbone;
    const std::set<EdgeId> kept(backbone.begin(), backbone.end());
    const auto& network = scene_.view->network;
    for (auto& pair : map_.pairs) {
      if (map_.disc_of[pair.source] != map_.disc_of[pair.target]) continue;
      ++map_.pairs_inside;
      if (scene_.nodes.size() > 2000) continue;
      pair.is_drawn = kept.empty() || pair.status == Status::announced;
      const auto &one = scene_.nodes[pair.source], &other = scene_.nodes[pair.target];
      if (!pair.is_drawn && !one.is_only_announced() && !other.is_only_announced()) {
        const auto edge = network.find_edge(one.vertex, other.vertex);
        pair.is_drawn = edge < network.edge_count() && kept.contains(edge);
      }
      if (pair.is_drawn) ++map_.pairs_drawn;
    }
  }

  void lay_out() {
    LargeLayoutInput input;
    input.box = sheet_.area;
    input.discs = static_cast<std::uint32_t>(map_.disc_size.size());
    input.disc_size = map_.disc_size;
    input.last_stands_aside = map_.last_is_collective;
    input.disc_in_the_middle = map_.disc_of_centre;
    if (sheet_.style.is_narrow) input.gap = 12, input.filled = 0.3;
    std::vector<std::uint32_t> number(scene_.nodes.size(), kNoVertex);
    std::vector<std::uint32_t> shown;
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      if (!map_.is_shown[v]) continue;
      number[v] = static_cast<std::uint32_t>(shown.size());
      shown.push_back(v);
      input.radius.push_back(sheet_.style.radius(scene_.nodes[v]));
      input.disc_of.push_back(map_.disc_of[v]);
    }
    for (const auto& pair : map_.pairs) {
      if (number[pair.source] == kNoVertex || number[pair.target] == kNoVertex) continue;
      const bool is_inside = map_.disc_of[pair.source] == map_.disc_of[pair.target];
      if (is_inside && !pair.is_drawn && scene_.nodes.size() <= 2000) continue;
      input.ties.push_back({number[pair.source], number[pair.target], std::max(pair.weight, 0.1)});
    }
    const auto layout = lay_out_large(input);
    map_.layout.discs = layout.discs;
    map_.layout.positions.resize(scene_.nodes.size());
    for (std::size_t i = 0; i < shown.size(); ++i) map_.layout.positions[shown[i]] = layout.positions[i];
    if (sheet_.input.places != nullptr) keep_places(*sheet_.input.places);
  }

  void keep_places(const MapPlaces& places) {
    for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
      const auto found = places.nodes.find(scene_.nodes[v].id);
      if (found != places.nodes.end()) map_.layout.positions[v] = found->second;
    }
    if (!places.discs.empty()) {
      map_.layout.discs = places.discs;
      return;
    }
    for (std::uint32_t d = 0; d < map_.layout.discs.size(); ++d) {  // round what now lies in them
      std::vector<Point> points;
      double reach = 0;
      for (std::uint32_t v = 0; v < scene_.nodes.size(); ++v) {
        if (map_.disc_of[v] == d && map_.is_shown[v]) points.push_back(map_.layout.positions[v]);
      }
      if (points.empty()) continue;
      const Point centre = box_of(points).centre();
      for (const auto p : points) reach = std::max(reach, distance_between(p, centre));
      map_.layout.discs[d] = {centre, reach + 12};
    }
  }

  void gather_bands() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, CommunityMap::BandOfAgreements> between;
    // `directions` by member, from it to the agreement.
    const auto add = [&](const std::vector<std::uint32_t>& members, const std::vector<LineDirection>& directions) {
      std::map<std::uint32_t, LineDirection> discs;
      for (std::size_t i = 0; i < members.size(); ++i) {
        auto& direction = discs[map_.disc_of[members[i]]];
        if (i < directions.size()) direction = direction | directions[i];
      }
      for (const auto& [a, of_a] : discs) {
        for (const auto& [b, of_b] : discs) {
          if (a >= b) continue;
          auto& band = between[{a, b}];
          band.agreements += 1;
          if (leads_forward(of_a) && leads_backward(of_b)) band.there += 1;
          if (leads_forward(of_b) && leads_backward(of_a)) band.back += 1;
        }
      }
    };
    for (const auto& tie : scene_.ties) {
      if (tie.kind == MapScene::Tie::Kind::agreement && tie.status != Status::announced) {
        add({tie.source, tie.target}, {tie.direction, reversed(tie.direction)});
      }
    }
    for (const auto& agreement : scene_.agreements) {
      if (agreement.status != Status::announced) add(agreement.members, agreement.directions);
    }
    for (auto& [discs, band] : between) {
      band.one = discs.first, band.other = discs.second;
      map_.bands.push_back(band);
    }
    std::stable_sort(map_.bands.begin(), map_.bands.end(),
                     [](const auto& a, const auto& b) { return a.agreements > b.agreements; });
    const std::size_t most = std::max<std::size_t>(6, kBandsForEachDisc * map_.layout.discs.size());
    if (map_.bands.size() > most) {  // as many agreements are either drawn everywhere or nowhere
      map_.least_band = map_.bands[most].agreements + 1;
      const auto all = map_.bands.size();
      std::erase_if(map_.bands, [&](const auto& band) { return band.agreements < map_.least_band; });
      map_.bands_left_out = all - map_.bands.size();
    }
    const double largest = map_.bands.empty() ? 1 : map_.bands.front().agreements;
    map_.band_scale = std::min(1.0, (kWidestBand - 1) / (0.42 * largest));
    std::reverse(map_.bands.begin(), map_.bands.end());
    for (auto& band : map_.bands) {
      band.width = band_width(band.agreements, map_.band_scale);
      band.curve = band_between(map_.layout.discs, band.one, band.other, band.width, sheet_.area);
    }
  }

  const MapSheet& sheet_;
  const MapScene& scene_;
  CommunityMap map_;
};

}  // namespace

std::string CommunityMap::name_of_disc(std::uint32_t disc) { return name_of_community(disc); }

CommunityMap community_map_of(const MapSheet& sheet) { return Gathering(sheet).gather(); }

}  // namespace maillage
