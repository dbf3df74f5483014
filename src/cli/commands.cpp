// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

namespace maillage {

std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_list();
std::unique_ptr<Command> make_coverage();
std::unique_ptr<Command> make_hubs();
std::unique_ptr<Command> make_dependence();
std::unique_ptr<Command> make_people();
std::unique_ptr<Command> make_centrality();
std::unique_ptr<Command> make_communities();
std::unique_ptr<Command> make_structure();
std::unique_ptr<Command> make_path();
std::unique_ptr<Command> make_evolve();
std::unique_ptr<Command> make_compare();
std::unique_ptr<Command> make_whatif();
std::unique_ptr<Command> make_gaps();
std::unique_ptr<Command> make_draw();
std::unique_ptr<Command> make_timeline();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_read();
std::unique_ptr<Command> make_new();
std::unique_ptr<Command> make_add();
std::unique_ptr<Command> make_edit();
std::unique_ptr<Command> make_log();
std::unique_ptr<Command> make_undo();
std::unique_ptr<Command> make_accept();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_export();

std::span<const CommandEntry> commands() {
  static constexpr CommandEntry table[] = {
      {"check", make_check, "maillage check data/hauts-de-france"},
      {"show", make_show, "maillage show data/hauts-de-france \"CHU de Lille\""},
      {"list", make_list,
       "maillage list data/hauts-de-france agreements --party \"Université de Lille\" --in-force-on 2024-06-30"},
      {"coverage", make_coverage,
       "maillage coverage data/hauts-de-france --type local_health_contract --level epci --as-of 2024-12-19"},
      {"hubs", make_hubs, "maillage hubs data/hauts-de-france --top 5"},
      {"dependence", make_dependence, "maillage dependence data/hauts-de-france --top 5"},
      {"people", make_people, "maillage people data/hauts-de-france \"Université de Lille\""},
      {"centrality", make_centrality,
       "maillage centrality data/hauts-de-france --measure betweenness,constraint --sort -betweenness"},
      {"communities", make_communities, "maillage communities data/hauts-de-france --algorithm louvain --resolution 0.8"},
      {"structure", make_structure, "maillage structure data/hauts-de-france --as-of 2024-04-30"},
      {"path", make_path,
       "maillage path data/hauts-de-france \"CHU de Lille\" TernoisCom\n"
       "maillage path data/hauts-de-france \"CHU de Lille\" --in-time --all"},
      {"evolve", make_evolve, "maillage evolve data/hauts-de-france --top 5"},
      {"compare", make_compare, "maillage compare data/hauts-de-france 2023-06-30 2024-12-19"},
      {"whatif", make_whatif, "maillage whatif data/hauts-de-france --lapse-before 2027"},
      {"gaps", make_gaps, "maillage gaps data/hauts-de-france --for \"CHU de Lille\""},
      {"draw", make_draw, "maillage draw data/hauts-de-france --color-by community -o map.svg"},
      {"timeline", make_timeline, "maillage timeline data/hauts-de-france --group-by type -o timeline.svg"},
      {"report", make_report, "maillage report data/hauts-de-france -o report"},
      {"read", make_read, "maillage read data/examples/releases -o drafts"},
      {"new", make_new, "maillage new register"},
      {"add", make_add,
       "maillage add data/hauts-de-france agreement --title \"Convention CHU – Ville\" --party \"CHU de Lille\" "
       "--party \"Ville de Lille\" --signed 2022-09-01 --source s4-ville-lille --locator \"l. 2\""},
      {"edit", make_edit,
       "maillage edit data/hauts-de-france univ-lille-ars-2023 valid_to=2029 --source s1-univ-lille-ars --locator \"l. 4\""},
      {"log", make_log, "maillage log data/hauts-de-france --since 2024-01"},
      {"undo", make_undo, "maillage undo data/hauts-de-france"},
      {"accept", make_accept, "maillage accept register drafts --yes"},
      {"import", make_import, "maillage import agreements.csv -o package"},
      {"export", make_export, "maillage export data/hauts-de-france --as edges -o edges.csv"},
  };
  return table;
}

}  // namespace maillage
