// The structure tree (ISO 32000-1, 14.7): the elements that say what the marked
// content of the pages is, and in which order it is read.
//
// While pages are painted the tree hands out marked-content ids and remembers
// whose they are; `write` then writes the elements and the parent tree, which
// leads back from content to element.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/frame.h"
#include "pdf/writer.h"

namespace bifolio::pdf {

class StructureTree {
 public:
  /// Reserves the elements. `pages` are the page objects, in order.
  StructureTree(const layout::PagedDocument&, std::vector<Ref> pages, Writer&);

  /// A new marked-content id of that page, for content of the element.
  int add_content(layout::TagId, std::size_t page);
  /// Puts an annotation into the element; returns the annotation's /StructParent.
  int add_annotation(layout::TagId, std::size_t page, Ref annotation);

  Ref element(layout::TagId tag) const { return refs_[tag]; }
  /// Writes everything; returns the StructTreeRoot.
  Ref write(Writer&) const;

 private:
  struct Content {
    std::size_t page;
    int mcid;
  };
  struct Annotation {
    std::size_t page;
    Ref ref;
  };
  struct Element {
    std::vector<layout::TagId> children;
    std::vector<Content> contents;
  };

  void write_element(Writer&, layout::TagId, Ref root, std::size_t page) const;
  std::string kids(layout::TagId, std::size_t own_page) const;
  const std::vector<Annotation>& annotations(layout::TagId) const;
  std::string attributes(layout::TagId, std::size_t page) const;
  std::string id(layout::TagId) const;
  std::vector<std::size_t> first_pages() const;
  Ref write_parent_tree(Writer&) const;
  Ref write_id_tree(Writer&) const;

  const layout::PagedDocument& document_;
  std::vector<Ref> pages_, refs_;
  std::vector<Element> elements_;                                 ///< by TagId
  std::map<layout::TagId, std::vector<Annotation>> annotations_;  ///< few elements have any
  std::vector<std::vector<layout::TagId>> page_contents_;         ///< owners, by page and id
  std::vector<layout::TagId> annotation_owners_;                  ///< by /StructParent less the number of pages
};

}  // namespace bifolio::pdf
