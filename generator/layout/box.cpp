#include "layout/box.h"

namespace bifolio::layout {
namespace {

void move(Point& point, Length dx, Length dy) {
  point.x += dx;
  point.y += dy;
}

void move(Rect& rect, Length dx, Length dy) {
  rect.x += dx;
  rect.y += dy;
}

}  // namespace

void move(Item& item, Length dx, Length dy) {
  std::visit(
      [&](auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, GlyphRun>) {
          move(value.origin, dx, dy);
        } else if constexpr (std::is_same_v<T, Path>) {
          for (PathStep& step : value.steps) {
            move(step.a, dx, dy);
            move(step.b, dx, dy);
            move(step.c, dx, dy);
          }
        } else if constexpr (std::is_same_v<T, TurnedPage>) {
          move(value.origin, dx, dy);
        } else {
          move(value.area, dx, dy);
        }
      },
      item);
}

void move(Box& box, Length dx, Length dy) {
  for (Item& item : box.items) move(item, dx, dy);
  for (LinkPart& link : box.links) move(link.area, dx, dy);
}

void merge(Box& into, Box&& other, Length dx, Length dy) {
  move(other, dx, dy);
  for (Item& item : other.items) into.items.push_back(std::move(item));
  for (LinkPart& link : other.links) into.links.push_back(link);
  for (Anchor& anchor : other.anchors) into.anchors.push_back(std::move(anchor));
  into.notes.insert(into.notes.end(), other.notes.begin(), other.notes.end());
}

Box as_furniture(Box box) {
  for (Item& item : box.items) {
    std::visit([](auto& value) { value.tag = kArtifact; }, item);
  }
  box.links.clear();
  box.anchors.clear();
  box.notes.clear();
  return box;
}

Length height(const std::vector<Box>& boxes) {
  Length sum;
  for (const Box& box : boxes) sum += box.height;
  return sum;
}

Path rule(Length x, Length y, Length width, Length stroke, Color color) {
  Path path;
  path.steps = {{PathStep::Kind::move, {x, y}, {}, {}}, {PathStep::Kind::line, {x + width, y}, {}, {}}};
  path.stroke = color;
  path.width = stroke;
  return path;
}

}  // namespace bifolio::layout
