// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/map_scene.hpp"
#include "drawing/number_words.hpp"

namespace maillage {

/// Everything a map says in words, from the catalogue and the data.
class MapWords {
 public:
  MapWords(const MapScene& scene, const MapInput& input, const Language& language)
      : scene_(scene), input_(input), language_(language) {}

  /// The finding as a sentence: who has most agreements, and how many of them are certainly in force.
  std::string finding() const;
  /// How many communities, and the share of agreements that cross them; the finding of finding() below three.
  std::string finding_of_communities() const;
  /// Counts and the as-of date: pieces that are not broken where there is room for one on a line.
  std::vector<std::string> subtitle_pieces() const;
  std::string subtitle() const;
  /// What the drawing shows, for readers without sight.
  std::string description() const;
  /// Measure, weight, dates, unknown, filters; agreements that are counted and not drawn.
  std::string settings() const;
  /// Sources of the agreements drawn, with lines.
  std::string sources() const;

  std::string node_tooltip(const MapScene::Node& node) const;
  /// Title, status and period of each agreement.
  std::string agreements_tooltip(const std::vector<Index>& agreements) const;

  /// What is written beside a tie, in pieces that may stand on lines of their own: type, period, remark.
  std::vector<std::string> tie_label(const std::vector<Index>& agreements, Status status, std::size_t parties) const;
  /// For several ties with the same type, dates and end: “5 contrats locaux de santé”, “renouvellement …”, “fin …”.
  std::vector<std::string> group_label(const std::vector<Index>& agreements) const;
  /// Of an agreement that is drawn as a node: type, and period or day of signature.
  std::vector<std::string> short_title(Index agreement) const;
  /// Has an agreement a title, a type, a date or unnamed parties: anything to be written beside its tie?
  bool has_something_to_say(Index agreement) const;
  /// Do two agreements say the same beside their ties?
  bool say_the_same(Index a, Index b) const;
  /// Under the name of a node: agreements whose other parties are not named.
  std::vector<std::string> node_remarks(const MapScene::Node& node) const;

  std::string say(std::string_view key, const Arguments& arguments = {}) const { return language_.say(key, arguments); }
  std::string count(std::string_view key, std::size_t n) const {
    return language_.say_count(key, static_cast<std::int64_t>(n));
  }
  const Language& language() const { return language_; }
  /// `key`, or where the map shows a period the same about it.
  std::string say_of_state(const std::string& key) const { return say(scene_.period == nullptr ? key : key + ".period"); }
  /// Heading of the legend of ties: with the day they are drawn at where the map shows a period.
  std::string ties_heading() const;
  /// “Force”, “Nombre d’accords signés”: the measure as a heading of the legend.
  std::string size_heading() const;
  std::string size_value(double value) const;
  /// Several values side by side, all with the decimals that the largest asks for and the least needs.
  std::vector<std::string> size_values(const std::vector<double>& values) const;

 private:
  std::string in_words(std::size_t n) const;
  std::string agreements_in_words(std::size_t n) const;
  std::string with_article(const std::string& name) const;
  std::string period(Index agreement) const;
  std::string signature(Index agreement) const;
  std::string finding_of_hub(const MapScene::Node& hub) const;
  std::string finding_of_measure() const;
  std::string finding_of_cut_points(const std::vector<const MapScene::Node*>& cut_points) const;
  std::string subject(const MapScene::Node& node) const;
  std::string finding_of_agreements() const;
  std::string finding_of_signatories() const;
  // Of a map of a period (map_words_period.cpp).
  std::string finding_of_period() const;
  std::vector<std::string> subtitle_of_period() const;

  const MapScene& scene_;
  const MapInput& input_;
  const Language& language_;
};

}  // namespace maillage
