#include "model/dump.h"

#include "base/quote.h"
#include "model/evidence.h"

namespace bifolio {
namespace {

/// One line of the dump, grown word by word.
class Line {
 public:
  explicit Line(std::string_view word) : text_(word) {}

  Line& word(std::string_view word) {
    text_.append(" ").append(word);
    return *this;
  }
  Line& number(std::int64_t value) { return word(std::to_string(value)); }
  Line& quoted(std::string_view value) { return word(quote(value)); }
  /// `name="value"`, and nothing for an empty value.
  Line& pair(std::string_view name, std::string_view value) {
    return value.empty() ? *this : word(std::string(name) + "=" + quote(value));
  }
  Line& flag(std::string_view name, bool is_set) { return is_set ? word(name) : *this; }
  Line& mark(std::string_view sign, std::string_view value) {
    return value.empty() ? *this : word(std::string(sign) + std::string(value));
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string_view word(Alignment alignment) {
  switch (alignment) {
    case Alignment::none: return "";
    case Alignment::left: return "left";
    case Alignment::center: return "center";
    case Alignment::right: return "right";
    case Alignment::decimal: return "decimal";
  }
  return "";
}

std::string_view word(AlertKind kind) {
  switch (kind) {
    case AlertKind::note: return "note";
    case AlertKind::tip: return "tip";
    case AlertKind::important: return "important";
    case AlertKind::warning: return "warning";
    case AlertKind::caution: return "caution";
  }
  return "";
}

std::string_view word(Directive::Reach reach) {
  switch (reach) {
    case Directive::Reach::next_block: return "next-block";
    case Directive::Reach::start: return "start";
    case Directive::Reach::end: return "end";
  }
  return "";
}

std::string_view word(TermCase letter_case) {
  switch (letter_case) {
    case TermCase::exact: return "exact";
    case TermCase::free_initial: return "free-initial";
    case TermCase::free: return "free";
  }
  return "";
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : std::string(between)) + one;
  return out;
}

std::string evidence_text(const Evidence& evidence) {
  std::string out;
  const auto add = [&](std::string_view separator, std::string_view text) {
    if (!out.empty()) out += separator;
    out += text;
  };
  for (const EvidenceKind kind : evidence.kinds) add(", ", name(kind));
  if (evidence.outcome) add("; ", name(*evidence.outcome));
  for (const RegionalStatus& status : evidence.status)
    add("; ", status.region + ": " + std::string(name(status.status)));
  if (!evidence.as_of.empty()) add("; ", "as of " + evidence.as_of);
  return out;
}

std::string date_text(const ReferenceDate& date) {
  std::string out;
  for (const auto& part : date.parts) {
    if (!out.empty()) out += "/";
    out += std::to_string(part[0]);
    for (int i = 1; i < 3 && part[i] != 0; ++i) out += "-" + std::to_string(part[i]);
  }
  if (date.season != 0) out += " season " + std::to_string(date.season);
  if (date.circa) out += " circa";
  if (!date.literal.empty()) out += " literal " + quote(date.literal);
  if (!date.raw.empty()) out += " raw " + quote(date.raw);
  return out;
}

std::string name_text(const Name& name) {
  Line line("name");
  line.pair("family", name.family).pair("given", name.given).pair("literal", name.literal).pair("suffix", name.suffix);
  line.pair("dropping-particle", name.dropping_particle).pair("non-dropping-particle", name.non_dropping_particle);
  line.flag("comma-suffix", name.comma_suffix).flag("static-ordering", name.static_ordering);
  return line.flag("parse-names", name.parse_names).text();
}

class Printer {
 public:
  explicit Printer(DumpSpans spans) : spans_(spans) {}
  std::string take() { return std::move(out_); }

  void print(const Manuscript&);
  void print(const Document&);
  void print(const Booklet&);
  void print(const Library&);
  void print(const Reference&);
  void print(const Glossary&);
  void print(const Changelog&);
  void print(const Chart&);
  void print(const Blocks& blocks) {
    for (const Block& block : blocks) print(block);
  }
  void print(const Inlines& inlines) {
    for (const Inline& node : inlines) print(node);
  }

 private:
  void line(const Line& line, Span span = {}) {
    out_.append(depth_ * 2, ' ').append(line.text());
    if (spans_ == DumpSpans::yes && span.file.is_known()) {
      out_ += " " + std::to_string(span.begin) + ".." + std::to_string(span.end);
    }
    out_ += '\n';
  }
  template <typename Inner>
  void indented(const Inner& inner) {
    ++depth_;
    inner();
    --depth_;
  }
  /// A line and the inlines under it; a single run of text stands on the line itself.
  void with_inlines(Line head, Span span, const Inlines& children) {
    const auto* only = children.size() == 1 ? std::get_if<Text>(&children[0].value) : nullptr;
    if (only && spans_ == DumpSpans::no) return line(head.quoted(only->text));
    line(head, span);
    indented([&] { print(children); });
  }
  void inlines(std::string_view label, const Inlines& children, Span span = {}) {
    if (!children.empty()) with_inlines(Line(label), span, children);
  }
  void words(std::string_view label, const LocalText& text) {
    for (const auto& [language, value] : text) line(Line(label).word(language).quoted(value));
  }
  static Line& add(Line& head, const Attributes& attributes) {
    head.mark("#", attributes.id);
    for (const std::string& name : attributes.classes) head.mark(".", name);
    for (const Attribute& pair : attributes.pairs) head.word(pair.name + "=" + quote(pair.value));
    return head;
  }

  void print(const Block&);
  void print_value(const Block&, Line, const Paragraph&);
  void print_value(const Block&, Line, const Heading&);
  void print_value(const Block&, Line, const List&);
  void print_value(const Block&, Line, const BlockQuote&);
  void print_value(const Block&, Line, const Alert&);
  void print_value(const Block&, Line, const CodeBlock&);
  void print_value(const Block&, Line, const ThematicBreak&);
  void print_value(const Block&, Line, const Table&);
  void print_value(const Block&, Line, const Figure&);
  void print_value(const Block&, Line, const Division&);
  void print_row(const Row&);
  void print_front(const FrontMatter&);

  void print(const Inline&);
  void print_value(Span, const Text&);
  void print_value(Span, const Code&);
  void print_value(Span, const LineBreak&);
  void print_value(Span span, const Emphasis& value) { with_inlines(Line("emphasis"), span, value.children); }
  void print_value(Span span, const Strong& value) { with_inlines(Line("strong"), span, value.children); }
  void print_value(Span span, const Strikethrough& value) { with_inlines(Line("strikethrough"), span, value.children); }
  void print_value(Span, const Phrase&);
  void print_value(Span, const Link&);
  void print_value(Span, const Image&);
  void print_value(Span, const Citation&);
  void print_value(Span, const CrossReference&);
  void print_value(Span, const NoteMark&);
  void print(const CitedWork&);

  DumpSpans spans_;
  std::size_t depth_ = 0;
  std::string out_;
};

// Inlines

void Printer::print(const Inline& node) {
  node.visit([&](const auto& value) { print_value(node.span, value); });
}

void Printer::print_value(Span span, const Text& value) {
  line(Line(quote(value.text)), span);
}

void Printer::print_value(Span span, const Code& value) {
  line(Line("code").quoted(value.text), span);
}

void Printer::print_value(Span span, const LineBreak&) {
  line(Line("break"), span);
}

void Printer::print_value(Span span, const Phrase& value) {
  Line head("phrase");
  add(head, value.attributes);
  if (value.evidence) head.pair("→", evidence_text(*value.evidence));
  with_inlines(head, span, value.children);
  indented([&] { inlines("evidence-sentence", value.evidence_sentence); });
}

void Printer::print_value(Span span, const Link& value) {
  Line head("link");
  head.quoted(value.target).pair("title", value.title).flag("bare", value.is_bare);
  add(head, value.attributes);
  switch (value.destination.kind) {
    case Destination::Kind::unknown: break;
    case Destination::Kind::external: head.word("→ " + value.destination.url); break;
    case Destination::Kind::anchor:
      head.word("→ document " + std::to_string(value.destination.document)).mark("#", value.destination.id);
      break;
    case Destination::Kind::file: head.word("→ file " + value.destination.url); break;
  }
  with_inlines(head, span, value.children);
}

void Printer::print_value(Span span, const Image& value) {
  Line head("image");
  head.quoted(value.path).pair("title", value.title);
  with_inlines(add(head, value.attributes), span, value.alt);
}

void Printer::print_value(Span span, const Citation& value) {
  std::string keys;
  for (const CitedWork& work : value.works) keys += (keys.empty() ? "" : "; ") + work.key;
  Line head("citation");
  head.word(value.is_narrative ? "@" + keys : "[" + keys + "]").mark("#", value.anchor);
  head.pair("→", plain_text(value.rendered));
  line(head, span);
  indented([&] {
    for (const CitedWork& work : value.works) print(work);
  });
}

/// A work that has nothing but its key is named on the citation's line already.
void Printer::print(const CitedWork& work) {
  const bool is_bare = work.prefix.empty() && work.suffix.empty() && work.locator.empty() && !work.suppress_author;
  if (is_bare && spans_ == DumpSpans::no) return;
  Line head("work");
  head.word(work.key).flag("suppress-author", work.suppress_author);
  head.pair(work.locator_label, work.locator);
  line(head, work.key_span);
  indented([&] {
    inlines("prefix", work.prefix);
    inlines("suffix", work.suffix);
  });
}

void Printer::print_value(Span span, const CrossReference& value) {
  line(Line("reference").mark("@", value.id).pair("→", value.text), span);
}

void Printer::print_value(Span span, const NoteMark& value) {
  Line head("note-mark");
  head.mark("^", value.label);
  if (value.note) head.word("→ note " + std::to_string(*value.note));
  line(head, span);
}

// Blocks

void Printer::print(const Block& block) {
  std::visit(
      [&](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        constexpr std::string_view kind = std::is_same_v<T, Paragraph>       ? "paragraph"
                                          : std::is_same_v<T, Heading>       ? "heading"
                                          : std::is_same_v<T, List>          ? "list"
                                          : std::is_same_v<T, BlockQuote>    ? "quote"
                                          : std::is_same_v<T, Alert>         ? "alert"
                                          : std::is_same_v<T, CodeBlock>     ? "code-block"
                                          : std::is_same_v<T, ThematicBreak> ? "thematic-break"
                                          : std::is_same_v<T, Table>         ? "table"
                                          : std::is_same_v<T, Figure>        ? "figure"
                                                                             : "division";
        print_value(block, Line(kind), value);
      },
      block.value);
}

void Printer::print_value(const Block& block, Line head, const Paragraph& value) {
  with_inlines(add(head, block.attributes).mark("→#", block.id), block.span, value.children);
}

void Printer::print_value(const Block& block, Line head, const Heading& value) {
  head.number(value.level).mark("", value.number);
  add(head, block.attributes).mark("→#", block.id).flag("unnumbered", value.is_unnumbered).pair("slug", value.slug);
  with_inlines(head, block.span, value.children);
}

void Printer::print_value(const Block& block, Line head, const List& value) {
  head.flag("definitions", value.kind == List::Kind::definition);
  if (value.kind == List::Kind::ordered) head.word("from").number(value.start);
  head.flag("loose", !value.is_tight);
  line(add(head, block.attributes).mark("→#", block.id), block.span);
  indented([&] {
    for (const ListItem& item : value.items) {
      Line one("item");
      if (item.checked) one.word(*item.checked ? "[x]" : "[ ]");
      line(one.mark("→#", item.id), item.span);
      indented([&] {
        inlines("term", item.term, item.term_span);
        print(item.children);
      });
    }
  });
}

void Printer::print_value(const Block& block, Line head, const BlockQuote& value) {
  line(add(head, block.attributes).mark("→#", block.id), block.span);
  indented([&] { print(value.children); });
}

void Printer::print_value(const Block& block, Line head, const Alert& value) {
  line(add(head.word(word(value.kind)), block.attributes).mark("→#", block.id), block.span);
  indented([&] { print(value.children); });
}

void Printer::print_value(const Block& block, Line head, const CodeBlock& value) {
  head.mark("", value.language);
  line(add(head, block.attributes).mark("→#", block.id).quoted(value.text), block.span);
}

void Printer::print_value(const Block& block, Line head, const ThematicBreak&) {
  line(add(head, block.attributes).mark("→#", block.id), block.span);
}

void Printer::print_value(const Block& block, Line head, const Table& value) {
  add(head, block.attributes).mark("→#", block.id).mark("", value.number).pair("source", value.source);
  if (value.has_evidence) head.word("evidence-in").number(static_cast<std::int64_t>(value.evidence_column));
  line(head, block.span);
  indented([&] {
    inlines("caption", value.caption, value.caption_span);
    for (const Column& column : value.columns) {
      Line one("column");
      one.mark("", column.id).mark("", name(column.role)).mark("", word(column.alignment));
      if (column.width != 0) one.word("width").number(column.width);
      with_inlines(one, column.span, column.heading);
    }
    for (const Row& row : value.rows) print_row(row);
  });
}

void Printer::print_row(const Row& row) {
  Line head(row.kind == Row::Kind::group ? "group" : "row");
  if (row.kind == Row::Kind::group) head.number(row.group_level);
  head.mark("→#", row.id).pair("in", joined(row.group_path, " / ")).pair("evidence", evidence_text(row.evidence));
  line(head, row.span);
  indented([&] {
    for (const Cell& cell : row.cells) {
      Line one(cell.is_covered ? "covered" : "cell");
      if (cell.row_span != 1) one.word("rows").number(cell.row_span);
      with_inlines(one, cell.span, cell.content);
    }
    inlines("evidence-sentence", row.evidence_sentence);
  });
}

void Printer::print_value(const Block& block, Line head, const Figure& value) {
  head.word(value.kind == Figure::Kind::chart ? "chart" : "image").mark("", value.number).quoted(value.source);
  add(head, block.attributes).mark("→#", block.id).pair("alt", value.alt).flag("decorative", value.is_decorative);
  if (value.chart) head.word("→ chart " + std::to_string(*value.chart));
  line(head, block.span);
  indented([&] { inlines("caption", value.caption); });
}

void Printer::print_value(const Block& block, Line head, const Division& value) {
  line(add(head, block.attributes).mark("→#", block.id), block.span);
  indented([&] { print(value.children); });
}

// Documents

void Printer::print_front(const FrontMatter& front) {
  Line head("front");
  head.pair("title", front.title).pair("id", front.id).pair("lang", front.language).pair("kind", front.kind);
  head.pair("updated", front.updated).pair("contributors", joined(front.contributors, "; "));
  if (front.span.size() == 0 && head.text() == "front") return;
  line(head, front.span);
  indented([&] {
    inlines("abstract", front.abstract, front.abstract_span);
    inlines("takeaway", front.takeaway);
  });
}

void Printer::print(const Document& document) {
  Line head("document");
  head.mark("", document.path).mark("", document.language).pair("phase", document.phase);
  head.flag("opener", document.is_chapter_opener).mark("→#", document.id).mark("", document.number);
  line(head.pair("page", document.page));
  indented([&] {
    print_front(document.front);
    if (!document.title.empty()) {
      Line title("title");
      with_inlines(title.mark("#", document.title_id), document.title_span, document.title);
    }
    print(document.blocks);
    for (const Note& note : document.notes) {
      line(Line("note").mark("^", note.label).flag("unmentioned", !note.is_mentioned), note.span);
      indented([&] { print(note.children); });
    }
    for (const Directive& directive : document.directives) {
      Line one("ignore");
      one.word(word(directive.reach)).mark("", directive.rule).pair("reason", directive.reason);
      one.pair("until", directive.until);
      if (spans_ == DumpSpans::yes) {
        one.word("covers " + std::to_string(directive.covers.begin) + ".." + std::to_string(directive.covers.end));
      }
      line(one, directive.span);
    }
  });
}

// The rest of a manuscript

void Printer::print(const Booklet& booklet) {
  line(Line("booklet").pair("id", booklet.id).pair("version", booklet.version).pair("date", booklet.date));
  indented([&] {
    line(Line("version-scheme").word(booklet.version_scheme));
    line(Line("languages").mark("", joined(booklet.languages, " ")));
    words("folder", booklet.folder);
    words("title", booklet.title);
    words("subtitle", booklet.subtitle);
    words("group", booklet.group);
    words("motto", booklet.motto);
    words("notice", booklet.notice);
    words("purpose", booklet.purpose);
    for (const auto& [language, people] : booklet.contributors) {
      line(Line("contributors").word(language).quoted(joined(people, "; ")));
    }
    line(Line("theme").word(booklet.theme).pair("licence", booklet.licence).pair("contact", booklet.contact));
    for (const Phase& phase : booklet.phases) {
      Line one("phase");
      one.mark("", phase.id).pair("from", phase.period_begin).pair("to", phase.period_end);
      line(one.pair("updated", phase.updated), phase.span);
      indented([&] { words("title", phase.title); });
    }
    line(Line("editions").word(joined(booklet.editions, " ")));
    for (const std::string& path : booklet.libraries) line(Line("library").quoted(path));
    words("citation-style", booklet.citation_style);
    if (!booklet.has_bilingual_references) line(Line("references in one language"));
    words("chinese-works", booklet.chinese_works);
    if (!booklet.styles_dir.empty()) line(Line("styles-dir").quoted(booklet.styles_dir));
    if (booklet.has_lock)
      line(Line("lock").pair("mailto", booklet.lock_mailto).word("max-age").number(booklet.lock_max_age));
    line(Line("fail-on").word(name(booklet.fail_on)));
    for (const SeveritySetting& setting : booklet.severities) {
      line(Line("severity").word(setting.pattern).word(name(setting.severity)), setting.span);
    }
    if (!booklet.retraction_snapshot.empty()) {
      Line one("retractions");
      line(one.quoted(booklet.retraction_snapshot)
               .pair("date", booklet.retraction_date)
               .word("max-age")
               .number(booklet.retraction_max_age));
    }
    for (const Acknowledgement& one : booklet.acknowledged) {
      line(Line("acknowledge").word(one.key).pair("reason", one.reason), one.span);
    }
    for (const std::string& host : booklet.volatile_hosts) line(Line("volatile-host").word(host));
  });
}

void Printer::print(const Reference& reference) {
  line(Line("work").mark("", reference.key).mark("", reference.type), reference.span);
  indented([&] {
    for (const auto& [variable, people] : reference.names) {
      line(Line(variable), people.span);
      indented([&] {
        for (const Name& one : people.names) line(Line(name_text(one)));
      });
    }
    for (const auto& [variable, date] : reference.dates) line(Line(variable).mark("", date_text(date)), date.span);
    for (const auto& [variable, field] : reference.fields) {
      line(Line(variable).word(field.is_number ? field.value : quote(field.value)), field.span);
    }
  });
}

void Printer::print(const Library& library) {
  for (const Reference& reference : library.references) print(reference);
}

void Printer::print(const Glossary& glossary) {
  for (const Term& term : glossary.terms) {
    Line head("term");
    head.mark("", term.id).word(word(term.letter_case)).pair("abbreviation", term.abbreviation);
    line(head.pair("aliases", joined(term.aliases, "; ")).pair("note", term.note), term.span);
    indented([&] {
      words("approved", term.approved);
      for (const auto& [language, forms] : term.variants) {
        line(Line("variants").word(language).quoted(joined(forms, "; ")));
      }
    });
  }
}

void Printer::print(const Changelog& changelog) {
  line(Line("changelog").word(changelog.language));
  indented([&] {
    for (const ChangelogEntry& entry : changelog.entries) {
      line(Line("entry").mark("", entry.version).mark("", entry.date), entry.span);
      indented([&] { print(entry.blocks); });
    }
  });
}

void Printer::print(const Chart& chart) {
  line(Line("chart").quoted(chart.source), chart.specification.span);
  indented([&] {
    for (const auto& [url, data] : chart.data) {
      line(Line("data").quoted(url).number(static_cast<std::int64_t>(data.bytes.size())).word("bytes"));
    }
  });
}

void Printer::print(const Manuscript& manuscript) {
  print(manuscript.booklet);
  for (const Document& document : manuscript.documents) print(document);
  for (const Chart& chart : manuscript.charts) print(chart);
  for (const auto& [path, picture] : manuscript.pictures) {
    line(Line("picture").quoted(path).number(static_cast<std::int64_t>(picture.bytes.size())).word("bytes"));
  }
  print(manuscript.library);
  print(manuscript.glossary);
  for (const Changelog& changelog : manuscript.changelogs) print(changelog);
}

template <typename Value>
std::string printed(const Value& value, DumpSpans spans) {
  Printer printer(spans);
  printer.print(value);
  return printer.take();
}

}  // namespace

std::string dump(const Manuscript& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Document& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Blocks& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Inlines& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Library& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Glossary& value, DumpSpans spans) {
  return printed(value, spans);
}
std::string dump(const Booklet& value, DumpSpans spans) {
  return printed(value, spans);
}

}  // namespace bifolio
