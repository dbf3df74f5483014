// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

namespace maillage {

std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_list();
std::unique_ptr<Command> make_hubs();
std::unique_ptr<Command> make_centrality();
std::unique_ptr<Command> make_communities();
std::unique_ptr<Command> make_structure();
std::unique_ptr<Command> make_path();
std::unique_ptr<Command> make_draw();
std::unique_ptr<Command> make_timeline();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_export();

std::span<const CommandEntry> commands() {
  static constexpr CommandEntry table[] = {
      {"check", make_check},           {"show", make_show},           {"list", make_list},
      {"hubs", make_hubs},             {"centrality", make_centrality}, {"communities", make_communities},
      {"structure", make_structure},   {"path", make_path},           {"draw", make_draw},
      {"timeline", make_timeline},     {"report", make_report},       {"import", make_import},
      {"export", make_export},
  };
  return table;
}

}  // namespace maillage
