// SPDX-License-Identifier: Apache-2.0
#include "cli/keeping_options.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "cli/allowed_values.hpp"
#include "cli/shown_moment.hpp"

namespace maillage {
namespace {

std::string name_of_user() {
  if (const char* named = std::getenv("MAILLAGE_USER"); named != nullptr && *named != '\0') return named;
  if (const auto* user = ::getpwuid(::geteuid()); user != nullptr) {
    const std::string full = user->pw_gecos == nullptr ? "" : user->pw_gecos;
    const auto name = full.substr(0, full.find(','));
    return name.empty() ? user->pw_name : name;
  }
  return {};
}

}  // namespace

void KeepingOptions::define(CLI::App& app, const Language& language, Kind kind) {
  const auto group = language.say("register.group.keeping");
  const auto words = [&](const char* key) { return language.say(key); };
  app.add_option("--by", by, words("register.option.by"))->group(group)->type_name(words("register.type.name"));
  app.add_option("--because", because, words("register.option.because"))->group(group)->type_name(words("register.type.text"));
  allow_whole_numbers(app.add_option("--wait", wait, words("register.option.wait"))->group(group)->type_name(words("register.type.seconds")),
                      language, 0, 86'400);
  if (kind == Kind::with_dry_run) app.add_flag("--dry-run", dry_run, words("register.option.dry_run"))->group(group);
}

std::string KeepingOptions::who(const Language& language) const {
  if (by.find('@') != std::string::npos) throw Failure(ExitCode::usage, language.say("register.error.address"));
  if (!by.empty()) return by;
  const auto name = name_of_user();
  return name.substr(0, name.find('@'));
}

std::filesystem::path package_folder(const std::string& path, const Language& language) {
  const std::filesystem::path folder = std::filesystem::path(path).filename() == "datapackage.json"
                                           ? std::filesystem::path(path).parent_path()
                                           : std::filesystem::path(path);
  std::error_code error;
  if (!folder.empty() && !std::filesystem::is_directory(folder, error) && std::filesystem::exists(folder, error)) {
    throw Failure(ExitCode::usage, language.say("register.error.no_package", {{"data", path}}));
  }
  return folder.empty() ? "." : folder;
}

std::unique_ptr<FolderLock> lock_package(const Session& session, const std::filesystem::path& folder,
                                         const KeepingOptions& options, const std::string& command) {
  auto lock = std::make_unique<FolderLock>(folder, LockHolder::here(options.who(session.language), command),
                                           std::chrono::seconds(options.wait));
  if (const auto& left = lock->left_by()) {
    const auto& language = session.language;
    session.tell(language.say(left->is_named() ? "lock.left" : "lock.left_by_unknown",
                              {{"who", left->who.empty() ? language.say("lock.somebody") : shown_word(left->who)},
                               {"command", shown_word(left->command)},
                               {"machine", shown_word(left->machine)},
                               {"process", std::to_string(left->process)},
                               {"since", shown_moment(left->since)}}));
  }
  return lock;
}

}  // namespace maillage
