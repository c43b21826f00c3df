#include "pdf/page_content.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace bifolio::pdf {
namespace {

using layout::GlyphRun;
using layout::Path;
using layout::PathStep;
using layout::PlacedDrawing;
using layout::PlacedPicture;
using layout::TagId;
using layout::TurnedPage;

// Items that would leave no mark open no sequence.
bool shows(const GlyphRun& run, const Materials&) {
  return !run.glyphs.empty() && run.size.units > 0;
}
bool shows(const Path& path, const Materials&) {
  return !path.steps.empty() && (path.fill || path.stroke);
}
bool shows(const PlacedPicture& placed, const Materials& materials) {
  return materials.pictures.at(placed.picture).has_value();
}
bool shows(const PlacedDrawing&, const Materials&) {
  return true;
}
bool shows(const TurnedPage&, const Materials&) {
  return true;
}

// Text outside the structure is a running head, a folio or a repeated table
// head; everything else is there for its looks (ISO 32000-1, 14.8.2.2.2).
ArtifactKind artifact_kind(const GlyphRun&) {
  return ArtifactKind::pagination;
}
template <typename Item>
ArtifactKind artifact_kind(const Item&) {
  return ArtifactKind::layout;
}

ContentStream::Paint paint_of(const Path& path) {
  if (!path.fill) return ContentStream::Paint::stroke;
  return path.stroke ? ContentStream::Paint::fill_and_stroke : ContentStream::Paint::fill;
}

class PagePainter {
 public:
  PagePainter(std::size_t page, const Materials& materials, StructureTree& structure)
      : page_(page),
        height_(materials.document.pages[page].height),
        materials_(materials),
        structure_(structure),
        content_(materials.fonts) {}

  ContentStream paint() && {
    for (const layout::Item& item : materials_.document.pages[page_].items) {
      std::visit([&](const auto& it) { paint_marked(it); }, item);
    }
    end_mark();
    return std::move(content_);
  }

 private:
  struct Mark {
    TagId tag;
    ArtifactKind kind;
    bool operator==(const Mark&) const = default;
  };

  template <typename Item>
  void paint_marked(const Item& item) {
    if (!shows(item, materials_)) return;
    const bool is_artifact = item.tag == layout::kArtifact || materials_.document.tags.empty();
    begin_mark(is_artifact ? Mark{layout::kArtifact, artifact_kind(item)} : Mark{item.tag, ArtifactKind::layout});
    paint_item(item);
  }

  void begin_mark(Mark mark) {
    if (mark_ == mark) return;
    end_mark();
    mark_ = mark;
    if (mark.tag == layout::kArtifact) {
      content_.begin_artifact(mark.kind);
    } else {
      content_.begin_tagged(materials_.document.tags[mark.tag].role, structure_.add_content(mark.tag, page_));
    }
  }

  void end_mark() {
    if (mark_) content_.end_marked();
    mark_.reset();
  }

  void paint_item(const GlyphRun& run) { content_.show(run, run.origin.x, height_ - run.origin.y); }

  void paint_item(const Path& path) {
    if (path.fill) content_.set_fill(*path.fill);
    if (path.stroke) {
      content_.set_stroke(*path.stroke);
      content_.set_line_width(path.width.points());
      content_.set_dashes(points(path.dashes));
    }
    for (const PathStep& step : path.steps) add_step(step);
    content_.paint(paint_of(path));
  }

  void add_step(const PathStep& step) {
    switch (step.kind) {
      case PathStep::Kind::move: return content_.move_to(step.a.x.points(), up(step.a));
      case PathStep::Kind::line: return content_.line_to(step.a.x.points(), up(step.a));
      case PathStep::Kind::close: return content_.close_path();
      case PathStep::Kind::curve:
        return content_.curve_to(step.a.x.points(), up(step.a), step.b.x.points(), up(step.b), step.c.x.points(),
                                 up(step.c));
    }
  }

  void paint_item(const PlacedPicture& placed) {
    const Rect& area = placed.area;
    content_.save();
    // PDF's pictures are unit squares that stand on their feet: y counts upwards (8.9.3).
    const layout::Turn turn = layout::turn_of(materials_.document.pictures[placed.picture].orientation);
    const double width = area.width.points(), height = area.height.points();
    content_.transform({width * turn.a, -height * turn.b, -width * turn.c, height * turn.d,
                        area.x.points() + width * (turn.c + turn.e), bottom(area) + height * (1 - turn.d - turn.f)});
    content_.draw("P" + std::to_string(placed.picture), *materials_.pictures[placed.picture]);
    content_.restore();
  }

  void paint_item(const PlacedDrawing& placed) {
    const Rect& area = placed.area;
    content_.save();
    pdf::paint(materials_.document.drawings.at(placed.drawing), materials_.drawing_texts.at(placed.drawing),
               area.x.points(), bottom(area), area.width.points(), area.height.points(), content_);
    content_.restore();
  }

  /// Inside it, y counts from its own foot.
  void paint_item(const TurnedPage& turned) {
    const layout::Page& page = *turned.page;
    content_.save();
    content_.transform(
        {0, 1, -1, 0, (turned.origin.x + page.height).points(), (height_ - turned.origin.y - page.width).points()});
    const Length outside = std::exchange(height_, page.height);
    for (const layout::Item& item : page.items) {
      std::visit([&](const auto& it) { shows(it, materials_) ? paint_item(it) : void(); }, item);
    }
    height_ = outside;
    content_.restore();
  }

  double up(const Point& point) const { return (height_ - point.y).points(); }
  double bottom(const Rect& area) const { return (height_ - area.y - area.height).points(); }

  static std::vector<double> points(const std::vector<Length>& lengths) {
    std::vector<double> out;
    for (const Length length : lengths) out.push_back(length.points());
    return out;
  }

  std::size_t page_;
  Length height_;
  const Materials& materials_;
  StructureTree& structure_;
  ContentStream content_;
  std::optional<Mark> mark_;
};

}  // namespace

ContentStream paint_page(std::size_t page, const Materials& materials, StructureTree& structure) {
  return PagePainter(page, materials, structure).paint();
}

}  // namespace bifolio::pdf
