// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cerrno>
#include <cstddef>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace maillage {

/// An open file of the system, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }

  /// Closes what is open here and takes the other's place.
  void take(Descriptor&& other) {
    close();
    number_ = std::exchange(other.number_, -1);
  }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// errno of the closing, 0 where all went well: a full disk may show only here.
  int close() {
    if (number_ < 0) return 0;
    return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR ? 0 : errno;
  }
  /// Writes everything; errno, 0 where all went well.
  int write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto count = ::write(number_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return errno;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
  }
  /// Fills as much of the buffer as there is; -1 with errno where it fails.
  ssize_t read(char* buffer, std::size_t size) const {
    while (true) {
      const auto count = ::read(number_, buffer, size);
      if (count >= 0 || errno != EINTR) return count;
    }
  }
  /// Onto the disk; errno, 0 where all went well or the file is none that can be synced.
  int sync() const { return ::fsync(number_) == 0 || errno == EINVAL || errno == ENOSYS ? 0 : errno; }

 private:
  int number_;
};

}  // namespace maillage
