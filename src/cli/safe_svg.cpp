// SPDX-License-Identifier: Apache-2.0
#include "cli/safe_svg.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "files/xml_events.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMaxDepth = 64;

constexpr auto kElements = std::to_array<std::string_view>(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs",
     "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use", "title", "desc", "style"});

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// No address but that of a part of the drawing: `url(#shade)`. What escapes or imports is not looked into, it goes.
bool is_safe_value(std::string_view value) {
  const auto lower = in_lower_case(value);
  for (const std::string_view bad : {"javascript:", "expression", "@", "\\", "data:", "http:", "https:", "//", "behavior", "-moz-binding"}) {
    if (lower.find(bad) != std::string::npos) return false;
  }
  for (auto at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
    auto next = at + 3;
    while (next < lower.size() && (lower[next] == ' ' || lower[next] == '(' || lower[next] == '"' || lower[next] == '\'')) ++next;
    if (next >= lower.size() || lower[next] != '#') return false;
  }
  return true;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += c;
    }
  }
  return safe;
}

class Writer {
 public:
  std::string write(std::string_view bytes) {
    XmlEvents events;
    events.on_start = [this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); };
    events.on_end = [this](std::string_view name) { end(name); };
    events.on_text = [this](std::string_view text) {
      if (left_out_ > 0 || depth_ == 0) return;
      (in_style_ ? style_ : out_) += in_style_ ? std::string(text) : escaped(text);
    };
    read_xml(bytes, events, kMaxDepth);
    return std::move(out_) + "\n";
  }

 private:
  void start(std::string_view name, const XmlAttributes& attributes) {
    if (depth_ == 0 && left_out_ == 0 && name != "svg") throw std::invalid_argument("no svg");
    if (left_out_ > 0 || in_style_ || std::ranges::find(kElements, name) == kElements.end()) {
      ++left_out_;
      return;
    }
    out_ += depth_ == 0 ? "<svg xmlns=\"http://www.w3.org/2000/svg\"" : "<" + std::string(name);
    ++depth_;
    in_style_ = name == "style";
    attributes.for_each([&](std::string_view prefix, std::string_view key, std::string_view value) { attribute(prefix, key, value); });
    out_ += ">";
  }
  void attribute(std::string_view prefix, std::string_view key, std::string_view value) {
    if (key == "xmlns" || prefix == "xmlns" || !is_name(key) || in_lower_case(key).starts_with("on")) return;
    const bool is_link = key == "href";
    if (!prefix.empty() && !(is_link && prefix == "xlink") && prefix != "xml") return;
    if (prefix == "xml" || (is_link && !value.starts_with('#')) || !is_safe_value(value)) return;
    out_ += " " + std::string(key) + "=\"" + escaped(value) + "\"";
  }
  void end(std::string_view name) {
    if (left_out_ > 0) {
      --left_out_;
      return;
    }
    if (in_style_) {
      if (is_safe_value(style_)) out_ += escaped(style_);
      style_.clear();
      in_style_ = false;
    }
    --depth_;
    out_ += "</" + std::string(name) + ">";
  }

  std::string out_, style_;
  std::size_t depth_ = 0, left_out_ = 0;
  bool in_style_ = false;
};

}  // namespace

std::string safe_svg(std::string_view bytes) { return Writer().write(bytes); }

}  // namespace maillage
