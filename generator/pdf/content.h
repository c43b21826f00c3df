// A content stream (ISO 32000-1, 7.8.2): graphics operators, text and marked
// content. It knows the graphics state, so that nothing is set twice, and opens
// and closes text objects by itself. Coordinates are PDF's: points, y upwards.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "layout/frame.h"
#include "pdf/fonts.h"
#include "pdf/syntax.h"

namespace bifolio::pdf {

/// x' = a·x + c·y + e, y' = b·x + d·y + f (8.3.3).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

enum class ArtifactKind { pagination, layout };

class ContentStream {
 public:
  explicit ContentStream(FontSet& fonts) : fonts_(fonts) {}

  /// Marked content (14.6): what follows belongs to an element, or to none.
  void begin_tagged(std::string_view role, int mcid);
  void begin_artifact(ArtifactKind);
  void end_marked();

  void save();
  void restore();
  void transform(const Matrix&);
  void clip(double x, double y, double width, double height);

  void set_fill(Color);
  void set_stroke(Color);
  void set_opacity(double fill, double stroke);
  void set_line_width(double);
  void set_dashes(const std::vector<double>&);
  void set_cap(DrawingPaint::Cap);

  void move_to(double x, double y);
  void line_to(double x, double y);
  void curve_to(double ax, double ay, double bx, double by, double x, double y);
  void close_path();
  /// Ends the path that the calls before it built.
  enum class Paint { nothing, fill, stroke, fill_and_stroke };
  void paint(Paint);

  /// Shows the glyphs with the first origin at (x, y); the run's own origin is not read.
  void show(const layout::GlyphRun&, Length x, Length y);
  /// The same in a coordinate system of its own, for turned or mirrored text.
  void show(const layout::GlyphRun&, const Matrix&);

  /// Draws an image or a form; an image fills the unit square.
  void draw(std::string_view resource_name, Ref);

  /// The operators, all brackets closed. Call once, at the end.
  std::string finish();
  Dictionary resources() const;

 private:
  struct State {
    Color fill, stroke;
    double fill_opacity = 1, stroke_opacity = 1, line_width = 1;
    std::vector<double> dashes;
    DrawingPaint::Cap cap = DrawingPaint::Cap::butt;
    int font = -1;
    Length size;
    std::int64_t rise = 0;
  };
  struct Pen;

  void open_text();
  void close_text();
  void move_text(std::int64_t x, std::int64_t y);
  void show_glyphs(const layout::GlyphRun&);
  void show_cluster(const layout::GlyphRun&, const Cluster&, UsedFace&, Pen&);
  void show_glyph(const Shown&, Length size, std::int64_t target, std::int64_t rise, Pen&);
  void end_string(Pen&);
  void select_font(int font, Length size);
  void set_rise(std::int64_t);

  ContentStream& number(double value);
  ContentStream& thousandth(std::int64_t value);
  void operation(std::string_view name);

  FontSet& fonts_;
  std::string out_;
  State state_;
  std::vector<State> saved_;
  bool is_in_text_ = false;
  std::int64_t line_x_ = 0, line_y_ = 0;  ///< where the last Td put the line
  std::set<int> used_fonts_;
  std::map<std::string, Ref, std::less<>> used_objects_;
  std::map<std::string, std::string> used_opacities_;  ///< resource name → dictionary
  std::vector<Cluster> clusters_;                      ///< of the run that is being shown
  std::vector<Shown> shown_;                           ///< of its cluster
};

}  // namespace bifolio::pdf
