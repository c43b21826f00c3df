#include "raster/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <map>

#include "base/owned.h"
#include "raster/canvas.h"

namespace bifolio::raster {
namespace {

using Library = Owned<FT_LibraryRec_, FT_Done_FreeType>;
using Face = Owned<FT_FaceRec_, FT_Done_Face>;

/// Adds an outline to Cairo's path, font units scaled and turned upside down.
struct PathBuilder {
  cairo_t* context;
  double x, y, scale;
  FT_Vector last = {};

  double across(const FT_Vector* to) const { return x + to->x * scale; }
  double down(const FT_Vector* to) const { return y - to->y * scale; }
};

int move_to(const FT_Vector* to, void* user) {
  auto& path = *static_cast<PathBuilder*>(user);
  cairo_move_to(path.context, path.across(to), path.down(to));
  path.last = *to;
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  auto& path = *static_cast<PathBuilder*>(user);
  cairo_line_to(path.context, path.across(to), path.down(to));
  path.last = *to;
  return 0;
}

int cubic_to(const FT_Vector* a, const FT_Vector* b, const FT_Vector* to, void* user) {
  auto& path = *static_cast<PathBuilder*>(user);
  cairo_curve_to(path.context, path.across(a), path.down(a), path.across(b), path.down(b), path.across(to),
                 path.down(to));
  path.last = *to;
  return 0;
}

// A quadratic curve is a cubic one whose controls lie two thirds of the way to its own.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  auto& path = *static_cast<PathBuilder*>(user);
  const auto between = [](double end, double middle) { return end + (middle - end) * 2 / 3; };
  cairo_curve_to(path.context, between(path.across(&path.last), path.across(control)),
                 between(path.down(&path.last), path.down(control)), between(path.across(to), path.across(control)),
                 between(path.down(to), path.down(control)), path.across(to), path.down(to));
  path.last = *to;
  return 0;
}

}  // namespace

struct GlyphPainter::Faces {
  Library library;
  std::map<text::FontId, Face> faces;

  FT_Face find(const text::Fonts& fonts, text::FontId id) {
    const auto [at, is_new] = faces.try_emplace(id);
    FT_Face face = nullptr;
    const std::string_view bytes = fonts.file_bytes(id);
    if (is_new && FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                                     static_cast<FT_Long>(bytes.size()), fonts.face_index(id), &face) == 0) {
      at->second.reset(face);
    }
    return at->second.get();
  }
};

GlyphPainter::GlyphPainter(const text::Fonts& fonts) : fonts_(fonts), faces_(std::make_unique<Faces>()) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) faces_->library.reset(library);
}

GlyphPainter::~GlyphPainter() = default;

void GlyphPainter::show(cairo_t* context, const layout::GlyphRun& run, double opacity) {
  FT_Face face = faces_->find(fonts_, run.font);
  if (face == nullptr) return;
  static const FT_Outline_Funcs kFunctions{move_to, line_to, conic_to, cubic_to, 0, 0};
  set_color(context, run.color, opacity);
  const double scale = run.size.points() / face->units_per_EM;
  Length x;
  for (const layout::Glyph& glyph : run.glyphs) {
    PathBuilder path{context, (x + glyph.dx).points(), -glyph.dy.points(), scale};
    x += glyph.advance;
    // Glyph 0 says that the face lacks the character; a PDF may not show it, so neither do we.
    if (glyph.id == 0 || FT_Load_Glyph(face, glyph.id, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0) continue;
    FT_Outline_Decompose(&face->glyph->outline, &kFunctions, &path);
    cairo_fill(context);
  }
}

}  // namespace bifolio::raster
