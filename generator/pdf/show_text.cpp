// Glyph runs as TJ operators (ISO 32000-1, 9.4.3). Every glyph's place is
// computed from the run's start in whole units and compared with where the
// reader's pen stands after the widths it knows, in thousandths of the size: so
// rounding never adds up.
#include <cassert>

#include "pdf/content.h"

namespace bifolio::pdf {

/// Where the reader's pen stands in a run, and what is open in the output.
struct ContentStream::Pen {
  std::int64_t at = 0;  ///< thousandths of the size
  Length x;             ///< of the next glyph's origin, exact
  bool is_in_array = false, is_in_string = false;
};

void ContentStream::open_text() {
  if (is_in_text_) return;
  operation("BT");
  is_in_text_ = true;
  line_x_ = line_y_ = 0;
}

void ContentStream::close_text() {
  if (!is_in_text_) return;
  set_rise(0);
  operation("ET");
  is_in_text_ = false;
}

// Steps between lines are differences of rounded places, not rounded differences.
void ContentStream::move_text(std::int64_t x, std::int64_t y) {
  if (x == line_x_ && y == line_y_ && x == 0 && y == 0) return;
  thousandth(x - line_x_).thousandth(y - line_y_).operation("Td");
  line_x_ = x;
  line_y_ = y;
}

void ContentStream::select_font(int font, Length size) {
  if (font == state_.font && size == state_.size) return;
  state_.font = font;
  state_.size = size;
  used_fonts_.insert(font);
  out_ += name(FontSet::resource_name(font)) + " ";
  append_number(out_, size.points());
  operation(" Tf");
}

void ContentStream::set_rise(std::int64_t rise) {
  if (rise == state_.rise) return;
  state_.rise = rise;
  thousandth(rise).operation("Ts");
}

void ContentStream::show(const layout::GlyphRun& run, Length x, Length y) {
  set_fill(run.color);
  open_text();
  move_text(thousandths(x), thousandths(y));
  show_glyphs(run);
}

void ContentStream::show(const layout::GlyphRun& run, const Matrix& matrix) {
  close_text();
  set_fill(run.color);
  open_text();
  for (const double value : {matrix.a, matrix.b, matrix.c, matrix.d}) {
    append_number(out_, value, 6);
    out_.push_back(' ');
  }
  number(matrix.e).number(matrix.f).operation("Tm");
  show_glyphs(run);
  close_text();  // the next Td would start from this matrix
}

void ContentStream::show_glyphs(const layout::GlyphRun& run) {
  assert(run.size.units > 0 && "text has a size");
  Pen pen;
  UsedFace& face = fonts_.face(run.font);
  find_clusters(run, clusters_);
  for (const Cluster& cluster : clusters_) show_cluster(run, cluster, face, pen);
  end_string(pen);
}

void ContentStream::show_cluster(const layout::GlyphRun& run, const Cluster& cluster, UsedFace& face, Pen& pen) {
  shown_.clear();
  bool says_its_text = true;
  std::string_view rest = cluster.text;
  for (std::size_t i = 0; i < cluster.count; ++i) {
    const std::string_view text = take_glyph_text(rest, i + 1 == cluster.count);
    shown_.push_back(fonts_.show(face, run.glyphs[cluster.first + i].id, text));
    says_its_text = says_its_text && shown_.back().says_its_text;
  }
  if (!says_its_text) {
    end_string(pen);
    out_ += "/Span<</ActualText<FEFF" + utf16_hex(cluster.text) + ">>>";
    operation("BDC");
  }
  for (std::size_t i = 0; i < cluster.count; ++i) {
    const layout::Glyph& glyph = run.glyphs[cluster.first + i];
    show_glyph(shown_[i], run.size, scale(pen.x + glyph.dx, 1000, run.size.units).units, thousandths(glyph.dy), pen);
    pen.x += glyph.advance;
  }
  if (!says_its_text) {
    end_string(pen);
    operation("EMC");
  }
}

void ContentStream::show_glyph(const Shown& shown, Length size, std::int64_t target, std::int64_t rise, Pen& pen) {
  if (shown.font != state_.font || size != state_.size || rise != state_.rise) {
    end_string(pen);
    select_font(shown.font, size);
    set_rise(rise);
  }
  if (!pen.is_in_array) out_.push_back('[');
  if (pen.at != target) {
    if (pen.is_in_string) out_.push_back('>');
    append_integer(out_, pen.at - target);
    pen.is_in_string = false;
  }
  if (!pen.is_in_string) out_.push_back('<');
  for (int shift = 12; shift >= 0; shift -= 4) out_.push_back("0123456789ABCDEF"[shown.code >> shift & 15]);
  pen.is_in_array = pen.is_in_string = true;
  pen.at = target + shown.width;
}

void ContentStream::end_string(Pen& pen) {
  if (!pen.is_in_array) return;
  operation(pen.is_in_string ? ">]TJ" : "]TJ");
  pen.is_in_array = pen.is_in_string = false;
}

}  // namespace bifolio::pdf
