// SPDX-License-Identifier: Apache-2.0
#include "files/commit_record.hpp"

#include <cerrno>
#include <cstdio>
#include <set>
#include <sstream>

#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/moving.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

std::string mark_of(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) ? hexadecimal(content_mark(read_file(path))) : "-";
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw_cannot_write(folder, error.value());
}

void move(const fs::path& from, const fs::path& to) {
  make_folders(to.parent_path());
  if (::rename(from.c_str(), to.c_str()) != 0) throw_cannot_write(to, errno);
}

void complete(const fs::path& folder, const CommitLine& line) {
  const auto committed = folder / kCommitted;
  const bool removes = line.act == CommitLine::Act::remove;
  const auto place = committed / (removes ? kOld : kNew) / line.name;
  const auto target = folder / line.name;
  std::error_code error;
  if (fs::exists(fs::symlink_status(place, error)) == removes) return;  // done already
  const auto now = mark_of(target);
  if (now != line.before && now != "-") move(target, folder / (line.name + ".kept"));
  if (!removes) {
    move(place, target);
  } else if (fs::exists(target, error)) {
    move(target, place);
  }
}

}  // namespace

std::string commit_record_text(const std::vector<CommitLine>& lines) {
  std::string text;
  for (const auto& line : lines) {
    text += (line.act == CommitLine::Act::move ? "move " : "remove ") + line.before + ' ' + line.name + '\n';
  }
  return text;
}

std::vector<CommitLine> read_commit_record(const fs::path& folder) {
  std::vector<CommitLine> lines;
  const auto file = folder / kCommitted / kRecord;
  std::error_code error;
  if (!fs::exists(file, error)) return lines;
  std::istringstream text(read_file(file));
  for (std::string act, before, name; text >> act >> before && text.get() && std::getline(text, name);) {
    lines.push_back({act == "move" ? CommitLine::Act::move : CommitLine::Act::remove, before, name});
  }
  return lines;
}

void settle_folder(const fs::path& folder) {
  std::error_code error;
  std::set<fs::path> folders;
  for (const auto& line : read_commit_record(folder)) {
    complete(folder, line);
    folders.insert((folder / line.name).parent_path());
  }
  for (const auto& one : folders) sync_folder(one);
  // The record goes first: what is then left of the folder means nothing.
  fs::remove(folder / kCommitted / kRecord, error);
  fs::remove_all(folder / kCommitted, error);
  fs::remove_all(folder / kPreparing, error);
}

}  // namespace maillage
