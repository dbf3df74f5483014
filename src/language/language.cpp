// SPDX-License-Identifier: Apache-2.0
#include "language/language.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "language/message_text.hpp"

namespace maillage {

Language::Language(std::string_view code) {
  if (code == "fr") {
    code_ = Code::french;
  } else if (code == "en") {
    code_ = Code::english;
  } else if (code == "qps") {
    code_ = Code::made_up;
  } else {
    throw std::invalid_argument("unknown language: " + std::string(code));
  }
}

Language Language::from_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const bool is_french = locale.starts_with("fr") &&
                           (locale.size() == 2 || std::string_view("_-.@").find(locale[2]) != std::string_view::npos);
    return Language(is_french ? "fr" : "en");
  }
  return Language("en");
}

std::string_view Language::code() const {
  switch (code_) {
    case Code::french:
      return "fr";
    case Code::english:
      return "en";
    case Code::made_up:
      return "qps";
  }
  return "en";
}

bool Language::is_french() const {
  return code_ == Code::french;
}

std::string Language::say(std::string_view key, const Arguments& arguments) const {
  const auto text = message_text(key, is_french());
  return code_ == Code::made_up ? filled_made_up(text, arguments) : filled(text, arguments);
}

std::string Language::say_count(std::string_view key, std::int64_t count, const Arguments& arguments) const {
  const bool one = is_french() ? count >= -1 && count <= 1 : count == 1 || count == -1;
  const auto text = message_text(key, is_french(), one ? PluralForm::one : PluralForm::many);
  auto all = arguments;
  all.push_back({"count", number(count)});
  return code_ == Code::made_up ? filled_made_up(text, all) : filled(text, all);
}

std::string Language::label(std::string_view group, std::string_view code) const {
  return say(std::string(group) + "." + std::string(code.empty() ? "not_said" : code));
}

std::string Language::list(const std::vector<std::string>& items) const {
  if (items.empty()) return "";
  if (items.size() == 1) return items.front();
  std::string all_but_last = items.front();
  for (std::size_t i = 1; i + 1 < items.size(); ++i) all_but_last += ", " + items[i];
  return say(items.size() == 2 ? "list.two" : "list.many", {{"items", all_but_last}, {"last", items.back()}});
}

std::string Language::quoted(std::string_view text) const {
  return say("text.quoted", {{"text", std::string(text)}});
}

std::string Language::certain_to_possible(std::int64_t certain, std::int64_t possible) const {
  if (certain == possible) return number(certain);
  return say("count.certain_to_possible", {{"low", number(certain)},
                                           {"high", number(possible)},
                                           {"certain", say_count("count.certain", certain)},
                                           {"possible", say_count("count.possible", possible)}});
}

}  // namespace maillage
