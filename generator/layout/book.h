// The parts of a book, in the order in which they are set: the body first, since
// the contents need its page numbers; the front matter counts in roman numerals,
// so its length moves no page of the body.
#pragma once

#include "layout/block.h"
#include "layout/page.h"

namespace bifolio::layout {

/// Chapters, documents, references, glossary.
void set_body(Workbench&, Part&);
/// Cover, imprint, contents. `body` tells the page of every place.
void set_front(Workbench&, Part&, const Part& body);
/// The back cover, where the edition has covers; a blank page of the body before it where it would be a right-hand one.
void set_back(Workbench&, Part&, Part& body);

void add_document(Workbench&, Pager&, Flow&, TagId parent, std::size_t document, int level);
void add_chapter_opener(Workbench&, Pager&, Flow&, TagId parent, const Chapter&, bool is_first);
/// The opener down to its summary and, in the first one, the notice; and the column for what follows.
Place open_chapter(Workbench&, Flow&, TagId parent, const Chapter&, bool is_first);
Place opener_column(const Workbench&, Flow&, TagId parent, const Chapter&);
/// A document as the running head names it.
std::string section_name(const Workbench&, const std::string& number, const std::string& title);
void add_document_heading(Workbench&, Place&, const Document&, int level);
/// Says that a document does not exist in this language.
void add_missing(Workbench&, Place&);
/// `part` is the body so far: it knows the pages that cite.
void add_references(Workbench&, Pager&, Flow&, const Part& part);
void add_reference_list(Workbench&, Place&, const Part& part);
void add_glossary(Workbench&, Pager&, Flow&);
/// The terms that all of these languages have, in the order of the first one.
std::vector<const Term*> common_terms(const Workbench&, const std::string& other_language);
/// The terms in the column's language alone.
void add_term_list(Workbench&, Place&, const std::vector<const Term*>&);
void add_section_heading(Workbench&, Place&, std::string_view title, const std::string& id);
/// A section without a number, on a new page.
void add_section_title(Workbench&, Pager&, Flow&, Place&, std::string_view title, const std::string& id);

/// Places that no author named. A colon keeps them apart from every id of an author.
constexpr std::string_view kReferencesId = "book:references", kGlossaryId = "book:glossary",
                           kContentsId = "book:contents";

/// Zones to press, on every page.
void add_page_turns(Workbench&, PagedDocument&);

/// One document of front, body and back, with tags that nothing uses left out.
PagedDocument assemble(Workbench&, Part&& front, Part&& body, Part&& back);

}  // namespace bifolio::layout
