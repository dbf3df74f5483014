// SPDX-License-Identifier: Apache-2.0
#include "cli/accept_forms.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "documents/drafts/read_review.hpp"
#include "documents/drafts/review_words.hpp"
#include "files/files.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
using documents::ReviewFault;

constexpr std::uint64_t kLargestForm = 64U << 20U;
constexpr std::size_t kMostForms = 10'000;
constexpr std::size_t kMostFaultsTold = 50;
constexpr auto kFormEndings = std::to_array<std::string_view>({".csv", ".xlsx", ".ods"});

bool is_named_as_form(const fs::path& path) {
  return std::ranges::find(kFormEndings, path.extension().string()) != kFormEndings.end();
}

// The form beside a document or a draft, where there is one.
fs::path form_beside(const fs::path& path) {
  std::error_code error;
  for (const auto ending : kFormEndings) {
    auto form = path;
    form.replace_extension(ending);
    if (form != path && fs::is_regular_file(form, error)) return form;
  }
  return {};
}

[[noreturn]] void refuse_no_form(const fs::path& path, const Language& language) {
  const auto form = form_beside(path);
  const auto* key = form.empty() ? "accept.error.no_form" : "accept.error.form_beside";
  throw Failure(ExitCode::usage, language.say(key, {{"file", shown_word(path.string())}, {"form", shown_word(form.string())}}));
}

const char* name_of(ReviewFault::Kind kind) {
  static constexpr auto kNames = std::to_array<const char*>(
      {"no_form", "missing_column", "unknown_record", "unknown_field", "unknown_decision", "twice", "lost_letters", "no_document", "too_long", "too_many"});
  return kNames[static_cast<std::size_t>(kind)];
}

std::string fault_words(const ReviewFault& fault, const fs::path& path, const Language& language) {
  const auto words = language.say(std::string("accept.fault.") + name_of(fault.kind), {{"value", shown_word(fault.value)}, {"column", fault.column}});
  const auto* key = fault.line == 0 ? "accept.place.file" : "accept.place.line";
  return language.say(key, {{"file", shown_word(path.string())}, {"line", std::to_string(fault.line)}, {"words", words}});
}

class FormFinder {
 public:
  explicit FormFinder(const Session& session) : session_(session) {}

  std::vector<AcceptForm> find(const std::vector<std::string>& words) {
    for (const auto& word : words) {
      std::error_code error;
      if (fs::is_directory(word, error)) take_folder(word);
      else take_file(word);
    }
    if (faults_.empty()) return std::move(forms_);
    std::string message = session_.language.say("accept.error.faults");
    const auto told = std::min(faults_.size(), kMostFaultsTold);
    for (std::size_t i = 0; i < told; ++i) message += "\n  " + faults_[i];
    if (told < faults_.size()) message += "\n  " + session_.language.say("accept.more", {{"count", std::to_string(faults_.size() - told)}});
    throw Failure(ExitCode::findings, message);
  }

 private:
  void take_file(const fs::path& path) {
    if (!is_named_as_form(path)) {
      std::error_code error;
      if (!fs::exists(path, error)) throw CannotRead(path, "not_found");
      const auto form = form_beside(path);
      if (path.extension() != ".json" || form.empty()) refuse_no_form(path, session_.language);
      // What `read` wrote for programs beside the form: the form is meant.
      session_.tell(session_.language.say("accept.led_to_form", {{"file", shown_word(path.string())}, {"form", shown_word(form.string())}}));
      return take_file(form);
    }
    const auto file = documents::read_review(read_file(path, kLargestForm));
    const bool is_none = !file.faults.empty() && file.faults.front().kind == ReviewFault::Kind::no_form;
    if (is_none) refuse_no_form(path, session_.language);
    take(path, file);
  }

  // Other tables may lie in the folder: they are passed over.
  void take_folder(const fs::path& folder) {
    const auto& language = session_.language;
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.is_regular_file(error) && is_named_as_form(entry.path())) paths.push_back(entry.path());
    }
    if (error) throw CannotRead(folder, "failed");
    std::ranges::sort(paths);
    std::map<fs::path, fs::path> form_of;  // by stem
    const auto before = forms_.size() + faults_.size();
    for (const auto& path : paths) {
      const auto file = documents::read_review(read_file(path, kLargestForm));
      const bool is_none = !file.faults.empty() && file.faults.front().kind == ReviewFault::Kind::no_form;
      if (is_none) continue;
      const auto [other, is_first] = form_of.try_emplace(path.stem(), path);
      if (!is_first) {
        throw Failure(ExitCode::usage, language.say("accept.error.two_forms", {{"first", shown_word(other->second.string())}, {"second", shown_word(path.string())}}));
      }
      take(path, file);
    }
    if (forms_.size() + faults_.size() == before) {
      throw Failure(ExitCode::usage, language.say("accept.error.empty_folder", {{"folder", shown_word(folder.string())}}));
    }
  }

  void take(const fs::path& path, const documents::ReviewFile& file) {
    for (const auto& fault : file.faults) faults_.push_back(fault_words(fault, path, session_.language));
    if (std::ranges::any_of(forms_, [&](const AcceptForm& form) { return form.path == path; })) return;
    if (forms_.size() == kMostForms) {
      throw Failure(ExitCode::usage, session_.language.say("accept.error.too_many", {{"most", std::to_string(kMostForms)}}));
    }
    forms_.push_back({path, file.review});
  }

  const Session& session_;
  std::vector<AcceptForm> forms_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<AcceptForm> read_forms(const Session& session, const std::vector<std::string>& words) { return FormFinder(session).find(words); }

std::string words_of_row(const documents::ReviewRow& row, const documents::Review& review) {
  return record_words(row, review.language) + ", " + field_words(row, review.language);
}

std::string place_of_row(const documents::ReviewRow& row, const AcceptForm& form, const Language& language) {
  return language.say("accept.place.line", {{"file", shown_word(form.path.string())}, {"line", std::to_string(row.line)}, {"words", words_of_row(row, form.review)}});
}

}  // namespace maillage
