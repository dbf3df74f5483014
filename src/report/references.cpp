// SPDX-License-Identifier: Apache-2.0
#include "report/references.hpp"

#include <algorithm>

namespace maillage {
namespace {

class References {
 public:
  explicit References(const std::set<std::string>& left_out) : left_out_(left_out), has_sources_(!left_out.contains("sources")) {}

  void leave(Line& line) const {
    const auto goes = [&](const Span& span) { return span.style == Span::Style::citation && is_gone(span.target); };
    for (std::size_t i = 0; i < line.size();) {
      if (!goes(line[i])) {
        ++i;
        continue;
      }
      line.erase(line.begin() + static_cast<std::ptrdiff_t>(i));
      if (i > 0 && line[i - 1].text == " ") line.erase(line.begin() + static_cast<std::ptrdiff_t>(--i));
    }
    while (!line.empty() && line.back().text == " ") line.pop_back();
    for (auto& span : line) leave(span.target);
  }
  void leave(Blocks& blocks) const {
    for (auto& block : blocks) std::visit([this](auto& content) { leave(content); }, block.content);
  }

 private:
  bool is_gone(const Target& target) const {
    return target.kind == Target::Kind::source ? !has_sources_ : target.kind == Target::Kind::section && left_out_.contains(target.name);
  }
  void leave(Target& target) const {
    if (is_gone(target)) target = {};
  }
  void leave(Unfolding& unfolding) const {
    for (auto& [label, target] : unfolding.list) leave(target);
  }
  void leave(Paragraph& paragraph) const { leave(paragraph.line), leave(paragraph.unfolds); }
  void leave(Findings& findings) const { std::ranges::for_each(findings.lines, [this](Line& line) { leave(line); }); }
  void leave(Bullets& bullets) const {
    for (auto& line : bullets.lines) leave(line);
    for (auto& unfolding : bullets.unfolds) leave(unfolding);
  }
  void leave(KeyFigures& keys) const {
    for (auto& figure : keys.figures) leave(figure.target);
  }
  void leave(Definitions& definitions) const {
    for (auto& row : definitions.rows) {
      leave(row.term);
      for (auto& text : row.texts) leave(text);
    }
  }
  void leave(TableBlock& block) const {
    for (auto& row : block.dress) {
      for (auto& dress : row) leave(dress.target), leave(dress.after), leave(static_cast<Unfolding&>(dress));
    }
    const bool has_column = std::ranges::find(block.table.columns, "sources", &TableColumn::key) != block.table.columns.end();
    if (!has_sources_ && has_column && std::ranges::find(block.for_machines, "sources") == block.for_machines.end()) {
      block.for_machines.emplace_back("sources");
    }
  }
  void leave(FigureBlock& figure) const { leave(figure.caption); }
  void leave(Section& section) const { leave(section.heading), leave(section.blocks); }
  void leave(Columns& columns) const {
    for (auto& blocks : columns.columns) leave(blocks);
  }

  const std::set<std::string>& left_out_;
  bool has_sources_;
};

}  // namespace

void take_out_references(const std::set<std::string>& left_out, Document& document) {
  if (left_out.empty()) return;
  const References references(left_out);
  references.leave(document.lead);
  for (auto& section : document.sections) references.leave(section.blocks);
}

}  // namespace maillage
