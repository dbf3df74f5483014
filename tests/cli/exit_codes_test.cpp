// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sys/stat.h>

#include <csignal>
#include <optional>
#include <thread>

#include "cli/program.hpp"

namespace maillage::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(ExitCode, IsZeroWhereAllIsDone) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"check", kData},
                                                {"show", kData, "chu-lille"},
                                                {"list", kData, "agreements"},
                                                {"hubs", kData},
                                                {"centrality", kData, "--measure", "degree"},
                                                {"communities", kData},
                                                {"structure", kData},
                                                {"evolve", kData},
                                                {"compare", kData, "2023-06-30", "2024-12-19"},
                                                {"path", kData, "chu-lille", "ternoiscom"},
                                                {"draw", kData},
                                                {"timeline", kData},
                                                {"export", kData, "--as", "agreements"},
                                                {"--help"},
                                                {"--version"},
                                                {"list", "--help"}}) {
    const auto done = run(words);
    EXPECT_EQ(done.exit_code, 0) << words.front() << ": " << done.err;
    EXPECT_THAT(done.out, Not(IsEmpty())) << words.front();
  }
}

TEST(ExitCode, IsOneForACheckWithErrors) {
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  write_text(package / "parties.csv", text_of(package / "parties.csv") + "univ-lille-ars-2023,nulle-part,,,,,,\n");
  const auto done = run({"check", package});
  EXPECT_EQ(done.exit_code, 1);
  EXPECT_THAT(done.out, AllOf(HasSubstr("parties.csv"), HasSubstr("nulle-part")));
}

TEST(ExitCode, IsTwoForAWrongCommandLine) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"mapp", kData},
                                                {"list", kData},
                                                {"list", kData, "agrements"},
                                                {"list", kData, "agreements", "--nothing"},
                                                {"list", kData, "agreements", "--format", "xml"},
                                                {"list", kData, "agreements", "--columns", "colour"},
                                                {"list", kData, "agreements", "--sort", "colour"},
                                                {"list", kData, "agreements", "--top", "many"},
                                                {"list", kData, "agreements", "--as-of", "2024-13-01"},
                                                {"list", kData, "agreements", "--type", "pact"},
                                                {"list", kData, "agreements", "--kind", "school"},
                                                {"list", kData, "agreements", "--theme", "fishing"},
                                                {"list", kData, "agreements", "--status", "asleep"},
                                                {"list", kData, "agreements", "--territory", "Atlantis"},
                                                {"list", kData, "agreements", "--party", "Atlantis"},
                                                {"centrality", kData, "--measure", "charm"},
                                                {"hubs", kData, "--view", "sideways"},
                                                {"communities", kData, "--algorithm", "chance"},
                                                {"path", kData, "chu-lille"},
                                                {"path", kData, "chu-lille", "atlantis"},
                                                {"show", kData, "Atlantis"},
                                                {"draw", kData, "-o", "map.bmp"},
                                                {"draw", kData, "--around", "Atlantis"},
                                                {"export", kData, "--as", "poem"},
                                                {"hubs", kData, "--lang", "xx"},
                                                {"list", kData, "agreements", "--input-format", "poem"},
                                                {"hubs", kData, "--weight", "heavy"},
                                                {"hubs", kData, "--threads", "-1"},
                                                {"hubs", kData, "--dates", "tomorrow"}}) {
    const auto done = run(words);
    const auto line = words.empty() ? "" : words.front() + ' ' + words.back();
    EXPECT_EQ(done.exit_code, 2) << line << ": " << done.out << done.err;
    EXPECT_THAT(done.out, IsEmpty()) << line;
    EXPECT_THAT(done.err, Not(IsEmpty())) << line;
  }
}

// What a later version will have is told apart from a slip.
TEST(ExitCode, IsTwoForWhatALaterVersionHas) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--lang", "en", "query", kData},
                                                {"explore", kData}}) {
    const auto done = run(words);
    EXPECT_EQ(done.exit_code, 2) << words[1];
    EXPECT_THAT(done.err, HasSubstr("not in this version")) << words[1];
  }
  EXPECT_THAT(run({"--lang", "en", "hubz", kData}).err, AllOf(HasSubstr("hubz"), HasSubstr("centrality")));
}

TEST(ExitCode, IsTwoForAFormOfOutputThatIsNotWritten) {
  const ScratchFolder scratch;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"hubs", kData, "-o", scratch / "hubs.ods"},
        {"export", kData, "-o", scratch / "network.graphml"},
        {"timeline", kData, "--palette", "mauve", "-o", scratch / "timeline.svg"}}) {
    EXPECT_EQ(run(words).exit_code, 2) << words.back();
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path())) << words.back();
  }
}

TEST(ExitCode, IsTwoWithTheMissingWordWhereDataStandsAlone) {
  EXPECT_THAT(run({"--lang", "en", "show", kData}).err, HasSubstr("NAME"));
}

TEST(ExitCode, IsThreeWhereTheDataCannotBeRead) {
  const auto done = run({"hubs", "nowhere/at-all"});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("nowhere/at-all"));
  EXPECT_EQ(run({"check", "nowhere/at-all"}).exit_code, 3);
}

TEST(ExitCode, IsThreeWhereTheDataAreNotSound) {
  const ScratchFolder scratch;
  const auto package = copy_of_real_data(scratch);
  write_text(package / "parties.csv", text_of(package / "parties.csv") + "univ-lille-ars-2023,nulle-part,,,,,,\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"hubs", package},
                                                {"list", package, "agreements"},
                                                {"draw", package},
                                                {"structure", package},
                                                {"show", package, "chu-lille"}}) {
    const auto done = run(words);
    EXPECT_EQ(done.exit_code, 3) << words.front();
    EXPECT_THAT(done.out, IsEmpty()) << words.front();
    EXPECT_THAT(done.err, HasSubstr("parties.csv")) << words.front();
  }
}

TEST(ExitCode, IsFourWhereTheOutputExists) {
  const ScratchFolder scratch;
  write_text(scratch / "out.csv", "mine");
  const std::vector<std::string> words{"list", kData, "agreements", "-o", scratch / "out.csv"};
  const auto refused = run(words);
  EXPECT_EQ(refused.exit_code, 4);
  EXPECT_THAT(refused.err, HasSubstr("out.csv"));
  EXPECT_EQ(text_of(scratch / "out.csv"), "mine");
  auto forced = words;
  forced.emplace_back("--force");
  EXPECT_EQ(run(forced).exit_code, 0);
  EXPECT_THAT(text_of(scratch / "out.csv"), StartsWith("id,"));
}

TEST(ExitCode, IsFourWhereTheOutputCannotBeWritten) {
  const ScratchFolder scratch;
  write_text(scratch / "file", "");
  EXPECT_EQ(run({"draw", kData, "-o", scratch / "file" / "map.svg"}).exit_code, 4);
  EXPECT_EQ(run({"report", kData, "-o", scratch / "file"}).exit_code, 4);
  Around full;
  full.out_file = "/dev/full";
  EXPECT_EQ(run({"list", kData, "agreements"}, full).exit_code, 4);
}

TEST(ExitCode, IsFourForAFullFolderWithoutForce) {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "out");
  write_text(scratch / "out" / "mine.txt", "mine");
  EXPECT_EQ(run({"export", kData, "--as", "package", "-o", scratch / "out"}).exit_code, 4);
  EXPECT_EQ(run({"export", kData, "--as", "package", "-o", scratch / "out", "--force"}).exit_code, 0);
  EXPECT_EQ(text_of(scratch / "out" / "mine.txt"), "mine");
}

// A program that waits for its standard input, a pipe that nothing is written to.
class WaitingProgram {
 public:
  WaitingProgram() {
    std::filesystem::path pipe = scratch_ / "pipe";
    if (mkfifo(pipe.c_str(), 0600) != 0) throw std::runtime_error("no pipe");
    process_.emplace(std::vector<std::string>{"hubs", pipe});
    writer_ = open(pipe.c_str(), O_WRONLY);  // returns when the program has opened it too
  }
  WaitingProgram(const WaitingProgram&) = delete;
  WaitingProgram& operator=(const WaitingProgram&) = delete;
  ~WaitingProgram() { close(writer_); }
  Run stop(int signal) {
    kill(process_->id(), signal);
    return process_->wait();
  }

 private:
  ScratchFolder scratch_;
  std::optional<Process> process_;
  int writer_ = -1;
};

TEST(ExitCode, TellsSignals) {
  EXPECT_EQ(WaitingProgram().stop(SIGINT).exit_code, 130);
  EXPECT_EQ(WaitingProgram().stop(SIGTERM).exit_code, 143);
  EXPECT_THAT(WaitingProgram().stop(SIGINT).err, IsEmpty());
}

// More is written than a pipe holds, and nobody reads it.
TEST(ExitCode, IsQuietOverAClosedPipe) {
  const ScratchFolder scratch;
  const auto pipe = scratch / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  Around around;
  around.out_file = pipe;
  std::optional<Process> process;
  // The start returns when both ends of the pipe are open.
  std::thread start([&] {
    process.emplace(std::vector<std::string>{"list", kData, "evidence", "--format", "json"}, around);
  });
  const int reader = open(pipe.c_str(), O_RDONLY);
  start.join();
  close(reader);
  const auto done = process->wait();
  EXPECT_EQ(done.exit_code, 141);
  EXPECT_THAT(done.err, IsEmpty());
}

}  // namespace
}  // namespace maillage::program
