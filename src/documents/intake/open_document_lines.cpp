// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/open_document_lines.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "documents/intake/office_blocks.hpp"
#include "files/xml_events.hpp"
#include "files/zip_archive.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kDeepest = 256;

class OpenDocumentReading {
 public:
  OpenDocumentReading(TakenIn& taken, const IntakeLimits& limits) : blocks_(taken.text, limits) {}

  void read(std::string_view xml) {
    XmlEvents events;
    events.on_start = [this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); };
    events.on_end = [this](std::string_view name) { end(name); };
    events.on_text = [this](std::string_view text) {
      if (left_out_ > 0) return;
      if (notes_ > 0)
        note_ += text;
      else if (depth_ > 0)
        blocks_.text(text);
    };
    read_xml(xml, events, kDeepest);
  }

 private:
  static bool is_left_out(std::string_view name) {
    return name == "tracked-changes" || name == "annotation" || name == "note-citation" || name == "forms" ||
           name == "automatic-styles" || name == "font-face-decls" || name == "object" || name == "binary-data";
  }
  static bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }

  static bool is_heading_style(std::string_view style) {
    return style == "Title" || style == "Subtitle" || style.starts_with("Heading");
  }

  /// What notes said in the paragraph that has ended.
  void give_note() {
    if (note_.empty()) return;
    blocks_.begin_paragraph();
    blocks_.text(std::exchange(note_, {}));
    blocks_.end_paragraph(OfficeBlocks::Kind::paragraph);
  }

  /// Blanks written as a sign with their number.
  static std::string blanks(const XmlAttributes& attributes) {
    constexpr std::size_t kMost = 200;
    std::size_t count = 1;
    const auto written = attributes["c"];
    std::from_chars(written.data(), written.data() + written.size(), count);
    return std::string(std::min(count, kMost), ' ');
  }

  void start(std::string_view name, const XmlAttributes& attributes) {
    if (is_left_out(name)) ++left_out_;
    if (left_out_ > 0) return;
    if (name == "note-body") ++notes_;
    if (notes_ > 0) {
      if (is_paragraph(name) && !note_.empty()) note_ += ' ';
    } else if (is_paragraph(name)) {
      // A text box stands inside of a paragraph: what stood before it ends here.
      if (depth_++ > 0) blocks_.end_paragraph(kind_);
      blocks_.begin_paragraph();
      kind_ = name == "h" || is_heading_style(attributes["style-name"]) ? OfficeBlocks::Kind::heading
              : items_ > 0                                              ? OfficeBlocks::Kind::item
                                                                        : OfficeBlocks::Kind::paragraph;
    } else if (name == "list-item") {
      ++items_;
    } else if (name == "tab") {
      blocks_.text(" ");
    } else if (name == "s") {
      blocks_.text(blanks(attributes));
    } else if (name == "line-break") {
      blocks_.line_break();
    } else if (name == "soft-page-break") {
      blocks_.page_break();
    } else if (name == "table-row") {
      blocks_.begin_row();
    }
  }

  void end(std::string_view name) {
    if (is_left_out(name)) --left_out_;
    if (left_out_ > 0) return;
    if (notes_ > 0) {
      if (name == "note-body") --notes_;
      return;
    }
    if (is_paragraph(name) && depth_ > 0) {
      --depth_;
      blocks_.end_paragraph(kind_);
      give_note();
      if (depth_ > 0) blocks_.begin_paragraph();
    }
    if (name == "list-item") --items_;
    if (name == "table-cell" || name == "covered-table-cell") blocks_.end_cell();
    if (name == "table-row") blocks_.end_row();
  }

  OfficeBlocks blocks_;
  OfficeBlocks::Kind kind_ = OfficeBlocks::Kind::paragraph;
  std::string note_;
  int left_out_ = 0, depth_ = 0, items_ = 0, notes_ = 0;
};

/// The manifest names a way of encryption where there is a password.
bool is_encrypted(ZipArchive& archive) {
  if (!archive.has("META-INF/manifest.xml")) return false;
  return archive.unpack("META-INF/manifest.xml").find("encryption-data") != std::string::npos;
}

}  // namespace

void take_in_open_document(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken) {
  ZipArchive archive(bytes, unpack_limits(limits));
  if (is_encrypted(archive)) throw Refused("encrypted");
  if (archive.has("meta.xml")) taken.title = title_among(archive.unpack("meta.xml"));
  OpenDocumentReading(taken, limits).read(archive.unpack("content.xml"));
}

}  // namespace maillage::documents
