#include "layout/dump_pages.h"

#include "layout/dump_floats.h"

namespace bifolio::layout {
namespace {

Tree points(Length length) {
  return Tree::of(length.points());
}

Tree rectangle(const Rect& area) {
  Tree out = Tree::object();
  out.set("x", points(area.x));
  out.set("y", points(area.y));
  out.set("width", points(area.width));
  out.set("height", points(area.height));
  return out;
}

/// An item's kind and tag; -1 is an artifact.
Tree item(std::string_view kind, TagId tag) {
  Tree out = Tree::object();
  out.set("kind", Tree::of(kind));
  out.set("tag", Tree::of(static_cast<std::int64_t>(tag)));
  return out;
}

struct ItemTree {
  const text::Fonts& fonts;

  Tree operator()(const GlyphRun& run) const {
    Tree out = item("text", run.tag);
    out.set("text", Tree::of(run.text));
    out.set("x", points(run.origin.x));
    out.set("baseline", points(run.origin.y));
    Length width;
    for (const Glyph& glyph : run.glyphs) width += glyph.advance;
    out.set("width", points(width));
    out.set("language", Tree::of(run.language));
    out.set("font", Tree::of(fonts.facts(run.font).postscript_name));
    out.set("size", points(run.size));
    return out;
  }
  Tree operator()(const Path& path) const {
    Tree out = item("path", path.tag);
    out.set("steps", Tree::of(static_cast<std::int64_t>(path.steps.size())));
    if (path.stroke) out.set("width", points(path.width));
    return out;
  }
  Tree operator()(const PlacedPicture& picture) const { return placed("picture", picture.tag, picture.area); }
  Tree operator()(const PlacedDrawing& drawing) const { return placed("drawing", drawing.tag, drawing.area); }
  Tree operator()(const TurnedPage& turned) const {
    const Rect area{turned.origin.x, turned.origin.y, turned.page->height, turned.page->width};
    Tree out = placed("turned", turned.tag, area);
    Tree& items = out.set("items", Tree::array());
    for (const Item& one : turned.page->items) items.add(std::visit(*this, one));
    return out;
  }

 private:
  static Tree placed(std::string_view kind, TagId tag, const Rect& area) {
    Tree out = item(kind, tag);
    out.set("area", rectangle(area));
    return out;
  }
};

Tree page_tree(const Page& page, const text::Fonts& fonts) {
  Tree out = Tree::object();
  out.set("folio", Tree::of(page.folio));
  out.set("width", points(page.width));
  out.set("height", points(page.height));
  Tree& items = out.set("items", Tree::array());
  for (const Item& one : page.items) items.add(std::visit(ItemTree{fonts}, one));
  Tree& links = out.set("links", Tree::array());
  for (const LinkArea& link : page.links) {
    Tree& one = links.add(Tree::object());
    one.set("to", Tree::of(link.url.empty() ? "#" + link.destination : link.url));
    one.set("contents", Tree::of(link.contents));
    Tree& areas = one.set("areas", Tree::array());
    for (const Rect& area : link.areas) areas.add(rectangle(area));
  }
  return out;
}

Tree tag_tree(const Tag& tag) {
  Tree out = Tree::object();
  out.set("role", Tree::of(std::string(tag.role.name())));
  out.set("parent", Tree::of(static_cast<std::int64_t>(tag.parent)));
  if (!tag.details().language.empty()) out.set("language", Tree::of(tag.details().language));
  if (!tag.details().alt.empty()) out.set("alt", Tree::of(tag.details().alt));
  if (tag.scope != Scope::none) out.set("scope", Tree::of(std::string(scope_name(tag.scope))));
  if (tag.row_span > 1) out.set("row-span", Tree::of(tag.row_span));
  if (tag.column_span > 1) out.set("column-span", Tree::of(tag.column_span));
  return out;
}

}  // namespace

Tree dump_pages(const PagedDocument& document, const text::Fonts& fonts) {
  Tree out = Tree::object();
  out.set("title", Tree::of(document.facts.title));
  out.set("language", Tree::of(document.facts.language));
  Tree& pages = out.set("pages", Tree::array());
  for (const Page& page : document.pages) pages.add(page_tree(page, fonts));
  Tree& tags = out.set("tags", Tree::array());
  for (const Tag& tag : document.tags) tags.add(tag_tree(tag));
  Tree& floats = out.set("floats", Tree::array());
  for (const FloatedBlock& block : floated_blocks(document)) {
    Tree& one = floats.add(Tree::object());
    one.set("tag", Tree::of(static_cast<std::int64_t>(block.tag)));
    one.set("page", Tree::of(static_cast<std::int64_t>(block.page)));
    one.set("from-page", Tree::of(static_cast<std::int64_t>(block.place_page)));
    one.set("caption", Tree::of(block.caption));
  }
  Tree& outline = out.set("outline", Tree::array());
  for (const OutlineEntry& entry : document.outline) {
    Tree& one = outline.add(Tree::object());
    one.set("level", Tree::of(entry.level));
    one.set("title", Tree::of(entry.title));
    one.set("destination", Tree::of(entry.destination));
  }
  return out;
}

}  // namespace bifolio::layout
