// Figures: a chart or a picture, its caption below. The figure and its caption are
// two elements in one, since a tag has content or children, never both.
#include <algorithm>
#include <cmath>

#include "layout/block.h"
#include "layout/chart_drawing.h"
#include "layout/picture.h"
#include "layout/rules.h"
#include "layout/table.h"
#include "picture/picture.h"

namespace bifolio::layout {
namespace {

/// Pictures print at 150 dots an inch, or smaller where the column is narrower.
constexpr std::int64_t kPictureDots = 150;

struct Extent {
  Length width, height;
};

/// Scaled down until it fits the column and leaves room for its caption.
Extent fit(Extent wanted, Length width, Length height) {
  if (wanted.width > width)
    wanted = {width, scale(width, wanted.height.units, std::max<std::int64_t>(1, wanted.width.units))};
  if (wanted.height > height) {
    wanted = {scale(height, wanted.width.units, std::max<std::int64_t>(1, wanted.height.units)), height};
  }
  return wanted;
}

/// A CSS pixel is a 96th of an inch.
constexpr double kPointsPerPixel = 0.75;
constexpr double kMostGrowth = 10;

/// The size of the smallest text, or 0 where there is none.
double smallest_letters(const DrawingNode& node) {
  double least = node.kind == DrawingNode::Kind::text ? node.text.size : 0;
  for (const DrawingNode& child : node.children) {
    const double size = smallest_letters(child);
    if (size > 0 && (least == 0 || size < least)) least = size;
  }
  return least;
}

std::string tenths(double value) {
  const long count = std::lround(value * 10);
  return std::to_string(count / 10) + "." + std::to_string(count % 10);
}

class FigureSetter {
 public:
  FigureSetter(Workbench& bench, Place& place, const Figure& figure, Span span)
      : bench_(bench), place_(place), figure_(figure), span_(span) {}

  TagId add(const std::string& id) {
    start_block(place_, wide_space(bench_));
    group_ = bench_.tags.add("Div", place_.parent);
    Box box = figure_.kind == Figure::Kind::chart ? chart() : picture();
    if (!id.empty()) place_.anchors.push_back({id, group_});
    std::vector<Box> boxes;
    boxes.push_back(std::move(box));
    put_kept(place_, std::move(boxes));
    add_caption();
    start_block(place_, wide_space(bench_));
    place_.is_after_break = true;
    return group_;
  }

 private:
  /// The page, but for a caption of some lines.
  Length tallest() const { return place_.flow.height() - bench_.look.small.leading * 9 / 2; }

  Box chart() {
    if (!figure_.chart || *figure_.chart >= bench_.publication.charts.size()) return alternative();
    Drawing drawing = draw_chart(bench_, bench_.publication.charts[*figure_.chart], place_.measure, tallest());
    if (drawing.width <= 0 || drawing.height <= 0) return alternative();
    const Extent extent = fit({pt(drawing.width), pt(drawing.height)}, place_.measure, tallest());
    bench_.out.drawings.push_back(std::move(drawing));
    return placed(extent, [&](Rect area, TagId tag) -> Item {
      return PlacedDrawing{bench_.out.drawings.size() - 1, area, tag};
    });
  }

  Box picture() {
    const auto at = bench_.publication.pictures.find(figure_.source);
    if (at == bench_.publication.pictures.end()) return alternative();
    if (picture::is_markup(at->first, at->second.bytes)) return drawn(at->second);
    const auto size = picture_size(at->second.bytes);
    if (!size) {
      const bool is_picture = names_picture(at->second.bytes);
      report(bench_, layout_picture, figure_.source_span,
             {is_picture ? Argument{"reason", "its size cannot be read or is beyond 30,000 dots a side",
                                    "读不出它的尺寸，或者一边超过 30,000 像素"}
                         : Argument{"reason", "it is no PNG, JPEG or SVG file", "它不是 PNG、JPEG 或 SVG 文件"}});
      return alternative();
    }
    const Extent natural{pt(72) * size->width / kPictureDots, pt(72) * size->height / kPictureDots};
    const Extent extent = fit(natural, place_.measure, tallest());
    bench_.out.pictures.push_back(
        {at->second.bytes, size->width, size->height, figure_.source_span, size->orientation});
    return placed(extent, [&](Rect area, TagId tag) -> Item {
      return PlacedPicture{bench_.out.pictures.size() - 1, area, tag};
    });
  }

  /// At its own size, or larger where its letters would be too small to read (ACCESSIBILITY BF-12).
  Box drawn(const Picture& file) {
    Findings known;  // told when the file was first read
    std::optional<Drawing> drawing = picture::read_svg(file, place_.language, known);
    if (!drawing) return alternative();
    const double letters = smallest_letters(drawing->root) * kPointsPerPixel;
    const Length least = bench_.look.is_large_print ? pt(18) : pt(8);
    const double wanted = readable(bench_.look.micro.character, least).size.points();
    const double scale =
        letters > 0 ? std::clamp(wanted / letters, 1.0, kMostGrowth) * kPointsPerPixel : kPointsPerPixel;
    const Extent natural{pt(drawing->width * scale), pt(drawing->height * scale)};
    const Extent extent = fit(natural, place_.measure, tallest());
    report_small_letters(letters / kPointsPerPixel * extent.width.points() / drawing->width, least);
    bench_.out.drawings.push_back(*std::move(drawing));
    return placed(extent, [&](Rect area, TagId tag) -> Item {
      return PlacedDrawing{bench_.out.drawings.size() - 1, area, tag};
    });
  }

  void report_small_letters(double points, Length least) {
    if (points <= 0 || points >= least.points() - 0.05) return;
    report(bench_, layout_picture_letters, figure_.source_span,
           {{"edition", bench_.format.edition},
            {"size", tenths(points)},
            {"least", std::to_string(std::lround(least.points()))}});
  }

  template <typename Make>
  Box placed(Extent extent, Make make) {
    const Rect area{place_.x + (place_.measure - extent.width) / 2, {}, extent.width, extent.height};
    TagId tag = kArtifact;
    if (!figure_.is_decorative) {
      tag = bench_.tags.add("Figure", group_);
      bench_.tags[tag].detail().alt = figure_.alt;
      bench_.tags[tag].detail().placement = "Block";
    }
    Box box{.height = extent.height};
    box.items.push_back(make(area, tag));
    return box;
  }

  /// What cannot be drawn is said: the alternative text stands in its place.
  Box alternative() {
    const TagId tag = bench_.tags.add("P", group_);
    TextBlock block = text_block(bench_, in_color(bench_.look.small, bench_.look.soft), place_.language);
    block.x = place_.x;
    block.measure = place_.measure;
    Box all;
    for (Box& line : set_text(bench_, collect(figure_.alt, {block.style.character, tag, place_.language}), block)) {
      const Length y = all.height;
      all.height += line.height;
      merge(all, std::move(line), {}, y);
    }
    return all;
  }

  void add_caption() {
    if (figure_.caption.empty() && figure_.number.empty()) return;
    const std::string label =
        figure_.number.empty() ? "" : bench_.language.numbered(bench_.language.labels().figure, figure_.number);
    std::vector<int> notes;
    const TagId tag = bench_.tags.add("Caption", group_);
    std::vector<Box> lines = set_caption(bench_, place_, {label, figure_.caption}, tag, &notes);
    set_notes(bench_, notes, tag, place_.language);
    place_.flow.allow_break(kKeep);
    place_.flow.add(Box{.height = pt(6)});
    put_kept(place_, std::move(lines));
  }

  Workbench& bench_;
  Place& place_;
  const Figure& figure_;
  Span span_;
  TagId group_ = kArtifact;
};

}  // namespace

void add_figure(Workbench& bench, Place& place, const Figure& figure, const std::string& id, Span span) {
  add_float(bench, place, place.flow.height(),
            [&](Place& at) { return FigureSetter(bench, at, figure, span).add(id); });
}

}  // namespace bifolio::layout
