#include <algorithm>

#include "html/foreign.h"
#include "html/markup.h"
#include "html/rules.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

/// Whether the text can hold a foreign passage at all: nearly all texts cannot,
/// and most time goes into text.
bool may_hold_foreign(std::string_view text, lang::Writing writing) {
  if (writing == lang::Writing::latin) {
    // Han starts at U+2E80: lead byte E2 is punctuation, E3 to F4 is the rest.
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  }
  int words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    words += is_letter && !in_word;
    in_word = is_letter;
  }
  return words >= 3;  // an accented letter may hide a fourth word
}

/// “Table 1-1”, “第1.3.2节”: nothing that may fill a line, as the title of a section would.
bool is_numbered(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  return text.size() <= kLongest && text.find_first_of("0123456789") != text.npos;
}

}  // namespace

void TextWriter::write(const Inlines& inlines) {
  for (const Inline& node : inlines) write(node);
}

void TextWriter::write(const Inline& node) {
  node.visit([&](const auto& value) { write_one(value, node); });
}

void TextWriter::write_text(std::string_view text) {
  if (!may_hold_foreign(text, writing_)) return append_text(out_, text);
  const auto other = writing_ == lang::Writing::han ? lang::Writing::latin : lang::Writing::han;
  for (const Passage& passage : split_foreign(text, writing_)) {
    if (!passage.is_foreign) {
      append_text(out_, passage.text);
      continue;
    }
    out_ += "<span";
    append_language(out_, scope_.language_written(other));
    out_ += ">";
    append_text(out_, passage.text);
    out_ += "</span>";
  }
}

void TextWriter::write_one(const Text& text, const Inline&) {
  write_text(text.text);
}

void TextWriter::write_one(const Code& code, const Inline&) {
  out_ += "<code>";
  write_text(code.text);
  out_ += "</code>";
}

void TextWriter::write_one(const LineBreak&, const Inline&) {
  out_ += "<br>";
}

void TextWriter::write_one(const Emphasis& emphasis, const Inline&) {
  out_ += "<em>";
  write(emphasis.children);
  out_ += "</em>";
}

void TextWriter::write_one(const Strong& strong, const Inline&) {
  out_ += "<strong>";
  write(strong.children);
  out_ += "</strong>";
}

void TextWriter::write_one(const Strikethrough& struck, const Inline&) {
  out_ += "<del>";
  write(struck.children);
  out_ += "</del>";
}

void TextWriter::write_one(const Phrase& phrase, const Inline&) {
  const Inside inside(*this, phrase.attributes);
  const std::string* language = phrase.attributes.find("lang");
  const bool needs_element = language || !phrase.attributes.id.empty();
  if (needs_element) {
    out_ += "<span";
    if (!phrase.attributes.id.empty()) write_id(phrase.attributes.id);
    if (language) append_language(out_, *language);
    out_ += ">";
  }
  write(phrase.children);
  if (needs_element) out_ += "</span>";
  write_evidence(phrase.evidence_sentence);
}

/// What stands behind a claim, in words, after the claim.
void TextWriter::write_evidence(const Inlines& sentence) {
  if (sentence.empty()) return;
  out_ += " <span class=\"evidence\">";
  write(sentence);
  out_ += "</span>";
}

std::string TextWriter::href(const Destination& destination) const {
  switch (destination.kind) {
    case Destination::Kind::unknown: return "";
    case Destination::Kind::external: return safe_url(destination.url).value_or("");
    case Destination::Kind::file: {
      const std::string file = scope_.picture_file(destination.url);
      return file.empty() ? "" : scope_.url(file);
    }
    case Destination::Kind::anchor: break;
  }
  if (destination.document >= scope_.the_book().documents.size()) return "";
  const std::string page = scope_.document_url(destination.document);
  const bool is_here = destination.document == scope_.document &&
                       scope_.map.document(scope_.language(), scope_.the_document(), scope_.view) == scope_.page;
  if (destination.id.empty()) return is_here ? "#text" : page;
  return (is_here ? "" : page) + fragment(destination.id);
}

void TextWriter::write_linked(const std::string& href, const Inlines& children) {
  if (href.empty()) return write(children);
  out_ += "<a";
  append_attribute(out_, "href", href);
  out_ += ">";
  write(children);
  out_ += "</a>";
}

void TextWriter::write_one(const Link& link, const Inline& node) {
  const Inside inside(*this, link.attributes);
  const std::string address = href(link.destination);
  const Span place = link.target_span.file.is_known() ? link.target_span : node.span;
  if (address.empty() && link.destination.kind == Destination::Kind::external) {
    scope_.findings.add({&html_link_dropped, place, {{"url", link.target}}, {}, {}, link.target});
  } else if (address.empty() && link.destination.kind == Destination::Kind::file) {
    scope_.findings.add(
        {&html_file_unpublished, place, {{"path", link.destination.url}}, {}, {}, link.destination.url});
  }
  write_linked(address, link.children);
}

void TextWriter::write_one(const Image& image, const Inline& node) {
  write_picture(image.path, plain_text(image.alt), image.path_span.file.is_known() ? image.path_span : node.span);
}

void TextWriter::write_one(const CrossReference& reference, const Inline&) {
  const std::string address = href(reference.destination);
  if (address.empty()) return write_text(reference.text);
  out_ += is_numbered(reference.text) ? "<a class=\"whole\"" : "<a";
  append_attribute(out_, "href", address);
  out_ += ">";
  write_text(reference.text);
  out_ += "</a>";
}

void TextWriter::write_one(const NoteMark& mark, const Inline&) {
  if (!mark.note || *mark.note >= note_calls_.size()) return append_text(out_, "[^" + mark.label + "]");
  const std::string number = std::to_string(*mark.note + 1);
  const int call = ++note_calls_[*mark.note];
  const bool follows_mark = out_.ends_with("</a></sup>") || out_.ends_with("</sup></a></span>");
  out_ +=
      follows_mark ? "<sup class=\"mark next\"><a role=\"doc-noteref\"" : "<sup class=\"mark\"><a role=\"doc-noteref\"";
  append_attribute(out_, "href", fragment(scope_.prefix + "fn:" + number));
  write_id("fnref:" + number + (call > 1 ? ":" + std::to_string(call) : ""));
  append_attribute(out_, "aria-label", lang::fill(scope_.labels().note_mark, "n", number));
  out_ += ">";
  append_text(out_, scope_.words().note_mark(static_cast<int>(*mark.note + 1)));
  out_ += "</a></sup>";
}

}  // namespace bifolio::html
