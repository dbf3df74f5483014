// SPDX-License-Identifier: Apache-2.0
// What holds for every file of the project: licence, length, nothing left over, nothing private.
#include <gmock/gmock.h>

#include <array>
#include <cctype>
#include <set>

#include "architecture/source_tree.hpp"

namespace maillage::architecture {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kMostLines = 450;

/// Sources, build files, scripts and catalogues: what carries a line with its licence.
bool carries_a_licence(const ProjectFile& file) {
  return is_cpp(file.path) || file.path.ends_with(".cmake") || file.path.ends_with("CMakeLists.txt") ||
         file.path.ends_with(".sh") || file.path.ends_with(".py") || file.path.ends_with(".mjs") ||
         file.path.ends_with(".po") || file.text.starts_with("#!");
}

std::vector<std::string> without_licence(const ProjectFiles& files) {
  std::vector<std::string> found;
  for (const auto& file : files) {
    if (!carries_a_licence(file)) continue;
    auto lines = lines_of(file.text);
    if (!lines.empty() && lines.front().starts_with("#!")) lines.erase(lines.begin());
    const std::string_view mark = is_cpp(file.path) || file.path.ends_with(".mjs") ? "//" : "#";
    if (lines.empty() || lines.front() != std::string(mark) + " SPDX-License-Identifier: Apache-2.0") {
      found.push_back(file.path);
    }
  }
  return found;
}

std::vector<std::string> longer_than_allowed(const ProjectFiles& files) {
  std::vector<std::string> found;
  for (const auto& file : files) {
    if (!file.path.starts_with("src/") || !is_cpp(file.path)) continue;
    const auto lines = lines_of(file.text).size();
    if (lines > kMostLines) found.push_back(file.path + ": " + std::to_string(lines));
  }
  return found;
}

/// Folders and files that are named after nothing they hold.
std::vector<std::string> drawers(const ProjectFiles& files) {
  static const std::set<std::string, std::less<>> kNames{"util",   "utils",   "utility", "utilities", "common",
                                                         "helper", "helpers", "misc",    "stuff"};
  std::vector<std::string> found;
  for (const auto& file : files) {
    std::string_view rest = file.path;
    while (!rest.empty()) {
      const auto end = std::min(rest.find('/'), rest.size());
      auto part = rest.substr(0, end);
      part = part.substr(0, part.find('.'));
      if (kNames.contains(part)) found.push_back(file.path);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return found;
}

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool holds_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word_character(line[at - 1]);
    const bool ends = at + word.size() >= line.size() || !is_word_character(line[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

/// Marks of work left for later. They are put together here so that this file does not hold them.
std::vector<std::string> left_for_later(const ProjectFiles& files) {
  const std::array<std::string, 3> marks{std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
  std::vector<std::string> found;
  for (const auto& file : files) {
    if (!is_text(file) || file.path.ends_with(".svg") || file.path.starts_with("data/")) continue;
    for (const auto line : lines_of(file.text)) {
      for (const auto& mark : marks) {
        if (holds_word(line, mark)) found.push_back(file.path + ": " + mark);
      }
    }
  }
  return found;
}

/// A mail address: a name, an at-sign, a host with a dot. example.org and its like (RFC 2606) and the at-sign of code
/// do not count.
bool holds_mail_address(std::string_view line) {
  for (auto at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
    if (at == 0 || !(is_word_character(line[at - 1]) || line[at - 1] == '.')) continue;
    const auto host = line.substr(at + 1);
    std::size_t length = 0;
    while (length < host.size() && (std::isalnum(static_cast<unsigned char>(host[length])) || host[length] == '-'))
      ++length;
    if (length == 0 || length + 2 >= host.size() || host[length] != '.') continue;
    if (!std::isalpha(static_cast<unsigned char>(host[length + 1])) ||
        !std::isalpha(static_cast<unsigned char>(host[length + 2]))) {
      continue;
    }
    if (host.substr(0, length) != "example") return true;
  }
  return false;
}

/// Is a number of ten digits from a range that the French regulator ARCEP keeps for fiction?
bool is_fictional(std::string_view digits) {
  static constexpr std::array<std::string_view, 6> kRanges{"019900", "026191", "035301", "046571", "053649", "063998"};
  return std::ranges::any_of(kRanges, [&](auto range) { return digits.starts_with(range); });
}

/// Five pairs of digits as French numbers are written, the first of them 01 to 09; or such a number after +33.
bool holds_telephone_number(std::string_view line) {
  const auto digit = [&](std::size_t i) {
    return i < line.size() && std::isdigit(static_cast<unsigned char>(line[i]));
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '+' && line.substr(i).starts_with("+33")) {
      std::string digits = "0";
      for (const char c : line.substr(i + 3, 20)) {
        if (!std::isdigit(static_cast<unsigned char>(c)) && std::string_view(" .-()").find(c) == std::string_view::npos)
          break;
        if (std::isdigit(static_cast<unsigned char>(c)) && !(digits == "0" && c == '0')) digits += c;
      }
      if (digits.size() >= 10 && !is_fictional(digits)) return true;
    }
    if (line[i] != '0' || (i > 0 && (is_word_character(line[i - 1]) || line[i - 1] == '.' || line[i - 1] == '-')))
      continue;
    std::string digits = "0";
    if (!digit(i + 1) || line[i + 1] == '0') continue;
    digits += line[i + 1];
    std::size_t at = i + 2;
    while (digits.size() < 10 && at < line.size() && (line[at] == ' ' || line[at] == '.') && digit(at + 1) &&
           digit(at + 2)) {
      digits += line.substr(at + 1, 2);
      at += 3;
    }
    if (digits.size() == 10 && !digit(at) && !is_fictional(digits)) return true;
  }
  return false;
}

/// A path of somebody's machine, or the host of a package registry. Put together so that this file holds none.
std::string machine_or_registry(std::string_view line) {
  for (const std::string_view folder : {"work", "farm", "root", "home"}) {
    const auto path = "/" + std::string(folder) + "/";
    for (auto at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
      if (at == 0 || !(is_word_character(line[at - 1]) || line[at - 1] == '.')) return path;
    }
  }
  for (const std::string_view host : {"registry.npmjs", "registry.yarnpkg", "files.pythonhosted", "pypi", "deb.debian",
                                      "archive.ubuntu", "proxy.golang", "index.crates"}) {
    for (const std::string_view end : {".org", ".com", ".io"}) {
      const auto name = std::string(host) + std::string(end);
      if (line.find(name) != std::string_view::npos) return name;
    }
  }
  return {};
}

std::vector<std::string> private_things(const ProjectFiles& files) {
  std::vector<std::string> found;
  for (const auto& file : files) {
    if (!is_text(file)) continue;
    const bool is_drawing = file.path.ends_with(".svg") || file.path.ends_with(".dot");  // rows of coordinates
    std::size_t number = 0;
    for (const auto line : lines_of(file.text)) {
      const auto place = file.path + ":" + std::to_string(++number) + ": ";
      if (holds_mail_address(line)) found.push_back(place + "address");
      if (!is_drawing && holds_telephone_number(line)) found.push_back(place + "telephone");
      if (const auto name = machine_or_registry(line); !name.empty()) found.push_back(place + name);
    }
  }
  return found;
}

/// Commands (files of src/cli/commands) without a page in docs/man; none are asked for until the folder exists.
std::vector<std::string> commands_without_page(const ProjectFiles& files) {
  std::set<std::string, std::less<>> pages;
  std::vector<std::string> commands;
  for (const auto& file : files) {
    const auto name = file.path.substr(file.path.rfind('/') + 1);
    if (file.path.starts_with("docs/man/")) {
      auto page = std::string_view(name);
      if (page.starts_with("maillage-")) page.remove_prefix(9);
      pages.emplace(page.substr(0, page.find('.')));
    }
    if (file.path.starts_with("src/cli/commands/") && name.ends_with(".cpp")) {
      commands.push_back(name.substr(0, name.size() - 4));
    }
  }
  if (pages.empty()) return {};
  std::erase_if(commands, [&](auto& command) { return pages.contains(command); });
  return commands;
}

TEST(HouseRules, every_source_begins_with_its_licence) {
  EXPECT_THAT(without_licence(project_files()), IsEmpty());
}
TEST(HouseRules, no_source_is_too_long) {
  EXPECT_THAT(longer_than_allowed(project_files()), IsEmpty());
}
TEST(HouseRules, no_drawer_for_odds_and_ends) {
  EXPECT_THAT(drawers(project_files()), IsEmpty());
}
TEST(HouseRules, nothing_is_left_for_later) {
  EXPECT_THAT(left_for_later(project_files()), IsEmpty());
}
TEST(HouseRules, nothing_private_stands_in_any_file) {
  EXPECT_THAT(private_things(project_files()), IsEmpty());
}
TEST(HouseRules, every_command_has_a_page) {
  EXPECT_THAT(commands_without_page(project_files()), IsEmpty());
}

TEST(HouseRules, a_missing_licence_is_found) {
  const std::string line = "SPDX-License-Identifier: Apache-2.0\n";
  const ProjectFiles files{{"CMakeLists.txt", "project(x)\n"},
                           {"dev", "#!/bin/sh\n# " + line},
                           {"notes.md", "none needed\n"},
                           {"src/a.cpp", "// " + line},
                           {"src/b.cpp", "\n// " + line},
                           {"src/c.hpp", ""},
                           {"src/language/catalogue/a.po", "# " + line},
                           {"tool", "#!/bin/sh\necho\n"}};
  EXPECT_THAT(without_licence(files), ElementsAre("CMakeLists.txt", "src/b.cpp", "src/c.hpp", "tool"));
}

TEST(HouseRules, a_long_source_is_found) {
  const ProjectFiles files{{"src/long.cpp", std::string(kMostLines + 1, '\n')},
                           {"src/right.cpp", std::string(kMostLines, '\n')},
                           {"tests/long_test.cpp", std::string(kMostLines + 1, '\n')}};
  EXPECT_THAT(longer_than_allowed(files), ElementsAre("src/long.cpp: 451"));
}

TEST(HouseRules, a_drawer_is_found) {
  const ProjectFiles files{
      {"src/common/text.hpp", ""}, {"src/drawing/utils.cpp", ""}, {"src/model/common_ground.hpp", ""}};
  EXPECT_THAT(drawers(files), ElementsAre("src/common/text.hpp", "src/drawing/utils.cpp"));
}

TEST(HouseRules, a_mark_for_later_is_found) {
  const ProjectFiles files{{"a.cpp", std::string("// TO") + "DO: more\n"},
                           {"b.cpp", std::string("// TO") + "DOS is a word\n"}};
  EXPECT_THAT(left_for_later(files), ElementsAre(std::string("a.cpp: TO") + "DO"));
}

TEST(HouseRules, private_things_are_found) {
  const std::string at = "@";
  const ProjectFiles files{
      {"a.md", "write to jeanne" + at + "mairie.fr\n" + "or to jeanne" + at + "example.org\n"},
      {"b.csv", std::string("03 20 ") + "00 00 01\n" + "03.20." + "00.00.01\n" + "2024-01-02,03 20\n"},
      {"c.py", std::string("open('/ho") + "me/jeanne/x')\nopen('src/ho" + "me/x')\n"},
      {"d.json", std::string("https://registry.npmjs") + ".org/d3\n"},
      {"e.md", std::string("+") + "33 3 20 00 00 01\n+33 1\n+33 (0)3 53 01 00 00, 03 53 01 00 00\n"},
      {"f.svg", std::string("03 20 ") + "00 00 01\n"},
      {"g.cpp", "size_t at = s.find('" + at + "'); // a" + at + "b\n"},
  };
  EXPECT_THAT(
      private_things(files),
      ElementsAre("a.md:1: address", "b.csv:1: telephone", "b.csv:2: telephone", std::string("c.py:1: /ho") + "me/",
                  std::string("d.json:1: registry.npmjs") + ".org", "e.md:1: telephone"));
}

TEST(HouseRules, a_command_without_a_page_is_found) {
  const ProjectFiles before{{"src/cli/commands/draw.cpp", ""}};
  EXPECT_THAT(commands_without_page(before), IsEmpty());
  const ProjectFiles after{{"docs/man/maillage-draw.md", ""},
                           {"docs/man/hubs.1", ""},
                           {"src/cli/commands/draw.cpp", ""},
                           {"src/cli/commands/hubs.cpp", ""},
                           {"src/cli/commands/path.cpp", ""}};
  EXPECT_THAT(commands_without_page(after), ElementsAre("path"));
}

}  // namespace
}  // namespace maillage::architecture
