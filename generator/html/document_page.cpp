// A document's page: where it stands, its sentence and summary, its text, its
// notes and the works it cites, and the way on.
#include <set>

#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// “第3部分，共4部分，约6分钟”; of an opener “4部分，约35分钟”.
std::string progress(const Site& site, const Scope& scope, const DocumentPlace& place) {
  const lang::Labels& labels = scope.labels();
  const std::string comma = scope.words().writing() == lang::Writing::han ? "，" : ", ";
  const auto& minutes = site.minutes[scope.book];
  if (place.chapter && place.chapter->opener == scope.document) {
    std::size_t all = minutes[scope.document];
    for (const std::size_t index : place.chapter->documents) all += minutes[index];
    return counted(labels.parts_count, place.chapter->documents.size()) + comma + counted(labels.minutes, all);
  }
  std::string part;
  if (place.parts > 0) {
    part = lang::fill(labels.part_of, "n", std::to_string(place.part));
    part = lang::fill(part, "total", std::to_string(place.parts)) + comma;
  }
  return part + counted(labels.minutes, minutes[scope.document]);
}

/// “第一阶段　第3部分，共4部分，约6分钟”
void write_place(const Site& site, const Scope& scope, std::string& out) {
  const Book& book = scope.the_book();
  const DocumentPlace place = place_of(book, scope.document);
  const lang::Labels& labels = scope.labels();
  out += "<div class=\"place\">\n<nav class=\"crumbs\"";
  append_attribute(out, "aria-label", labels.place_navigation);
  const bool has_opener = place.chapter && place.chapter->opener && *place.chapter->opener != scope.document;
  out += "><a";
  append_attribute(
      out, "href",
      has_opener ? scope.document_url(*place.chapter->opener) : scope.url(site.map.home(scope.language())));
  out += ">";
  append_text(out, has_opener ? chapter_title(site, book, *place.chapter) : labels.home);
  out += "</a>";
  out += "</nav>\n<p class=\"progress\">";
  append_text(out, progress(site, scope, place));
  out += "</p>\n</div>\n";
}

void write_abstract(const Scope& scope, std::string& out) {
  const Inlines& abstract = scope.the_document().front.abstract;
  if (abstract.empty()) return;
  out +=
      "<div class=\"summary\" role=\"doc-abstract\" aria-labelledby=\"summary:title\">\n"
      "<p class=\"label\" id=\"summary:title\">";
  append_text(out, scope.labels().summary);
  out += "</p>\n<p>";
  TextWriter(scope, out).write(abstract);
  out += "</p>\n</div>\n";
}

/// “第一阶段 2024-08 – 2025-03 · 修订于2025年9月8日 · 参与者：…”
void write_version_line(const Site& site, const Scope& scope, std::string& out) {
  const Document& document = scope.the_document();
  const lang::Labels& labels = scope.labels();
  std::vector<std::string> pieces;
  const DocumentPlace place = place_of(scope.the_book(), scope.document);
  std::string updated = document.front.updated;
  if (document.is_chapter_opener && place.chapter && place.chapter->phase) {
    const Phase& phase = site.publication.booklet.phases[*place.chapter->phase];
    pieces.push_back(text_in(phase.title, scope.language()));
    if (!phase.period_begin.empty()) pieces.push_back(scope.words().period(phase.period_begin, phase.period_end));
    if (updated.empty()) updated = phase.updated;
  }
  if (!updated.empty()) pieces.push_back(lang::fill(labels.updated, "date", scope.words().date(updated)));
  if (!document.front.contributors.empty()) {
    pieces.push_back(labelled(scope, labels.contributors, scope.words().list(document.front.contributors)));
  }
  if (pieces.empty()) return;
  out += "<p class=\"version-line\">";
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) out += " · ";
    TextWriter(scope, out).write_text(pieces[i]);
  }
  out += "</p>\n";
}

/// What a chapter opener leads to.
void write_parts(const Site& site, const Scope& scope, std::string& out) {
  const DocumentPlace place = place_of(scope.the_book(), scope.document);
  if (!place.chapter || place.chapter->opener != scope.document || place.chapter->documents.empty()) return;
  out += "<nav class=\"chapter-parts\" aria-labelledby=\"parts:title\">\n<h2 id=\"parts:title\">";
  append_text(out, scope.labels().parts_here);
  out += "</h2>\n<ul>\n";
  for (const std::size_t index : place.chapter->documents) {
    const Document& document = scope.the_book().documents[index];
    out += "<li><a";
    append_attribute(out, "href", scope.document_url(index));
    append(out, "><span class=\"number\">", document.number, "</span> <span>");
    TextWriter(scope, out).write_text(plain_text(document.title));
    out += "</span> <span class=\"minutes\">";
    append_text(out, counted(scope.labels().minutes, site.minutes[scope.book][index]));
    out += "</span></a></li>\n";
  }
  out += "</ul>\n</nav>\n";
}

/// The first opener of a booklet says what kind of text this is.
void write_first_notice(const Site& site, const Scope& scope, std::string& out) {
  const Book& book = scope.the_book();
  const std::string& notice = text_in(site.publication.booklet.notice, scope.language());
  if (notice.empty() || book.chapters.empty() || book.chapters.front().opener != scope.document) return;
  for (const Block& block : scope.the_document().blocks) {
    if (std::holds_alternative<Alert>(block.value)) return;  // the author says it in better words
  }
  out += "<div role=\"note\" class=\"alert important\">\n<p><strong class=\"label\">";
  append_text(out, scope.labels().alert_important);
  out += "</strong> ";
  TextWriter(scope, out).write_text(notice);
  out += "</p>\n</div>\n";
}

std::unordered_set<std::string_view> paragraph_ids(const Document& document) {
  std::unordered_set<std::string_view> ids;
  for (const Block& block : document.blocks) {
    if (std::holds_alternative<Paragraph>(block.value)) ids.insert(block.id);
  }
  return ids;
}

/// The switch to the next language of the booklet, for paragraphs that exist there.
std::optional<ParagraphSwitch> switch_of(const Site& site, const Scope& scope) {
  if (!site.has_languages()) return std::nullopt;
  const Book& other = site.publication.books[(scope.book + 1) % site.publication.books.size()];
  const Document& document = other.documents[scope.document];
  if (document.is_missing) return std::nullopt;
  return ParagraphSwitch{std::string(lang::get(other.language).labels().short_name), other.language,
                         scope.url(site.map.document(other.language, document)), paragraph_ids(document)};
}

}  // namespace

void write_heading_one(const Scope& scope, std::string& out) {
  const Document& document = scope.the_document();
  out += "<h1";
  append_attribute(out, "id", as_id(scope.prefix + document.id));
  out += ">";
  if (!document.number.empty() && !document.is_chapter_opener) {
    append(out, "<span class=\"number\">", document.number, "</span> ");
  }
  TextWriter(scope, out).write(document.title);
  out += "</h1>\n";
}

void write_missing_translation(const Scope& scope, std::string& out) {
  out += "<p class=\"missing\"><strong>";
  append_text(out, scope.labels().missing_translation);
  out += "</strong></p>\n";
  for (const Book& other : scope.publication.books) {
    const Document& document = other.documents[scope.document];
    if (document.is_missing) continue;
    out += "<p><a class=\"turn\"";
    append_attribute(out, "href", scope.url(scope.map.document(other.language, document)));
    append_language(out, other.language);
    append_attribute(out, "hreflang", other.language);
    out += ">";
    append_text(out, lang::get(other.language).labels().language_name);
    append_text(out, " – " + full_title(document));
    out += "</a></p>\n";
  }
}

/// The one sentence, in every language that has it: some readers read only this.
void write_takeaway(const Site& site, const Scope& scope, std::string& out) {
  if (scope.the_document().front.takeaway.empty()) return;
  out += "<div class=\"takeaway\">\n<p class=\"label\">";
  append_text(out, scope.labels().takeaway);
  out += "</p>\n<p>";
  TextWriter(scope, out).write(scope.the_document().front.takeaway);
  out += "</p>\n";
  for (std::size_t i = 0; i < site.publication.books.size(); ++i) {
    const Book& other = site.publication.books[i];
    if (i == scope.book || other.documents[scope.document].front.takeaway.empty()) continue;
    Scope in_other = scope;
    in_other.book = i;
    out += "<p";
    append_language(out, other.language);
    out += ">";
    TextWriter(in_other, out).write(other.documents[scope.document].front.takeaway);
    out += "</p>\n";
  }
  out += "</div>\n";
}

void write_summary(const Site& site, const Scope& scope, std::string& out) {
  write_abstract(scope, out);
  write_version_line(site, scope, out);
  write_first_notice(site, scope, out);
}

Artifact document_page(const Site& site, std::size_t book, std::size_t index) {
  const Document& document = site.publication.books[book].documents[index];
  Scope scope = site.scope(book, site.map.document(site.publication.books[book].language, document));
  scope.document = index;

  Frame frame;
  frame.kind = document.is_chapter_opener ? "document opener" : "document";
  frame.title = full_title(document);
  frame.description = plain_text(document.front.takeaway.empty() ? document.front.abstract : document.front.takeaway);
  std::vector<std::string> paths;
  for (const Book& other : site.publication.books) {
    paths.push_back(site.map.document(other.language, other.documents[index]));
  }
  add_navigation(site, scope, paths, index, frame);
  frame.sidebar = sidebar(site, scope, index);

  std::string& out = frame.main;
  out += "<article>\n";
  write_place(site, scope, out);
  write_heading_one(scope, out);
  if (document.is_missing) {
    write_missing_translation(scope, out);
  } else {
    write_takeaway(site, scope, out);
    write_summary(site, scope, out);
    const auto paragraph_switch = switch_of(site, scope);
    TextWriter writer(scope, out);
    writer.use_switch(paragraph_switch ? &*paragraph_switch : nullptr);
    writer.write(document.blocks);
    writer.write_notes();
    write_cited_references(site, scope, out);
  }
  write_parts(site, scope, out);
  out += "</article>\n";
  write_pager(site, scope, out);
  return {scope.page, site.shell.render(scope, frame)};
}

}  // namespace bifolio::html
