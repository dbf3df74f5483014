// SPDX-License-Identifier: Apache-2.0
#include "files/zip_archive.hpp"

#include <zip.h>

namespace maillage {

CannotUnpack::CannotUnpack(std::string why, std::string about)
    : std::runtime_error(why + " " + about), reason(std::move(why)), part(std::move(about)) {}

struct ZipArchive::Handle {
  explicit Handle(zip_t* opened) : archive(opened) {}
  ~Handle() { zip_discard(archive); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  zip_t* archive;
};

namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, UnpackLimits limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) throw CannotUnpack("damaged");
  handle_ = std::make_unique<Handle>(archive);
  const auto count = zip_get_num_entries(archive, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits_.parts) throw CannotUnpack("too_large");
}

ZipArchive::~ZipArchive() = default;

bool ZipArchive::has(std::string_view part) const {
  return zip_name_locate(handle_->archive, std::string(part).c_str(), ZIP_FL_ENC_GUESS) >= 0;
}

std::string ZipArchive::unpack(std::string_view part) {
  const std::string name(part);
  const auto index = zip_name_locate(handle_->archive, name.c_str(), ZIP_FL_ENC_GUESS);
  if (index < 0) throw CannotUnpack("missing_part", name);
  zip_stat_t status;
  zip_stat_init(&status);
  const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(handle_->archive, static_cast<zip_uint64_t>(index), 0, &status) != 0 ||
      (status.valid & wanted) != wanted) {
    throw CannotUnpack("damaged", name);
  }
  if (status.encryption_method != ZIP_EM_NONE) throw CannotUnpack("encrypted", name);
  if (status.size > limits_.part_bytes || status.size > limits_.total_bytes - unpacked_) {
    throw CannotUnpack("too_large", name);
  }
  if (status.size > limits_.ratio_from_bytes &&
      static_cast<double>(status.size) > limits_.ratio * static_cast<double>(status.comp_size)) {
    throw CannotUnpack("too_dense", name);
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(handle_->archive, static_cast<zip_uint64_t>(index), 0));
  if (!file) throw CannotUnpack("damaged", name);
  std::string bytes(status.size, '\0');
  std::uint64_t done = 0;
  while (done < status.size) {
    const auto count = zip_fread(file.get(), bytes.data() + done, status.size - done);
    if (count <= 0) throw CannotUnpack("damaged", name);
    done += static_cast<std::uint64_t>(count);
  }
  char beyond = 0;  // the checksum is looked at where the part ends; a part longer than it says is no sound part
  if (zip_fread(file.get(), &beyond, 1) != 0) throw CannotUnpack("damaged", name);
  unpacked_ += status.size;
  return bytes;
}

}  // namespace maillage
