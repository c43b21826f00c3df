#include "pdf/structure.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "pdf/trees.h"

namespace bifolio::pdf {
namespace {

using layout::Tag;
using layout::TagId;

// Attributes have owners, each with a dictionary of its own (14.8.5).
std::string table_attributes(const Tag& tag) {
  Dictionary table;
  if (tag.scope != layout::Scope::none) table.add("Scope", name(layout::scope_name(tag.scope)));
  if (tag.row_span > 1) table.add("RowSpan", tag.row_span);
  if (tag.column_span > 1) table.add("ColSpan", tag.column_span);
  if (!tag.details().headers.empty()) {
    std::string headers = "[";
    for (const std::string& header : tag.details().headers) headers += byte_string(header);
    table.add("Headers", headers + "]");
  }
  table.add_text("Summary", tag.details().summary);
  return table.is_empty() ? "" : Dictionary(table).add("O", "/Table").written();
}

std::string list_attributes(const Tag& tag) {
  if (tag.details().list_numbering.empty()) return "";
  return Dictionary().add("O", "/List").add("ListNumbering", name(tag.details().list_numbering)).written();
}

std::string layout_attributes(const Tag& tag, Length page_height) {
  Dictionary layout;
  if (!tag.details().placement.empty()) layout.add("Placement", name(tag.details().placement));
  if (!tag.details().text_decoration.empty()) layout.add("TextDecorationType", name(tag.details().text_decoration));
  if (tag.details().bounding_box) layout.add("BBox", rectangle(*tag.details().bounding_box, page_height));
  return layout.is_empty() ? "" : layout.add("O", "/Layout").written();
}

}  // namespace

StructureTree::StructureTree(const layout::PagedDocument& document, std::vector<Ref> pages, Writer& writer)
    : document_(document), pages_(std::move(pages)), elements_(document.tags.size()), page_contents_(pages_.size()) {
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    refs_.push_back(writer.reserve());
    const TagId parent = document.tags[i].parent;
    assert(parent < static_cast<TagId>(i) && "a tag stands after its parent");
    assert((parent >= 0) == (i > 0) && "one Document element holds all others");
    if (parent >= 0) elements_[parent].children.push_back(static_cast<TagId>(i));
  }
}

int StructureTree::add_content(TagId tag, std::size_t page) {
  Element& element = elements_.at(tag);
  assert(element.children.empty() && "a tag has content or children, not both");
  std::vector<TagId>& owners = page_contents_[page];
  owners.push_back(tag);
  element.contents.push_back({page, static_cast<int>(owners.size()) - 1});
  return element.contents.back().mcid;
}

int StructureTree::add_annotation(TagId tag, std::size_t page, Ref annotation) {
  annotations_[tag].push_back({page, annotation});
  annotation_owners_.push_back(tag);
  return static_cast<int>(pages_.size() + annotation_owners_.size()) - 1;
}

Ref StructureTree::write(Writer& writer) const {
  const Ref root = writer.reserve();
  const auto pages = first_pages();
  for (std::size_t i = 0; i < elements_.size(); ++i) write_element(writer, static_cast<TagId>(i), root, pages[i]);
  Dictionary dictionary;
  dictionary.add("Type", "/StructTreeRoot").add("ParentTree", write_parent_tree(writer));
  dictionary.add("ParentTreeNextKey", static_cast<std::int64_t>(pages_.size() + annotation_owners_.size()));
  if (!refs_.empty()) dictionary.add("K", refs_.front()).add("IDTree", write_id_tree(writer));
  writer.set(root, dictionary.written());
  return root;
}

// The page on which an element or the first of its descendants has content.
// Children stand after their parents, so one walk from the end is enough.
std::vector<std::size_t> StructureTree::first_pages() const {
  std::vector<std::size_t> first(elements_.size(), pages_.size());
  for (std::size_t i = elements_.size(); i-- > 0;) {
    const Element& element = elements_[i];
    for (const Annotation& one : annotations(static_cast<TagId>(i))) first[i] = std::min(first[i], one.page);
    for (const Content& content : element.contents) first[i] = std::min(first[i], content.page);
    const TagId parent = document_.tags[i].parent;
    if (parent >= 0) first[parent] = std::min(first[parent], first[i]);
  }
  return first;
}

void StructureTree::write_element(Writer& writer, TagId index, Ref root, std::size_t page) const {
  const Tag& tag = document_.tags[index];
  const Element& element = elements_[index];
  Dictionary dictionary;
  dictionary.add("S", name(tag.role)).add("P", tag.parent < 0 ? root : refs_[tag.parent]);
  if (!element.contents.empty() || !annotations(index).empty()) dictionary.add("Pg", pages_[page]);
  if (const std::string all = kids(index, page); !all.empty()) dictionary.add("K", all);
  if (!tag.details().language.empty()) dictionary.add("Lang", byte_string(tag.details().language));
  dictionary.add_text("Alt", tag.details().alt).add_text("ActualText", tag.details().actual_text);
  dictionary.add_text("E", tag.details().expansion).add_text("T", tag.details().title);
  if (const std::string own = id(index); !own.empty()) dictionary.add("ID", byte_string(own));
  if (const std::string all = attributes(index, page); !all.empty()) dictionary.add("A", all);
  writer.set(refs_[index], dictionary.written());
}

const std::vector<StructureTree::Annotation>& StructureTree::annotations(TagId tag) const {
  static const std::vector<Annotation> kNone;
  const auto at = annotations_.find(tag);
  return at == annotations_.end() ? kNone : at->second;
}

// Content on the element's own page is a bare number; elsewhere it names its page (14.7.4.2).
std::string StructureTree::kids(TagId index, std::size_t own_page) const {
  const Element& element = elements_[index];
  std::vector<std::string> all;
  for (const Content& content : element.contents) {
    const std::string mcid = std::to_string(content.mcid);
    const bool is_here = content.page == own_page;
    all.push_back(
        is_here ? mcid : Dictionary().add("Type", "/MCR").add("Pg", pages_[content.page]).add("MCID", mcid).written());
  }
  for (const TagId child : element.children) all.push_back(pdf::written(refs_[child]));
  for (const Annotation& annotation : annotations(index)) {
    Dictionary reference;
    reference.add("Type", "/OBJR").add("Obj", annotation.ref);
    if (annotation.page != own_page) reference.add("Pg", pages_[annotation.page]);
    all.push_back(reference.written());
  }
  if (all.size() == 1) return all.front();
  std::string list;
  for (const std::string& kid : all) list.append(list.empty() ? "" : " ").append(kid);
  return list.empty() ? "" : "[" + list + "]";
}

std::string StructureTree::attributes(TagId index, std::size_t page) const {
  const Tag& tag = document_.tags[index];
  const Length height = page < document_.pages.size() ? document_.pages[page].height : Length{};
  std::vector<std::string> all;
  for (std::string& part : std::vector{table_attributes(tag), list_attributes(tag), layout_attributes(tag, height)}) {
    if (!part.empty()) all.push_back(std::move(part));
  }
  if (all.size() < 2) return all.empty() ? "" : all.front();
  std::string list;
  for (const std::string& part : all) list += part;
  return "[" + list + "]";
}

// A Note must have an id (ISO 14289-1, 7.9).
std::string StructureTree::id(TagId index) const {
  const Tag& tag = document_.tags[index];
  const std::string& own = tag.details().id;
  return own.empty() && tag.role == "Note" ? "note-" + std::to_string(index) : own;
}

Ref StructureTree::write_parent_tree(Writer& writer) const {
  std::vector<std::pair<int, std::string>> entries;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    if (page_contents_[page].empty()) continue;
    std::vector<Ref> owners;
    for (const TagId tag : page_contents_[page]) owners.push_back(refs_[tag]);
    entries.emplace_back(static_cast<int>(page), pdf::written(writer.add(pdf::written(owners))));
  }
  for (std::size_t i = 0; i < annotation_owners_.size(); ++i) {
    entries.emplace_back(static_cast<int>(pages_.size() + i), pdf::written(refs_[annotation_owners_[i]]));
  }
  return write_number_tree(writer, entries);
}

Ref StructureTree::write_id_tree(Writer& writer) const {
  std::map<std::string, std::string> elements;
  for (std::size_t i = 0; i < refs_.size(); ++i) {
    const std::string own = id(static_cast<TagId>(i));
    if (own.empty()) continue;
    [[maybe_unused]] const bool is_new = elements.emplace(own, pdf::written(refs_[i])).second;
    assert(is_new && "ids of tags are unique");
  }
  return write_name_tree(writer, elements);
}

}  // namespace bifolio::pdf
