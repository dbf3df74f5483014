// SPDX-License-Identifier: Apache-2.0
#include "cli/timings.hpp"

#include <sys/resource.h>

#include <nlohmann/json.hpp>

namespace maillage {

std::string Timings::to_json(int threads) const {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  nlohmann::ordered_json json;
  json["threads"] = threads;
  json["peak_rss_bytes"] = static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
  json["phases"] = nlohmann::ordered_json::array();
  for (const auto& [name, seconds] : phases_) json["phases"].push_back({{"name", name}, {"seconds", seconds}});
  return json.dump(2) + "\n";
}

}  // namespace maillage
