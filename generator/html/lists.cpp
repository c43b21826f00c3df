// Pages that are one list: contents, glossary, what changed.
#include <algorithm>

#include "base/unicode.h"
#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// Nested lists from entries with levels; a skipped level opens none.
class Outline {
 public:
  explicit Outline(std::string& out) : out_(out) {}

  void enter(int level) {
    while (!levels_.empty() && levels_.back() > level) close();
    if (!levels_.empty() && levels_.back() == level) {
      out_ += "</li>\n";
    } else {
      out_ += "<ul>\n";
      levels_.push_back(level);
    }
    out_ += "<li>";
  }
  void finish() {
    while (!levels_.empty()) close();
  }

 private:
  void close() {
    out_ += "</li>\n</ul>\n";
    levels_.pop_back();
  }
  std::string& out_;
  std::vector<int> levels_;
};

void write_contents_entry(const Scope& scope, const ContentsEntry& entry, std::string& out) {
  out += "<a";
  append_attribute(out, "href", scope.document_url(entry.document) + (entry.id.empty() ? "" : fragment(entry.id)));
  out += ">";
  if (!entry.number.empty()) append(out, "<span class=\"number\">", entry.number, "</span> ");
  out += "<span>";
  TextWriter(scope, out).write_text(plain_text(entry.title));
  out += "</span></a>";
}

std::string joined(const std::vector<std::string>& words, const lang::Language& language) {
  return words.empty() ? "" : language.list(words);
}

void write_term_row(const Site& site, const Scope& scope, const Term& term, std::string& out) {
  out += "<tr";
  append_attribute(out, "id", as_id("term-" + term.id));
  out += "><th scope=\"row\">";
  TextWriter writer(scope, out);
  writer.write_text(text_in(term.approved, scope.language()));
  out += "</th>";
  for (const Book& other : site.publication.books) {
    if (other.language == scope.language()) continue;
    out += "<td";
    append_language(out, other.language);
    out += ">";
    append_text(out, text_in(term.approved, other.language));
    out += "</td>";
  }
  out += "<td>";
  writer.write_text(term.abbreviation);
  if (!term.aliases.empty()) {
    if (!term.abbreviation.empty()) out += "<br>";
    writer.write_text(joined(term.aliases, scope.words()));
  }
  out += "</td></tr>\n";
}

void write_head_cell(std::string_view text, std::string& out) {
  out += "<th scope=\"col\">";
  append_text(out, text);
  out += "</th>";
}

}  // namespace

Artifact list_page(const Site& site, const Scope& scope, std::string_view kind, std::string_view title,
                   std::string (SiteMap::*path_in)(std::string_view) const, std::string list) {
  Frame frame;
  frame.kind = kind;
  frame.title = title;
  std::vector<std::string> paths;
  for (const Book& other : site.publication.books) paths.push_back((site.map.*path_in)(other.language));
  add_navigation(site, scope, paths, std::nullopt, frame);
  frame.main = "<h1>";
  append_text(frame.main, title);
  append(frame.main, "</h1>\n", list);
  return {scope.page, site.shell.render(scope, frame)};
}

Artifact contents_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.contents(site.publication.books[book].language));
  std::string main = "<div class=\"outline\">\n";
  Outline outline(main);
  for (const ContentsEntry& entry : scope.the_book().contents) {
    outline.enter(entry.level);
    write_contents_entry(scope, entry, main);
  }
  outline.finish();
  main += "</div>\n";
  return list_page(site, scope, "contents-page", scope.labels().contents, &SiteMap::contents, std::move(main));
}

Artifact glossary_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.glossary(site.publication.books[book].language));
  const lang::Labels& labels = scope.labels();
  std::string main = "<section class=\"table\" tabindex=\"0\"";
  append_attribute(main, "aria-label", labels.glossary);
  main += ">\n<table>\n<caption>";
  append_text(main, labels.glossary);
  main += "</caption>\n<thead>\n<tr>";
  write_head_cell(labels.term, main);
  for (const Book& other : site.publication.books) {
    if (other.language != scope.language()) write_head_cell(labels.term_in_other_language, main);
  }
  write_head_cell(labels.abbreviation, main);
  main += "</tr>\n</thead>\n<tbody>\n";
  std::vector<const Term*> terms;
  for (const Term& term : site.publication.glossary.terms) terms.push_back(&term);
  const Collator collator(scope.words().icu_locale());
  std::stable_sort(terms.begin(), terms.end(), [&](const Term* a, const Term* b) {
    return collator.compare(text_in(a->approved, scope.language()), text_in(b->approved, scope.language())) < 0;
  });
  for (const Term* term : terms) write_term_row(site, scope, *term, main);
  main += "</tbody>\n</table>\n</section>\n";
  return list_page(site, scope, "glossary-page", labels.glossary, &SiteMap::glossary, std::move(main));
}

Artifact changes_page(const Site& site, std::size_t book) {
  const Scope scope = site.scope(book, site.map.changes(site.publication.books[book].language));
  std::string main;
  for (const Changelog& log : site.publication.changelogs) {
    if (log.language != scope.language()) continue;
    for (const ChangelogEntry& entry : log.entries) {
      main += "<section>\n<h2>";
      append_text(main, lang::fill(scope.labels().version, "version", entry.version));
      if (!entry.date.empty()) {
        main += " <span class=\"date\">";
        append_text(main, scope.words().date(entry.date));
        main += "</span>";
      }
      main += "</h2>\n";
      TextWriter writer(scope, main);
      writer.set_heading_level(2);
      writer.write(entry.blocks);
      main += "</section>\n";
    }
  }
  return list_page(site, scope, "changes-page", scope.labels().changes, &SiteMap::changes, std::move(main));
}

}  // namespace bifolio::html
