// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/word_lines.hpp"

#include <set>
#include <string>

#include "documents/intake/office_blocks.hpp"
#include "files/xml_events.hpp"
#include "files/zip_archive.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kDeepest = 256;  // text boxes in tables in text boxes

using Styles = std::set<std::string, std::less<>>;

/// Styles by their id that are titles or headings, by the names that Word gives them in any language.
Styles heading_styles(ZipArchive& archive) {
  Styles styles;
  if (!archive.has("word/styles.xml")) return styles;
  std::string id;
  XmlEvents events;
  events.on_start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "style") id = attributes["styleId"];
    if (name == "name" && !id.empty()) {
      const auto value = attributes["val"];
      if (value.starts_with("heading ") || value.starts_with("Heading ") || value == "Title" || value == "Subtitle")
        styles.insert(id);
    }
    if (name == "outlineLvl" && !id.empty()) styles.insert(id);
  };
  events.on_end = [&](std::string_view name) {
    if (name == "style") id.clear();
  };
  read_xml(archive.unpack("word/styles.xml"), events, kDeepest);
  return styles;
}

class WordReading {
 public:
  WordReading(TakenIn& taken, const IntakeLimits& limits, Styles headings)
      : blocks_(taken.text, limits), headings_(std::move(headings)) {}

  void read(std::string_view xml) {
    XmlEvents events;
    events.on_start = [this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); };
    events.on_end = [this](std::string_view name) { end(name); };
    events.on_text = [this](std::string_view text) {
      if (is_in_text_ && left_out_ == 0) blocks_.text(text);
    };
    read_xml(xml, events, kDeepest);
  }
  std::uint32_t pages() const { return blocks_.page(); }

 private:
  /// Deleted text, the second form of a drawing, fields' codes.
  static bool is_left_out(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" || name == "delText" ||
           name == "binData";
  }

  void start(std::string_view name, const XmlAttributes& attributes) {
    if (is_left_out(name)) ++left_out_;
    if (left_out_ > 0) return;
    if (name == "p") {
      // A text box stands inside of a paragraph: what stood before it ends here.
      if (depth_++ > 0) blocks_.end_paragraph(kind_);
      blocks_.begin_paragraph();
      kind_ = OfficeBlocks::Kind::paragraph;
    } else if (name == "pStyle" && headings_.contains(attributes["val"])) {
      kind_ = OfficeBlocks::Kind::heading;
    } else if (name == "numPr" && kind_ == OfficeBlocks::Kind::paragraph) {
      kind_ = OfficeBlocks::Kind::item;
    } else if (name == "t") {
      is_in_text_ = true;
    } else if (name == "tab") {
      blocks_.text(" ");
    } else if (name == "noBreakHyphen") {
      blocks_.text("-");
    } else if (name == "br" || name == "cr") {
      if (attributes["type"] == "page") blocks_.page_break();
      blocks_.line_break();
    } else if (name == "lastRenderedPageBreak") {
      blocks_.page_break();
    } else if (name == "tr") {
      blocks_.begin_row();
    }
  }

  void end(std::string_view name) {
    if (is_left_out(name)) --left_out_;
    if (left_out_ > 0) return;
    if (name == "p" && depth_ > 0) {
      --depth_;
      blocks_.end_paragraph(kind_);
      if (depth_ > 0) blocks_.begin_paragraph();
    }
    if (name == "t") is_in_text_ = false;
    if (name == "tc") blocks_.end_cell();
    if (name == "tr") blocks_.end_row();
  }

  OfficeBlocks blocks_;
  Styles headings_;
  OfficeBlocks::Kind kind_ = OfficeBlocks::Kind::paragraph;
  int left_out_ = 0, depth_ = 0;
  bool is_in_text_ = false;
};

}  // namespace

void take_in_word(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken) {
  ZipArchive archive(bytes, unpack_limits(limits));
  const auto document = archive.unpack("word/document.xml");
  if (archive.has("docProps/core.xml")) taken.title = title_among(archive.unpack("docProps/core.xml"));
  WordReading reading(taken, limits, heading_styles(archive));
  reading.read(document);
  if (archive.has("word/footnotes.xml")) reading.read(archive.unpack("word/footnotes.xml"));
  taken.pages = reading.pages();
}

}  // namespace maillage::documents
