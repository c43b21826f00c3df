#include "pdf/pdf.h"

#include <optional>
#include <variant>

#include "pdf/drawing.h"
#include "pdf/fonts.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/page_content.h"
#include "pdf/pictures.h"
#include "pdf/structure.h"
#include "pdf/writer.h"

namespace bifolio::pdf {
namespace {

using layout::GlyphRun;
using layout::PagedDocument;

std::vector<DrawingTexts> set_drawings(const PagedDocument& document, const text::Fonts& fonts) {
  std::vector<DrawingTexts> texts;
  for (const Drawing& drawing : document.drawings) texts.push_back(set_texts(drawing, fonts));
  return texts;
}

void count_glyphs(FontSet& fonts, const PagedDocument& document, const std::vector<DrawingTexts>& drawings) {
  for (const layout::Page& page : document.pages) {
    for (const layout::Item& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item)) fonts.count(*run);
    }
  }
  for (const DrawingTexts& texts : drawings) {
    for (const auto& runs : texts) {
      for (const GlyphRun& run : runs) fonts.count(run);
    }
  }
}

bool is_tagged(const PagedDocument& document) {
  return !document.tags.empty();
}

void write_page(Writer& writer, std::size_t page, Ref self, Ref tree, const Materials& materials,
                StructureTree& structure) {
  const layout::Page& source = materials.document.pages[page];
  ContentStream content = paint_page(page, materials, structure);
  const auto annotations = write_links(writer, materials.document, page, self, structure);
  Dictionary dictionary;
  dictionary.add("Type", "/Page").add("Parent", tree);
  dictionary.add("MediaBox", rectangle({{}, {}, source.width, source.height}, source.height));
  dictionary.add("Resources", content.resources().written());
  dictionary.add("Contents", writer.add_stream({}, content.finish()));
  if (is_tagged(materials.document)) dictionary.add("StructParents", static_cast<std::int64_t>(page));
  if (!annotations.empty()) dictionary.add("Annots", written(annotations));
  dictionary.add("Tabs", "/S");  // the keyboard follows the structure (ISO 14289-1, 7.18.3)
  writer.set(self, dictionary.written());
}

void add_navigation(Dictionary& catalog, Writer& writer, const PagedDocument& document, const std::vector<Ref>& pages,
                    const StructureTree& structure) {
  catalog.add("ViewerPreferences", "<</DisplayDocTitle true>>");
  catalog.add("PageLabels", write_page_labels(writer, document.labels));
  if (!document.destinations.empty()) {
    const Ref destinations = write_destinations(writer, document, pages);
    catalog.add("Names", Dictionary().add("Dests", destinations).written());
  }
  if (const auto outline = write_outline(writer, document, structure)) {
    catalog.add("Outlines", *outline).add("PageMode", "/UseOutlines");
  }
}

void write_page_tree(Writer& writer, Ref self, const std::vector<Ref>& pages) {
  Dictionary dictionary;
  dictionary.add("Type", "/Pages").add("Kids", written(pages)).add("Count", static_cast<std::int64_t>(pages.size()));
  writer.set(self, dictionary.written());
}

std::vector<Ref> reserve_pages(Writer& writer, std::size_t count) {
  std::vector<Ref> pages;
  for (std::size_t i = 0; i < count; ++i) pages.push_back(writer.reserve());
  return pages;
}

}  // namespace

Result<std::string> write(const PagedDocument& document, const text::Fonts& faces) {
  Writer writer;
  const auto intent = write_output_intent(writer);
  if (!intent) return intent.error();
  const auto pictures = write_pictures(writer, document);
  if (!pictures) return pictures.error();

  const auto drawing_texts = set_drawings(document, faces);
  FontSet fonts(faces);
  count_glyphs(fonts, document, drawing_texts);
  fonts.settle(writer);

  const Ref tree = writer.reserve();
  const auto pages = reserve_pages(writer, document.pages.size());
  StructureTree structure(document, pages, writer);
  const Materials materials{document, fonts, *pictures, drawing_texts};
  for (std::size_t i = 0; i < pages.size(); ++i) write_page(writer, i, pages[i], tree, materials, structure);
  write_page_tree(writer, tree, pages);
  if (const auto embedded = fonts.write(writer); !embedded) return embedded.error();

  Dictionary catalog;
  catalog.add("Type", "/Catalog").add("Pages", tree).add_text("Lang", document.facts.language);
  if (is_tagged(document)) catalog.add("MarkInfo", "<</Marked true>>").add("StructTreeRoot", structure.write(writer));
  add_navigation(catalog, writer, document, pages, structure);
  const Tagging tagging = is_tagged(document) ? Tagging::full : Tagging::none;
  catalog.add("Metadata", write_metadata(writer, document.facts, tagging));
  catalog.add("OutputIntents", written(std::vector{*intent}));
  const Ref root = writer.add(catalog.written());
  return std::move(writer).finish(root, write_information(writer, document.facts));
}

}  // namespace bifolio::pdf
