// SPDX-License-Identifier: Apache-2.0
#include "cli/fault_messages.hpp"

namespace maillage {
namespace {

Arguments arguments_of(const Fault& fault, const Language& language) {
  auto detail = fault.detail;
  if (detail == "*" || detail.starts_with("*,")) detail.replace(0, 1, language.say("fault.whole_row"));
  return {{"file", fault.file},         {"row", language.number(static_cast<std::int64_t>(fault.row))},
          {"field", fault.field},       {"value", fault.value},
          {"detail", detail},     {"other", fault.other}};
}

// A sentence of the catalogue that only some faults of a code have, with what its {detail} says.
std::string with_detail(std::string words, const std::string& key, const Fault& fault, const Language& language) {
  if (fault.detail.empty() || !language.has(key)) return words;
  return words + " " + language.say(key, arguments_of(fault, language));
}

}  // namespace

std::string fault_message(const Fault& fault, const Language& language) {
  const auto key = "fault." + fault.code;
  return with_detail(language.say(key + ".message", arguments_of(fault, language)), key + ".first", fault, language);
}

std::string fault_hint(const Fault& fault, const Language& language) {
  const auto key = "fault." + fault.code;
  return with_detail(language.say(key + ".hint", arguments_of(fault, language)), key + ".nearest", fault, language);
}

std::string fault_place(const Fault& fault, const Language& language) {
  const auto* key = fault.row == 0       ? "cli.place.file"
                    : fault.field.empty() ? "cli.place.row"
                                          : "cli.place.field";
  return language.say(key, arguments_of(fault, language));
}

namespace {

// The first faults and how many more.
std::string first_faults(const Faults& faults, const std::string& data, const Language& language) {
  constexpr std::size_t shown = 10;
  std::string lines;
  std::size_t errors = 0;
  for (const auto& fault : faults) {
    if (fault.severity != Severity::error || ++errors > shown) continue;
    lines += "\n  " + fault_place(fault, language) + "\n    " + fault_message(fault, language) + "\n    " +
             fault_hint(fault, language);
  }
  auto words = language.say_count("cli.error.unsound_data", static_cast<std::int64_t>(errors), {{"data", data}}) + lines;
  if (errors > shown) {
    words += "\n  " + language.say_count("cli.error.more_faults", static_cast<std::int64_t>(errors - shown));
  }
  return words;
}

}  // namespace

std::string unsound_data_message(const Faults& faults, const std::string& data, const Language& language) {
  return first_faults(faults, data, language) + "\n" + language.say("cli.error.run_check", {{"data", data}});
}

std::string unsound_list_message(const Faults& faults, const std::string& list, const Language& language) {
  return first_faults(faults, list, language) + "\n" + language.say("import.error.mend_list", {{"file", list}});
}

}  // namespace maillage
