// SPDX-License-Identifier: Apache-2.0
// Dates that are told from another: « hier », « il y a trois mois », « au printemps 2024 », « fin 2025 ».
#include <algorithm>
#include <array>

#include "documents/dates/date_reader.hpp"

namespace maillage::documents {

bool DateReader::relative_day() {
  struct Relative {
    std::string_view first, second;
    int days_ago;
  };
  constexpr auto kRelative = std::to_array<Relative>({{"avant", "hier", 2}, {"apres", "demain", -2}, {"hier", "", 1}, {"aujourd", "hui", 0}, {"demain", "", -1},
                                                      {"ce", "jour", 0}, {"ce", "matin", 0}, {"ce", "soir", 0}, {"cet", "apres", 0},
                                                      {"ce", "midi", 0}});
  if (is("en") && is("cette", 1) && is("journee", 2)) {  // « En cette journée internationale »
    date_.days_ago = 0;
    at_ += 3;
    date_.rule = "relative_day";
    return true;
  }
  for (const auto& one : kRelative) {
    if (!is(one.first) || (!one.second.empty() && !is(one.second, 1))) continue;
    if (one.days_ago == -2 && words_[at_ + 1].joined != '-') continue;  // « après demain »
    const auto behind = at_ + (one.second.empty() ? 1U : 2U);
    if (one.first == "ce" && behind < end_ && words_[behind].is("la") && words_[behind].joined == '-') continue;  // « ce jour-là »
    if (one.first == "hier" && at_ > 0 && words_[at_].joined == '-') continue;
    if (one.first == "demain" && words_[at_].casing != Casing::lower) continue;  // of a title: « Villes de Demain »
    date_.days_ago = one.days_ago;
    at_ += one.second.empty() ? 1 : 2;
    date_.rule = "relative_day";
    return true;
  }
  return false;
}

bool DateReader::day_of_this_month() {
  const auto kept = at_;
  if (day() && is("de") && is("ce", 1) && is("mois", 2)) {
    at_ += 3;
    date_.side = WrittenDate::Side::near;
    date_.rule = "day_of_this_month";
    return true;
  }
  if (date_.day && is("du") && is("mois", 1) && (is("dernier", 2) || is("prochain", 2))) {
    date_.side = is("dernier", 2) ? WrittenDate::Side::past : WrittenDate::Side::next;
    at_ += 3;
    date_.rule = "day_of_month_beside";
    return true;
  }
  if (date_.day && is("courant")) {
    ++at_;
    date_.side = WrittenDate::Side::near;
    date_.rule = "day_of_this_month";
    return true;
  }
  at_ = kept;
  date_.day.reset();
  return false;
}

bool DateReader::some_time_ago() {
  const bool is_past = is("il") && is("y", 1) && is("a", 2);
  if (!is_past && !is("dans")) return false;
  auto next = at_ + (is_past ? 3U : 1U);
  while (next < end_ && (words_[next].is("pres") || words_[next].is("plus") || words_[next].is("environ") || words_[next].is("de") ||
                         words_[next].is("d") || words_[next].is("tout") || words_[next].is("juste"))) {
    ++next;
  }
  std::size_t last = next;
  const auto count = next < end_ ? small_number(words_, next, lexicon_, &last) : std::nullopt;
  if (!count || *count > 99 || last >= end_) return false;
  using Whole = WrittenDate::Whole;
  const auto unit = words_[last].folded;
  if (unit == "an" || unit == "ans" || unit == "annees") date_.whole = Whole::year;
  else if (unit == "mois") date_.whole = Whole::month;
  else if (unit == "semaine" || unit == "semaines") date_.whole = Whole::week;
  else if (unit != "jours" && unit != "jour") return false;
  date_.ago = is_past ? *count : -*count;
  at_ = last + 1;
  date_.rule = "time_ago";
  return true;
}

bool DateReader::season() {
  using Season = WrittenDate::Season;
  const auto kept = at_;
  const bool near = is("ce") || is("cet") || is("cette");
  if (near || is("le") || is("l") || is("la")) ++at_;
  const bool is_school_year = is("rentree");
  date_.season = is("printemps") ? Season::spring : is("ete") && at_ < end_ && words_[at_].joined != ' ' ? Season::summer
               : is("automne") ? Season::autumn : is("hiver") ? Season::winter : is_school_year ? Season::school_year : Season::none;
  // « ont été 2000 à »: no summer; « Lettre aux abonnés – été 2006 », « en été 2006 », « (été 2006) »
  const bool is_behind_mark = kept > 0 && (words_[kept - 1].kind == WordKind::mark || words_[kept - 1].is("en")) && is("ete") && at_ + 1 < end_ && words_[at_ + 1].kind == WordKind::number;
  const bool is_summer = near || is_behind_mark || (at_ < end_ && words_[at_].is_capital());
  if (date_.season == Season::none && is("ete") && is_summer) date_.season = Season::summer;
  if (date_.season != Season::none) {
    ++at_;
    if (is_school_year && (is("universitaire") || is("scolaire"))) ++at_;
    if (is("de")) ++at_;
    year(false);
    side();
    if (near && date_.side == WrittenDate::Side::none) date_.side = WrittenDate::Side::near;
    if (date_.year || date_.side != WrittenDate::Side::none) {
      date_.rule = is_school_year ? "school_year" : "season";
      return true;
    }
  }
  date_.season = Season::none;
  at_ = kept;
  return false;
}

void DateReader::part() {
  using Part = WrittenDate::Part;
  const auto kept = at_;
  date_.part = is("debut") ? Part::beginning : is("fin") ? Part::end : is("mi") ? Part::middle : is("courant") ? Part::middle : Part::none;
  if (date_.part == Part::none) return;
  ++at_;
  if (lexicon_.months.at(words_, std::min(at_, end_), end_)) return;
  date_.part = Part::none;
  at_ = kept;
}

bool DateReader::part_of_year() {
  using Part = WrittenDate::Part;
  const auto kept = at_;
  const bool is_half = is("semestre", 1), is_quarter = is("trimestre", 1);
  // « les derniers jours de 2024 », « au cours de l'année 2024 »
  const bool is_span = (is("derniers") || is("premiers") || is("dernieres") || is("premieres")) && (is("jours", 1) || is("semaines", 1) || is("mois", 1)) && is("de", 2);
  const bool is_within = is("cours") && is("de", 1) && (is("l", 2) ? is("annee", 3) : at_ + 2 < end_ && words_[at_ + 2].kind == WordKind::number);
  date_.part = is_half ? Part::half : is_quarter ? Part::quarter : is("debut") ? Part::beginning : is("fin") ? Part::end
             : is("courant") || is("mi") || is_within ? Part::middle
             : is_span ? (words_[at_].folded.starts_with('d') ? Part::end : Part::beginning) : Part::none;
  if (date_.part != Part::none) {
    at_ += is_half || is_quarter || is_span ? 2 : 1;
    while (is("de") || is("l") || is("annee")) ++at_;
    year(false);
    if (date_.year) {
      date_.rule = "part_of_year";
      return true;
    }
  }
  date_.part = Part::none;
  at_ = kept;
  return false;
}

bool DateReader::whole() {
  using Whole = WrittenDate::Whole;
  const bool near = is("cette") || is("ce");
  const auto word = near || is("la") || is("le") || is("l") ? 1U : 0U;
  const auto kind = is("semaine", word) ? Whole::week
                    : is("mois", word)  ? Whole::month
                    : is("an", word) || is("annee", word) ? Whole::year
                                                          : Whole::none;
  if (kind == Whole::none) return false;
  const auto kept = at_;
  at_ += word + 1;
  side();
  if (near && date_.side == WrittenDate::Side::none) date_.side = WrittenDate::Side::near;
  if (date_.side == WrittenDate::Side::none) {
    at_ = kept;
    return false;
  }
  date_.whole = kind;
  date_.rule = "whole";
  return true;
}

}  // namespace maillage::documents
