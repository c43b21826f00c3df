#include "pdf/pdf.h"

#include <optional>

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

using layout::PagedDocument;

std::vector<DrawingTexts> set_drawings(const PagedDocument& document, const text::Fonts& fonts) {
  std::vector<DrawingTexts> texts;
  for (const Drawing& drawing : document.drawings) texts.push_back(set_texts(drawing, fonts));
  return texts;
}

bool is_tagged(const PagedDocument& document) {
  return !document.tags.empty();
}

/// The page tree: one node over all pages.
struct Pages {
  Ref tree;
  std::vector<Ref> pages;
};

Pages reserve_pages(Writer& writer, std::size_t count) {
  Pages reserved{writer.reserve(), {}};
  for (std::size_t i = 0; i < count; ++i) reserved.pages.push_back(writer.reserve());
  return reserved;
}

void write_page(Writer& writer, std::size_t page, const Pages& pages, const Materials& materials,
                StructureTree& structure) {
  const layout::Page& source = materials.document.pages[page];
  ContentStream content = paint_page(page, materials, structure);
  Dictionary dictionary;
  dictionary.add("Type", "/Page").add("Parent", pages.tree);
  dictionary.add("MediaBox", rectangle({{}, {}, source.width, source.height}, source.height));
  dictionary.add("Resources", content.resources().written());
  dictionary.add("Contents", writer.add_stream({}, content.finish()));
  if (is_tagged(materials.document)) {
    const auto annotations = write_links(writer, materials.document, page, pages.pages[page], structure);
    if (!annotations.empty()) dictionary.add("Annots", written(annotations));
    dictionary.add("StructParents", static_cast<std::int64_t>(page));
    dictionary.add("Tabs", "/S");  // the keyboard follows the structure (ISO 14289-1, 7.18.3)
  }
  writer.set(pages.pages[page], dictionary.written());
}

void write_pages(Writer& writer, const Pages& pages, const Materials& materials, StructureTree& structure) {
  const std::size_t count = pages.pages.size();
  for (std::size_t i = 0; i < count; ++i) write_page(writer, i, pages, materials, structure);
  Dictionary tree;
  tree.add("Type", "/Pages").add("Kids", written(pages.pages)).add("Count", static_cast<std::int64_t>(count));
  writer.set(pages.tree, tree.written());
}

void add_navigation(Dictionary& catalog, Writer& writer, const PagedDocument& document, const Pages& pages,
                    const StructureTree& structure) {
  catalog.add("ViewerPreferences", "<</DisplayDocTitle true>>");
  catalog.add("PageLabels", write_page_labels(writer, document.labels));
  if (!document.destinations.empty()) {
    const Ref destinations = write_destinations(writer, document, pages.pages);
    catalog.add("Names", Dictionary().add("Dests", destinations).written());
  }
  if (const auto outline = write_outline(writer, document, structure)) {
    catalog.add("Outlines", *outline).add("PageMode", "/UseOutlines");
  }
}

Ref write_catalog(Writer& writer, const PagedDocument& document, const Pages& pages, const StructureTree& structure,
                  Ref output_intent) {
  Dictionary catalog;
  catalog.add("Type", "/Catalog").add("Pages", pages.tree).add_text("Lang", document.facts.language);
  if (is_tagged(document)) catalog.add("MarkInfo", "<</Marked true>>").add("StructTreeRoot", structure.write(writer));
  add_navigation(catalog, writer, document, pages, structure);
  const Tagging tagging = is_tagged(document) ? Tagging::full : Tagging::none;
  catalog.add("Metadata", write_metadata(writer, document.facts, tagging));
  catalog.add("OutputIntents", written(std::vector{output_intent}));
  return writer.add(catalog.written());
}

}  // namespace

Result<std::string> write(const PagedDocument& document, const text::Fonts& faces, Findings& findings) {
  Writer writer;
  const auto intent = write_output_intent(writer, read_profile());
  if (!intent) return intent.error();

  const auto pictures = write_pictures(writer, document, findings);
  const auto drawing_texts = set_drawings(document, faces);
  FontSet fonts(faces, writer);
  const Pages pages = reserve_pages(writer, document.pages.size());
  StructureTree structure(document, pages.pages, writer);
  write_pages(writer, pages, {document, fonts, pictures, drawing_texts}, structure);
  if (const auto embedded = fonts.write(); !embedded) return embedded.error();

  const Ref catalog = write_catalog(writer, document, pages, structure, *intent);
  return std::move(writer).finish(catalog, write_information(writer, document.facts));
}

}  // namespace bifolio::pdf
