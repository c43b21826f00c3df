// A document with all its languages side by side, block by block, in pairs that
// share an id. In the file each pair stands together, the source language first,
// so that screen readers and copies stay in pairs too.
#include <algorithm>
#include <deque>
#include <memory>

#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"
#include "model/pair_blocks.h"

namespace bifolio::html {
namespace {

bool is_wide(const BlockPair& pair) {
  return std::any_of(pair.blocks.begin(), pair.blocks.end(), [](const Block* block) {
    return block && (std::holds_alternative<Table>(block->value) || std::holds_alternative<Figure>(block->value));
  });
}

class ParallelText {
 public:
  ParallelText(const Site& site, const Scope& page, std::size_t document) : site_(site) {
    for (std::size_t i = 0; i < site.publication.books.size(); ++i) {
      Scope scope = page;
      scope.book = i;
      scope.document = document;
      scope.prefix = site.publication.books[i].language + ":";
      scopes_.push_back(std::move(scope));
    }
    for (const Scope& scope : scopes_) {
      columns_.emplace_back();
      writers_.push_back(std::make_unique<TextWriter>(scope, columns_.back()));
    }
  }

  std::string write() {
    write_titles();
    for (const BlockPair& pair : pair_blocks(site_.publication, scopes_.front().document)) write_pair(pair);
    for (auto& writer : writers_) writer->write_notes();
    const bool has_notes =
        std::any_of(columns_.begin(), columns_.end(), [](const std::string& text) { return !text.empty(); });
    if (has_notes) write_columns("", false);
    return std::move(out_);
  }

 private:
  /// One h1 with the title in every language.
  void write_titles() {
    out_ += "<h1 class=\"pair\">";
    for (const Scope& scope : scopes_) {
      out_ += "<span";
      append_language(out_, scope.language());
      out_ += ">";
      if (!scope.the_document().number.empty())
        append(out_, "<span class=\"number\">", scope.the_document().number, "</span> ");
      TextWriter(scope, out_).write(scope.the_document().title);
      out_ += "</span> ";
    }
    out_ += "</h1>\n";
  }

  void write_pair(const BlockPair& pair) {
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
      if (pair.blocks[i]) {
        writers_[i]->write(*pair.blocks[i]);
      } else {
        columns_[i] += "<p class=\"missing\"><strong>";
        append_text(columns_[i], scopes_[i].labels().missing_translation);
        columns_[i] += "</strong></p>\n";
      }
    }
    write_columns(pair.id, is_wide(pair));
  }

  void write_columns(std::string_view id, bool is_wide) {
    append(out_, "<div class=\"pair", is_wide ? " across\"" : "\"");
    if (!id.empty()) append_attribute(out_, "id", as_id(id));
    out_ += ">\n";
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
      out_ += "<div";
      append_language(out_, scopes_[i].language());
      append(out_, ">\n", columns_[i], "</div>\n");
      columns_[i].clear();
    }
    out_ += "</div>\n";
  }

  const Site& site_;
  std::deque<Scope> scopes_;
  std::deque<std::string> columns_;
  std::vector<std::unique_ptr<TextWriter>> writers_;
  std::string out_;
};

}  // namespace

Artifact parallel_page(const Site& site, std::size_t index) {
  const Document& document = site.publication.books.front().documents[index];
  Findings already_reported;  // on the document's own pages
  Scope scope = site.scope(0, site.map.document("", document, View::parallel), already_reported);
  scope.document = index;
  scope.view = View::parallel;
  Frame frame;
  frame.kind = "parallel";
  frame.title = full_title(document);
  const lang::Labels& labels = scope.labels();
  frame.controls.push_back({std::string(labels.contents), scope.url(site.map.contents(scope.language()))});
  frame.controls.push_back({std::string(labels.search), scope.url(site.map.search(scope.language()))});
  for (const Book& book : site.publication.books) {
    const bool is_other = book.language != scope.language();
    frame.controls.push_back({std::string(lang::get(book.language).labels().only_this_language),
                              scope.url(site.map.document(book.language, book.documents[index])),
                              is_other ? book.language : ""});
  }
  frame.more.push_back({std::string(labels.home), scope.url(site.map.home(scope.language()))});
  std::string& out = frame.main;
  out += "<p class=\"progress\">";
  for (const Book& book : site.publication.books) {
    out += "<span";
    append_language(out, book.language);
    out += ">";
    append_text(out, lang::get(book.language).labels().side_by_side_explained);
    out += "</span> ";
  }
  out += "</p>\n";
  out += ParallelText(site, scope, index).write();
  write_pager(site, scope, out);
  return {scope.page, site.shell.render(scope, frame)};
}

}  // namespace bifolio::html
