// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "tables/serial_date.hpp"
#include "tables/workbook_parts.hpp"

// .xlsx: ISO/IEC 29500-1 (SpreadsheetML). A workbook names its sheets; relations say in which part each one lies; texts
// stand once for all in a table of shared texts; what a number shows follows from the format of its cell.

namespace maillage {
namespace {

struct SheetEntry {
  std::string name, relation;
  bool is_hidden = false;
};

unsigned number_or(std::string_view text, unsigned otherwise) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

// A target of a relation, as the name of a part: relative to the folder of the part that has it.
std::string part_name(std::string_view folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string(target.substr(1)) : std::string(folder) + std::string(target);
  for (auto up = path.find("/../"); up != std::string::npos; up = path.find("/../")) {
    const auto before = up == 0 ? std::string::npos : path.rfind('/', up - 1);
    path.erase(before == std::string::npos ? 0 : before + 1, up + 4 - (before == std::string::npos ? 0 : before + 1));
  }
  return path;
}

// Relations of a part: id to name of the part; those that lead outside of the file are left out.
struct Relations {
  std::map<std::string, std::string, std::less<>> by_id, by_type;
};

Relations relations_of(ZipArchive& archive, const std::string& folder, const std::string& part) {
  Relations relations;
  const auto name = folder + "_rels/" + part + ".rels";
  if (!archive.has(name)) return relations;
  XmlEvents events;
  events.on_start = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return;
    const auto target = part_name(folder, attributes["Target"]);
    const auto type = attributes["Type"];
    relations.by_id[std::string(attributes["Id"])] = target;
    relations.by_type.try_emplace(std::string(type.substr(type.rfind('/') + 1)), target);
  };
  read_part(archive.unpack(name), name, events);
  return relations;
}

// Texts of <t> elements inside, without the reading aids (rPh) of East Asian texts.
class TextGatherer {
 public:
  void start(std::string_view element) {
    if (element == "rPh") is_aid_ = true;
    is_text_ = element == "t" && !is_aid_;
  }
  void end(std::string_view element) {
    if (element == "rPh") is_aid_ = false;
    if (element == "t") is_text_ = false;
  }
  void add(std::string_view piece) {
    if (is_text_) text_ += piece;
  }
  std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
  bool is_text_ = false, is_aid_ = false;
};

std::vector<std::string> shared_texts(ZipArchive& archive, const std::string& part) {
  std::vector<std::string> texts;
  TextGatherer gatherer;
  XmlEvents events;
  events.on_start = [&](std::string_view element, const XmlAttributes&) { gatherer.start(element); };
  events.on_end = [&](std::string_view element) {
    gatherer.end(element);
    if (element == "si") texts.push_back(gatherer.take());
  };
  events.on_text = [&](std::string_view piece) { gatherer.add(piece); };
  read_part(archive.unpack(part), part, events);
  return texts;
}

// The number format of each cell format (cellXfs), by its place.
std::vector<NumberFormat> cell_formats(ZipArchive& archive, const std::string& part) {
  std::map<unsigned, NumberFormat> own;
  std::vector<NumberFormat> formats;
  bool is_in_cells = false;
  XmlEvents events;
  events.on_start = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element == "numFmt") own[number_or(attributes["numFmtId"], 0)] = NumberFormat::of_code(attributes["formatCode"]);
    if (element == "cellXfs") is_in_cells = true;
    if (element != "xf" || !is_in_cells) return;
    const auto id = number_or(attributes["numFmtId"], 0);
    const auto found = own.find(id);
    formats.push_back(found != own.end() ? found->second : NumberFormat::of_number(id));
  };
  events.on_end = [&](std::string_view element) {
    if (element == "cellXfs") is_in_cells = false;
  };
  read_part(archive.unpack(part), part, events);
  return formats;
}

struct Place {
  std::uint32_t row = 0, column = 0;  // from 0
};

// `B12` as row 11, column 1; nothing where it is no place.
std::optional<Place> place_of(std::string_view reference) {
  std::uint64_t column = 0;
  std::size_t i = 0;
  while (i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 7) {
    column = column * 26 + static_cast<std::uint64_t>(reference[i++] - 'A' + 1);
  }
  const auto row = number_or(reference.substr(i), 0);
  if (column == 0 || row == 0) return std::nullopt;
  return Place{row - 1, static_cast<std::uint32_t>(std::min<std::uint64_t>(column - 1, UINT32_MAX))};
}

class SheetReader {
 public:
  SheetReader(SheetFiller filler, WorkbookSheet& sheet, const std::vector<std::string>& texts,
              const std::vector<NumberFormat>& formats, DateSystem system)
      : filler_(filler), sheet_(&sheet), texts_(&texts), formats_(&formats), system_(system) {}

  XmlEvents events() {
    XmlEvents made;
    made.on_start = [this](std::string_view element, const XmlAttributes& attributes) { start(element, attributes); };
    made.on_end = [this](std::string_view element) { end(element); };
    made.on_text = [this](std::string_view piece) {
      if (is_value_) value_ += piece;
      inline_text_.add(piece);
    };
    return made;
  }

 private:
  void start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row") {
      row_ = number_or(attributes["r"], next_row_ + 1) - 1;
      next_row_ = row_ + 1;
      next_column_ = 0;
    } else if (element == "c") {
      const auto place = place_of(attributes["r"]);
      at_ = place.value_or(Place{row_, next_column_});
      next_column_ = at_.column + 1;
      type_ = attributes["t"];
      style_ = number_or(attributes["s"], 0);
      value_.clear();
      is_formula_ = false;
      inline_text_.take();
    } else if (element == "v") {
      is_value_ = true;
    } else if (element == "f") {
      is_formula_ = true;
    } else if (element == "mergeCell") {
      const auto reference = attributes["ref"];
      const auto colon = reference.find(':');
      const auto first = place_of(reference.substr(0, colon));
      const auto last = colon == std::string_view::npos ? first : place_of(reference.substr(colon + 1));
      if (first && last) sheet_->merged.push_back({first->row, first->column, last->row, last->column});
    }
    inline_text_.start(element);
  }

  void end(std::string_view element) {
    inline_text_.end(element);
    if (element == "v") is_value_ = false;
    if (element == "c") filler_.put(at_.row, at_.column, cell());
  }

  SheetCell cell() {
    using Kind = SheetCell::Kind;
    SheetCell made{Kind::text, value_, is_formula_};
    if (type_ == "s") {
      const auto index = number_or(value_, UINT32_MAX);
      if (index >= texts_->size()) {
        filler_.problem(WorkbookProblem::Kind::unknown_text, at_.row, at_.column, value_);
        return {};
      }
      made.text = (*texts_)[index];
    } else if (type_ == "inlineStr") {
      made.text = inline_text_.take();
    } else if (type_ == "b") {
      made = {Kind::boolean, value_ == "1" ? "true" : "false", is_formula_};
    } else if (type_ == "e") {
      made.kind = Kind::error;
    } else if (type_ == "d") {
      made = {Kind::date, value_.substr(0, value_.find('T')), is_formula_};
    } else if (type_ != "str") {
      number(made);
    }
    return made;
  }

  void number(SheetCell& made) {
    if (value_.empty()) {  // a formula that was never computed, or nothing
      made.kind = SheetCell::Kind::empty;
      return;
    }
    const auto value = number_of(value_);
    if (!value) return filler_.problem(WorkbookProblem::Kind::broken_value, at_.row, at_.column, value_);
    made.kind = SheetCell::Kind::number;
    made.text = shortest(*value);
    const auto format = style_ < formats_->size() ? (*formats_)[style_] : NumberFormat{};
    if (format.shows == NumberFormat::Shows::number) {
      const bool is_whole = made.text.find_first_not_of("0123456789") == std::string::npos;
      if (is_whole && made.text.size() < format.digits) made.text.insert(0, format.digits - made.text.size(), '0');
      return;
    }
    if (format.shows == NumberFormat::Shows::time) return;
    if (auto day = day_of_serial(*value, system_, format.shows)) {
      made.kind = SheetCell::Kind::date;
      made.text = *std::move(day);
    } else {
      filler_.problem(WorkbookProblem::Kind::impossible_day, at_.row, at_.column, value_);
    }
  }

  SheetFiller filler_;
  WorkbookSheet* sheet_;
  const std::vector<std::string>* texts_;
  const std::vector<NumberFormat>* formats_;
  DateSystem system_;
  std::uint32_t row_ = 0, next_row_ = 0, next_column_ = 0;
  Place at_;
  std::string type_, value_;
  unsigned style_ = 0;
  bool is_formula_ = false, is_value_ = false;
  TextGatherer inline_text_;
};

}  // namespace

Workbook read_xlsx(ZipArchive& archive, const WorkbookLimits& limits) {
  const auto root = relations_of(archive, "", "");
  const auto found = root.by_type.find("officeDocument");
  const std::string main = found != root.by_type.end() ? found->second : "xl/workbook.xml";
  const auto slash = main.rfind('/') + 1;  // 0 where there is none
  const auto folder = main.substr(0, slash);
  std::vector<SheetEntry> entries;
  auto system = DateSystem::from_1900;
  XmlEvents events;
  events.on_start = [&](std::string_view element, const XmlAttributes& attributes) {
    const auto first = attributes["date1904"];
    if (element == "workbookPr" && (first == "1" || first == "true")) system = DateSystem::from_1904;
    if (element == "sheet") {
      const auto state = attributes["state"];
      entries.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                         state == "hidden" || state == "veryHidden"});
    }
  };
  if (!archive.has(main)) throw CannotReadWorkbook("not_a_workbook");
  read_part(archive.unpack(main), main, events);
  const auto relations = relations_of(archive, folder, main.substr(slash));
  const auto part_of = [&](std::string_view type) -> std::optional<std::string> {
    const auto relation = relations.by_type.find(type);
    if (relation == relations.by_type.end() || !archive.has(relation->second)) return std::nullopt;
    return relation->second;
  };
  const auto texts_part = part_of("sharedStrings"), styles_part = part_of("styles");
  const auto texts = texts_part ? shared_texts(archive, *texts_part) : std::vector<std::string>();
  const auto formats = styles_part ? cell_formats(archive, *styles_part) : std::vector<NumberFormat>();
  Workbook workbook;
  auto cells_left = limits.cells;
  for (auto& entry : entries) {
    const auto relation = relations.by_id.find(entry.relation);
    if (relation == relations.by_id.end()) throw CannotReadWorkbook("damaged", main);
    if (relation->second.find("chartsheet") != std::string::npos) continue;  // a picture, no table
    auto& sheet = workbook.sheets.emplace_back(WorkbookSheet{std::move(entry.name), entry.is_hidden, {}, {}});
    SheetReader reader(SheetFiller(workbook, sheet, cells_left), sheet, texts, formats, system);
    read_part(archive.unpack(relation->second), relation->second, reader.events());
  }
  return workbook;
}

}  // namespace maillage
