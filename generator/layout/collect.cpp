#include "layout/collect.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"
#include "layout/foreign.h"
#include "layout/piece_writer.h"
#include "layout/rules.h"
#include "model/walk.h"

namespace bifolio::layout {
namespace {

constexpr int kDeepest = 100;  ///< nesting of inlines; what lies deeper is printed plain

bool is_foreign(std::string_view text, std::string_view language) {
  const auto parts = passages(text, language);
  return parts.size() > 1 || (parts.size() == 1 && parts[0].language != language);
}

/// Whether any part needs an element of its own.
bool needs_children(const Inlines& inlines, const std::string& language) {
  bool found = false;
  for_each_inline(inlines, [&](const Inline& node) {
    if (found) return;
    if (const auto* text = std::get_if<Text>(&node.value)) {
      found = is_foreign(text->text, language);
    } else if (const auto* phrase = node.get_if<Phrase>()) {
      found = phrase->attributes.find("lang") != nullptr || !phrase->evidence_sentence.empty();
    } else {
      found = std::holds_alternative<Code>(node.value) || node.is<Link>() || node.is<Citation>() ||
              node.is<CrossReference>() || node.is<NoteMark>() || node.is<Image>() ||
              std::holds_alternative<Strikethrough>(node.value);
    }
  });
  return found;
}

bool needs_children(const RichText& node, const std::string& language) {
  if (!node.url.empty() || (!node.language.empty() && node.language != language)) return true;
  if (is_foreign(node.text, language)) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const RichText& child) { return needs_children(child, language); });
}

class Collector {
 public:
  Collector(Workbench& bench, const Context& context, bool is_flat)
      : bench_(bench), context_(context), out_(bench, context, is_flat) {}

  Collected take() { return {out_.take(), std::move(notes_)}; }

  void add(const Inlines& inlines, const CharacterStyle& style) {
    if (++depth_ > kDeepest) {
      if (depth_ == kDeepest + 1 && !inlines.empty()) report(bench_, layout_nesting, inlines.front().span);
      out_.keep = Piece::Keep::no;
      out_.add_text(plain_text(inlines), style);
    } else {
      for (const Inline& node : inlines) {
        out_.span = node.span;
        node.visit([&](const auto& value) { print(value, style); });
      }
    }
    --depth_;
  }

  void add(const RichText& node, CharacterStyle style) {
    if (++depth_ > kDeepest) {
      --depth_;
      return out_.add_text(plain_text(node), style);
    }
    style = styled(style, node.style);
    const std::string outer = out_.language();
    if (!node.language.empty()) out_.set_language(node.language);
    const std::optional<LinkTarget> target = out_.is_in_link() ? std::nullopt : target_of(node);
    if (target) {
      open_citation_link(*target);
      out_.mark_link_language(plain_text(node));
      style = in_accent(style);
    }
    out_.is_url = is_address(node);
    out_.add_text(node.text, style);
    out_.is_url = false;
    for (const RichText& child : node.children) add(child, style);
    if (target) out_.close_link();
    out_.set_language(outer);
    --depth_;
  }

 private:
  void print(const Text& text, const CharacterStyle& style) { out_.add_text(text.text, style); }

  void print(const Code& code, CharacterStyle style) {
    style.role = text::Role::mono;
    style.size = bench_.look.is_large_print ? style.size : scale(style.size, 92, 100);
    out_.with_child("Code", [&] { out_.add_text(code.text, style); });
  }

  void print(const LineBreak&, const CharacterStyle& style) { out_.add_break(style); }

  void print(const Emphasis& emphasis, CharacterStyle style) {
    if (is_han_now()) {
      style.is_emphasised = true;
    } else if (bench_.look.is_large_print) {
      style.weight = text::Weight::bold;
    } else {
      style.slant = style.slant == text::Slant::italic ? text::Slant::upright : text::Slant::italic;
    }
    add(emphasis.children, style);
  }

  void print(const Strong& strong, CharacterStyle style) {
    style.weight = text::Weight::bold;
    // Chinese emphasises with Heiti; bold Songti is for titles (C26).
    if (is_han_now() && style.role == text::Role::song) style.role = text::Role::hei;
    add(strong.children, style);
  }

  /// What is struck out is still read aloud, so its element says that it is (ISO 32000-1, 14.8.5.4.4).
  void print(const Strikethrough& struck, CharacterStyle style) {
    style.is_struck = true;
    out_.with_group("Span", [&](TagId group) {
      if (group != kArtifact) bench_.tags[group].detail().text_decoration = "LineThrough";
      add(struck.children, style);
    });
  }

  void print(const Phrase& phrase, const CharacterStyle& style) {
    const std::string* foreign = phrase.attributes.find("lang");
    const std::string outer = out_.language();
    if (foreign != nullptr && !foreign->empty()) out_.set_language(*foreign);
    add(phrase.children, style);
    out_.set_language(outer);
    if (!phrase.evidence_sentence.empty()) print_evidence(phrase.evidence_sentence, style);
  }

  /// In brackets after the claim it belongs to.
  void print_evidence(const Inlines& sentence, CharacterStyle style) {
    style.role = text::Role::hei;
    style.weight = text::Weight::regular;
    if (!bench_.look.is_large_print) style.size = scale(style.size, 93, 100);
    const auto print_all = [&] {
      out_.add_text(is_han_now() ? "（" : " (", style);
      add(sentence, style);
      out_.add_text(is_han_now() ? "）" : ")", style);
    };
    if (needs_children(sentence, out_.language())) return out_.with_group("Span", [&](TagId) { print_all(); });
    out_.with_child("Span", print_all);
  }

  void print(const Link& link, const CharacterStyle& style) {
    LinkTarget target;
    target.contents = plain_text(link.children);
    if (link.destination.kind == Destination::Kind::anchor) {
      target.destination = destination_name(bench_, link.destination);
    } else {
      target.url = link.destination.url.empty() ? link.target : link.destination.url;
    }
    const bool opens = !out_.is_in_link() && link.destination.kind != Destination::Kind::file &&
                       !(target.url.empty() && target.destination.empty());
    if (!opens) return add(link.children, style);
    if (target.contents.empty()) target.contents = target.url;
    const std::string page = page_of(target);
    out_.is_url = link.is_bare;
    open_reference(std::move(target), page);
    out_.mark_link_language(plain_text(link.children));
    add(link.children, in_accent(style));
    out_.is_url = false;
    close_reference(page, style);
  }

  void print(const Image& image, const CharacterStyle& style) {
    out_.with_child("Span", [&] { add(image.alt, style); });
  }

  void print(const CrossReference& reference, const CharacterStyle& style) {
    const std::string to = destination_name(bench_, reference.destination);
    const bool opens = !out_.is_in_link() && !to.empty() && reference.destination.kind == Destination::Kind::anchor;
    LinkTarget target{.destination = to, .contents = reference.text};
    const std::string page = opens ? page_of(target) : "";
    if (opens) open_reference(std::move(target), page);
    out_.keep = Piece::Keep::whole;
    out_.add_text(reference.text, opens ? in_accent(style) : style);
    out_.keep = Piece::Keep::no;
    if (opens) close_reference(page, style);
  }

  // References to other pages

  /// “ (page 12)”, or “, page 12” inside brackets.
  std::string page_of(const LinkTarget& target) const {
    if (bench_.page_references == nullptr || !context_.names_pages || out_.is_furniture() || target.destination.empty())
      return "";
    const std::string folio = bench_.page_references->next(target.destination);
    if (folio.empty()) return "";
    const lang::Labels& labels = lang::get(out_.language()).labels();
    return lang::fill(out_.follows_bracket() ? labels.on_page_in_brackets : labels.on_page, "n", folio);
  }

  void open_reference(LinkTarget target, const std::string& page) {
    const bool is_bound = bench_.page_references != nullptr && context_.names_pages && !target.destination.empty();
    target.contents += page;
    const TagId link = out_.open_link(std::move(target));
    if (is_bound && link != kArtifact) bench_.page_references->bind(link);
  }

  void close_reference(const std::string& page, const CharacterStyle& style) {
    out_.keep = Piece::Keep::whole;
    out_.add_text(page, in_accent(style));
    out_.keep = Piece::Keep::no;
    out_.close_link();
  }

  // Notes

  void print(const NoteMark& mark, const CharacterStyle& style) {
    if (!mark.note || out_.is_furniture() || out_.is_in_link()) return;
    const auto key = std::pair(context_.document, *mark.note);
    auto at = bench_.note_numbers.find(key);
    const bool is_first = at == bench_.note_numbers.end();
    if (is_first) {
      at = bench_.note_numbers.emplace(key, static_cast<int>(bench_.notes.size())).first;
      bench_.notes.push_back({.document = key.first, .note = key.second, .language = context_.language});
      notes_.push_back(at->second);
    }
    print_note_mark(at->second, is_first, note_mark_style(bench_, style));
  }

  void print_note_mark(int note, bool is_first, const CharacterStyle& style) {
    const std::string name = "note-" + std::to_string(note);
    out_.with_group("Reference", [&](TagId) {
      const TagId link = out_.open_link(
          {.destination = name, .contents = std::string(bench_.language.labels().note_mark), .note = note});
      bench_.note_tags[link] = {note, style, out_.language()};
      if (is_first) bench_.places[link] = name + "-mark";
      out_.add_mark(bench_.language.note_mark(1), style, is_first ? note : -1);
      out_.close_link();
    });
  }

  // Citations

  /// Where a style prints several numbers, each is a link; one number, or an
  /// author's name, is a link as a whole, which makes it easier to hit.
  void print(const Citation& citation, const CharacterStyle& style) {
    if (is_raised(citation.rendered) && !bench_.look.is_large_print) out_.drop_space_before();
    if (out_.is_in_link() || out_.is_furniture()) return add(citation.rendered, style);
    if (!citation.anchor.empty()) citation_place_ = citation_place(bench_, context_.document, citation.anchor);
    is_citation_ = true;
    out_.keep = citation.is_narrative ? Piece::Keep::no : Piece::Keep::with_before;
    out_.with_group("Reference", [&](TagId) {
      if (prints_each_number(citation)) numbered_ = &citation;
      const bool has_own_links = numbered_ != nullptr || has_links(citation.rendered);
      if (!has_own_links) open_citation_link(target_of(citation));
      print_marks(citation, style);
      if (!has_own_links) out_.close_link();
      numbered_ = nullptr;
    });
    out_.keep = Piece::Keep::no;
    is_citation_ = false;
    citation_place_.clear();
  }

  static bool is_raised(const RichText& node) {
    return node.style.position == RichStyle::Position::superscript ||
           (!node.children.empty() && is_raised(node.children[0]));
  }

  /// Large print sets marks on the line (LOOK), so bare numbers need brackets.
  void print_marks(const Citation& citation, const CharacterStyle& style) {
    const CharacterStyle marks = citation.is_narrative ? style : in_accent(style);
    const std::string text = plain_text(citation.rendered);
    const bool opens = bench_.look.is_large_print && bench_.book.references_are_numbered && !citation.is_narrative;
    if (opens && !is_han_now() && out_.follows_word()) out_.add_text("\u00A0", marks);
    const bool brackets = opens && !text.empty() && text[0] != '[' && text[0] != '(';
    if (brackets) out_.add_text("[", marks);
    add(citation.rendered, marks);
    if (brackets) out_.add_text("]", marks);
  }

  void open_citation_link(const LinkTarget& target) {
    const TagId link = out_.open_link(target);
    if (!citation_place_.empty() && link != kArtifact) bench_.places[link] = std::exchange(citation_place_, {});
  }

  bool prints_each_number(const Citation& citation) const {
    const std::size_t count = count_numbers(citation.rendered);
    return count > 1 && count == count_numbers(citation, citation.rendered);
  }

  static bool is_number(const RichText& node) { return node.variable == "citation-number"; }

  static std::size_t count_numbers(const RichText& node) {
    if (is_number(node)) return 1;
    std::size_t count = 0;
    for (const RichText& child : node.children) count += count_numbers(child);
    return count;
  }

  /// Of works in the list.
  std::size_t count_numbers(const Citation& citation, const RichText& node) const {
    if (is_number(node)) return work_numbered(citation, plain_text(node)) != nullptr;
    std::size_t count = 0;
    for (const RichText& child : node.children) count += count_numbers(citation, child);
    return count;
  }

  const BibliographyEntry* entry_of(const CitedWork& work) const {
    const auto& entries = bench_.book.references;
    return work.reference && *work.reference < entries.size() ? &entries[*work.reference] : nullptr;
  }

  const BibliographyEntry* work_numbered(const Citation& citation, std::string_view number) const {
    for (const CitedWork& work : citation.works) {
      const BibliographyEntry* entry = entry_of(work);
      if (entry != nullptr && !number.empty() && digits_of(entry->number) == digits_of(number)) return entry;
    }
    return nullptr;
  }

  static std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
  }

  // Looks

  bool is_han_now() const { return lang::get(out_.language()).writing() == lang::Writing::han; }

  CharacterStyle in_accent(CharacterStyle style) const {
    style.color = bench_.look.accent;
    return style;
  }

  CharacterStyle styled(CharacterStyle style, const RichStyle& rich) const {
    const bool italic = rich.slant == RichStyle::Slant::italic || rich.slant == RichStyle::Slant::oblique;
    if (italic && !is_han_now() && !bench_.look.is_large_print) style.slant = text::Slant::italic;
    if (rich.slant == RichStyle::Slant::normal) style.slant = text::Slant::upright;
    if (rich.weight == RichStyle::Weight::bold) style.weight = text::Weight::bold;
    if (rich.weight == RichStyle::Weight::normal) style.weight = text::Weight::regular;
    if (rich.position == RichStyle::Position::superscript && !bench_.look.is_large_print) style = citation_mark(style);
    return style;
  }

  CharacterStyle citation_mark(const CharacterStyle& style) const {
    CharacterStyle mark = raised(style);
    if (is_citation_ && mark.role == text::Role::song) mark.role = text::Role::hei;
    return mark;
  }

  // Targets

  static bool has_links(const RichText& node) {
    return !node.url.empty() || std::any_of(node.children.begin(), node.children.end(), has_links);
  }

  static bool is_address(const RichText& node) {
    return node.variable == "DOI" || node.variable == "URL" || node.text.find("://") != std::string::npos;
  }

  std::optional<LinkTarget> target_of(const RichText& node) const {
    const BibliographyEntry* entry =
        numbered_ && is_number(node) ? work_numbered(*numbered_, plain_text(node)) : nullptr;
    const std::string contents = plain_text(node);
    if (entry != nullptr) return LinkTarget{.destination = place_name(bench_, entry->id), .contents = named(contents)};
    if (node.url.empty()) return std::nullopt;
    if (!node.url.starts_with('#')) return LinkTarget{.url = node.url, .contents = contents};
    return LinkTarget{.destination = place_name(bench_, node.url.substr(1)), .contents = named(contents)};
  }

  LinkTarget target_of(const Citation& citation) const {
    LinkTarget target{.contents = named(plain_text(citation.rendered))};
    for (const CitedWork& work : citation.works) {
      const BibliographyEntry* entry = entry_of(work);
      if (entry == nullptr) continue;
      target.destination = place_name(bench_, entry->id);
      break;
    }
    return target;
  }

  /// “文献3”
  std::string named(const std::string& mark) const {
    return lang::fill(bench_.language.labels().reference_mark, "n", mark);
  }

  Workbench& bench_;
  const Context& context_;
  PieceWriter out_;
  std::vector<int> notes_;
  int depth_ = 0;
  bool is_citation_ = false;
  const Citation* numbered_ = nullptr;  ///< the citation in which each number is a link
  std::string citation_place_;
};

}  // namespace

Collected collect(Workbench& bench, const Inlines& inlines, const Context& context) {
  Collector collector(bench, context, !needs_children(inlines, context.language));
  collector.add(inlines, context.style);
  return collector.take();
}

Collected collect(Workbench& bench, const RichText& text, const Context& context) {
  Collector collector(bench, context, !needs_children(text, context.language));
  collector.add(text, context.style);
  return collector.take();
}

std::vector<Piece> collect(const std::string& text, const Context& context) {
  if (text.empty()) return {};
  return {Piece{.text = text, .style = context.style, .language = context.language, .tag = context.tag}};
}

CharacterStyle note_mark_style(const Workbench& bench, const CharacterStyle& base) {
  CharacterStyle mark = bench.look.is_large_print ? base : raised(base);
  mark.color = bench.look.accent;
  if (!bench.look.is_han && !bench.look.is_large_print) mark.slant = text::Slant::italic;
  return mark;
}

}  // namespace bifolio::layout
