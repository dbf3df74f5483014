// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/html_lines.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "documents/intake/charset.hpp"
#include "documents/intake/html_blocks.hpp"
#include "documents/intake/html_furniture.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostDepth = 250;
constexpr std::size_t kLeastText =
    200;  // letters: less in <main>, or outside of what looks like the site, is no article

/// How much of a page is taken.
enum class Reach : std::uint8_t { main_part, all_but_site, all };

struct Open {
  bool is_left_out = false, is_article = false, is_main = false, is_title = false, is_site_header = false,
       is_heading = false;
  HtmlRole role = HtmlRole::inline_text;
};

/// One reading of a page; libxml2 calls its functions from C, so what is thrown is kept until it returns.
class HtmlReading {
 public:
  HtmlReading(TakenIn& taken, const IntakeLimits& limits, Reach reach)
      : taken_(&taken), blocks_(taken.text, limits), reach_(reach) {}

  void start(std::string_view name, const xmlChar** attributes, std::uint32_t line) {
    if (open_.size() >= kMostDepth) throw Refused("nested_too_deep");
    Open here;
    here.role = role_of_element(name);
    here.is_article = name == "article" || name == "main" || inside(&Open::is_article);
    here.is_main = name == "main" || inside(&Open::is_main);
    here.is_title = name == "title";
    here.is_left_out = inside(&Open::is_left_out) || (here.role == HtmlRole::left_out && name != "head");
    const bool is_frame = name == "html" || name == "body" || name == "main" || name == "article";
    for (auto at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
      const std::string_view attribute(reinterpret_cast<const char*>(at[0]));
      const std::string_view value(at[1] == nullptr ? "" : reinterpret_cast<const char*>(at[1]));
      if (attribute == "role" && value == "main") here.is_main = here.is_article = true;
      if (!is_frame && is_hidden_by(attribute, value)) here.is_left_out = true;
      if (!is_frame && reach_ != Reach::all && is_site_by(attribute, value)) here.is_left_out = true;
    }
    here.is_heading =
        name == "h1" || (here.role == HtmlRole::heading && reach_ != Reach::main_part) || inside(&Open::is_heading);
    here.is_site_header = inside(&Open::is_site_header);
    if (reach_ != Reach::all && is_edge_of_page(name) && !here.is_article) {
      if (name == "header")
        here.is_site_header = true;  // it may hold the title
      else
        here.is_left_out = true;
    }
    if (name == "meta") take_particular(attributes);
    open_.push_back(here);
    if (!here.is_left_out) blocks_.start(name, here.role, line);
  }

  void end(std::string_view name) {
    if (open_.empty()) return;
    const auto here = open_.back();
    open_.pop_back();
    if (!here.is_left_out) blocks_.end(name, here.role);
  }

  void text(std::string_view piece, std::uint32_t last_line) {
    if (inside(&Open::is_title)) {
      if (!inside(&Open::is_left_out)) title_ += piece;
      return;
    }
    if (inside(&Open::is_left_out)) return;
    const bool is_apart = inside(&Open::is_site_header) || (reach_ == Reach::main_part && !inside(&Open::is_main));
    if (is_apart && !inside(&Open::is_heading)) return;
    const auto ends = static_cast<std::uint32_t>(std::ranges::count(piece, '\n'));
    blocks_.text(piece, last_line - std::min(ends, last_line - 1));
  }

  void finish() {
    blocks_.finish();
    taken_->title = with_single_blanks(title_);
  }

  std::exception_ptr thrown;

 private:
  bool inside(bool Open::*what) const { return !open_.empty() && open_.back().*what; }

  void take_particular(const xmlChar** attributes) {
    std::string_view key, value;
    for (auto at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
      const std::string_view attribute(reinterpret_cast<const char*>(at[0]));
      const std::string_view here(at[1] == nullptr ? "" : reinterpret_cast<const char*>(at[1]));
      if (attribute == "property" || attribute == "name") key = here;
      if (attribute == "content") value = here;
    }
    const bool is_day = value.size() >= 10 && value[4] == '-' && value[7] == '-';
    if (is_day && (key == "article:published_time" || key == "date" || key == "dcterms.date" || key == "DC.date"))
      taken_->date = value.substr(0, 10);
  }

  TakenIn* taken_;
  HtmlBlocks blocks_;
  Reach reach_;
  std::vector<Open> open_;
  std::string title_;
};

struct Call {
  HtmlReading* reading;
  htmlParserCtxtPtr context;

  template <class Action>
  void guarded(Action action) {
    if (reading->thrown) return;
    try {
      action(*reading, static_cast<std::uint32_t>(std::max(context->input == nullptr ? 1 : context->input->line, 1)));
    } catch (...) {
      reading->thrown = std::current_exception();
      xmlStopParser(context);
    }
  }
};

std::string_view view_of(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  static_cast<Call*>(user)->guarded(
      [&](HtmlReading& reading, std::uint32_t line) { reading.start(view_of(name), attributes, line); });
}
void on_end(void* user, const xmlChar* name) {
  static_cast<Call*>(user)->guarded([&](HtmlReading& reading, std::uint32_t) { reading.end(view_of(name)); });
}
void on_text(void* user, const xmlChar* text, int length) {
  static_cast<Call*>(user)->guarded([&](HtmlReading& reading, std::uint32_t line) {
    reading.text(view_of(text).substr(0, static_cast<std::size_t>(length)), line);
  });
}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

void read(std::string_view utf8, HtmlReading& reading) {
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) throw std::bad_alloc();
  htmlSAXHandler events{};
  events.startElement = &on_start;
  events.endElement = &on_end;
  events.characters = &on_text;
  events.ignorableWhitespace = &on_text;
  Call call{&reading, context.get()};
  *context->sax = events;
  context->userData = &call;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                        HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context.get());
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  reading.finish();
}

/// What <meta charset="…"> or <meta content="text/html; charset=…"> says.
std::string_view declared_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  const auto head = bytes.substr(0, kHead);
  const auto at = head.find("charset=");
  if (at == std::string_view::npos) return {};
  auto name = head.substr(at + 8);
  while (!name.empty() && (name.front() == '"' || name.front() == '\'' || name.front() == ' ')) name.remove_prefix(1);
  return name.substr(0, name.find_first_of("\"'> ;/"));
}

}  // namespace

void take_in_html(std::string_view bytes, std::string_view charset, const IntakeLimits& limits, TakenIn& taken) {
  auto utf8 = utf8_of(bytes, charset.empty() ? declared_charset(bytes) : charset);
  std::erase(utf8, '\0');
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw Refused("too_large", std::to_string(limits.file_bytes));
  for (const auto reach : {Reach::main_part, Reach::all_but_site, Reach::all}) {
    taken.text.lines.clear();
    HtmlReading reading(taken, limits, reach);
    read(utf8, reading);
    std::size_t letters = 0;
    for (const auto& line : taken.text.lines) letters += line.text.size();
    if (letters >= kLeastText) return;
  }
}

}  // namespace maillage::documents
