#include "pdf/links.h"

#include <cassert>

namespace bifolio::pdf {
namespace {

using layout::LinkArea;

// A URI is ASCII (RFC 3986); an author's address may hold Chinese.
std::string ascii_uri(std::string_view url) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      out.push_back(c);
    } else {
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return out;
}

void add_target(Dictionary& annotation, const LinkArea& link) {
  if (!link.destination.empty()) {
    annotation.add("Dest", byte_string(link.destination));
  } else {
    annotation.add("A", Dictionary().add("S", "/URI").add("URI", byte_string(ascii_uri(link.url))).written());
  }
}

std::string annotation(const LinkArea& link, const Rect& area, Length page_height, Ref page, int struct_parent) {
  constexpr int kPrint = 4;
  Dictionary out;
  out.add("Type", "/Annot").add("Subtype", "/Link").add("Rect", rectangle(area, page_height)).add("P", page);
  out.add("Border", "[0 0 0]").add("F", kPrint);
  add_target(out, link);
  out.add_text("Contents", link.contents).add("StructParent", struct_parent);
  return out.written();
}

}  // namespace

// A link on two lines gets two annotations in its one element. QuadPoints of one
// annotation would say the same, but several readers press its whole rectangle,
// which covers other links of both lines.
std::vector<Ref> write_links(Writer& writer, const layout::PagedDocument& document, std::size_t page, Ref page_ref,
                             StructureTree& structure) {
  std::vector<Ref> annotations;
  const layout::Page& on = document.pages[page];
  for (const LinkArea& link : on.links) {
    assert(link.tag != layout::kArtifact && "a link has its Link element");
    assert((link.destination.empty() || document.destinations.count(link.destination)) && "a link leads somewhere");
    for (const Rect& area : link.areas) {
      const Ref ref = writer.reserve();
      const int key = structure.add_annotation(link.tag, page, ref);
      writer.set(ref, annotation(link, area, on.height, page_ref, key));
      annotations.push_back(ref);
    }
  }
  return annotations;
}

}  // namespace bifolio::pdf
