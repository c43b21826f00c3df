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

std::vector<FloatedFigure> floated_figures(const PagedDocument& document) {
  std::vector<FloatedFigure> figures;
  const std::vector<Content> contents = contents_by_tag(document);
  std::vector<bool> is_inside(document.tags.size()), is_note(document.tags.size());
  std::size_t last_page = 0;
  for (std::size_t i = 1; i < document.tags.size(); ++i) {
    const Tag& tag = document.tags[i];
    const bool begins = tag.details().placement == "Before";
    is_inside[i] = begins || is_inside[static_cast<std::size_t>(tag.parent)];
    is_note[i] = tag.role == "Note" || is_note[static_cast<std::size_t>(tag.parent)];
    if (begins) figures.push_back({static_cast<TagId>(i), 0, last_page, ""});
    if (!contents[i].is_known || is_note[i]) continue;
    if (!is_inside[i]) last_page = contents[i].page;
    if (!is_inside[i]) continue;
    figures.back().page = contents[i].page;
    figures.back().caption += contents[i].text;
  }
  return figures;
}

}  // namespace bifolio::layout
