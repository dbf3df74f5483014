// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "report/wording.hpp"
#include "tables/table.hpp"

namespace maillage {

// A report or fact sheet as a value, before it is HTML, Markdown or text for a terminal: what it says stands here once,
// the writers (html_page, markdown_page, terminal_page) decide how it looks.

/// Where a link leads, whatever page it stands on; a writer makes an address of it (LinkMap). Empty: nowhere.
struct Target {
  enum class Kind : unsigned char { nowhere, section, agreement, institution, source, file, web };
  Kind kind = Kind::nowhere;
  std::string name;  ///< anchor of a section, id of a row, path from the report's folder, http(s) address
  bool operator==(const Target&) const = default;
};
inline Target to_section(std::string_view anchor) { return {Target::Kind::section, std::string(anchor)}; }
inline Target to_agreement(std::string_view id) { return {Target::Kind::agreement, std::string(id)}; }
inline Target to_institution(std::string_view id) { return {Target::Kind::institution, std::string(id)}; }
inline Target to_source(std::string_view id) { return {Target::Kind::source, std::string(id)}; }
inline Target to_file(std::string_view path) { return {Target::Kind::file, std::string(path)}; }
/// An address of the web; nowhere for anything that is not http or https.
Target to_web(std::string_view address);

/// A run of text in a line.
struct Span {
  enum class Style : unsigned char { plain, strong, soft, emphasis, citation, code };
  std::string text;
  Style style = Style::plain;
  Target target{};
};

/// A line of running text.
using Line = std::vector<Span>;
inline Line plain(std::string text) { return {{std::move(text)}}; }
/// Appends with a space between, where both hold something.
void append(Line& line, const Line& more);
std::string plain_text(const Line& line);
/// A mark that stands for part `number` in a message, and the message with its marks replaced by the parts: so that
/// whole sentences of the catalogue can hold links.
std::string part_mark(std::size_t number);
Line with_parts(std::string_view message, const std::vector<Line>& parts);

struct Block;
using Blocks = std::vector<Block>;

/// What a number counts, one by one, to be unfolded.
struct Unfolding {
  std::vector<std::pair<std::string, Target>> list{};
  std::string list_rest{};  ///< how many more there are than `list` holds
};

struct Paragraph {
  Line line;
  bool is_note = false;  ///< remark: smaller, softer
  Unfolding unfolds{};
};
struct Findings {  ///< numbered sentences
  std::vector<Line> lines;
};
struct Bullets {
  std::vector<Line> lines;
  std::vector<std::string> anchors{};  ///< of the lines, may hold fewer
  bool is_list_of_sources = false;     ///< ruled rows without bullets
  std::vector<Unfolding> unfolds{};    ///< of the lines, may hold fewer
};
struct KeyFigure {
  std::string value, label, remark;
  Target target{};
};
struct KeyFigures {
  std::string label;  ///< names the group to readers without sight
  std::vector<KeyFigure> figures;
};
struct Definition {
  Line term;
  std::vector<Line> texts;
};
struct Definitions {
  std::vector<Definition> rows;
};

/// What a cell of a table has beside its text.
struct CellDress : Unfolding {
  Target target{};       ///< the text of the cell leads there
  Line after{};          ///< citations and remarks behind it
  bool is_only_after = false;  ///< `after` stands in the place of the text
  double bar_certain = -1, bar_possible = -1;            ///< shares of the longest bar, 0 … 1; below 0: no bar
};
struct TableBlock {
  Table table;
  std::vector<std::vector<CellDress>> dress;  ///< by row and column; may hold fewer than the table
  std::vector<std::string> anchors;           ///< ids of rows, may hold fewer
  std::vector<std::string> for_machines;      ///< keys of columns that pages leave out
  std::vector<std::string> for_people;        ///< keys of columns that the file for machines leaves out
  std::size_t rows_in_page = ~std::size_t{0};  ///< a page shows that many; the file for machines holds all
  enum class Look : unsigned char { cards, compact, matrix } look = Look::cards;  ///< on a narrow screen

  CellDress& at(std::size_t row, std::size_t column);
  const CellDress* find(std::size_t row, std::size_t column) const;
  /// Numbers of the columns that a page shows.
  std::vector<std::size_t> shown_columns() const;
  /// The table as it goes to tables/NAME.csv.
  Table for_file() const;
};
struct FigureBlock {
  std::string name;          ///< file figures/NAME.svg
  std::string wide, narrow;  ///< SVG text
  Line caption;
  bool is_large = true;  ///< a landscape page of its own in print
};
/// A part with a heading: a section of the page, or one agreement inside it.
struct Section {
  std::string anchor;
  Line heading;
  int level = 2;
  std::vector<Block> blocks{};
  bool is_figure_page = false;
};
/// Side by side where there is room.
struct Columns {
  std::vector<std::vector<Block>> columns;
};

struct Block {
  std::variant<Paragraph, Findings, Bullets, KeyFigures, Definitions, TableBlock, FigureBlock, Section, Columns> content;
};

/// A page: what stands above, and its sections.
struct Document {
  std::string title;  ///< of the window
  Line kicker;
  Line headline;
  std::vector<Block> lead{};
  std::vector<Section> sections{};
  std::vector<std::pair<std::string, Target>> navigation{};
  std::vector<Block> closing{};  ///< below the last section
  Line foot{};
  std::optional<Logo> logo{};
};

}  // namespace maillage
