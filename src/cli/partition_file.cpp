// SPDX-License-Identifier: Apache-2.0
#include "cli/partition_file.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>

#include "analysis/community/communities.hpp"
#include "files/files.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

constexpr std::size_t kShownFaults = 10;
constexpr auto kNowhere = std::numeric_limits<std::uint32_t>::max();

CsvTable table_of(const std::string& file) {
  const auto text = decode(read_file(file)).text;
  const auto header = std::string_view(text).substr(0, text.find('\n'));
  const bool is_for_excel = header.find(',') == std::string_view::npos && header.find(';') != std::string_view::npos;
  return read_csv(text, {.delimiter = is_for_excel ? ';' : ','});
}

bool has_column(const CsvTable& table, std::string_view name) {
  return std::ranges::find(table.header, name) != table.header.end();
}

class PartitionReading {
 public:
  PartitionReading(Session& session, const std::string& file, const NetworkView& view)
      : session_(session), language_(session.language), file_(file), view_(view), place_of_(view.nodes.size(), kNowhere) {
    for (Vertex v = 0; v < view.nodes.size(); ++v) vertices_of_[view.id(v)].push_back(v);
  }

  GivenPartition read() {
    const auto table = table_of(file_);
    const auto* ids = id_column(table);
    for (const auto& problem : table.problems) {
      add_fault(problem.line, problem.column < table.header.size() ? table.header[problem.column] : "", "bad_form",
                problem.value);
    }
    for (std::size_t record = 0; record < table.records.size(); ++record) read_record(table, record, ids);
    find_missing();
    if (faults_ > 0) refuse();
    if (elsewhere_ > 0) {
      session_.tell(language_.say_count("partition.elsewhere", elsewhere_, {{"file", file_}}));
    }
    return numbered();
  }

 private:
  const char* id_column(const CsvTable& table) const {
    if (table.header.empty() || (table.header.size() == 1 && table.header.front().empty())) {
      throw Failure(ExitCode::usage, language_.say("partition.empty", {{"file", file_}}) + "\n    " +
                                         language_.say("partition.unknown_column.hint"));
    }
    const auto* ids = !has_column(table, "id") && has_column(table, "members") ? "members" : "id";
    for (const auto* column : {ids, "community"}) {
      if (has_column(table, column)) continue;
      throw Failure(ExitCode::usage,
                    language_.say("partition.unknown_column", {{"file", file_},
                                                               {"what", language_.say("cli.error.unknown_column",
                                                                                      {{"name", column},
                                                                                       {"columns", language_.list(table.header)}})}}) +
                        "\n    " + language_.say("partition.unknown_column.hint"));
    }
    return ids;
  }

  void read_record(const CsvTable& table, std::size_t record, const char* ids) {
    const auto line = table.lines[record];
    const auto& community = table.at(record, "community");
    if (community.empty()) add_fault(line, "community", "no_community", table.at(record, ids));
    const auto number = number_of_.emplace(community, static_cast<std::uint32_t>(number_of_.size())).first->second;
    std::string_view rest = table.at(record, ids);
    if (rest.empty()) add_fault(line, ids, "no_id", "");
    while (!rest.empty()) {
      const auto end = std::string_view(ids) == "members" ? std::min(rest.find('|'), rest.size()) : rest.size();
      place(rest.substr(0, end), number, line, ids);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void place(std::string_view id, std::uint32_t community, std::uint64_t line, const char* field) {
    const auto [seen, is_new] = line_of_.emplace(id, line);
    if (!is_new) {
      add_fault(line, field, "twice", id, language_.number(static_cast<std::int64_t>(seen->second)));
      return;
    }
    const auto found = vertices_of_.find(id);
    if (found != vertices_of_.end()) {
      for (const auto v : found->second) place_of_[v] = community;
      return;
    }
    const auto& data = session_.data();
    if (data.find_institution(id) != kNone || data.find_person(id) != kNone || data.find_agreement(id) != kNone) {
      ++elsewhere_;
    } else {
      add_fault(line, field, "unknown_id", id);
    }
  }

  void find_missing() {
    for (Vertex v = 0; v < place_of_.size(); ++v) {
      if (place_of_[v] == kNowhere) add_fault(0, "", "missing_node", view_.id(v));
    }
  }

  // The nearest institution, for a name where an id should stand.
  std::string nearest(std::string_view id) {
    const auto near = session_.names().nearest(id, 1);
    if (near.empty()) return {};
    const auto& data = session_.data();
    return " " + language_.say("partition.nearest", {{"id", std::string(data.institutions.id[near.front().row])},
                                                     {"name", std::string(data.name_of_institution(near.front().row))}});
  }

  void add_fault(std::uint64_t line, const std::string& field, const std::string& code, std::string_view value,
                 const std::string& other = {}) {
    if (++faults_ > static_cast<std::int64_t>(kShownFaults)) return;
    const auto* place = line == 0 ? "cli.place.file" : field.empty() ? "cli.place.row" : "cli.place.field";
    const Arguments arguments{{"file", file_},   {"row", language_.number(static_cast<std::int64_t>(line))},
                              {"field", field},  {"value", shown_word(value)},
                              {"other", other}};
    lines_ += "\n  " + language_.say(place, arguments) + "\n    " +
              language_.say("partition." + code + ".message", arguments) + "\n    " +
              language_.say("partition." + code + ".hint", arguments);
    if (code == "unknown_id") lines_ += nearest(value);
  }

  [[noreturn]] void refuse() const {
    auto words = language_.say_count("partition.unsound", faults_, {{"file", file_}}) + lines_;
    const auto further = faults_ - static_cast<std::int64_t>(kShownFaults);
    if (further > 0) words += "\n  " + language_.say_count("cli.error.more_faults", further);
    throw Failure(ExitCode::usage, words);
  }

  GivenPartition numbered() {
    Partition partition;
    partition.community_of = place_of_;
    renumber_communities(partition);
    GivenPartition given{std::move(partition.community_of), partition.count,
                         std::vector<std::string>(partition.count)};
    std::vector<const std::string*> names(number_of_.size());
    for (const auto& [name, number] : number_of_) names[number] = &name;
    for (Vertex v = 0; v < place_of_.size(); ++v) given.names[given.community_of[v]] = *names[place_of_[v]];
    return given;
  }

  Session& session_;
  const Language& language_;
  const std::string& file_;
  const NetworkView& view_;
  std::map<std::string_view, std::vector<Vertex>> vertices_of_;  // several where an agreement has an institution's id
  std::map<std::string, std::uint32_t, std::less<>> number_of_;  // of the communities
  std::map<std::string, std::uint64_t, std::less<>> line_of_;
  std::vector<std::uint32_t> place_of_;
  std::int64_t elsewhere_ = 0, faults_ = 0;
  std::string lines_;
};

}  // namespace

GivenPartition read_partition_file(Session& session, const std::string& file, const NetworkView& view) {
  return PartitionReading(session, file, view).read();
}

}  // namespace maillage
