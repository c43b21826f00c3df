#include <algorithm>

#include "html/markup.h"
#include "html/text_writer.h"
#include "model/walk.h"

namespace bifolio::html {
namespace {

std::string_view alert_label(const lang::Labels& labels, AlertKind kind) {
  switch (kind) {
    case AlertKind::note: return labels.alert_note;
    case AlertKind::tip: return labels.alert_tip;
    case AlertKind::important: return labels.alert_important;
    case AlertKind::warning: return labels.alert_warning;
    case AlertKind::caution: return labels.alert_caution;
  }
  return "";
}

std::string_view alert_class(AlertKind kind) {
  switch (kind) {
    case AlertKind::note: return "alert";
    case AlertKind::tip: return "alert";
    case AlertKind::important: return "alert important";
    case AlertKind::warning: return "alert warning";
    case AlertKind::caution: return "alert warning";
  }
  return "";
}

bool is_class_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

TextWriter::TextWriter(const Scope& scope, std::string& out)
    : scope_(scope), out_(out), writing_(scope.words().writing()) {
  if (scope.document >= scope.the_book().documents.size()) return;
  const Document& document = scope.the_document();
  note_calls_.assign(document.notes.size(), 0);
  for_each_block(document.blocks, [&](const Block& block) { taken_.insert(block.id); });
}

TextWriter::Inside::Inside(TextWriter& writer, const Attributes& attributes)
    : writer_(writer), before_(writer.writing_) {
  const std::string* tag = attributes.find("lang");
  const lang::Language* language = tag ? lang::find(*tag) : nullptr;
  if (language) writer_.writing_ = language->writing();
}

void TextWriter::write(const Blocks& blocks) {
  for (const Block& block : blocks) write(block);
}

void TextWriter::write(const Block& block) {
  const Inside inside(*this, block.attributes);
  std::visit([&](const auto& value) { write_block(value, block); }, block.value);
}

void TextWriter::write_id(std::string_view id) {
  append_attribute(out_, "id", as_id(scope_.prefix + std::string(id)));
}

/// `<element id="…" lang="…" class="…">`
void TextWriter::open(std::string_view element, const Block& block, std::string_view class_name) {
  append(out_, "<", element);
  if (!block.id.empty()) write_id(block.id);
  if (const std::string* language = block.attributes.find("lang")) append_language(out_, *language);
  if (!class_name.empty()) append_attribute(out_, "class", class_name);
  out_ += ">";
}

void TextWriter::write_block(const Paragraph& paragraph, const Block& block) {
  open("p", block);
  write(paragraph.children);
  write_switch(block);
  out_ += "</p>\n";
}

/// The way to the same paragraph in another language. Its name repeats what is
/// printed, for readers who steer by voice (WCAG 2.2, 2.5.3).
void TextWriter::write_switch(const Block& block) {
  if (!switch_ || !switch_->ids.contains(block.id)) return;
  out_ += " <a class=\"switch\"";
  append_attribute(out_, "href", switch_->page + fragment(block.id));
  append_attribute(out_, "hreflang", switch_->language);
  append_attribute(out_, "aria-label", switch_->label + " " + std::string(scope_.labels().other_language));
  out_ += ">";
  write_text(switch_->label);
  out_ += "</a>";
}

/// A level that an author skipped would be a hole in the outline that screen
/// readers offer, so no heading goes more than one level deeper than the last.
void TextWriter::write_block(const Heading& heading, const Block& block) {
  heading_level_ = std::clamp(heading.level, 2, std::min(heading_level_ + 1, 6));
  const std::string element = "h" + std::to_string(heading_level_);
  open(element, block);
  write_alias(heading, block);
  if (!heading.number.empty()) append(out_, "<span class=\"number\">", heading.number, "</span> ");
  write(heading.children);
  append(out_, "</", element, ">\n");
}

/// Existing Markdown links to headings by their text; such links keep working.
void TextWriter::write_alias(const Heading& heading, const Block& block) {
  if (heading.slug.empty() || heading.slug == block.id || !taken_.insert(heading.slug).second) return;
  out_ += "<span";
  write_id(heading.slug);
  out_ += "></span>";
}

void TextWriter::write_block(const List& list, const Block& block) {
  const bool is_ordered = list.kind == List::Kind::ordered, defines = list.kind == List::Kind::definition;
  const std::string_view element = is_ordered ? "ol" : defines ? "dl" : "ul";
  append(out_, "<", element);
  if (!block.id.empty()) write_id(block.id);
  if (const std::string* language = block.attributes.find("lang")) append_language(out_, *language);
  if (is_ordered && list.start != 1) append_attribute(out_, "start", std::to_string(list.start));
  out_ += ">\n";
  for (const ListItem& item : list.items) defines ? write_definition(item, list) : write_item(item, list);
  append(out_, "</", element, ">\n");
}

void TextWriter::write_item(const ListItem& item, const List& list) {
  out_ += "<li";
  if (!item.id.empty()) write_id(item.id);
  out_ += ">";
  if (item.checked) {
    out_ += "<span class=\"task\">";
    append_text(out_, *item.checked ? scope_.labels().task_done : scope_.labels().task_open);
    out_ += "</span> ";
  }
  write_children(item, list);
  out_ += "</li>\n";
}

/// A link leads to the term; where a term has several definitions, to each.
void TextWriter::write_definition(const ListItem& item, const List& list) {
  const bool has_term = !item.term.empty();
  if (has_term) {
    out_ += "<dt";
    if (!item.id.empty()) write_id(item.id);
    out_ += ">";
    write(item.term);
    out_ += "</dt>\n";
  }
  out_ += "<dd";
  if (!has_term && !item.id.empty()) write_id(item.id);
  out_ += ">";
  write_children(item, list);
  out_ += "</dd>\n";
}

void TextWriter::write_children(const ListItem& item, const List& list) {
  for (const Block& child : item.children) {
    const auto* paragraph = std::get_if<Paragraph>(&child.value);
    if (list.is_tight && paragraph) {
      const Inside inside(*this, child.attributes);
      write(paragraph->children);
    } else {
      write(child);
    }
  }
}

void TextWriter::write_block(const BlockQuote& quote, const Block& block) {
  open("blockquote", block);
  out_ += "\n";
  write(quote.children);
  out_ += "</blockquote>\n";
}

/// What kind of alert it is stands first, in words, in the line of its text.
void TextWriter::write_block(const Alert& alert, const Block& block) {
  append(out_, "<div role=\"note\"");
  if (!block.id.empty()) write_id(block.id);
  append_attribute(out_, "class", alert_class(alert.kind));
  out_ += ">\n<p><strong class=\"label\">";
  append_text(out_, alert_label(scope_.labels(), alert.kind));
  out_ += "</strong> ";
  const auto* first = alert.children.empty() ? nullptr : std::get_if<Paragraph>(&alert.children.front().value);
  if (first) write(first->children);
  out_ += "</p>\n";
  for (std::size_t i = first ? 1 : 0; i < alert.children.size(); ++i) write(alert.children[i]);
  out_ += "</div>\n";
}

void TextWriter::write_block(const CodeBlock& code, const Block& block) {
  open("pre", block);
  out_ += "<code>";
  write_text(code.text);
  out_ += "</code></pre>\n";
}

void TextWriter::write_block(const ThematicBreak&, const Block&) {
  out_ += "<hr>\n";
}

void TextWriter::write_block(const Division& division, const Block& block) {
  std::string classes;
  for (const std::string& name : block.attributes.classes) {
    if (is_class_name(name)) classes += (classes.empty() ? "" : " ") + name;
  }
  open("div", block, classes);
  out_ += "\n";
  write(division.children);
  out_ += "</div>\n";
}

void TextWriter::write_notes() {
  const auto& notes = scope_.the_document().notes;
  if (std::none_of(note_calls_.begin(), note_calls_.end(), [](int calls) { return calls > 0; })) return;
  out_ += "<section class=\"notes\" role=\"doc-endnotes\"";
  append_attribute(out_, "aria-labelledby", scope_.prefix + "notes:title");
  out_ += ">\n<h2";
  write_id("notes:title");
  out_ += ">";
  append_text(out_, scope_.labels().notes);
  out_ += "</h2>\n<ul>\n";
  for (std::size_t i = 0; i < notes.size(); ++i) write_note(notes[i], i);
  out_ += "</ul>\n</section>\n";
}

void TextWriter::write_note(const Note& note, std::size_t index) {
  if (note_calls_[index] == 0 && !note.is_mentioned) return;
  out_ += "<li";
  write_id("fn:" + std::to_string(index + 1));
  out_ += ">\n<span class=\"number\">";
  append_text(out_, scope_.words().note_mark(static_cast<int>(index + 1)));
  out_ += "</span>\n";
  const ParagraphSwitch* before = switch_;
  switch_ = nullptr;
  write(note.children);
  switch_ = before;
  write_backlinks(index);
  out_ += "</li>\n";
}

void TextWriter::write_backlinks(std::size_t note) {
  if (note_calls_[note] == 0) return;
  out_ += "<p class=\"back\">";
  for (int call = 1; call <= note_calls_[note]; ++call) {
    const std::string suffix = call > 1 ? ":" + std::to_string(call) : "";
    out_ += "<a role=\"doc-backlink\"";
    append_attribute(out_, "href", fragment(scope_.prefix + "fnref:" + std::to_string(note + 1) + suffix));
    out_ += ">";
    append_text(out_, scope_.labels().back_to_text);
    if (call > 1) append_text(out_, " " + std::to_string(call));
    out_ += "</a> ";
  }
  out_ += "</p>\n";
}

}  // namespace bifolio::html
