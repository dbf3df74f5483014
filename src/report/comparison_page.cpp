// SPDX-License-Identifier: Apache-2.0
#include "report/comparison_page.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "language/sentence_words.hpp"
#include "model/joined_values.hpp"
#include "report/cells.hpp"
#include "report/evolution_tables.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostPartners = 12;

class ComparisonWriter {
 public:
  ComparisonWriter(const DataSet& data, const Comparison& comparison, const Language& language)
      : data_(data), comparison_(comparison), language_(language) {}

  Document page(std::size_t most, const std::vector<std::string>& notes) const {
    Document page;
    page.title = language_.say("comparison.title", {{"first", language_.date(comparison_.first)}, {"last", language_.date(comparison_.last)}});
    page.headline = plain(page.title);
    page.lead.push_back({Paragraph{plain(comparison_sentence(comparison_, language_))}});
    page.lead.push_back({TableBlock{counts_table(), {}, {}, {}, {}}});
    const auto agreements = agreements_table();
    add_section(page, "agreements", language_.say("comparison.section.agreements"), agreements, agreements.rows.size(), most);
    const auto partners = partners_table();
    add_section(page, "partners", language_.say("comparison.section.partners"), partners, partners.rows.size(), most);
    const auto ranks = ranks_table();
    add_section(page, "ranks", language_.say("comparison.section.ranks", {{"measure", language_.label("measure", comparison_.measure)}}), ranks, ranks.rows.size(), most);
    const auto communities = communities_table();
    add_section(page, "communities", language_.say("comparison.section.communities"), communities, communities.rows.size(), most);
    Section method{"method", plain(language_.say("evolution.section.method"))};
    method.blocks.push_back({Paragraph{plain(language_.say("comparison.note.bounds")), true}});
    for (const auto& note : notes) method.blocks.push_back({Paragraph{plain(note), true}});
    page.sections.push_back(std::move(method));
    return page;
  }

  // Every change as a row.
  Table table() const {
    Table table;
    table.name = "changes";
    table.title = comparison_sentence(comparison_, language_);
    table.columns = {{"change", label("change")}, {"what", label("what")}, {"id", label("id")}, {"name", label("name")},
                     {"other", label("other")}, {"other_name", label("other_name")}, {"certainty", label("certainty")},
                     {"before", label("before"), TableColumn::Align::right}, {"after", label("after"), TableColumn::Align::right}};
    const auto add = [&](const char* change, const char* what, std::string id, std::string name, std::string other, Cell other_name,
                         bool is_certain, Cell before, Cell after) {
      table.rows.push_back({{change, language_.label("comparison", change)}, {what, language_.label("comparison_of", what)}, {std::move(id)},
                            {std::move(name)}, other.empty() ? Cell() : Cell(std::move(other)),
                            std::move(other_name), certainty(is_certain), std::move(before), std::move(after)});
    };
    for (const auto& one : comparison_.agreements) {
      std::vector<std::string> ids, titles;
      for (const auto of : one.of) {
        ids.emplace_back(data_.agreements.id[of]);
        titles.emplace_back(data_.title_of_agreement(of));
      }
      add(compared_as_code(one.kind).data(), "agreement", std::string(data_.agreements.id[one.agreement]),
          std::string(data_.title_of_agreement(one.agreement)), joined_values(ids), ids.empty() ? Cell() : Cell(joined_values(titles), language_.list(titles)), one.is_certain, {}, {});
    }
    for (const auto& one : comparison_.institutions) {
      for (const auto& [change, list] : {std::pair{"won", &one.won}, {"lost", &one.lost}}) {
        for (const auto& partner : *list) {
          add(change, "partner", id_of(one.row), name_of(one.row), id_of(partner.institution), name_of(partner.institution), partner.is_certain, {}, {});
        }
      }
    }
    for (const auto& one : comparison_.institutions) {
      using enum ComparedInstitution::Presence;
      if (one.presence != both) {
        const bool has_come = one.presence == came || one.presence == maybe_came;
        add(has_come ? "came" : "went", "institution", id_of(one.row), name_of(one.row), "", {}, one.presence == came || one.presence == went, {}, {});
      }
    }
    for (const auto& one : comparison_.institutions) {
      if (one.moved() != 0) add("moved", "rank", id_of(one.row), name_of(one.row), "", {}, true, Cell(one.rank_first), Cell(one.rank_last));
    }
    for (const auto& change : comparison_.communities.changes) {
      if (change.step == 0) continue;
      const auto code = community_event_code(change.event);
      std::vector<std::string> others;
      for (const auto other : change.others) others.push_back(name_of_community(other));
      table.rows.push_back({{std::string(code), language_.label("community_event", code)}, {"community", language_.label("comparison_of", "community")},
                            {name_of_community(change.community)},
                            {std::string(data_.label_of_institution(comparison_.communities.communities[change.community].label))},
                            others.empty() ? Cell() : Cell(joined_values(others)), others.empty() ? Cell() : Cell(joined_values(others), language_.list(others)),
                            certainty(true), Cell(change.size_before), Cell(change.size)});
    }
    return table;
  }

 private:
  std::string label(const char* key) const { return language_.say(std::string("comparison.column.") + key); }
  std::string id_of(std::uint32_t row) const { return std::string(data_.institutions.id[row]); }
  std::string name_of(std::uint32_t row) const { return std::string(data_.label_of_institution(row)); }
  Cell certainty(bool is_certain) const {
    const std::string code = is_certain ? "certain" : "possible";
    return {code, language_.label("certainty", code)};
  }
  TableColumn right(const char* key) const { return {key, label(key), TableColumn::Align::right}; }

  void add_section(Document& page, const char* anchor, std::string heading, Table table, std::size_t rows, std::size_t most) const {
    Section section{anchor, plain(std::move(heading))};
    if (table.rows.empty()) {
      section.blocks.push_back({Paragraph{plain(language_.say("comparison.nothing"))}});
    } else {
      TableBlock block{std::move(table), {}, {}, {}, {}};
      block.rows_in_page = most;
      section.blocks.push_back({std::move(block)});
      if (rows > most) {
        section.blocks.push_back({Paragraph{plain(language_.say_count("comparison.note.further", static_cast<std::int64_t>(rows - most))), true}});
      }
    }
    page.sections.push_back(std::move(section));
  }

  Table counts_table() const {
    Table table;
    table.name = "counts";
    table.columns = {{"what", label("what")}, {"first", language_.short_date(comparison_.first), TableColumn::Align::right},
                     {"last", language_.short_date(comparison_.last), TableColumn::Align::right}, right("gained"), right("gone")};
    const auto add = [&](const char* what, const BoundedCount& first, const BoundedCount& last, const BoundedCount& gained, const BoundedCount& gone) {
      const auto text = [&](const BoundedCount& count) { return Cell(bounds_text(count, language_)); };
      table.rows.push_back({{what, language_.label("comparison_of", what)}, text(first), text(last), text(gained), text(gone)});
    };
    const auto came = comparison_.count(ComparedAs::came), renewed = comparison_.count(ComparedAs::renewed),
               amended = comparison_.count(ComparedAs::amended);
    add("agreement", comparison_.agreements_first, comparison_.agreements_last,
        {came.certain + renewed.certain + amended.certain, came.possible + renewed.possible + amended.possible}, comparison_.gone);
    const auto passed = comparison_.count(ComparedAs::passed);
    if (passed.certain > 0) add("passed", {}, {}, passed, passed);
    add("institution", comparison_.institutions_first, comparison_.institutions_last, comparison_.came, comparison_.went);
    add("tie", comparison_.ties_first, comparison_.ties_last, comparison_.won, comparison_.lost);
    return table;
  }

  Table agreements_table() const {
    Table table;
    table.name = "agreements";
    table.columns = {{"change", label("change")}, {"title", label("agreement")}, {"parties", label("parties")}, {"of", label("of")},
                     {"certainty", label("certainty")}};
    std::set<Index> begun, over;  // possibly
    for (const auto& one : comparison_.agreements) {
      if (one.is_certain || one.kind == ComparedAs::passed) continue;
      (one.kind == ComparedAs::ended ? over : begun).insert(one.agreement);
    }
    for (const auto& one : comparison_.agreements) {
      if (one.kind == ComparedAs::passed && !one.is_certain) continue;  // nothing but two dates that nobody knows
      const bool is_either = !one.is_certain && begun.contains(one.agreement) && over.contains(one.agreement);
      if (is_either && one.kind == ComparedAs::ended) continue;  // told once
      std::vector<std::string> parties, titles;
      for (const auto party : data_.parties_of(one.agreement)) parties.push_back(name_of(data_.parties.institution[party]));
      for (const auto of : one.of) titles.emplace_back(data_.title_of_agreement(of));
      const auto code = is_either ? std::string_view("uncertain") : compared_as_code(one.kind);
      table.rows.push_back({{std::string(code), language_.label("comparison", code)},
                            {std::string(data_.title_of_agreement(one.agreement))}, {some_names(std::move(parties))},
                            titles.empty() ? Cell() : Cell(language_.list(titles)), certainty(one.is_certain)});
    }
    return table;
  }

  std::string some_names(std::vector<std::string> names) const {
    return names.empty() ? "–" : some_of(std::move(names), language_, kMostPartners);
  }
  std::string partner_names(const std::vector<ComparedPartner>& partners) const {
    std::vector<std::string> names;
    for (const auto& partner : partners) names.push_back(name_of(partner.institution) + (partner.is_certain ? "" : language_.say("comparison.possibly")));
    return some_names(std::move(names));
  }

  // Whose ties the dates leave open on both days: neither won nor lost that anybody could tell.
  static std::set<Index> in_both(const std::vector<ComparedPartner>& won, const std::vector<ComparedPartner>& lost) {
    std::set<Index> either;
    for (const auto& partner : won) {
      const auto there = std::ranges::find(lost, partner.institution, &ComparedPartner::institution);
      if (!partner.is_certain && there != lost.end() && !there->is_certain) either.insert(partner.institution);
    }
    return either;
  }
  static std::vector<ComparedPartner> without(std::vector<ComparedPartner> partners, const std::set<Index>& left_out) {
    std::erase_if(partners, [&](const ComparedPartner& partner) { return left_out.contains(partner.institution); });
    return partners;
  }
  std::string institution_names(const std::set<Index>& rows) const {
    std::vector<std::string> names;
    for (const auto row : rows) names.push_back(name_of(row));
    return some_names(std::move(names));
  }

  // Those who won or lost most come first.
  Table partners_table() const {
    Table table;
    table.name = "partners";
    table.columns = {{"name", label("name")}, right("before"), right("after"), {"won", label("won")}, {"lost", label("lost")}};
    std::vector<const ComparedInstitution*> moved;
    for (const auto& one : comparison_.institutions) {
      if (!one.won.empty() || !one.lost.empty()) moved.push_back(&one);
    }
    std::ranges::stable_sort(moved, std::greater<>{}, [](const auto* one) { return one->won.size() + one->lost.size(); });
    bool has_either = false;
    for (const auto* one : moved) {
      const auto either = in_both(one->won, one->lost);
      has_either = has_either || !either.empty();
      table.rows.push_back({{name_of(one->row)}, {bounds_text(one->partners_first, language_)}, {bounds_text(one->partners_last, language_)},
                            {partner_names(without(one->won, either))}, {partner_names(without(one->lost, either))}, {institution_names(either)}});
    }
    if (has_either) {
      table.columns.push_back({"either", label("either")});
    } else {
      for (auto& row : table.rows) row.pop_back();
    }
    return table;
  }

  Table ranks_table() const {
    const auto score = [&](const char* key) {
      const auto measure = with_capital(language_.label("measure", comparison_.measure));
      const auto header = language_.say(std::string("comparison.column.") + key, {{"measure", measure}});
      return TableColumn{key, header, TableColumn::Align::right};
    };
    Table table;
    table.name = "ranks";
    table.columns = {{"name", label("name")}, right("rank_first"), right("rank_last"), right("moved"), score("score_first"), score("score_last")};
    const auto rank = [](std::uint32_t value) { return value == 0 ? Cell(std::string("–")) : Cell(value); };
    for (const auto& one : comparison_.institutions) {
      if (one.rank_first == one.rank_last) continue;
      std::string moved = "–";
      if (one.rank_first != 0 && one.rank_last != 0) moved = (one.moved() > 0 ? "+" : "−") + language_.number(std::abs(one.moved()));
      table.rows.push_back({{name_of(one.row)}, rank(one.rank_first), rank(one.rank_last), {moved}, number_cell(one.score_first, 2, language_),
                            number_cell(one.score_last, 2, language_)});
    }
    return table;
  }

  Table communities_table() const {
    auto all = evolution_communities_table(data_, comparison_.communities, language_);
    all.columns.erase(all.columns.begin());
    std::vector<std::vector<Cell>> kept;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      if (comparison_.communities.changes[i].step == 0) continue;
      all.rows[i].erase(all.rows[i].begin());
      kept.push_back(std::move(all.rows[i]));
    }
    all.rows = std::move(kept);
    return all;
  }

  const DataSet& data_;
  const Comparison& comparison_;
  const Language& language_;
};

}  // namespace

std::string comparison_sentence(const Comparison& comparison, const Language& language) {
  const auto bounds = [&](const BoundedCount& count) { return bounds_text(count, language); };
  auto sentence = language.say("comparison.sentence", {{"first", language.date(comparison.first)},
                                              {"last", language.date(comparison.last)},
                                              {"new", bounds(comparison.count(ComparedAs::came))},
                                              {"renewed", bounds(comparison.count(ComparedAs::renewed))},
                                              {"ended", bounds(comparison.count(ComparedAs::ended))},
                                              {"came", bounds(comparison.came)},
                                              {"went", bounds(comparison.went)},
                                              {"won", bounds(comparison.won)},
                                              {"lost", bounds(comparison.lost)}});
  const auto passed = comparison.count(ComparedAs::passed);
  if (passed.certain > 0) sentence += " " + language.say_count("comparison.sentence.passed", passed.certain, {{"passed", bounds(passed)}});
  return sentence;
}

Document comparison_page(const DataSet& data, const Comparison& comparison, std::size_t most_rows,
                         const std::vector<std::string>& notes, const Language& language) {
  return ComparisonWriter(data, comparison, language).page(most_rows, notes);
}

Table comparison_table(const DataSet& data, const Comparison& comparison, const Language& language) {
  return ComparisonWriter(data, comparison, language).table();
}

}  // namespace maillage
