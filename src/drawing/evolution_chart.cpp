// SPDX-License-Identifier: Apache-2.0
#include "drawing/evolution_chart.hpp"

#include "drawing/evolution_panels.hpp"
#include "drawing/number_words.hpp"
#include "drawing/sheet_text.hpp"

namespace maillage {

Picture draw_evolution(const DataSet& data, const Evolution& evolution, const std::string& title,
                       const ChartOptions& options, const Language& language) {
  SvgWriter svg(options.palette);
  ChartWords words;
  words.title = title;
  const bool is_empty = evolution.from > evolution.to;
  if (!is_empty) {
    words.subtitle = language.say("evolution.chart.subtitle", {{"from", unbroken(language.date(evolution.from))},
                                                               {"to", unbroken(language.date(evolution.to))}});
  }
  words.description = words.subtitle;
  double y = options.with_heading ? draw_heading(svg, options.sheet, words.title, words.subtitle) : 0;
  ChartParts parts;
  if (!is_empty) {
    const EvolutionSheet sheet{svg, data, evolution, language, options.sheet};
    y = draw_stock_panel(sheet, y + 14, parts);
    y = draw_flow_panel(sheet, y + 10, parts);
    if (!evolution.institutions.empty()) y = draw_ranks_panel(sheet, y + 10);
    if (evolution.communities && !evolution.communities->communities.empty()) {
      y = draw_communities_panel(sheet, *evolution.communities, y + 10);
    }
    words.notes.push_back(language.say("evolution.chart.note"));
  }
  return finish_chart(svg, parts, words, options, language, y);
}

}  // namespace maillage
