// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/intake_messages.hpp"
#include "cli/reading_answer.hpp"
#include "cli/reading_inputs.hpp"
#include "cli/shown_moment.hpp"
#include "cli/version.hpp"
#include "documents/drafts/draft_json.hpp"
#include "documents/drafts/write_review.hpp"
#include "documents/institutions/registry_names.hpp"
#include "documents/intake/take_in.hpp"
#include "documents/read_document.hpp"
#include "files/files.hpp"
#include "files/sha256.hpp"
#include "language/sentence_words.hpp"
#include "registry/registry.hpp"
#include "tables/json_text.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

// Documents become drafts: what they say in JSON, and a form for the person who reviews it.
class ReadCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    app.add_option("files", files_, language.say("read.argument.files"))->type_name("")->option_text("FILE…")->expected(0, 100'000);
    app.add_option("--data", data_, language.say("read.option.data"))->type_name("DATA");
    app.add_option("--form", form_, language.say("read.option.form"))->type_name("csv|xlsx");
    app.add_flag("--explain", explains_, language.say("read.option.explain"));
    output_.define(app, language, OutputOptions::Kind::table);
  }
  ExitCode run(Session& session) override;

 private:
  struct Draft {
    std::string json, review;
    std::size_t doubts = 0;
  };
  void check(const Language& language) const;
  std::optional<documents::ReadDocument> read(Session& session, const ReadingInput& input, std::string& sha256);
  Draft draft_of(const Session& session, const ReadingInput& input, const documents::ReadDocument& read, const std::string& sha256);
  void keep(Session& session, const ReadingInput& input, const Draft& draft);
  void write(Session& session, const fs::path& path, const std::string& bytes) const;
  ExitCode give_result(Session& session);

  std::vector<std::string> files_;
  std::string data_, form_ = "csv";
  bool explains_ = false;
  OutputOptions output_;
  std::unique_ptr<documents::RegistryNames> known_;
  std::unique_ptr<documents::NameMatcher> matcher_;
  std::unique_ptr<ReadingSummary> summary_;
  std::unique_ptr<ReadingExplanation> explanation_;
  Json drafts_ = Json::array();
  std::size_t count_ = 0, agreements_ = 0, failed_ = 0, kept_ = 0;
};

// Results go to the folder of -o, or as JSON to standard output; tables of them are for the terminal.
void ReadCommand::check(const Language& language) const {
  auto table = output_;
  table.file.clear();  // a folder: its name says nothing of the form of the table
  table.check(language);
  check_columns(output_, explains_ ? ReadingExplanation(language).answer() : ReadingSummary(language).answer(), language);
  if (form_ != "csv" && form_ != "xlsx") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--form"}, {"value", shown_word(form_)}, {"codes", "csv, xlsx"}}));
  }
  if (files_.empty()) throw Failure(ExitCode::usage, language.say("cli.error.too_few_words", {{"wanted", "FILE…"}}));
  std::error_code error;
  if (!output_.file.empty() && fs::exists(output_.file, error) && !fs::is_directory(output_.file, error)) {
    throw Failure(ExitCode::usage, language.say("read.error.no_folder", {{"path", output_.file}}));
  }
  if (output_.file.empty() && !explains_ && !output_.format.empty() && output_.format != "json") {
    throw Failure(ExitCode::usage, language.say("cli.error.needs_output", {{"what", language.say("cli.type.folder")}}));
  }
}

// Nothing where the document could not be read; why is told.
std::optional<documents::ReadDocument> ReadCommand::read(Session& session, const ReadingInput& input, std::string& sha256) {
  documents::TakenIn taken;
  if (input.path.empty()) {
    std::string bytes;
    const documents::IntakeLimits limits;
    read_in_pieces("-", [&](std::string_view piece) {
      if (bytes.size() <= limits.file_bytes) bytes += piece;
    });
    taken = documents::take_in_bytes(bytes, input.file, limits);
    sha256 = sha256_of(bytes);
  } else {
    taken = documents::take_in(input.path);
    if (!taken.is_refused()) sha256 = sha256_of(read_file(input.path));
  }
  for (const auto& fault : taken.faults) {
    const auto words = session.language.say("read.about_file", {{"file", input.shown}, {"what", intake_message(fault, session.language)}});
    if (fault.refuses) session.warn(words);
    else session.tell(words);
  }
  if (taken.is_refused()) return std::nullopt;
  return read_document(taken.text, documents::Lexicon::french(), *known_);
}

ReadCommand::Draft ReadCommand::draft_of(const Session& session, const ReadingInput& input, const documents::ReadDocument& read,
                                         const std::string& sha256) {
  const auto& language = session.language;
  auto json = documents::draft_json(read, input.file);
  documents::ReviewMeta meta;
  meta.file = input.file;
  meta.sha256 = sha256;
  meta.read_on = day_of_the_clock();
  meta.program = "maillage " + std::string(kVersion);
  meta.language = language.is_french() ? documents::ReviewLanguage::french : documents::ReviewLanguage::english;
  meta.matcher = matcher_.get();
  meta.label = [&](std::string_view group, std::string_view code) { return language.label(group, code); };
  const auto review = documents::review_of(read, meta);
  const auto doubts = static_cast<std::size_t>(std::ranges::count_if(review.rows, &documents::ReviewRow::is_open));
  Draft draft{json_text(json), form_ == "xlsx" ? documents::write_review_workbook(review) : documents::write_review(review), doubts};
  if (output_.file.empty()) drafts_.push_back(std::move(json));
  return draft;
}

void ReadCommand::write(Session& session, const fs::path& path, const std::string& bytes) const {
  session.timings.phase("write", [&] { write_file(path, bytes, output_.force ? Overwrite::allowed : Overwrite::never); });
}

// A draft of the same document that is there already stays, and with it what a person wrote into its form.
void ReadCommand::keep(Session& session, const ReadingInput& input, const Draft& draft) {
  const auto folder = fs::path(output_.file);
  const auto json = folder / (input.stem + ".json"), review = folder / (input.stem + "." + form_);
  const auto other = folder / (input.stem + (form_ == "csv" ? ".xlsx" : ".csv"));
  std::error_code error;
  const auto there = fs::exists(other, error) ? other : fs::exists(review, error) ? review : fs::exists(json, error) ? json : fs::path();
  if (!there.empty() && !output_.force) {
    if (there != json && fs::exists(json, error) && read_file(json) == draft.json) return;
    ++kept_;
    session.warn(session.language.say("read.kept", {{"file", there.string()}}));
    return;
  }
  fs::create_directories(folder, error);
  write(session, review, draft.review);
  write(session, json, draft.json);
  // Two forms of one document could not be told apart; the first goes once the second is written.
  if (there == other && !fs::remove(other, error)) throw CannotWrite(other, "failed");
}

ExitCode ReadCommand::give_result(Session& session) {
  const auto& language = session.language;
  auto output = output_;
  output.file.clear();
  if (explains_) give(session, output, std::move(*explanation_).answer());
  else if (!output_.file.empty()) give(session, columns_to_read(output, {"file", "title", "type", "status", "signed", "parties", "doubts"}),
                                       std::move(*summary_).answer());
  else print(json_text(drafts_), language);
  const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
  session.tell(language.say("read.done", {{"documents", language.say_count("read.count.documents", number(count_))},
                                          {"agreements", language.say_count("check.count.agreements", number(agreements_))}}));
  if (failed_ > 0) session.warn(language.say_count("read.failed", number(failed_)));
  if (!output_.file.empty() && agreements_ > 0) session.tell(language.say("read.next", {{"folder", shown_word(output_.file)}, {"form", form_}}));
  if (kept_ > 0) return ExitCode::not_written;
  return failed_ > 0 ? ExitCode::findings : ExitCode::done;
}

ExitCode ReadCommand::run(Session& session) {
  const auto& language = session.language;
  check(language);
  const auto inputs = reading_inputs(files_, language);
  const auto* data = data_.empty() ? nullptr : &session.load(data_, "");
  const auto* names = data == nullptr ? nullptr : &session.names();
  known_ = std::make_unique<documents::RegistryNames>(Registry::carried(), data, names);
  matcher_ = std::make_unique<documents::NameMatcher>(documents::KnownRows{data, names}, Registry::carried());
  summary_ = std::make_unique<ReadingSummary>(language);
  explanation_ = std::make_unique<ReadingExplanation>(language);
  if (!inputs.passed_over.empty()) {
    session.tell(language.say_count("read.passed_over", static_cast<std::int64_t>(inputs.passed_over.size()),
                                    {{"files", some_of(inputs.passed_over, language, 3)}}));
  }
  for (const auto& input : inputs.documents) {
    std::string sha256;
    const auto document = session.timings.phase("read", [&] { return read(session, input, sha256); });
    if (!document) {
      ++failed_;
      continue;
    }
    const auto draft = draft_of(session, input, *document, sha256);
    if (!output_.file.empty()) keep(session, input, draft);
    if (explains_) explanation_->add(input.file, *document);
    else summary_->add(input.file, input.stem + "." + form_, *document, draft.doubts);
    ++count_;
    agreements_ += document->agreements.size();
  }
  return give_result(session);
}

}  // namespace

std::unique_ptr<Command> make_read() { return std::make_unique<ReadCommand>(); }

}  // namespace maillage
