// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "documents/lexicon/lexicon.hpp"

namespace maillage::documents {

/// What is made of a lexicon, for every document that is read by it: made at the first asking, kept as long as the program
/// runs, as the lexicon must be. Thread-safe.
template <class Made>
const Made& made_once(const Lexicon& lexicon) {
  static std::mutex guard;
  static std::map<const Lexicon*, std::unique_ptr<const Made>> made;
  const std::scoped_lock lock(guard);
  auto& one = made[&lexicon];
  if (!one) one = std::make_unique<const Made>(lexicon);
  return *one;
}

}  // namespace maillage::documents
