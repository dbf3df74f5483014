// SPDX-License-Identifier: Apache-2.0
#include "drawing/svg_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace maillage {
namespace {

bool is_forbidden(char32_t letter) {
  const bool control = letter < 0x20 || (letter >= 0x7f && letter < 0xa0);
  const bool turns_direction = (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069) ||
                               letter == 0x200e || letter == 0x200f;
  const bool no_character = (letter & 0xfffe) == 0xfffe || (letter >= 0xfdd0 && letter <= 0xfdef);
  return control || turns_direction || no_character;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

std::string_view anchor_name(Anchor anchor) { return anchor == Anchor::middle ? "middle" : "end"; }

}  // namespace

std::string svg_number(double value) {
  if (!std::isfinite(value) || std::abs(value) > 1e9) return "0";
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2).ptr;
  std::string text(buffer.data(), end);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string xml_text(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const auto at = position;
    const auto letter = next_letter(text, position);
    switch (letter) {
      case U'&': safe += "&amp;"; break;
      case U'<': safe += "&lt;"; break;
      case U'>': safe += "&gt;"; break;
      case U'"': safe += "&quot;"; break;
      case U'\t':
      case U'\n':
      case U'\r': safe += ' '; break;
      case 0xfffd: safe += "\xEF\xBF\xBD"; break;
      default:
        if (!is_forbidden(letter)) safe += text.substr(at, position - at);
    }
  }
  return safe;
}

bool is_safe_link(std::string_view address) {
  if (address.empty() || address.find('\\') != address.npos || address.starts_with("//")) return false;
  for (const unsigned char c : address) {
    if (c <= 0x20 || c == 0x7f) return false;
  }
  const auto colon = address.find(':');
  const auto first_of_path = address.find_first_of("/?#");
  if (colon == address.npos || colon > first_of_path) return true;
  const auto scheme = lower_case(address.substr(0, colon));
  return scheme == "http" || scheme == "https";
}

void SvgWriter::attribute(std::string_view name, std::string_view value) {
  body_ += ' ';
  body_ += name;
  body_ += "=\"";
  body_ += xml_text(value);
  body_ += '"';
}

void SvgWriter::attribute(std::string_view name, double value) { attribute(name, svg_number(value)); }

void SvgWriter::paint(const Paint& paint) {
  const bool has_fill = !paint.fill.name.empty(), has_stroke = !paint.stroke.name.empty();
  std::string classes;
  if (has_fill) classes = "f-" + std::string(paint.fill.name);
  if (has_stroke) classes += (classes.empty() ? "s-" : " s-") + std::string(paint.stroke.name);
  if (!classes.empty()) attribute("class", classes);
  attribute("fill", has_fill ? paint.fill.in(palette_) : "none");
  if (has_fill && paint.fill_opacity < 1) attribute("fill-opacity", paint.fill_opacity);
  if (!has_stroke) return;
  attribute("stroke", paint.stroke.in(palette_));
  attribute("stroke-width", paint.stroke_width);
  if (paint.stroke_opacity < 1) attribute("stroke-opacity", paint.stroke_opacity);
  if (!paint.dashes.empty()) attribute("stroke-dasharray", paint.dashes);
  if (paint.round_caps) {
    attribute("stroke-linecap", "round");
    attribute("stroke-linejoin", "round");
  }
}

void SvgWriter::line(double x1, double y1, double x2, double y2, const Paint& how) {
  body_ += "<line";
  attribute("x1", x1);
  attribute("y1", y1);
  attribute("x2", x2);
  attribute("y2", y2);
  paint(how);
  body_ += "/>\n";
}

void SvgWriter::rectangle(double x, double y, double width, double height, const Paint& how) {
  body_ += "<rect";
  attribute("x", x);
  attribute("y", y);
  attribute("width", width < 0 ? 0 : width);
  attribute("height", height < 0 ? 0 : height);
  if (how.corner > 0) attribute("rx", how.corner);
  paint(how);
  body_ += "/>\n";
}

void SvgWriter::circle(double x, double y, double r, const Paint& how) {
  body_ += "<circle";
  attribute("cx", x);
  attribute("cy", y);
  attribute("r", r);
  paint(how);
  body_ += "/>\n";
}

void SvgWriter::path(std::string_view data, const Paint& how) {
  body_ += "<path";
  attribute("d", data);
  paint(how);
  body_ += "/>\n";
}

Box SvgWriter::text_box(double x, double y, std::string_view text, const TextStyle& style) {
  const auto width = text_width(text, style.size, style.weight);
  const auto left = style.anchor == Anchor::start ? x : style.anchor == Anchor::end ? x - width : x - width / 2;
  return {left, y - kAscent * style.size, left + width, y + kDescent * style.size};
}

void SvgWriter::text(double x, double y, std::string_view text, const TextStyle& style) {
  if (text.empty()) return;
  body_ += "<text";
  attribute("x", x);
  attribute("y", y);
  attribute("font-size", style.size);
  const auto colour_class = "f-" + std::string(style.colour.name);
  const bool halo = style.halo > 0;
  attribute("class", halo ? colour_class + " s-" + std::string(style.halo_colour.name) : colour_class);
  attribute("fill", style.colour.in(palette_));
  if (style.weight == FontWeight::bold) attribute("font-weight", "600");
  if (style.italic) attribute("font-style", "italic");
  if (style.anchor != Anchor::start) attribute("text-anchor", anchor_name(style.anchor));
  if (halo) {
    attribute("stroke", style.halo_colour.in(palette_));
    attribute("stroke-width", style.halo);
    attribute("stroke-linejoin", "round");
    attribute("paint-order", "stroke");
  }
  body_ += '>' + xml_text(text) + "</text>\n";
  labels_.push_back({text_box(x, y, text, style), std::string(text), style.size});
}

double SvgWriter::lines(double x, double y, const std::vector<std::string>& lines, const TextStyle& style,
                        double line_height) {
  for (std::size_t i = 0; i < lines.size(); ++i) text(x, y + static_cast<double>(i) * line_height, lines[i], style);
  return y + (lines.empty() ? 0.0 : static_cast<double>(lines.size() - 1) * line_height);
}

void SvgWriter::open_group(std::string_view title, std::string_view classes) {
  body_ += "<g";
  if (!classes.empty()) attribute("class", classes);
  body_ += '>';
  if (!title.empty()) body_ += "<title>" + xml_text(title) + "</title>";
  body_ += '\n';
}

void SvgWriter::close_group() { body_ += "</g>\n"; }

void SvgWriter::open_link(std::string_view address, std::string_view title) {
  open_links_.push_back(is_safe_link(address) ? "a" : "g");
  body_ += open_links_.back() == "a" ? "<a" : "<g";
  if (open_links_.back() == "a") attribute("href", address);
  body_ += '>';
  if (!title.empty()) body_ += "<title>" + xml_text(title) + "</title>";
  body_ += '\n';
}

void SvgWriter::close_link() {
  if (open_links_.empty()) return;
  body_ += "</";
  body_ += open_links_.back();
  body_ += ">\n";
  open_links_.pop_back();
}

Picture SvgWriter::finish(const SvgDocument& document) {
  auto drawn = std::move(body_);
  body_.clear();
  body_ += "<svg";
  attribute("xmlns", "http://www.w3.org/2000/svg");
  attribute("width", document.width);
  attribute("height", document.height);
  attribute("viewBox", "0 0 " + svg_number(document.width) + ' ' + svg_number(document.height));
  attribute("role", "img");
  attribute("aria-labelledby", document.id + "-title " + document.id + "-description");
  if (!document.language.empty()) attribute("xml:lang", document.language);
  if (!document.classes.empty()) attribute("class", document.classes);
  attribute("font-family", kFontStack);
  body_ += ">\n<title id=\"" + xml_text(document.id) + "-title\">" + xml_text(document.title) + "</title>\n";
  body_ += "<desc id=\"" + xml_text(document.id) + "-description\">" + xml_text(document.description) + "</desc>\n";
  std::string metadata;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) metadata += std::string(metadata.empty() ? "" : "; ") + std::string(name) + ": " + xml_text(value);
  };
  add("command", document.command);
  add("version", document.version);
  add("data", document.data_hash);
  if (!metadata.empty()) body_ += "<metadata>" + metadata + "</metadata>\n";
  body_ += "<rect";
  attribute("width", document.width);
  attribute("height", document.height);
  paint({.fill = tokens::paper});
  body_ += "/>\n" + drawn + "</svg>\n";
  Picture picture{std::move(body_), document.width, document.height, std::move(labels_)};
  body_.clear();
  labels_.clear();
  open_links_.clear();
  return picture;
}

}  // namespace maillage
