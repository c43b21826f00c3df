#include "text/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bifolio::text {
namespace {

std::string_view map(int file) {
  struct stat facts = {};
  if (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(facts.st_size);
  void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  return start == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(start), size);
}

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  const std::string_view bytes = map(file);
  ::close(file);
  if (bytes.empty()) return nullptr;
  return std::shared_ptr<const MappedFile>(new MappedFile(bytes));
}

void MappedFile::rest() const {
  madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace bifolio::text
