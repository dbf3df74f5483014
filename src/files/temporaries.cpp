// SPDX-License-Identifier: Apache-2.0
#include "files/temporaries.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "files/files.hpp"

namespace maillage {
namespace {

// A signal handler may neither allocate nor lock: the names lie in a fixed table of atomics.
constexpr std::size_t slot_count = 64;
constexpr std::size_t name_size = 4096;
enum SlotState : int { free_slot, being_filled, in_use };
struct Slot {
  std::atomic<int> state{free_slot};
  std::array<char, name_size> name{};
};
std::array<Slot, slot_count> slots;
std::atomic<bool> is_interrupted{false};
std::atomic<unsigned> next_number{0};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

// The head of what getdents64 writes; the name follows, ended by a nought.
struct EntryHead {
  std::uint64_t inode;
  std::int64_t offset;
  unsigned short length;
  unsigned char type;
};
constexpr std::size_t name_offset = offsetof(EntryHead, type) + 1;

void remove_tree(int parent, const char* name, int depth) noexcept;

// opendir() allocates; the system call it stands on does not.
void empty_folder(int folder, int depth) noexcept {
  alignas(8) std::array<char, 4096> buffer;
  while (true) {
    const long count = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
    if (count <= 0) return;
    bool any = false;
    for (long at = 0; at < count;) {
      EntryHead head{};
      std::memcpy(&head, buffer.data() + at, sizeof head);
      const char* name = buffer.data() + at + name_offset;
      if (std::strcmp(name, ".") != 0 && std::strcmp(name, "..") != 0) {
        remove_tree(folder, name, depth);
        any = true;
      }
      at += head.length;
    }
    if (any) ::lseek(folder, 0, SEEK_SET);  // what is left moves up while entries go
    if (!any) return;
  }
}

void remove_tree(int parent, const char* name, int depth) noexcept {
  if (::unlinkat(parent, name, 0) == 0 || errno == ENOENT || depth == 0) return;
  const int folder = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return;
  empty_folder(folder, depth - 1);
  ::close(folder);
  ::unlinkat(parent, name, AT_REMOVEDIR);
}

constexpr int deepest_folder = 16;

std::size_t claim_slot(const std::string& name) {
  if (name.size() >= name_size) return slot_count;
  for (std::size_t i = 0; i < slot_count; ++i) {
    int expected = free_slot;
    if (!slots[i].state.compare_exchange_strong(expected, being_filled)) continue;
    std::memcpy(slots[i].name.data(), name.c_str(), name.size() + 1);
    slots[i].state.store(in_use);
    return i;
  }
  return slot_count;  // 64 writes at once: one more is only cleaned up in the ordinary way
}

void wait_for_the_end_if_interrupted() {
  while (is_interrupted.load()) ::pause();
}

std::string unused_name() {
  return ".maillage-" + std::to_string(::getpid()) + "-" + std::to_string(next_number.fetch_add(1)) + ".part";
}

}  // namespace

Temporary::Temporary(const std::filesystem::path& folder) : Temporary(folder, unused_name().c_str()) {}

Temporary::Temporary(const std::filesystem::path& folder, const char* name) : path_(folder / name), slot_(slot_count) {
  wait_for_the_end_if_interrupted();
  slot_ = claim_slot(path_.string());
}

Temporary::~Temporary() {
  if (path_.empty()) return;
  remove_tree(AT_FDCWD, path_.c_str(), deepest_folder);
  moved_away();
}

void Temporary::moved_away() {
  path_.clear();
  if (slot_ < slot_count) slots[slot_].state.store(free_slot);
  slot_ = slot_count;
}

void Temporary::created() const {
  if (!is_interrupted.load()) return;
  remove_tree(AT_FDCWD, path_.c_str(), deepest_folder);
  wait_for_the_end_if_interrupted();
}

void remove_temporaries() noexcept {
  const int saved = errno;
  is_interrupted.store(true);
  for (auto& slot : slots) {
    if (slot.state.load() == in_use) remove_tree(AT_FDCWD, slot.name.data(), deepest_folder);
  }
  errno = saved;
}

}  // namespace maillage
