// SPDX-License-Identifier: Apache-2.0
#include "records/package_descriptor.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "files/files.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

using nlohmann::json;
constexpr int kDeepest = 64;  // deeper nesting costs a stack overflow where the value is written out again

std::uint64_t line_at(std::string_view text, std::size_t byte) {
  return 1 + static_cast<std::uint64_t>(std::ranges::count(text.substr(0, byte), '\n'));
}

// Place where the text is nested too deep; npos where it is not.
std::size_t too_deep_at(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '{' || c == '[')) {
      if (++depth > kDeepest) return i;
    } else if (!in_string && (c == '}' || c == ']')) {
      --depth;
    }
  }
  return std::string_view::npos;
}

std::string text_of(const json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A title is a text (French), or texts by language.
void read_titles(const json& root, PackageDescriptor& descriptor) {
  const auto title = root.find("title");
  if (title != root.end() && title->is_object()) {
    descriptor.title_fr = text_of(*title, "fr");
    descriptor.title_en = text_of(*title, "en");
  } else {
    descriptor.title_fr = text_of(root, "title");
  }
  for (const auto& [key, into] : {std::pair{"title_fr", &descriptor.title_fr}, {"title_en", &descriptor.title_en}}) {
    if (auto text = text_of(root, key); !text.empty()) *into = std::move(text);
  }
}

bool stays_inside(const std::string& path) {
  const std::filesystem::path relative(path);
  if (path.empty() || relative.is_absolute() || path.find("://") != std::string::npos) return false;
  return std::ranges::none_of(relative, [](const auto& part) { return part == ".."; });
}

void read_resources(const json& root, std::string_view file, PackageDescriptor& descriptor, FaultLog& log) {
  const auto resources = root.find("resources");
  if (resources == root.end()) return;
  if (!resources->is_array()) {
    log.add("malformed_package", {file, 0, "resources"}, "", "resources");
    return;
  }
  for (const auto& resource : *resources) {
    const auto name = text_of(resource, "name");
    const auto path = text_of(resource, "path");
    if (find_table(name) == nullptr) continue;
    if (stays_inside(path)) {
      descriptor.path_of_table[name] = path;
    } else {
      log.add("malformed_package", {file, 0, "path"}, path, "path");
    }
  }
}

}  // namespace

PackageDescriptor read_descriptor(std::string_view text, std::string_view file, FaultLog& log) {
  PackageDescriptor descriptor;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) {
    log.add("invalid_utf8", {file});
    return descriptor;
  }
  if (const auto place = too_deep_at(text); place != std::string_view::npos) {
    log.add("malformed_package", {file, line_at(text, place)}, "", "> 64");
    return descriptor;
  }
  json root;
  try {
    root = json::parse(text);
  } catch (const json::parse_error& error) {
    log.add("malformed_package", {file, line_at(text, error.byte > 0 ? error.byte - 1 : 0)}, "", "JSON");
    return descriptor;
  }
  if (!root.is_object()) {
    log.add("malformed_package", {file, 1}, "", "{ }");
    return descriptor;
  }
  descriptor.name = text_of(root, "name");
  descriptor.description = text_of(root, "description");
  descriptor.version = text_of(root, "version");
  read_titles(root, descriptor);
  const auto licences = root.find("licenses");
  if (licences != root.end() && licences->is_array() && !licences->empty()) {
    descriptor.licence_name = text_of(licences->front(), "name");
    descriptor.licence_title = text_of(licences->front(), "title");
    descriptor.licence_url = text_of(licences->front(), "path");
  }
  read_resources(root, file, descriptor, log);
  return descriptor;
}

}  // namespace maillage
