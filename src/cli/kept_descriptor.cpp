// SPDX-License-Identifier: Apache-2.0
#include "cli/kept_descriptor.hpp"

#include <nlohmann/json.hpp>
#include <vector>

#include "files/files.hpp"
#include "tables/json_text.hpp"

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;

// The names of a resource's columns, in order; nothing where it is not described that way.
std::vector<std::string> columns_of(const Json& resource) {
  std::vector<std::string> names;
  const auto schema = resource.value("schema", Json::object());
  if (!schema.is_object()) return names;
  for (const auto& field : schema.value("fields", Json::array())) names.push_back(field.value("name", std::string()));
  return names;
}

const Json* resource_of(const Json& descriptor, const std::string& path) {
  const auto resources = descriptor.find("resources");
  if (resources == descriptor.end() || !resources->is_array()) return nullptr;
  for (const auto& resource : *resources) {
    if (resource.is_object() && resource.contains("path") && resource["path"] == path) return &resource;
  }
  return nullptr;
}

}  // namespace

std::string kept_descriptor(const std::filesystem::path& package, const std::string& made) {
  const auto file = package.filename() == "datapackage.json" ? package : package / "datapackage.json";
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return made;
  const auto before = read_file(file);
  auto old = Json::parse(before, nullptr, false);
  if (!old.is_object()) return made;
  auto now = Json::parse(made);
  try {
    bool is_same = old.value("resources", Json::array()).size() == now["resources"].size();
    for (auto& resource : now["resources"]) {
      const auto* kept = resource_of(old, resource["path"]);
      if (kept != nullptr && columns_of(*kept) == columns_of(resource)) {
        resource = Json(*kept);
      } else {
        is_same = false;
      }
    }
    if (is_same) return before;
  } catch (const Json::exception&) {  // described in a way that is not ours: described anew
    now = Json::parse(made);
  }
  old["resources"] = now["resources"];
  return json_text(old);
}

}  // namespace maillage
