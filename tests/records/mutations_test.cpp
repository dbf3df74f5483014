// SPDX-License-Identifier: Apache-2.0
// Packages that were damaged at random, always in the same way: loading never stops, and nothing is lost silently.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "exchange/package_writer.hpp"
#include "package_folder.hpp"
#include "records/fix.hpp"
#include "records/load.hpp"

namespace maillage {
namespace {

using Files = std::map<std::string, std::string>;
using Row = std::vector<std::string>;

// Second route to the rows of a CSV: a reader that knows well-formed texts alone and gives up on others. Rows without
// any text do not count.
struct Rows {
  Row header;
  std::vector<Row> rows;
  std::vector<std::size_t> lines;
};
std::optional<Rows> plain_rows(const std::string& text) {
  Rows found;
  Row row{""};
  bool quoted = false, was_quoted = false;
  std::size_t line = 1, begin = 1;
  const auto end_row = [&] {
    if (found.header.empty()) {
      found.header = row;
    } else if (std::ranges::any_of(row, [](const auto& cell) { return !cell.empty(); })) {
      found.rows.push_back(row);
      found.lines.push_back(begin);
    }
    row = {""};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_doubled = i + 1 < text.size() && text[i + 1] == '"';
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\0' || c == '\r') return std::nullopt;
    if (quoted) {
      if (c == '\n') ++line;
      if (c == '"' && is_doubled) ++i;
      if (c == '"' && !is_doubled) {
        quoted = false;
      } else {
        row.back() += c;
      }
      continue;
    }
    if (c == '"') {
      if (!row.back().empty() || was_quoted) return std::nullopt;
      quoted = was_quoted = true;
    } else if (c == ',' || c == '\n') {
      if (c == ',') row.emplace_back();
      if (c == '\n') {
        end_row();
        begin = ++line;
      }
      was_quoted = false;
    } else if (was_quoted) {
      return std::nullopt;
    } else {
      row.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  if (row.size() > 1 || !row[0].empty()) end_row();
  return found;
}

std::map<std::string, std::size_t> rows_of_tables(const DataSet& data) {
  return {{"institutions", data.institutions.size()},
          {"people", data.people.size()},
          {"agreements", data.agreements.size()},
          {"parties", data.parties.institution.size()},
          {"signatures", data.signatures.person.size()},
          {"affiliations", data.affiliations.size()},
          {"successions", data.successions.size()},
          {"territories", data.territories.size()},
          {"positions", data.positions.size()},
          {"events", data.events.size()},
          {"lineage", data.lineage.size()},
          {"mentions", data.mentions.size()},
          {"themes", data.themes.size()},
          {"sources", data.sources.size()},
          {"evidence", data.evidence.size()},
          {"acknowledgements", data.acknowledgements.size()},
          {"reviews", data.reviews.size()},
          {"name_decisions", data.name_decisions.size()}};
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return count == 0 ? 0 : engine_() % count; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937 engine_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line;
  return text;
}

// What happens to files: one damage, at a place that chance gives.
std::string damaged(std::string text, std::size_t kind, Random& random) {
  static const std::vector<std::string> insertions{std::string(1, '\0'),
                                                   "\xFF",
                                                   "\xC3",
                                                   "\xED\xA0\x80",
                                                   "\"",
                                                   "\"\"",
                                                   "\r",
                                                   "\n",
                                                   "\r\n",
                                                   ",",
                                                   ";",
                                                   "|",
                                                   "\t",
                                                   "\xEF\xBB\xBF",
                                                   "\xE2\x80\xAE",
                                                   "=1+1",
                                                   " ",
                                                   "\xC2\xA0",
                                                   "/",
                                                   "..",
                                                   "9999999999999999999999",
                                                   "-1",
                                                   "é",
                                                   "{",
                                                   "}]"};
  auto lines = lines_of(text);
  const auto place = random.below(text.size() + 1);
  switch (kind) {
    case 0:
      return text.erase(place, 1 + random.below(20));
    case 1:
      return text.insert(place, text.substr(random.below(text.size()), 1 + random.below(60)));
    case 2:
      return text.substr(0, place);
    case 3:
      return text.insert(place, random.one_of(insertions));
    case 4:
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random.below(lines.size())), random.one_of(lines));
      break;
    case 5:
      std::swap(lines[random.below(lines.size())], lines[random.below(lines.size())]);
      break;
    case 6: {  // names of two columns
      auto& header = lines[0];
      const auto comma = header.find(',', random.below(header.size()));
      if (comma != std::string::npos) {
        header = header.substr(comma + 1, header.size() - comma - 2) + "," + header.substr(0, comma) + "\n";
      }
      break;
    }
    case 7:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(random.below(lines.size())));
      break;
    case 8: {  // the rest of one line goes to another
      auto& line = lines[random.below(lines.size())];
      line = line.substr(0, random.below(line.size())) + random.one_of(lines);
      break;
    }
    case 9:
      return text.insert(place, std::string(std::size_t{1} << (4 + random.below(8)), "[\"x,é"[random.below(5)]));
    case 10:
      text[place % std::max<std::size_t>(text.size(), 1)] = static_cast<char>(random.below(256));
      return text;
    default:
      return "";
  }
  return joined(lines);
}
constexpr std::size_t damages = 12;

// Sanitizers make each round some twenty times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr unsigned share_of_rounds = 10;
#else
constexpr unsigned share_of_rounds = 1;
#endif

class Mutations : public ::testing::Test {
 protected:
  // `ascii`: the texts are made ASCII first, so that the second route can follow them.
  void begin(const std::filesystem::path& package, bool ascii) {
    for (auto& [name, text] : files_in(package)) {
      if (ascii && name.ends_with(".csv"))
        std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
      if (name.ends_with(".csv") || name.ends_with(".json")) sound_[name] = text;
    }
    for (const auto& [name, text] : sound_) folder_.write(name, text);
    hash_ = load(folder_.path()).data.content_hash;
  }

  void damage_one_file(const std::string& name, const std::string& text) {
    folder_.write(name, text);
    look_at(name, text);
    folder_.write(name, sound_[name]);
  }

  void look_at(const std::string& name, const std::string& text) {
    const auto loaded = load(folder_.path());
    for (const auto& fault : loaded.faults) {
      EXPECT_FALSE(fault.file.empty()) << fault.code;
      EXPECT_LE(fault.value.size(), 200U) << fault.code;
    }
    if (loaded.faults.empty() && name == "datapackage.json") {
      EXPECT_EQ(loaded.data.content_hash, hash_);
    }
    if (name != "datapackage.json") look_at_rows(loaded, name, text);
    EXPECT_NO_THROW(straighten(folder_.path()));
  }

  // Rows of the file = rows of the data set + rows told of.
  void look_at_rows(const Loaded& loaded, const std::string& name, const std::string& text) {
    const auto in_file = plain_rows(text);
    if (!in_file) return look_at_odd_text(loaded, name, text);
    const auto table = name.substr(0, name.size() - 4);
    std::set<std::size_t> told;
    bool is_told_as_a_whole = false;
    for (const auto& fault : loaded.faults) {
      if (fault.file == name && fault.row > 0) told.insert(fault.row);
      is_told_as_a_whole |= fault.file == name && (fault.row == 0 || fault.row == 1);
      is_told_as_a_whole |= fault.code == "missing_table";
    }
    const auto in_data = rows_of_tables(loaded.data).at(table);
    EXPECT_LE(in_data, in_file->rows.size());
    if (!is_told_as_a_whole) {
      EXPECT_LE(in_file->rows.size(), in_data + told.size()) << "rows have gone that no fault tells of";
    }
    if (loaded.faults.empty()) look_at_cells(loaded.data, name, *in_file);
  }

  // Bytes that are no ASCII, and quotes that are not as they should be.
  void look_at_odd_text(const Loaded& loaded, const std::string& name, const std::string& text) {
    const bool is_only_quoted = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!is_only_quoted || text.find('\r') != std::string::npos) return;
    EXPECT_TRUE(std::ranges::any_of(loaded.faults, [&](const Fault& fault) { return fault.file == name; }))
        << "quotes are odd and nobody says so";
  }

  // Without a fault each cell of the file stands in what is written of the data set.
  void look_at_cells(const DataSet& data, const std::string& name, const Rows& in_file) {
    const auto sorted_rows = [](const Rows& rows) {
      std::multiset<std::map<std::string, std::string>> sorted;
      for (const auto& row : rows.rows) {
        std::map<std::string, std::string> cells;
        for (std::size_t i = 0; i < row.size() && i < rows.header.size(); ++i) {
          if (!row[i].empty()) cells[rows.header[i]] = row[i];
        }
        sorted.insert(cells);
      }
      return sorted;
    };
    for (const auto& [written_name, written] : package_files(data)) {
      if (written_name != name) continue;
      const auto rows = plain_rows(written);
      ASSERT_TRUE(rows);
      EXPECT_EQ(sorted_rows(*rows), sorted_rows(in_file));
      return;
    }
    EXPECT_TRUE(in_file.rows.empty()) << "the table has gone";
  }

  void damage_all(unsigned first_seed, unsigned count) {
    std::vector<std::string> names;
    for (const auto& [name, text] : sound_) names.push_back(name);
    for (auto seed = first_seed; seed < first_seed + count; seed += share_of_rounds) {
      Random random(seed);
      const auto& name = names[seed % names.size()];
      auto text = damaged(sound_[name], seed / names.size() % damages, random);
      if (random.below(4) == 0 && !text.empty()) text = damaged(text, random.below(damages - 1), random);
      SCOPED_TRACE(name + ", seed " + std::to_string(seed));
      damage_one_file(name, text);
      if (HasFailure()) return;
    }
  }

  TestFolder folder_;
  Files sound_;
  std::string hash_;
};

TEST_F(Mutations, OfTheSmallPackageAreToldOf) {
  begin(packages_folder() / "sound", true);
  damage_all(0, 600);
}

TEST_F(Mutations, OfTheSmallPackageWithItsAccentsAreToldOf) {
  begin(packages_folder() / "sound", false);
  damage_all(1000, 200);
}

TEST_F(Mutations, OfTheRealDataAreToldOf) {
  begin(MAILLAGE_SOURCE_DIR "/data/hauts-de-france", true);
  damage_all(2000, 60);
}

TEST_F(Mutations, OfTablesThatAreLeftOutAreToldOf) {
  begin(packages_folder() / "sound", false);
  for (const auto& [name, text] : sound_) {
    std::filesystem::remove(folder_.path() / name);
    const auto loaded = load(folder_.path());
    const bool may_be_empty = name == "affiliations.csv" || name == "successions.csv" || name == "positions.csv" ||
                              name == "events.csv" || name == "lineage.csv" || name == "mentions.csv";
    EXPECT_TRUE(may_be_empty || !loaded.faults.empty()) << name;
    folder_.write(name, text);
  }
}

// What says the same in another form leads to the same data.
TEST_F(Mutations, OfTheFormAloneChangeNothing) {
  begin(packages_folder() / "sound", false);
  for (const auto& [name, text] : sound_) {
    if (!name.ends_with(".csv")) continue;
    SCOPED_TRACE(name);
    auto lines = lines_of(text);
    std::reverse(lines.begin() + 1, lines.end());
    std::string crlf, cr;
    for (const char c : text) {
      crlf += c == '\n' ? "\r\n" : std::string(1, c);
      cr += c == '\n' ? '\r' : c;
    }
    for (const auto& form : {joined(lines), crlf, cr, "\xEF\xBB\xBF" + text, text.substr(0, text.size() - 1)}) {
      folder_.write(name, form);
      const auto loaded = load(folder_.path());
      EXPECT_EQ(loaded.data.content_hash, hash_);
      EXPECT_FALSE(loaded.has_errors());
    }
    folder_.write(name, text);
  }
}

TEST_F(Mutations, OfTheDescriptorNeverGoDeep) {
  begin(packages_folder() / "sound", false);
  for (const std::string& bracket : {std::string("["), std::string("{\"a\":")}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += bracket;
    folder_.write("datapackage.json", deep);
    const auto loaded = load(folder_.path());
    ASSERT_FALSE(loaded.faults.empty());
    EXPECT_EQ(loaded.faults[0].code, "malformed_package");
    EXPECT_EQ(loaded.faults[0].row, 1U);
  }
}

}  // namespace
}  // namespace maillage
