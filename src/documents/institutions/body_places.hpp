// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "documents/institutions/merged_forms.hpp"

namespace maillage::documents {

/// Where the bodies of a text are named, by place, and which of them a short form means.
class BodyPlaces {
 public:
  explicit BodyPlaces(const Words& words) : words_(words) {}

  /// O(log places).
  void add(std::size_t word, std::size_t body) { places_.emplace(word, body); }

  /// Of the bodies that fit, the one named last before a word in its section, if any.
  template <class Fits>
  std::optional<std::size_t> last_in_section(std::size_t word, Fits fits) const {
    const auto section = section_of(word);
    std::size_t looked_at = 0;
    for (auto place = places_.lower_bound(word); place != places_.begin() && looked_at < kMostLookedAt; ++looked_at) {
      --place;
      if (section_of(place->first) != section) break;
      if (fits(place->second)) return place->second;
    }
    return std::nullopt;
  }

  /// Of the bodies that fit, the one named last before a word in its section; else the one named most, the first of
  /// them. Looks at some hundreds of places at most.
  template <class Fits>
  std::optional<std::size_t> meant_at(std::size_t word, Fits fits) const {
    if (const auto last = last_in_section(word, fits)) return last;
    std::optional<std::size_t> best;
    std::map<std::size_t, std::size_t> named;  // how often, by body
    std::size_t looked_at = 0;
    for (auto place = places_.begin(); place != places_.end() && looked_at < kMostLookedAt; ++place, ++looked_at) {
      if (fits(place->second) && (++named[place->second] > (best ? named[*best] : 0))) best = place->second;
    }
    return best;
  }

 private:
  static constexpr std::size_t kMostLookedAt = 400;
  std::uint32_t section_of(std::size_t word) const {
    const auto& prose = words_.prose();
    return prose.blocks.empty() ? 0 : prose.blocks[prose.block_at(words_[word].span.begin)].section;
  }

  const Words& words_;
  std::multimap<std::size_t, std::size_t> places_;  // word, body
};

}  // namespace maillage::documents
