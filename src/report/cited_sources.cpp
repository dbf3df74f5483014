// SPDX-License-Identifier: Apache-2.0
#include "report/cited_sources.hpp"

#include <functional>
#include <map>
#include <set>

namespace maillage {
namespace {

class Citing {
 public:
  explicit Citing(const DataSet& data) {
    for (Index row = 0; row < data.sources.size(); ++row) rows_.emplace(data.sources[row].id, row);
  }
  const std::set<Index>& sources() const { return sources_; }

  void read(const Blocks& blocks) {
    for (const auto& block : blocks) {
      std::visit([this](const auto& content) { read(content); }, block.content);
    }
  }
  void read(const Section& section) {
    read(section.heading);
    read(section.blocks);
  }

 private:
  void read(const Line& line) {
    for (const auto& span : line) {
      if (span.target.kind != Target::Kind::source) continue;
      if (const auto found = rows_.find(span.target.name); found != rows_.end()) sources_.insert(found->second);
    }
  }
  void read_lines(const std::vector<Line>& lines) {
    for (const auto& line : lines) read(line);
  }
  void read(const Paragraph& paragraph) { read(paragraph.line); }
  void read(const Findings& findings) { read_lines(findings.lines); }
  void read(const Bullets& bullets) { read_lines(bullets.lines); }
  void read(const KeyFigures&) {}
  void read(const Definitions& definitions) {
    for (const auto& row : definitions.rows) read_lines(row.texts);
  }
  void read(const TableBlock& table) {
    for (const auto& row : table.dress) {
      for (const auto& dress : row) read(dress.after);
    }
  }
  void read(const FigureBlock& figure) { read(figure.caption); }
  void read(const Columns& columns) {
    for (const auto& column : columns.columns) read(column);
  }

  std::map<std::string, Index, std::less<>> rows_;
  std::set<Index> sources_;
};

Line source_in_short(const ReportContext& c, Index row) {
  const auto& source = c.data.sources[row];
  const auto title = std::string(source.title.empty() ? source.id : source.title);
  Line line{{source_number(row, c.language), Span::Style::strong}};
  append(line, {{title, Span::Style::plain, to_source(source.id)}});
  auto facts = "· " + c.language.label("source_kind", code_name(source.kind));
  if (source.date.is_known()) facts += " · " + c.language.date(source.date);
  append(line, {{std::move(facts), Span::Style::soft}});
  return line;
}

}  // namespace

std::vector<Index> sources_cited(const DataSet& data, const Document& document) {
  Citing citing(data);
  citing.read(document.lead);
  for (const auto& section : document.sections) citing.read(section);
  return {citing.sources().begin(), citing.sources().end()};
}

std::optional<Section> cited_sources(const ReportContext& c, const Document& document) {
  const auto sources = sources_cited(c.data, document);
  if (sources.empty()) return std::nullopt;
  Section section{"sheet-sources", plain(c.say("report.section.sources")), 2, {}};
  Bullets bullets;
  bullets.is_list_of_sources = true;
  for (const auto row : sources) bullets.lines.push_back(source_in_short(c, row));
  section.blocks.push_back({std::move(bullets)});
  return section;
}

}  // namespace maillage
