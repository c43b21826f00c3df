// The way in: the choice of languages, and a home for each.
#include <algorithm>

#include "html/markup.h"
#include "html/numbers.h"
#include "html/ornament.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

void append_element(std::string& out, std::string_view open, std::string_view text, std::string_view close) {
  append(out, open);
  append_text(out, text);
  append(out, close);
}

/// Who speaks: “文献阅读组　破冰志愿者”. The booklet's own title stands below.
std::string brand(const Site& site, const Scope& scope) {
  const Booklet& booklet = site.publication.booklet;
  std::string names = text_in(booklet.group, scope.language());
  const auto people = booklet.contributors.find(scope.language());
  if (people == booklet.contributors.end() || people->second.size() != 1) return names;
  const std::string between = scope.words().writing() == lang::Writing::han ? "　" : ", ";
  return names + (names.empty() ? "" : between) + people->second.front();
}

void write_title(const Site& site, const Scope& scope, std::string& out) {
  const Booklet& booklet = site.publication.booklet;
  TextWriter writer(scope, out);
  out += "<div class=\"cover\">\n";
  out += "<h1>";
  writer.write_text(text_in(booklet.title, scope.language()));
  out += "</h1>\n";
  if (const std::string& subtitle = text_in(booklet.subtitle, scope.language()); !subtitle.empty()) {
    out += "<p class=\"subtitle\">";
    writer.write_text(subtitle);
    out += "</p>\n";
  }
  for (const std::string& other : booklet.languages) {
    if (other == scope.language() || text_in(booklet.title, other).empty()) continue;
    out += "<p class=\"other-title\"";
    append_language(out, other);
    append_element(out, ">", text_in(booklet.title, other), "</p>\n");
  }
  const bool is_han = scope.words().writing() == lang::Writing::han;
  std::string version = lang::fill(scope.labels().version, "version", booklet.version);
  if (!booklet.date.empty()) version += (is_han ? "，" : ", ") + scope.words().date(booklet.date);
  const std::string& notice = text_in(booklet.notice, scope.language());
  version += (is_han ? "。" : ". ") + notice;
  if (!notice.empty() && !notice.ends_with("。") && !notice.ends_with(".")) version += is_han ? "。" : ".";
  out += "<p class=\"version-line\">";
  writer.write_text(version);
  out += "</p>\n</div>\n";
}

void write_ornament(const Site& site, const Scope& scope, std::string& out) {
  out += "<div class=\"water\">\n" + ornament(ornament_lines(site.publication.booklet));
  const std::string& motto = text_in(site.publication.booklet.motto, scope.language());
  if (!motto.empty()) append_element(out, "<p class=\"motto\">", motto, "</p>\n");
  out += "</div>\n";
}

/// “2024-08 – 2025-03，4部分，约35分钟”
std::string chapter_facts(const Site& site, const Scope& scope, const Chapter& chapter) {
  const std::string comma = scope.words().writing() == lang::Writing::han ? "，" : ", ";
  std::string facts;
  if (chapter.phase) {
    const Phase& phase = site.publication.booklet.phases[*chapter.phase];
    if (!phase.period_begin.empty()) facts = scope.words().period(phase.period_begin, phase.period_end) + comma;
  }
  std::size_t minutes = chapter.opener ? site.minutes[scope.book][*chapter.opener] : 0;
  for (const std::size_t index : chapter.documents) minutes += site.minutes[scope.book][index];
  if (chapter.documents.size() > 1) facts += counted(scope.labels().parts_count, chapter.documents.size()) + comma;
  return facts + counted(scope.labels().minutes, minutes);
}

/// “第一阶段　读懂机制、靶点与量尺”: the phase, and its opener's own title where that says more.
std::string box_title(const Site& site, const Scope& scope, const Chapter& chapter) {
  const std::string title = chapter_title(site, scope.the_book(), chapter);
  if (!chapter.opener) return title;
  const std::string own = plain_text(scope.the_book().documents[*chapter.opener].title);
  const bool is_han = scope.words().writing() == lang::Writing::han;
  return own.empty() || own == title ? title : title + (is_han ? "　" : ": ") + own;
}

void write_chapters(const Site& site, const Scope& scope, std::string& out) {
  const Book& book = scope.the_book();
  out += "<ul class=\"boxes two\">\n";
  for (const Chapter& chapter : book.chapters) {
    if (!chapter.opener && chapter.documents.empty()) continue;
    out += "<li><a class=\"box\"";
    append_attribute(out, "href", scope.document_url(chapter.opener ? *chapter.opener : chapter.documents.front()));
    out += "><strong>";
    TextWriter(scope, out).write_text(box_title(site, scope, chapter));
    append_element(out, "</strong> <span>", chapter_facts(site, scope, chapter), "</span></a></li>\n");
  }
  out += "</ul>\n";
}

struct EditionWords {
  std::string_view name, use;
};

EditionWords edition_words(const lang::Labels& labels, std::string_view edition) {
  if (edition == "pdf") return {labels.edition_pdf, labels.edition_pdf_use};
  if (edition == "large") return {labels.edition_large, labels.edition_large_use};
  if (edition == "screen") return {labels.edition_screen, labels.edition_screen_use};
  if (edition == "phone") return {labels.edition_phone, labels.edition_phone_use};
  if (edition == "parallel") return {labels.edition_parallel, labels.edition_parallel_use};
  if (edition == "print") return {labels.edition_print, labels.edition_print_use};
  return {edition, ""};
}

/// `PDF，1.4 MB`
std::string file_facts(const Download& download, const std::string& comma) {
  const std::size_t dot = download.path.rfind('.');
  std::string kind = dot == download.path.npos ? "" : download.path.substr(dot + 1);
  std::transform(kind.begin(), kind.end(), kind.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return kind + comma + file_size(download.size);
}

void write_download(const Scope& scope, const lang::Language& language, const Download& download, std::string& out) {
  const std::string comma = language.writing() == lang::Writing::han ? "，" : ", ";
  const EditionWords words = edition_words(language.labels(), download.edition);
  std::string use(words.use);
  if (download.pages > 0) use += (use.empty() ? "" : comma) + counted(language.labels().pages_count, download.pages);
  out += "<li><a class=\"box\"";
  append_attribute(out, "href", scope.url(download.path));
  append_element(out, "><strong>", words.name, "</strong> ");
  if (!use.empty()) append_element(out, "<span>", use, "</span> ");
  append_element(out, "<span>", file_facts(download, comma), "</span></a></li>\n");
}

/// Each language's own booklets, the page's language first, in that language's words.
void write_downloads(const Site& site, const Scope& scope, std::string& out) {
  std::vector<std::string> languages = site.publication.booklet.languages;
  std::stable_partition(languages.begin(), languages.end(), [&](const auto& tag) { return tag == scope.language(); });
  for (const std::string& tag : languages) {
    const lang::Language& language = lang::get(tag);
    std::string items;
    for (const Download& download : site.downloads) {
      if (download.language == tag) write_download(scope, language, download, items);
    }
    if (items.empty()) continue;
    out += "<section class=\"downloads\"";
    if (tag != scope.language()) append_language(out, tag);
    append_element(out, ">\n<h2>", language.labels().downloads, "</h2>\n<ul class=\"boxes three\">\n");
    append(out, items, "</ul>\n</section>\n");
  }
}

void write_fact(const Scope& scope, std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  append_element(out, "<div><dt>", name, "</dt><dd>");
  TextWriter(scope, out).write_text(value);
  out += "</dd></div>\n";
}

/// An address that can be followed is a link.
void write_contact(const Scope& scope, const std::string& contact, std::string& out) {
  if (contact.empty()) return;
  const bool is_mail =
      contact.find('@') != contact.npos && contact.find(' ') == contact.npos && contact.find(':') == contact.npos;
  const auto url = safe_url(is_mail ? "mailto:" + contact : contact);
  const bool is_address = url && url->find(':') != url->npos;
  append_element(out, "<div><dt>", scope.labels().contact, "</dt><dd>");
  if (is_address) {
    out += "<a";
    append_attribute(out, "href", *url);
    out += ">";
  }
  TextWriter(scope, out).write_text(contact);
  out += is_address ? "</a></dd></div>\n" : "</dd></div>\n";
}

void write_imprint(const Site& site, const Scope& scope, std::string& out) {
  const Booklet& booklet = site.publication.booklet;
  std::string facts;
  const auto people = booklet.contributors.find(scope.language());
  if (people != booklet.contributors.end() && !people->second.empty()) {
    write_fact(scope, scope.labels().contributors, scope.words().list(people->second), facts);
  }
  write_fact(scope, scope.labels().licence, booklet.licence, facts);
  write_contact(scope, booklet.contact, facts);
  if (const std::string& purpose = text_in(booklet.purpose, scope.language()); !purpose.empty()) {
    out += "<p class=\"purpose\">";
    TextWriter(scope, out).write_text(purpose);
    out += "</p>\n";
  }
  if (!facts.empty()) append(out, "<dl class=\"imprint\">\n", facts, "</dl>\n");
}

}  // namespace

Artifact home_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.home(site.publication.books[book].language));
  Frame frame;
  frame.kind = "home";
  frame.brand = brand(site, scope);
  frame.description = text_in(site.publication.booklet.subtitle, scope.language());
  std::vector<std::string> paths;
  for (const Book& other : site.publication.books) paths.push_back(site.map.home(other.language));
  add_navigation(site, scope, paths, std::nullopt, frame);
  write_title(site, scope, frame.main);
  write_ornament(site, scope, frame.main);
  write_chapters(site, scope, frame.main);
  write_downloads(site, scope, frame.main);
  write_imprint(site, scope, frame.main);
  return {scope.page, site.shell.render(scope, frame)};
}

/// The choice of languages, each in its own words; nothing is guessed from the reader's computer.
Artifact root_page(const Site& site) {
  const Scope scope = site.scope(0, "index.html");
  Frame frame;
  frame.kind = "root";
  std::string& out = frame.main;
  out += "<h1>";
  append_text(out, text_in(site.publication.booklet.title, scope.language()));
  out += "</h1>\n<ul class=\"boxes two\">\n";
  for (const Book& book : site.publication.books) {
    const std::string url = scope.url(site.map.home(book.language));
    frame.alternates.push_back({book.language, url});
    out += "<li><a class=\"box\"";
    append_attribute(out, "href", url);
    append_language(out, book.language);
    append_attribute(out, "hreflang", book.language);
    append_element(out, "><strong>", lang::get(book.language).labels().language_name, "</strong> <span>");
    append_text(out, text_in(site.publication.booklet.title, book.language));
    out += "</span></a></li>\n";
    frame.controls.push_back({std::string(lang::get(book.language).labels().language_name), url,
                              book.language == scope.language() ? "" : book.language, false});
  }
  out += "</ul>\n";
  frame.more.push_back({std::string(scope.labels().home), scope.url(site.map.home(scope.language())), "", false});
  return {scope.page, site.shell.render(scope, frame)};
}

}  // namespace bifolio::html
