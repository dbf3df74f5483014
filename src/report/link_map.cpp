// SPDX-License-Identifier: Apache-2.0
#include "report/link_map.hpp"

namespace maillage {
namespace {

// File systems allow 255 bytes; the rest is room for the ending and a number.
constexpr std::size_t kLongestFileName = 120;

bool is_safe(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::string lower(std::string text) {
  for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

std::string safe_name(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name;
  for (const char c : text) {
    if (is_safe(c) && !(name.empty() && c == '.')) {
      name += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      name += {'~', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return name.empty() ? "~" : name;
}

LinkMap LinkMap::seen_from(std::string page) const {
  auto map = *this;
  map.page_ = std::move(page);
  map.is_view_ = true;
  return map;
}

void LinkMap::add_sheet(const std::string& id) {
  if (known_->sheets.contains(id)) return;
  const auto base = safe_name(id).substr(0, kLongestFileName);
  auto name = base;
  for (int number = 2; !known_->sheet_names.insert(lower(name)).second; ++number) name = base + "~" + std::to_string(number);
  known_->sheets.emplace(id, "institutions/" + name + ".html");
}

std::string LinkMap::sheet_of(const std::string& id) const {
  const auto found = known_->sheets.find(id);
  return found == known_->sheets.end() ? "" : found->second;
}

std::string LinkMap::relative(const std::string& path) const {
  return page_.find('/') == std::string::npos ? path : "../" + path;
}

const std::string* LinkMap::page_of(const std::string& anchor) const {
  if (const auto own = own_anchors_.find(anchor); own != own_anchors_.end()) return &own->second;
  const auto found = known_->anchors.find(anchor);
  return found == known_->anchors.end() ? nullptr : &found->second;
}

std::string LinkMap::to_anchor(const std::string& anchor) const {
  const auto* page = page_of(anchor);
  if (page == nullptr) return "";
  return (*page == page_ ? "" : relative(*page)) + "#" + anchor;
}

bool LinkMap::has_anchor_here(const std::string& anchor) const {
  const auto* page = page_of(anchor);
  return page != nullptr && *page == page_;
}

std::string LinkMap::address(const Target& target) const {
  switch (target.kind) {
    case Target::Kind::nowhere: return "";
    case Target::Kind::section: return to_anchor(target.name);
    case Target::Kind::agreement: return to_anchor("agreement-" + safe_name(target.name));
    case Target::Kind::source: return to_anchor("source-" + safe_name(target.name));
    case Target::Kind::institution: {
      const auto sheet = sheet_of(target.name);
      if (!sheet.empty()) return sheet == page_ ? "" : relative(sheet);
      return to_anchor("institution-" + safe_name(target.name));
    }
    case Target::Kind::file: return known_->files.contains(target.name) ? relative(target.name) : "";
    case Target::Kind::web: return target.name;
  }
  return "";
}

}  // namespace maillage
