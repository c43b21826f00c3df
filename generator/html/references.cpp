// The works cited: at the end of a document those that it cites, on a page of
// their own all of them. Each entry leads back to every place that cites it.
#include <map>

#include "html/foreign.h"
#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// Words, not colour, say what has become of a work: retracted first, since
/// nobody should read on without it; unverified last.
void write_entry_text(const Scope& scope, const BibliographyEntry& entry, std::string& out) {
  const lang::Labels& labels = scope.labels();
  const std::string text = plain_text(entry.text);
  const bool is_foreign = is_mostly_foreign(text, scope.words().writing());
  if (entry.is_retracted) {
    out += "<strong class=\"status\">";
    append_text(out, "[" + std::string(labels.retracted) + "]");
    out += "</strong> ";
  }
  Scope inside = scope;
  if (is_foreign) {
    const auto other = scope.words().writing() == lang::Writing::han ? lang::Writing::latin : lang::Writing::han;
    out += "<span";
    append_language(out, scope.language_written(other));
    out += ">";
    TextWriter writer(inside, out);
    writer.set_writing(other);
    writer.write(entry.text);
    out += "</span>";
  } else {
    TextWriter(inside, out).write(entry.text);
  }
  if (entry.is_unverified) {
    out += " <strong class=\"status\">";
    append_text(out, labels.unverified);
    out += "</strong>";
  }
}

void write_backlink(const Scope& scope, const std::string& url, const std::string& text, std::size_t ordinal,
                    std::string& out) {
  out += " <a role=\"doc-backlink\"";
  append_attribute(out, "href", url);
  out += ">";
  TextWriter(scope, out).write_text(ordinal > 0 ? text + " (" + std::to_string(ordinal) + ")" : text);
  out += "</a>";
}

/// “引用处：1.3 (1) 1.3 (2)”. On a document's own page only its places.
void write_backlinks(const Scope& scope, const BibliographyEntry& entry, bool is_local, std::string& out) {
  std::map<std::size_t, std::size_t> totals, counts;
  for (const CitationPlace& place : entry.places) ++totals[place.document];
  out += "<p class=\"back\">";
  if (!is_local) append_text(out, labelled(scope, scope.labels().cited_in, ""));
  for (const CitationPlace& place : entry.places) {
    if (is_local && place.document != scope.document) continue;
    const Document& document = scope.the_book().documents[place.document];
    const std::size_t ordinal = totals[place.document] > 1 ? ++counts[place.document] : 0;
    const std::string title = document.number.empty() ? plain_text(document.title) : document.number;
    const std::string text = is_local ? std::string(scope.labels().back_to_text) : title;
    const std::string page = is_local ? "" : scope.document_url(place.document);
    write_backlink(scope, page + fragment(place.anchor), text, ordinal, out);
  }
  out += "</p>\n";
}

void write_entry(const Scope& scope, const BibliographyEntry& entry, bool is_local, std::string& out) {
  out += "<li";
  append_attribute(out, "id", as_id(scope.prefix + entry.id));
  out += ">\n<p class=\"entry\">";
  if (!entry.number.empty()) {
    out += "<span class=\"number\">";
    append_text(out, entry.number);
    out += "</span> ";
  }
  write_entry_text(scope, entry, out);
  out += "</p>\n";
  write_backlinks(scope, entry, is_local, out);
  out += "</li>\n";
}

/// “BibTeX”, as the programs that read them call the formats.
std::string_view format_name(std::string_view path) {
  if (path.ends_with(".bib")) return "BibTeX";
  if (path.ends_with(".ris")) return "RIS";
  return "CSL-JSON";
}

void write_library_files(const Site& site, const Scope& scope, std::string& out) {
  std::string items;
  for (const Download& file : site.downloads) {
    if (file.edition != "references") continue;
    items += "<li><a class=\"control\" download=\"\"";
    append_attribute(items, "href", scope.url(file.path));
    append(items, ">", format_name(file.path), "</a></li>\n");
  }
  if (items.empty()) return;
  out += "<p>";
  append_text(out, scope.labels().library_files);
  append(out, "</p>\n<ul class=\"controls files\">\n", items, "</ul>\n");
}

std::string_view list_class(const Book& book) {
  if (book.references_are_numbered) return "references numbered";
  return book.hanging_indent ? "references hanging" : "references";
}

}  // namespace

void write_cited_references(const Site& site, const Scope& scope, std::string& out) {
  const auto& cited = site.cited[scope.book][scope.document];
  if (cited.empty()) return;
  out +=
      "<section class=\"cited\" role=\"doc-bibliography\" aria-labelledby=\"references:title\">\n"
      "<h2 id=\"references:title\">";
  append_text(out, scope.labels().references);
  out += "</h2>\n";
  write_reference_list(scope, cited, out);
  out += "</section>\n";
}

void write_reference_list(const Scope& scope, std::span<const std::size_t> cited, std::string& out) {
  append(out, "<ul class=\"", list_class(scope.the_book()), "\">\n");
  for (const std::size_t index : cited) write_entry(scope, scope.the_book().references[index], true, out);
  out += "</ul>\n";
}

Artifact references_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.references(site.publication.books[book].language));
  std::string main;
  write_library_files(site, scope, main);
  append(main, "<ul class=\"", list_class(scope.the_book()), "\">\n");
  for (const BibliographyEntry& entry : scope.the_book().references) write_entry(scope, entry, false, main);
  main += "</ul>\n";
  return list_page(site, scope, "references-page", scope.labels().references, &SiteMap::references, std::move(main));
}

}  // namespace bifolio::html
