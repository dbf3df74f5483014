// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/allowed_values.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/json_forms.hpp"
#include "analysis/centrality/katz.hpp"
#include "analysis/centrality/measures.hpp"
#include "cli/time_arguments.hpp"
#include "cli/view_arguments.hpp"
#include "language/sentence_words.hpp"

namespace maillage {

/// What commands that look at a network have in common: DATA, the view options, the output options.
class NetworkCommand : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    app_ = &app;
    words_.define(app, language, others());
    view_arguments_.define(app, language);
    output_.define(app, language, output_kind());
    define_own(app, language);
  }

 protected:
  virtual std::vector<std::string> others() const { return {}; }
  virtual OutputOptions::Kind output_kind() const { return OutputOptions::Kind::table; }
  virtual void define_own(CLI::App&, const Language&) {}

  const DataSet& load(Session& session) const {
    output_.check(session.language);
    return session.load(words_.data(session.language), words_.input_format);
  }
  NetworkView build(Session& session, const ViewOptions& options) const {
    return session.timings.phase("network", [&] { return build_network(session.data(), options); });
  }
  NetworkView load_and_build(Session& session) const {
    load(session);
    return build(session, view_arguments_.resolve(session));
  }

  bool is_given(const std::string& option) const { return app_->count(option) > 0; }
  /// Failure(usage) where one of the options is given without what it goes with.
  void only_with(const std::string& other, bool is_so, std::initializer_list<const char*> options,
                 const Language& language) const;
  /// Failure(usage) where one of the options is given beside what it does nothing for.
  void apart_from(const std::string& other, bool is_so, std::initializer_list<const char*> options,
                  const Language& language) const;
  /// The view for what reads ties both ways: --directed is told to do nothing, and left out.
  ViewOptions without_directions(Session& session) const;

  Words words_;
  ViewArguments view_arguments_;
  OutputOptions output_;

 private:
  const CLI::App* app_ = nullptr;
};

/// The option --distance, and what its word means; Failure(usage).
void add_distance(CLI::App& app, std::string& word, const Language& language);
Distance distance_of(const std::string& word, const Language& language);

/// Options of measures: --normalized, --distance, --damping, --alpha, --mode; of those in time --start, --end, --strict,
/// --reading, --temporal-distance.
struct MeasureArguments {
  bool normalized = false;
  std::string distance = "hops", mode;
  double damping = 0.85;
  std::optional<double> alpha;
  TimeArguments time;
  std::string temporal_distance = "hops";
  void define(CLI::App& app, const Language& language);
  MeasureOptions resolve(const Language& language) const;
};

/// What measures rest on, for JSON and in a sentence.
void put_settings(Json& settings, const MeasureOptions& options);
std::string settings_sentence(const MeasureOptions& options, const Language& language);
/// Is nothing of it asked for otherwise than it is without options? (The window of measures in time is told apart.)
bool are_usual(const MeasureOptions& options);
/// The same of measures in time: their window and what their dates leave in doubt.
void put_time(Answer& answer, const NetworkView& view, const std::vector<std::string>& codes, const MeasureOptions& options,
              const Language& language);

Failure alpha_too_large(const MeasureOptions& options, double limit, const Language& language);

/// The code of a measure of nodes or one of `further`, given by code or label; Failure(usage) with the codes that exist,
/// said of that option.
std::string known_measure(const std::string& word, const Language& language, const char* option = "--measure",
                          const std::vector<std::string_view>& further = {});

/// The same for what ranks: measures that name a group of nodes instead of measuring one are none of these.
std::string known_ranking_measure(const std::string& word, const Language& language);
std::string ranking_measure_codes_listed();
/// The same for what follows a measure through time: it knows neither groups, parties nor paths in time of a day's network.
std::string known_followed_measure(const std::string& word, const Language& language);
std::string followed_measure_codes_listed();
/// Words of --measure, repeated or between commas; an empty one is kept, to be refused as any unknown measure.
std::vector<std::string> measure_words(const std::vector<std::string>& given);

/// What `call` gives; Failure(usage) where --alpha lets the sums of Katz's index grow without end.
template <class Call>
auto with_katz_told(const MeasureOptions& options, const Language& language, Call call) {
  try {
    return call();
  } catch (const KatzDiverges& diverges) {
    throw alpha_too_large(options, diverges.limit, language);
  }
}

/// Betweenness for a column beside another measure. Exact betweenness costs vertices × ties: where that is more than a
/// few seconds' work it is left out (no values) and a message says how to ask for it.
Scores betweenness_beside(Session& session, const NetworkView& view, const MeasureOptions& options);

/// All codes of measures of nodes, and those of `further` behind them.
std::string measure_codes_listed(const std::vector<std::string_view>& further = {});

/// The labels of vertices in a list, as some_of() cuts it.
std::string names_of(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language,
                     std::size_t most = 30);

/// Splits `a,b` and repeated options into single words.
std::vector<std::string> split_words(const std::vector<std::string>& given);

}  // namespace maillage
