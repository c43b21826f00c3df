#include "base/deflate.h"

#include <libdeflate.h>

#include "base/owned.h"

namespace bifolio {

std::string deflate_zlib(std::string_view bytes) {
  constexpr int kLevel = 6;
  thread_local Owned<libdeflate_compressor, libdeflate_free_compressor> compressor(libdeflate_alloc_compressor(kLevel));
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace bifolio
