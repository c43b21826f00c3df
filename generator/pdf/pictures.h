// Photographs and scans as image XObjects (ISO 32000-1, 8.9.5). A JPEG is passed
// through; a PNG is decoded and packed again, its transparency apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "layout/frame.h"
#include "pdf/writer.h"

namespace bifolio::pdf {

/// The pictures' XObjects, by index; nothing for those that cannot be drawn, which are reported.
std::vector<std::optional<Ref>> write_pictures(Writer&, const layout::PagedDocument&, Findings&);

/// What the header of a picture says, before anything is decoded.
struct PictureFacts {
  int width = 0, height = 0;
  int channels = 0;  ///< of a JPEG: 1 = grey, 3 = RGB, 4 = CMYK
};
std::optional<PictureFacts> read_jpeg_facts(std::string_view bytes);
std::optional<PictureFacts> read_png_facts(std::string_view bytes);

/// 8-bit samples, row by row.
struct Pixels {
  int width = 0, height = 0;
  int channels = 3;  ///< 1 = grey, 3 = RGB
  std::string samples = {};
  std::string alpha = {};  ///< one a pixel; empty where all is opaque
};
std::optional<Pixels> decode_png(std::string_view bytes);

/// Rows with the PNG filter that suits each best, for /Predictor 15.
std::string filter_rows(std::string_view samples, std::size_t row_size, std::size_t pixel_size);

}  // namespace bifolio::pdf
