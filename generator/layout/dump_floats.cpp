#include "layout/dump_floats.h"

namespace bifolio::layout {
namespace {

/// The page on which each element's own content begins, and its text.
struct Content {
  std::size_t page = 0;
  bool is_known = false;
  std::string text;
};

std::vector<Content> contents_by_tag(const PagedDocument& document) {
  std::vector<Content> all(document.tags.size());
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const Item& item : document.pages[page].items) {
      const TagId tag = std::visit([](const auto& value) { return value.tag; }, item);
      if (tag == kArtifact) continue;
      Content& content = all[static_cast<std::size_t>(tag)];
      if (!content.is_known) content.page = page;
      content.is_known = true;
      if (const auto* run = std::get_if<GlyphRun>(&item)) content.text += run->text;
    }
  }
  return all;
}

}  // namespace

std::vector<FloatedBlock> floated_blocks(const PagedDocument& document) {
  std::vector<FloatedBlock> blocks;
  const std::vector<Content> contents = contents_by_tag(document);
  /// Whether each element is one of these, or inside one.
  struct Inside {
    bool block = false, note = false, caption = false;
  };
  std::vector<Inside> inside(document.tags.size());
  std::size_t last_page = 0;
  for (std::size_t i = 1; i < document.tags.size(); ++i) {
    const Tag& tag = document.tags[i];
    Inside& here = inside[i] = inside[static_cast<std::size_t>(tag.parent)];
    if (tag.details().placement == "Before") {
      here.block = true;
      blocks.push_back({static_cast<TagId>(i), 0, last_page, ""});
    }
    here.note |= tag.role == "Note";
    here.caption |= tag.role == "Caption";
    if (!contents[i].is_known || here.note) continue;
    if (!here.block) last_page = contents[i].page;
    if (!here.block) continue;
    blocks.back().page = contents[i].page;
    if (here.caption) blocks.back().caption += contents[i].text;
  }
  return blocks;
}

}  // namespace bifolio::layout
