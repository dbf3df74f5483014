// SPDX-License-Identifier: Apache-2.0
#include "files/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <thread>

#include "files/descriptor.hpp"

namespace maillage {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMostErrors = 64U << 10;

struct Pipe {
  Descriptor from{-1}, to{-1};
};

Pipe open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  Pipe made;
  made.from.take(Descriptor(ends[0]));
  made.to.take(Descriptor(ends[1]));
  return made;
}

/// The bytes as a file without a name: nothing has to be written to the child while it is being read from.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file.is_open()) throw std::system_error(errno, std::generic_category(), "memfd_create");
  if (const int error = file.write(bytes); error != 0) throw std::system_error(error, std::generic_category(), "input");
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

/// Pointers for execve, which asks for arrays of char* that end with none.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

struct Start {
  const char* program;
  char* const* arguments;
  char* const* environment;
  int input, output, errors, failure;
  rlim_t seconds, memory;
};

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// In the child, where after a fork among threads only calls that are safe in signal handlers may be made.
[[noreturn]] void become(const Start& start) {
  ::setpgid(0, 0);
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ}) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_CPU, start.seconds);
  limit(RLIMIT_AS, start.memory);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, start.memory);
  const bool is_wired = ::dup2(start.input, 0) == 0 && ::dup2(start.output, 1) == 1 && ::dup2(start.errors, 2) == 2;
  if (is_wired) ::execve(start.program, start.arguments, start.environment);
  const int error = errno;
  [[maybe_unused]] const auto written = ::write(start.failure, &error, sizeof error);
  ::_exit(127);
}

int milliseconds_until(Clock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 1'000'000));
}

/// A process group that goes with this object.
class Group {
 public:
  explicit Group(pid_t head) : head_(head) { ::setpgid(head, head); }  // in both processes: whoever comes first
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  ~Group() { stop(); }

  /// Waits for its head to end; false where it does not in time.
  bool ends_before(Clock::time_point end) {
    while (!has_ended_) {
      const auto found = ::waitpid(head_, &status_, WNOHANG);
      has_ended_ = found == head_ || (found < 0 && errno != EINTR);
      if (!has_ended_ && Clock::now() >= end) return false;
      if (!has_ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
  }
  void stop() {
    ::kill(-head_, SIGKILL);  // what the head left running goes as well
    while (!has_ended_) has_ended_ = ::waitpid(head_, &status_, 0) == head_ || errno != EINTR;
  }
  int status() const { return status_; }

 private:
  pid_t head_;
  int status_ = 0;
  bool has_ended_ = false;
};

enum class Reading : std::uint8_t { all, too_long, too_much };

/// Reads both streams to their ends.
Reading read_both(Descriptor& output, Descriptor& errors, ChildResult& result, const ChildLimits& limits,
                  Clock::time_point end) {
  std::array<char, 1U << 16> buffer{};
  while (output.is_open() || errors.is_open()) {
    std::array<pollfd, 2> asked{pollfd{output.number(), POLLIN, 0}, pollfd{errors.number(), POLLIN, 0}};
    const int ready = ::poll(asked.data(), asked.size(), milliseconds_until(end));
    if (ready < 0 && errno != EINTR) return Reading::too_long;
    if (Clock::now() >= end) return Reading::too_long;
    if (ready <= 0) continue;
    for (auto* stream : {&output, &errors}) {
      if (!stream->is_open() || asked[stream == &output ? 0 : 1].revents == 0) continue;
      const auto count = stream->read(buffer.data(), buffer.size());
      if (count <= 0) {
        stream->close();
        continue;
      }
      const auto size = static_cast<std::size_t>(count);
      if (stream == &errors) {
        result.errors.append(buffer.data(), std::min(size, kMostErrors - std::min(kMostErrors, result.errors.size())));
      } else if (result.output.size() + size > limits.output_bytes) {
        return Reading::too_much;
      } else {
        result.output.append(buffer.data(), size);
      }
    }
  }
  return Reading::all;
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const std::filesystem::path folder(folders.substr(0, end));
    folders.remove_prefix(std::min(end + 1, folders.size()));
    if (!folder.is_absolute()) continue;
    auto program = folder / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

ChildResult run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      std::string_view input, const ChildLimits& limits) {
  const auto end = Clock::now() + limits.time;
  const char* path = std::getenv("PATH");
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables{"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1",
                                     std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path)};
  const auto argument_pointers = pointers_to(words), variable_pointers = pointers_to(variables);

  const auto standard_input = file_of(input);
  auto output = open_pipe(), errors = open_pipe(), failure = open_pipe();
  const Start start{words.front().c_str(),    argument_pointers.data(),
                    variable_pointers.data(), standard_input.number(),
                    output.to.number(),       errors.to.number(),
                    failure.to.number(),      static_cast<rlim_t>(limits.time.count() / 1000 + 1),
                    limits.memory_bytes};
  ChildResult result;
  const pid_t head = ::fork();
  if (head == 0) become(start);
  if (head < 0) {
    result.code = errno;
    return result;
  }
  Group group(head);
  for (auto* ours : {&output, &errors, &failure}) ours->to.close();
  if (failure.from.read(reinterpret_cast<char*>(&result.code), sizeof result.code) == sizeof result.code) return result;
  result.code = 0;

  const auto reading = read_both(output.from, errors.from, result, limits, end);
  if (reading == Reading::too_much) {
    result.end = ChildResult::End::too_much_output;
  } else if (reading == Reading::too_long || !group.ends_before(end)) {
    result.end = ChildResult::End::too_long;
  } else if (WIFEXITED(group.status())) {
    result.end = ChildResult::End::exited;
    result.code = WEXITSTATUS(group.status());
  } else {
    result.end = WTERMSIG(group.status()) == SIGXCPU ? ChildResult::End::too_long : ChildResult::End::killed;
    result.code = WTERMSIG(group.status());
  }
  return result;
}

}  // namespace maillage
