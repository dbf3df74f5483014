// SPDX-License-Identifier: Apache-2.0
#include "cli/taken_back_change.hpp"

#include "cli/shown_moment.hpp"
#include "files/files.hpp"

namespace maillage {
namespace {

[[noreturn]] void refuse(const JournalEntry& entry, const FilePatch& patch, const TakenBack& back, const Language& language) {
  std::string lines;
  for (std::size_t i = 0; i < back.lost_lines.size() && i < 3; ++i) lines += "\n  " + shown_word(back.lost_lines[i]);
  throw Failure(ExitCode::findings, language.say("register.error.edited_since", {{"number", std::to_string(entry.number)}, {"file", patch.file}}) + lines);
}

}  // namespace

Journal journal_of(const std::filesystem::path& folder) {
  std::error_code error;
  const auto file = folder / kJournalFile;
  return read_journal(std::filesystem::exists(file, error) ? read_file(file) : std::string());
}

ExitCode take_back_change(Session& session, RegisterWriter& writer, const JournalEntry& entry, const OutputOptions& output,
                          const std::string& because) {
  const auto& language = session.language;
  std::error_code error;
  bool is_exact = true;
  auto& text = writer.text();
  for (const auto& patch : entry.files) {
    std::string bytes;
    const bool is_there = std::filesystem::is_regular_file(text.folder() / patch.file, error);
    if (is_there) bytes = read_file(text.folder() / patch.file);
    const auto back = take_back(patch, is_there ? &bytes : nullptr);
    if (!back.fits) refuse(entry, patch, back, language);
    is_exact = is_exact && back.is_exact;
    text.set_file(patch.file, back.bytes);
    if (!back.is_there) text.remove_file(patch.file);
  }
  session.tell(language.say(is_exact ? "register.undoing" : "register.undoing_around",
                            {{"number", std::to_string(entry.number)}, {"command", entry.command}, {"by", entry.by}, {"time", shown_moment(entry.time)}}));
  const auto check = is_exact ? RegisterWriter::Finish::Check::none : RegisterWriter::Finish::Check::whole;
  return writer.finish(output, {.reason = because, .undoes = entry.number, .check = check});
}

}  // namespace maillage
