// Citations in the text and formatted text from the citation processor.
#include <algorithm>

#include "html/foreign.h"
#include "html/markup.h"
#include "html/text_writer.h"

namespace bifolio::html {
namespace {

std::string_view display_class(RichStyle::Display display) {
  switch (display) {
    case RichStyle::Display::none: return "";
    case RichStyle::Display::block: return "block";
    case RichStyle::Display::left_margin: return "left-margin";
    case RichStyle::Display::right_inline: return "right-inline";
    case RichStyle::Display::indent: return "indent";
  }
  return "";
}

/// Elements around formatted text; `close` ends them in turn.
struct Wrap {
  std::string open, close;

  void add(std::string_view element, std::string_view class_name = {}) {
    open += "<" + std::string(element);
    if (!class_name.empty()) append_attribute(open, "class", class_name);
    open += ">";
    close = "</" + std::string(element) + ">" + close;
  }
};

Wrap wrap_of(const RichStyle& style) {
  Wrap wrap;
  if (style.display != RichStyle::Display::none) wrap.add("span", display_class(style.display));
  if (style.position == RichStyle::Position::superscript) wrap.add("sup");
  if (style.position == RichStyle::Position::subscript) wrap.add("sub");
  if (style.slant == RichStyle::Slant::italic || style.slant == RichStyle::Slant::oblique) wrap.add("i");
  if (style.slant == RichStyle::Slant::normal) wrap.add("span", "upright");
  if (style.weight == RichStyle::Weight::bold) wrap.add("b");
  if (style.weight == RichStyle::Weight::normal || style.weight == RichStyle::Weight::light)
    wrap.add("span", "regular");
  if (style.variant == RichStyle::Variant::small_caps) wrap.add("span", "small-caps");
  if (style.decoration == RichStyle::Decoration::underline) wrap.add("span", "underlined");
  return wrap;
}

/// A mark alone; an author named in the sentence stands on the line, with only the number raised.
bool is_raised(const RichText& text) {
  if (text.style.position == RichStyle::Position::superscript) return true;
  return text.text.empty() && std::all_of(text.children.begin(), text.children.end(), is_raised);
}

/// The leaves that stand for one cited work each, in the order of the text.
void collect_numbers(const RichText& text, std::vector<const RichText*>& numbers) {
  if (text.variable == "citation-number") return numbers.push_back(&text);
  for (const RichText& child : text.children) collect_numbers(child, numbers);
}

}  // namespace

void TextWriter::write(const RichText& text) {
  const Wrap wrap = wrap_of(text.style);
  const auto before = writing_;
  const std::string url = text.url.empty() ? "" : safe_url(text.url).value_or("");
  const CitedWork* work =
      split_ && text.variable == "citation-number" ? work_numbered(*split_, plain_text(text)) : nullptr;
  out_ += wrap.open;
  if (work) open_reference_link(*work->reference, number_of(*work->reference));
  if (!text.language.empty()) {
    out_ += "<span";
    append_language(out_, text.language);
    out_ += ">";
    if (const auto* language = lang::find(text.language)) writing_ = language->writing();
  }
  if (!url.empty()) {
    out_ += "<a";
    append_attribute(out_, "href", url);
    out_ += ">";
  }
  write_text(text.text);
  for (const RichText& child : text.children) write(child);
  if (!url.empty()) out_ += "</a>";
  if (work) out_ += "</a>";
  if (!text.language.empty()) out_ += "</span>";
  writing_ = before;
  out_ += wrap.close;
}

/// References stand at the end of the document's own page, so that looking one
/// up and coming back loads nothing; beside each other they are too many, and
/// the mark leads to the full list.
std::string TextWriter::reference_href(std::size_t entry) const {
  const std::string anchor = fragment(scope_.the_book().references[entry].id);
  if (scope_.view != View::parallel) return anchor;
  return scope_.url(scope_.map.references(scope_.language())) + anchor;
}

std::string TextWriter::number_of(std::size_t entry) const {
  std::string digits;
  for (const char c : scope_.the_book().references[entry].number) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

/// The work for which a printed number stands.
const CitedWork* TextWriter::work_numbered(const Citation& citation, std::string_view number) const {
  for (const CitedWork& work : citation.works) {
    if (is_listed(work) && number_of(*work.reference) == number) return &work;
  }
  return nullptr;
}

bool TextWriter::is_listed(const CitedWork& work) const {
  return work.reference && *work.reference < scope_.the_book().references.size();
}

void TextWriter::open_reference_link(std::size_t entry, const std::string& numbers) {
  out_ += "<a role=\"doc-biblioref\"";
  append_attribute(out_, "href", reference_href(entry));
  if (!numbers.empty()) append_attribute(out_, "aria-label", lang::fill(scope_.labels().reference_mark, "n", numbers));
  out_ += ">";
}

/// Where a style prints several numbers, each is a link; one number, or an
/// author's name, is a link as a whole, which makes it easier to hit.
void TextWriter::write_one(const Citation& citation, const Inline&) {
  std::vector<const RichText*> printed;
  collect_numbers(citation.rendered, printed);
  const bool is_split = printed.size() > 1 && std::all_of(printed.begin(), printed.end(), [&](const RichText* number) {
                          return work_numbered(citation, plain_text(*number)) != nullptr;
                        });
  std::vector<std::string> numbers;
  const CitedWork* first = nullptr;
  for (const CitedWork& work : citation.works) {
    if (!is_listed(work)) continue;
    if (!first) first = &work;
    if (!number_of(*work.reference).empty()) numbers.push_back(number_of(*work.reference));
  }
  const std::size_t length = plain_text(citation.rendered).size();
  const bool is_mark = length > 0 && is_raised(citation.rendered);
  const bool is_short = is_mark && length == 1;
  out_ += is_short  ? "<span class=\"cite raised short\""
          : is_mark ? "<span class=\"cite raised\""
                    : "<span class=\"cite\"";
  if (!citation.anchor.empty()) write_id(citation.anchor);
  out_ += ">";
  if (is_split) {
    split_ = &citation;
    write(citation.rendered);
    split_ = nullptr;
  } else if (first) {
    const bool is_number = scope_.the_book().references_are_numbered && !citation.is_narrative;
    open_reference_link(*first->reference, is_number ? scope_.words().list(numbers) : "");
    write(citation.rendered);
    out_ += "</a>";
  } else {
    write(citation.rendered);
  }
  out_ += "</span>";
}

}  // namespace bifolio::html
