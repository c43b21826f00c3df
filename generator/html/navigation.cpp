// The way around the site: header, foot, sidebar, previous and next.
#include <algorithm>

#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// The place of each document in the order of reading.
std::vector<std::size_t> reading_order(const Book& book) {
  std::vector<std::size_t> order;
  for (const Chapter& chapter : book.chapters) {
    if (chapter.opener) order.push_back(*chapter.opener);
    order.insert(order.end(), chapter.documents.begin(), chapter.documents.end());
  }
  return order;
}

Control control(const Scope& scope, std::string_view label, const std::string& path) {
  return {std::string(label), scope.url(path), "", path == scope.page};
}

void add_extra(Control control, Frame& frame) {
  control.is_extra = true;
  frame.controls.push_back(control);
  frame.more.push_back(std::move(control));
}

void append_link(std::string& out, const std::string& url, std::string_view number, std::string_view title,
                 std::string_view attributes) {
  append(out, "<a", attributes);
  append_attribute(out, "href", url);
  out += ">";
  if (!number.empty()) append(out, "<span class=\"number\">", number, "</span> ");
  out += "<span>";
  append_text(out, title);
  out += "</span></a>";
}

/// Long chapters show the neighbourhood of the current document; the page of
/// contents has them all.
std::pair<std::size_t, std::size_t> shown(const std::vector<std::size_t>& documents,
                                          std::optional<std::size_t> current) {
  constexpr std::size_t kMost = 40;
  if (documents.size() <= kMost) return {0, documents.size()};
  const auto at = current ? std::find(documents.begin(), documents.end(), *current) : documents.end();
  if (at == documents.end()) return {0, 0};
  const auto index = static_cast<std::size_t>(at - documents.begin());
  const std::size_t begin = std::min(index - std::min(index, kMost / 2), documents.size() - kMost);
  return {begin, begin + kMost};
}

void append_documents(const Scope& scope, const Chapter& chapter, std::optional<std::size_t> current,
                      std::string& out) {
  const auto [begin, end] = shown(chapter.documents, current);
  if (begin == end) return;
  out += "<ul>\n";
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t index = chapter.documents[i];
    const Document& document = scope.the_book().documents[index];
    out += "<li>";
    append_link(out, scope.document_url(index), document.number, plain_text(document.title),
                current == index ? " aria-current=\"page\"" : "");
    out += "</li>\n";
  }
  out += "</ul>\n";
}

}  // namespace

bool Site::has_changes(std::string_view language) const {
  return std::any_of(publication.changelogs.begin(), publication.changelogs.end(),
                     [&](const Changelog& log) { return log.language == language && !log.entries.empty(); });
}

DocumentPlace place_of(const Book& book, std::size_t document) {
  DocumentPlace place;
  for (const Chapter& chapter : book.chapters) {
    const auto at = std::find(chapter.documents.begin(), chapter.documents.end(), document);
    if (at == chapter.documents.end() && chapter.opener != document) continue;
    place.chapter = &chapter;
    if (at != chapter.documents.end() && chapter.documents.size() > 1) {
      place.part = static_cast<std::size_t>(at - chapter.documents.begin()) + 1;
      place.parts = chapter.documents.size();
    }
  }
  const auto order = reading_order(book);
  const auto at = std::find(order.begin(), order.end(), document);
  if (at == order.end()) return place;
  if (at != order.begin()) place.previous = *(at - 1);
  if (at + 1 != order.end()) place.next = *(at + 1);
  return place;
}

std::string full_title(const Document& document) {
  return (document.number.empty() ? "" : document.number + " ") + plain_text(document.title);
}

std::string chapter_title(const Site& site, const Book& book, const Chapter& chapter) {
  if (chapter.phase) {
    const std::string& title = text_in(site.publication.booklet.phases[*chapter.phase].title, book.language);
    if (!title.empty()) return title;
  }
  if (chapter.opener) return plain_text(book.documents[*chapter.opener].title);
  return chapter.documents.empty() ? "" : plain_text(book.documents[chapter.documents.front()].title);
}

void add_navigation(const Site& site, const Scope& scope, const std::vector<std::string>& paths,
                    std::optional<std::size_t> document, Frame& frame) {
  const lang::Labels& labels = scope.labels();
  const std::string& language = scope.language();
  frame.controls.push_back(control(scope, labels.contents, site.map.contents(language)));
  frame.controls.push_back(control(scope, labels.search, site.map.search(language)));
  for (std::size_t i = 0; i < site.publication.books.size(); ++i) {
    const std::string& other = site.publication.books[i].language;
    frame.alternates.push_back({other, scope.url(paths[i])});
    if (i == scope.book) continue;
    frame.controls.push_back({std::string(lang::get(other).labels().language_name), scope.url(paths[i]), other, false});
  }
  const Book& book = scope.the_book();
  if (document && site.has_languages()) {
    const std::string path = site.map.document(language, book.documents[*document], View::parallel);
    add_extra(control(scope, labels.side_by_side, path), frame);
  }
  const auto order = reading_order(book);
  if (!order.empty()) {
    const Document& shown = book.documents[document.value_or(order.front())];
    add_extra(control(scope, labels.gaze, site.map.document(language, shown, View::gaze)), frame);
  }
  frame.more.push_back(control(scope, labels.home, site.map.home(language)));
  if (!book.references.empty()) frame.more.push_back(control(scope, labels.references, site.map.references(language)));
  if (site.has_glossary()) {
    frame.more.push_back(control(scope, labels.glossary, site.map.glossary(language)));
    frame.more.push_back(control(scope, labels.index, site.map.index(language)));
  }
  if (site.has_changes(language)) frame.more.push_back(control(scope, labels.changes, site.map.changes(language)));
}

std::string sidebar(const Site& site, const Scope& scope, std::optional<std::size_t> current) {
  const Book& book = scope.the_book();
  std::string out = "<nav class=\"parts\"";
  append_attribute(out, "aria-label", scope.labels().parts_navigation);
  out += ">\n<ul>\n";
  for (const Chapter& chapter : book.chapters) {
    out += "<li class=\"chapter\">";
    const bool is_single = !chapter.phase && !chapter.opener && chapter.documents.size() == 1;
    const std::string title = chapter_title(site, book, chapter);
    if (is_single || chapter.opener) {
      const std::size_t index = is_single ? chapter.documents.front() : *chapter.opener;
      append_link(out, scope.document_url(index), is_single ? chapter.number : "", title,
                  current == index ? " aria-current=\"page\"" : "");
    } else {
      out += "<span class=\"title\">";
      append_text(out, title);
      out += "</span>";
    }
    if (!is_single) append_documents(scope, chapter, current, out);
    out += "</li>\n";
  }
  return out + "</ul>\n</nav>\n";
}

void write_pager(const Site&, const Scope& scope, std::string& out) {
  const DocumentPlace place = place_of(scope.the_book(), scope.document);
  if (!place.previous && !place.next) return;
  out += "<nav class=\"pager\"";
  append_attribute(out, "aria-label", scope.labels().pager_navigation);
  out += ">\n";
  const auto link = [&](std::optional<std::size_t> to, std::string_view label, std::string_view relation) {
    if (!to) return;
    append(out, "<a class=\"turn\" rel=\"", relation, "\"");
    append_attribute(out, "href", scope.document_url(*to));
    out += ">";
    append_text(out, labelled(scope, label, plain_text(scope.the_book().documents[*to].title)));
    out += "</a>\n";
  };
  link(place.previous, scope.labels().previous, "prev");
  link(place.next, scope.labels().next, "next");
  out += "</nav>\n";
}

}  // namespace bifolio::html
