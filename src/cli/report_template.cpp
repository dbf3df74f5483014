// SPDX-License-Identifier: Apache-2.0
#include "cli/report_template.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/failure.hpp"
#include "cli/filled_text.hpp"
#include "cli/safe_svg.hpp"
#include "cli/session.hpp"
#include "files/files.hpp"
#include "files/xml_events.hpp"
#include "records/nearest.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxBytes = 1'000'000;
constexpr std::string_view kKeys[] = {"office", "title",   "introduction", "closing", "contact",
                                      "logo",   "logo_text", "sections",   "headings"};
constexpr std::string_view kWords[] = {"name", "from", "to", "period", "date"};

class TemplateReader {
 public:
  TemplateReader(fs::path file, const Language& language) : file_(std::move(file)), language_(language) {}

  Wording read() {
    const auto bytes = decode(read_file(file_, kMaxBytes)).text;
    const auto json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded() || !json.is_object()) fail("template.error.no_json");
    for (const auto& [key, value] : json.items()) require_known("template.error.key", key, kKeys);
    Wording wording;
    wording.office = text_at(json, "office");
    wording.title = text_at(json, "title");
    wording.introduction = texts_at(json, "introduction");
    wording.closing = texts_at(json, "closing");
    wording.contact = text_at(json, "contact");
    if (json.contains("sections")) sections(json.at("sections"), wording);
    if (json.contains("headings")) headings(json.at("headings"), wording);
    if (json.contains("logo")) wording.logo = logo(text_at(json, "logo"), text_at(json, "logo_text"));
    return wording;
  }

 private:
  [[noreturn]] void fail(std::string_view key, const std::string& what = {}, const std::string& near = {}) const {
    auto words = language_.say(key, {{"file", shown_word(file_.string())}, {"what", shown_word(what)}});
    if (!near.empty()) words += " " + language_.say("template.error.near", {{"near", near}});
    throw Failure(ExitCode::usage, words);
  }
  void require_known(std::string_view error, const std::string& name, std::span<const std::string_view> known) const {
    if (std::ranges::find(known, name) != known.end()) return;
    auto near = nearest_to(name, {known.begin(), known.end()});
    if (near.empty()) {
      for (const auto one : known) near += (near.empty() ? "" : ", ") + std::string(one);
    }
    fail(error, name, near);
  }

  // A string, or the one of this language, or of another.
  std::string text_of(const Json& value, const std::string& key) const {
    const auto* chosen = &value;
    if (value.is_object() && !value.empty()) {
      const auto own = value.find(std::string(language_.code()));
      chosen = own != value.end() ? &*own : &*value.begin();
      for (const auto& [code, text] : value.items()) {
        if (code != "fr" && code != "en") fail("template.error.language", key + "." + code, "fr, en");
      }
    }
    if (!chosen->is_string()) fail("template.error.no_text", key);
    auto text = chosen->get<std::string>();
    require_known_words(text);
    return text;
  }
  void require_known_words(const std::string& text) const {
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
      const auto close = text.find('}', open);
      if (close == std::string::npos) fail("template.error.brace", text.substr(open));
      require_known("template.error.word", text.substr(open + 1, close - open - 1), kWords);
    }
  }
  std::string text_at(const Json& json, const std::string& key) const {
    return json.contains(key) ? text_of(json.at(key), key) : std::string();
  }
  std::vector<std::string> texts_at(const Json& json, const std::string& key) const {
    std::vector<std::string> texts;
    if (!json.contains(key)) return texts;
    const auto& value = json.at(key);
    if (!value.is_array()) return {text_of(value, key)};
    for (const auto& one : value) texts.push_back(text_of(one, key));
    return texts;
  }

  void sections(const Json& value, Wording& wording) const {
    if (!value.is_array() || value.empty()) fail("template.error.no_list", "sections");
    for (const auto& one : value) {
      if (!one.is_string()) fail("template.error.no_list", "sections");
      const auto name = one.get<std::string>();
      require_known("template.error.section", name, section_names());
      if (std::ranges::find(wording.sections, name) != wording.sections.end()) fail("template.error.twice", name);
      wording.sections.push_back(name);
    }
  }
  void headings(const Json& value, Wording& wording) const {
    if (!value.is_object()) fail("template.error.no_headings", "headings");
    for (const auto& [name, text] : value.items()) {
      require_known("template.error.section", name, section_names());
      wording.headings[name] = text_of(text, "headings." + name);
    }
  }

  // Beside the template, by its name alone: a template that was sent by somebody reads nothing else of this machine.
  Logo logo(const std::string& name, const std::string& alternative) const {
    if (name.empty() || fs::path(name).filename() != name || name == ".." || name == ".") fail("template.error.logo_elsewhere", name);
    auto extension = fs::path(name).extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (extension != ".svg" && extension != ".png") fail("template.error.logo_kind", name);
    const auto bytes = read_file(file_.parent_path() / name, kMaxBytes);
    if (extension == ".png") {
      if (!is_png(bytes)) fail("template.error.logo_damaged", name);
      return {"logo.png", "image/png", bytes, alternative};
    }
    try {
      return {"logo.svg", "image/svg+xml", safe_svg(bytes), alternative};
    } catch (const NotXml&) {
      fail("template.error.logo_svg", name);
    } catch (const std::invalid_argument&) {
      fail("template.error.logo_svg", name);
    }
  }
  // The mark of a PNG, and a size of 1 to 8192 pixels each way.
  static bool is_png(std::string_view bytes) {
    if (bytes.size() < 33 || !bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.substr(12, 4) != "IHDR") return false;
    const auto number = [&](std::size_t at) {
      std::uint32_t value = 0;
      for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
      return value;
    };
    const auto fits = [](std::uint32_t pixels) { return pixels >= 1 && pixels <= 8192; };
    return fits(number(16)) && fits(number(20));
  }

  fs::path file_;
  const Language& language_;
};

}  // namespace

Wording read_template(const std::string& place, const Language& language) {
  std::error_code error;
  const bool is_folder = fs::is_directory(place, error);
  return TemplateReader(is_folder ? fs::path(place) / "template.json" : fs::path(place), language).read();
}

void fill_in(const std::map<std::string, std::string, std::less<>>& values, Wording& wording) {
  const auto fill = [&](std::string& text) { text = filled_text(text, values); };
  for (auto* text : {&wording.office, &wording.title, &wording.contact}) fill(*text);
  for (auto* texts : {&wording.introduction, &wording.closing}) {
    std::ranges::for_each(*texts, fill);
    std::erase(*texts, std::string());
  }
  for (auto& [name, heading] : wording.headings) fill(heading);
  std::erase_if(wording.headings, [](const auto& entry) { return entry.second.empty(); });
  if (wording.logo) fill(wording.logo->alternative);
}

}  // namespace maillage
