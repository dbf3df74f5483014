// SPDX-License-Identifier: Apache-2.0
// The sources against the catalogues: no message is asked for that is not there, none is there that nothing asks for.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "files/files.hpp"
#include "language/language.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

struct Source {
  std::string name, text;
};

std::vector<Source> sources() {
  std::vector<Source> found;
  const fs::path root = fs::path(MAILLAGE_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    found.push_back({fs::relative(entry.path(), root).string(), read_file(entry.path())});
  }
  return found;
}

// The string literals of a piece of code, comments left out.
Texts literals_of(std::string_view code) {
  Texts literals;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code.substr(i, 2) == "//") {
      i = std::min(code.find('\n', i), code.size());
    } else if (code[i] == '\'' && i + 2 < code.size()) {
      const auto end = code.find('\'', i + (code[i + 1] == '\\' ? 3 : 2));
      if (end != std::string_view::npos && end - i <= 4) i = end;
    } else if (code[i] == '"') {
      std::string literal;
      for (++i; i < code.size() && code[i] != '"'; ++i)
        literal += code[i] == '\\' && i + 1 < code.size() ? code[++i] : code[i];
      literals.push_back(literal);
    }
  }
  return literals;
}

// The arguments of the call whose opening parenthesis stands at `open`.
Texts arguments_of(std::string_view code, std::size_t open) {
  Texts arguments(1);
  int depth = 0;
  bool in_text = false;
  for (auto i = open; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' && code[i - 1] != '\\') in_text = !in_text;
    if (!in_text && (c == ')' || c == '}' || c == ']') && --depth == 0) return arguments;
    if (!in_text && c == ',' && depth == 1) {
      arguments.emplace_back();
      continue;
    }
    if (depth > 0) arguments.back() += c;
    if (!in_text && (c == '(' || c == '{' || c == '[')) ++depth;
  }
  return {};
}

struct Call {
  std::string place;
  Texts arguments;
};

std::vector<Call> calls_of(const std::string& function) {
  std::vector<Call> calls;
  for (const auto& [name, text] : sources()) {
    for (auto at = text.find(function + "("); at != std::string::npos; at = text.find(function + "(", at + 1)) {
      const bool is_method = at > 0 && (text[at - 1] == '.' || text[at - 1] == '>');
      if (!is_method) continue;
      const auto line = 1 + std::ranges::count(text.substr(0, at), '\n');
      calls.push_back({name + ":" + std::to_string(line), arguments_of(text, at + function.size())});
    }
  }
  return calls;
}

std::set<std::string> keys() {
  std::set<std::string> all;
  for (const auto& entry : catalogue_entries()) all.emplace(entry.key);
  return all;
}

bool any_begins_with(const std::set<std::string>& all, const std::string& prefix) {
  const auto next = all.lower_bound(prefix);
  return next != all.end() && next->starts_with(prefix);
}

TEST(Literals, AreReadAsTheCompilerReadsThem) {
  EXPECT_EQ(literals_of("f('\"', \"a\\\"b\", x); // \"no\"\n\"c\""), (Texts{"a\"b", "c"}));
  EXPECT_EQ(arguments_of("say(x ? \"a,b\" : g(1, 2), {{\"c\", d}}) + 1", 3),
            (Texts{"x ? \"a,b\" : g(1, 2)", " {{\"c\", d}}"}));
}

TEST(Keys, ThatAreAskedForStandInTheCatalogues) {
  const auto known = keys();
  for (const auto* function : {"say", "say_count"}) {
    for (const auto& call : calls_of(function)) {
      const bool is_composed = call.arguments.at(0).find('+') != std::string::npos;
      for (const auto& literal : literals_of(call.arguments.at(0))) {
        if (literal.find('.') == std::string::npos || literal.starts_with('.')) continue;
        const bool is_there =
            is_composed || literal.ends_with('.') ? any_begins_with(known, literal) : known.contains(literal);
        EXPECT_TRUE(is_there) << call.place << " says " << literal;
      }
    }
  }
  for (const auto& call : calls_of("label")) {
    const auto groups = literals_of(call.arguments.at(0));
    if (call.arguments.size() != 2) continue;
    for (const auto& group : groups) {
      EXPECT_TRUE(any_begins_with(known, group + ".")) << call.place << " labels " << group;
      const auto codes = literals_of(call.arguments[1]);
      if (codes.size() == 1 && call.arguments[1].find_first_of("?+(") == std::string::npos) {
        EXPECT_TRUE(known.contains(group + "." + codes[0])) << call.place << " labels " << group << '.' << codes[0];
      }
    }
  }
}

TEST(Keys, ThatAreCountedHaveAPlural) {
  std::set<std::string> plural;
  for (const auto& entry : catalogue_entries()) {
    if (entry.has_plural) plural.emplace(entry.key);
  }
  const auto known = keys();
  for (const auto& call : calls_of("say_count")) {
    for (const auto& literal : literals_of(call.arguments.at(0))) {
      EXPECT_TRUE(!known.contains(literal) || plural.contains(literal)) << call.place << " counts " << literal;
    }
  }
}

}  // namespace
}  // namespace maillage
