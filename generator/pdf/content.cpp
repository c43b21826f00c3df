#include "pdf/content.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace bifolio::pdf {

ContentStream& ContentStream::number(double value) {
  append_number(out_, value);
  out_.push_back(' ');
  return *this;
}

ContentStream& ContentStream::thousandth(std::int64_t value) {
  append_thousandths(out_, value);
  out_.push_back(' ');
  return *this;
}

void ContentStream::operation(std::string_view name) {
  out_.append(name).push_back('\n');
}

void ContentStream::begin_tagged(std::string_view role, int mcid) {
  close_text();
  out_ += name(role) + "<</MCID " + std::to_string(mcid) + ">>";
  operation("BDC");
}

void ContentStream::begin_artifact(ArtifactKind kind) {
  close_text();
  out_ += kind == ArtifactKind::pagination ? "/Artifact<</Type/Pagination>>" : "/Artifact<</Type/Layout>>";
  operation("BDC");
}

void ContentStream::end_marked() {
  close_text();  // a sequence that begins outside a text object ends outside it (14.6.1)
  operation("EMC");
}

void ContentStream::save() {
  close_text();
  saved_.push_back(state_);
  operation("q");
}

void ContentStream::restore() {
  assert(!saved_.empty() && "every restore has its save");
  close_text();
  state_ = std::move(saved_.back());
  saved_.pop_back();
  operation("Q");
}

void ContentStream::transform(const Matrix& matrix) {
  close_text();
  for (const double value : {matrix.a, matrix.b, matrix.c, matrix.d}) {
    append_number(out_, value, 6);  // errors here grow with the distance from the origin
    out_.push_back(' ');
  }
  number(matrix.e).number(matrix.f).operation("cm");
}

void ContentStream::clip(double x, double y, double width, double height) {
  close_text();
  number(x).number(y).number(width).number(height).operation("re W n");
}

void ContentStream::set_fill(Color color) {
  if (color == state_.fill) return;
  state_.fill = color;
  for (const int part : {color.red, color.green, color.blue}) number(part / 255.0);
  operation("rg");
}

void ContentStream::set_stroke(Color color) {
  if (color == state_.stroke) return;
  state_.stroke = color;
  for (const int part : {color.red, color.green, color.blue}) number(part / 255.0);
  operation("RG");
}

void ContentStream::set_opacity(double fill, double stroke) {
  if (fill == state_.fill_opacity && stroke == state_.stroke_opacity) return;
  state_.fill_opacity = fill;
  state_.stroke_opacity = stroke;
  const auto share = [](double value) { return std::lround(1000 * std::clamp(value, 0.0, 1.0)); };
  const std::string resource = "A" + std::to_string(share(fill)) + "S" + std::to_string(share(stroke));
  std::string ca, CA;
  append_thousandths(ca, share(fill));
  append_thousandths(CA, share(stroke));
  used_opacities_[resource] = Dictionary().add("ca", ca).add("CA", CA).written();
  out_ += name(resource) + " ";
  operation("gs");
}

void ContentStream::set_line_width(double width) {
  if (width == state_.line_width) return;
  state_.line_width = width;
  number(width).operation("w");
}

// Dashes that are negative or all nothing are none (8.4.3.6).
void ContentStream::set_dashes(const std::vector<double>& wanted) {
  double sum = 0;
  bool is_valid = true;
  for (const double dash : wanted) sum += dash, is_valid = is_valid && dash >= 0;
  const std::vector<double> dashes = is_valid && sum > 0 && std::isfinite(sum) ? wanted : std::vector<double>{};
  if (dashes == state_.dashes) return;
  state_.dashes = dashes;
  out_.push_back('[');
  for (const double dash : dashes) number(dash);
  operation("]0 d");
}

// 8.4.3.3, in the same order.
void ContentStream::set_cap(DrawingPaint::Cap cap) {
  if (cap == state_.cap) return;
  state_.cap = cap;
  number(static_cast<int>(cap)).operation("J");
}

void ContentStream::move_to(double x, double y) {
  close_text();
  number(x).number(y).operation("m");
}

void ContentStream::line_to(double x, double y) {
  number(x).number(y).operation("l");
}

void ContentStream::curve_to(double ax, double ay, double bx, double by, double x, double y) {
  number(ax).number(ay).number(bx).number(by).number(x).number(y).operation("c");
}

void ContentStream::close_path() {
  operation("h");
}

void ContentStream::paint(Paint paint) {
  switch (paint) {
    case Paint::nothing: return operation("n");
    case Paint::fill: return operation("f");
    case Paint::stroke: return operation("S");
    case Paint::fill_and_stroke: return operation("B");
  }
}

void ContentStream::draw(std::string_view resource_name, Ref object) {
  close_text();
  used_objects_.insert_or_assign(std::string(resource_name), object);
  out_ += name(resource_name) + " ";
  operation("Do");
}

std::string ContentStream::finish() {
  close_text();
  assert(saved_.empty() && "every save has its restore");
  return std::move(out_);
}

Dictionary ContentStream::resources() const {
  Dictionary fonts, objects, opacities, all;
  for (const int font : used_fonts_) fonts.add(FontSet::resource_name(font), fonts_.ref(font));
  for (const auto& [resource, ref] : used_objects_) objects.add(resource, ref);
  for (const auto& [resource, dictionary] : used_opacities_) opacities.add(resource, dictionary);
  if (!fonts.is_empty()) all.add("Font", fonts.written());
  if (!objects.is_empty()) all.add("XObject", objects.written());
  if (!opacities.is_empty()) all.add("ExtGState", opacities.written());
  return all;
}

}  // namespace bifolio::pdf
