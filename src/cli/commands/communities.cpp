// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/community/girvan_newman.hpp"
#include "analysis/community/hypergraph_search.hpp"
#include "cli/communities_answer.hpp"
#include "cli/network_command.hpp"
#include "cli/partition_file.hpp"

namespace maillage {
namespace {

struct ScanRange {
  double low = 0, high = 0;
};

class CommunitiesCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override;
  void check(const Language& language) const;
  void check_number(const NetworkView& view, const Language& language) const;
  void check_cost(Session& session, const NetworkView& view) const;
  CommunityOptions options_for(const NetworkView& view) const;
  ShownCommunities given(Session& session, const NetworkView& view, const std::string& file) const;
  ShownCommunities found(Session& session, const NetworkView& view) const;
  Partition search(Session& session, const NetworkView& view, const CommunityOptions& options) const;
  ResolutionScan scan(Session& session, const NetworkView& view) const;

  const std::string& algorithm() const { return algorithm_.empty() ? community_algorithms().front() : algorithm_; }
  SoughtQuality sought() const { return *parse_code<SoughtQuality>(quality_); }

  std::string algorithm_, quality_ = "modularity", range_;
  std::vector<std::string> partition_files_;
  double resolution_ = 0;  // 0: not given
  int runs_ = 0;           // 0: not given
  int scan_steps_ = 21, resamples_ = 1000;
  std::uint32_t communities_ = 0;
  bool consensus_ = false;
};

Failure refusal(const Language& language, const char* key, const Arguments& arguments = {}) {
  return {ExitCode::usage, language.say(key, arguments)};
}

void CommunitiesCommand::define_own(CLI::App& app, const Language& language) {
  constexpr std::uint64_t most = 100000;
  const auto group = language.say("cli.group.communities");
  const auto add = [&](const char* name, auto& value, const char* key, const std::string& type) {
    return app.add_option(name, value, language.say(key))->group(group)->type_name(type);
  };
  add("--algorithm", algorithm_, "cli.option.algorithm", "leiden|louvain|label-propagation|girvan-newman|spectral");
  add("--quality", quality_, "communities.option.quality", "modularity|cpm|hypergraph");
  allow_numbers(add("--resolution", resolution_, "cli.option.resolution", "γ"), language,
                {.least = 0, .holds_least = false});
  allow_whole_numbers(add("--communities", communities_, "communities.option.communities", "N"), language, 1,
                      std::numeric_limits<std::uint32_t>::max());
  allow_whole_numbers(add("--runs", runs_, "cli.option.runs", "N"), language, 1, most);
  allow_whole_numbers(add("--resamples", resamples_, "communities.option.resamples", "N"), language, 0, most);
  app.add_flag("--consensus", consensus_, language.say("communities.option.consensus"))->group(group);
  add("--scan", range_, "communities.option.scan", "γ..γ");
  allow_whole_numbers(add("--scan-steps", scan_steps_, "communities.option.scan_steps", "N"), language, 2, 1000);
  add("--partition", partition_files_, "cli.option.partition", language.say("cli.type.file"))->allow_extra_args(false);
}

std::optional<ScanRange> range_of(const std::string& text) {
  const auto dots = text.find("..");
  if (dots == std::string::npos || text.substr(dots).starts_with("...")) return std::nullopt;
  ScanRange range;
  const auto* end = text.data() + text.size();
  const auto low = std::from_chars(text.data(), text.data() + dots, range.low);
  const auto high = std::from_chars(text.data() + dots + 2, end, range.high);
  if (low.ec != std::errc{} || low.ptr != text.data() + dots || high.ec != std::errc{} || high.ptr != end) return std::nullopt;
  if (!(range.low > 0) || !(range.high > range.low) || !std::isfinite(range.high)) return std::nullopt;
  return range;
}

// What is wrong whatever the data are.
void CommunitiesCommand::check(const Language& language) const {
  const auto& algorithms = community_algorithms();
  check_code("--algorithm", algorithm(), {algorithms.begin(), algorithms.end()}, language);
  code_of_option<SoughtQuality>("--quality", quality_, language);
  only_with("--algorithm", !algorithm_.empty() || partition_files_.empty(),
            {"--consensus", "--runs", "--communities", "--resamples"}, language);
  only_with("--scan", !range_.empty(), {"--scan-steps"}, language);
  const auto only_by = [&](bool is_so, const std::string& option, const char* those) {
    if (!is_so) throw refusal(language, "communities.error.only_with", {{"option", option}, {"algorithms", those}});
  };
  const bool moves = algorithm() == "leiden" || algorithm() == "louvain";
  only_by(sought() != SoughtQuality::cpm || moves, "--quality cpm", "leiden, louvain");
  only_by(sought() != SoughtQuality::hypergraph || algorithm() == "leiden", "--quality hypergraph", "leiden");
  only_by(communities_ == 0 || !draws_at_random(algorithm()), "--communities", "girvan-newman, spectral");
  only_by(!consensus_ || draws_at_random(algorithm()), "--consensus", "leiden, louvain, label-propagation");
  only_by(range_.empty() || moves, "--scan", "leiden, louvain");
  const auto apart = [&](bool is_wrong, const char* option, const char* other) {
    if (is_wrong) throw refusal(language, "cli.error.apart", {{"option", option}, {"other", other}});
  };
  apart(consensus_ && runs_ == 1, "--consensus", "--runs 1");
  apart(consensus_ && sought() == SoughtQuality::hypergraph, "--consensus", "--quality hypergraph");
  apart(!range_.empty() && sought() == SoughtQuality::hypergraph, "--scan", "--quality hypergraph");
  apart(!range_.empty() && consensus_, "--scan", "--consensus");
  apart(!range_.empty() && !partition_files_.empty(), "--scan", "--partition");
  if (!range_.empty() && !range_of(range_)) {
    throw refusal(language, "communities.error.scan", {{"value", shown_word(range_)}});
  }
  constexpr std::size_t compared = 2;
  if (partition_files_.size() + (algorithm_.empty() ? 0 : 1) > compared) {
    throw refusal(language, "communities.error.too_many_partitions");
  }
}

void CommunitiesCommand::check_number(const NetworkView& view, const Language& language) const {
  if (communities_ == 0) return;
  const auto number = [&](std::uint32_t count) { return language.number(std::int64_t{count}); };
  if (const auto fewest = fewest_communities(view.network); communities_ < fewest) {
    throw refusal(language, "communities.error.too_few", {{"asked", number(communities_)}, {"fewest", number(fewest)}});
  }
  if (const auto nodes = view.network.vertex_count(); communities_ > nodes) {
    throw refusal(language, "communities.error.too_many", {{"asked", number(communities_)}, {"nodes", number(nodes)}});
  }
}

// girvan-newman on what would take longer than anyone waits.
void CommunitiesCommand::check_cost(Session& session, const NetworkView& view) const {
  constexpr double most_visits = 1e11, visits_a_minute = 1.2e10, told_from = 2;
  if (algorithm() != "girvan-newman") return;
  const auto& language = session.language;
  const double visits = community::girvan_newman_visits(view.network);
  const double minutes = std::ceil(visits / visits_a_minute);
  const Arguments arguments{{"minutes", language.number(minutes, 0)},
                            {"nodes", language.number(std::int64_t{view.network.vertex_count()})},
                            {"ties", language.number(std::int64_t{view.network.edge_count()})}};
  if (visits > most_visits) throw refusal(language, "communities.error.too_large", arguments);
  if (minutes >= told_from) session.tell(language.say("communities.note.slow", arguments));
}

CommunityOptions CommunitiesCommand::options_for(const NetworkView& view) const {
  CommunityOptions options{.algorithm = algorithm(), .seed = output_.seed, .runs = runs_, .communities = communities_};
  options.quality = sought() == SoughtQuality::cpm ? CommunityQuality::cpm : CommunityQuality::modularity;
  if (resolution_ > 0) {
    options.resolution = resolution_;
  } else if (options.quality == CommunityQuality::cpm) {
    const double density = weight_density(view.network);
    if (density > 0) options.resolution = density;  // at which the whole is worth as much as all alone
  }
  return options;
}

ShownCommunities CommunitiesCommand::given(Session& session, const NetworkView& view, const std::string& file) const {
  auto from_file = read_partition_file(session, file, view);
  ShownCommunities shown;
  shown.file = file;
  shown.names = std::move(from_file.names);
  shown.sought = sought();
  const auto options = options_for(view);
  auto& partition = shown.partition;
  partition.community_of = std::move(from_file.community_of);
  partition.count = from_file.count;
  partition.algorithm = "given";
  partition.resolution = options.resolution;
  partition.runs = 0;  // nothing was drawn
  partition.stability_nmi = partition.stability_ari = std::numeric_limits<double>::quiet_NaN();
  partition.modularity = modularity(view.network, partition.community_of,
                                    shown.sought == SoughtQuality::cpm ? 1 : options.resolution);
  partition.disconnected = disconnected_communities(view.network, partition.community_of);
  return shown;
}

Partition CommunitiesCommand::search(Session& session, const NetworkView& view, const CommunityOptions& options) const {
  if (sought() != SoughtQuality::hypergraph) return find_communities(view.network, options);
  const auto edges = hyperedges_of(view);
  if (view.options.kind != ViewKind::institutions && view.options.kind != ViewKind::people) {
    throw refusal(session.language, "communities.error.no_sets");
  }
  return find_hypergraph_communities(view.network, edges, options);
}

ShownCommunities CommunitiesCommand::found(Session& session, const NetworkView& view) const {
  const auto options = options_for(view);
  check_number(view, session.language);
  check_cost(session, view);
  ShownCommunities shown;
  shown.sought = sought();
  shown.communities_asked = communities_;
  shown.seed = output_.seed;
  session.timings.phase(algorithm(), [&] {
    if (!consensus_) {
      shown.partition = search(session, view, options);
      if (runs_ == 0) shown.restarts = default_runs(view.network, algorithm()).restarts;
    } else {
      shown.consensus = consensus_communities(view.network, options);
      shown.partition = shown.consensus->partition;
    }
  });
  // Agreements as sets are sought another way than samples would be.
  if (sought() != SoughtQuality::hypergraph && resamples_ > 0) {
    shown.certainty = session.timings.phase(
        "resampling", [&] { return membership_certainty(view, shown.partition, options, resamples_); });
  }
  return shown;
}

ResolutionScan CommunitiesCommand::scan(Session& session, const NetworkView& view) const {
  constexpr int usual_runs = 10;  // the restarts that a single search can afford would be paid at each step
  auto options = options_for(view);
  if (runs_ == 0) options.runs = usual_runs;
  const auto range = *range_of(range_);
  return session.timings.phase("scan", [&] {
    return scan_resolutions(view.network, options, resolutions_between(range.low, range.high, scan_steps_));
  });
}

ExitCode CommunitiesCommand::run(Session& session) {
  const auto& language = session.language;
  check(language);
  const auto view = load_and_build(session);
  std::vector<ShownCommunities> shown;  // files first: what is wrong with them is told before a long search
  for (const auto& file : partition_files_) shown.push_back(given(session, view, file));
  if (!algorithm_.empty() || partition_files_.empty()) shown.insert(shown.begin(), found(session, view));
  constexpr Vertex enough = 30;
  if (view.network.vertex_count() < enough) {
    session.tell(language.say_count("communities.small_network", view.network.vertex_count()));
  }
  auto answer = range_.empty()
                    ? answer_of_communities(view, shown[0], shown.size() > 1 ? &shown[1] : nullptr, language)
                    : answer_of_scan(view, shown[0], scan(session, view), output_.seed, language);
  if (const auto rows = answer.table.rows.size(); range_.empty() && output_.top > 0 && rows > output_.top) {
    answer.table.notes.insert(answer.table.notes.begin(),
                              language.say_count("communities.further", static_cast<std::int64_t>(rows - output_.top)));
  }
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_communities() { return std::make_unique<CommunitiesCommand>(); }

}  // namespace maillage
