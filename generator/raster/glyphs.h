// Glyphs as filled outlines. Cairo could show them itself, but it keeps faces in
// caches of the whole process, longer than our fonts live, and locks them for
// all threads; outlines need neither, and no hinting that a PDF would not have.
#pragma once

#include <cairo.h>

#include <memory>

#include "layout/frame.h"
#include "text/fonts.h"

namespace bifolio::raster {

class GlyphPainter {
 public:
  explicit GlyphPainter(const text::Fonts&);
  ~GlyphPainter();
  GlyphPainter(const GlyphPainter&) = delete;
  GlyphPainter& operator=(const GlyphPainter&) = delete;

  /// Draws the run with its first origin at the context's (0, 0).
  void show(cairo_t*, const layout::GlyphRun&, double opacity = 1);

 private:
  struct Faces;
  const text::Fonts& fonts_;
  std::unique_ptr<Faces> faces_;
};

}  // namespace bifolio::raster
