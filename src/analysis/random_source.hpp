// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace maillage {

/// A stream of pseudo-random numbers: the same on every machine for the same seed, unlike the standard distributions.
///
/// SplitMix64 (Steele, Lea & Flood, OOPSLA 2014, doi:10.1145/2660193.2660195): 64 bits of state, one stream a seed, so
/// that parallel work draws from a source of its own for each task.
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(seed) {}

  /// 64 random bits.
  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// Uniform in [0, 1), in steps of 2⁻⁵³.
  double uniform() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
  /// Uniform in 0 … bound-1; bound ≥ 1. Scaled from 32 bits: each value is off its share by less than bound/2³².
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((bits() >> 32U) * bound) >> 32U); }

 private:
  std::uint64_t state_;
};

}  // namespace maillage
